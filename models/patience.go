package models

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"gorm.io/gorm"
)

// readers are the long readings of the shop file beside the window. SQLite lets nobody save while one goes on, and of a
// large shop that is many seconds, in which a save would freeze the window and then fail: so they give way to it, and none
// begins before it is through. A sweep, which writes the whole file, gives way to a save too, and the readings to a sweep.
type readers struct {
	mu        sync.Mutex
	pause     time.Duration                   // before what gave way begins anew for the first time; 0 for firstPause
	giving    map[int]context.CancelCauseFunc // end the readings and the sweep under way
	next      int
	saving    int           // saves under way
	sweeping  bool          // a sweep is under way
	insisting bool          // something that gives way no more is under way, or waits for the saves under way
	changed   chan struct{} // closed when one of these three is over; nil while nobody waits for that
}

// errGaveWay ends a reading for a save.
var errGaveWay = errors.New("the owner is saving")

// makeRoom ends what gives way, and keeps it from beginning anew until done is called. It waits until a sweep has ended, however
// long that takes to hear of it, and for whoever insists: SQLite's own patience would be over first, and the save would fail.
// One goroutine may not make room a second time before it is through. The error is ctx's.
func (r *readers) makeRoom(ctx context.Context) (done func(), err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.waitWhile(ctx, func() bool { return r.insisting }); err != nil {
		return nil, err
	}
	r.saving++
	r.endOthers()
	if err := r.waitWhile(ctx, func() bool { return r.sweeping }); err != nil {
		r.saving--
		r.tell()
		return nil, err
	}
	return r.over(func() { r.saving-- }), nil
}

// insist does work that has given way often enough: once the saves under way are through, and until it is, others wait for it.
func (r *readers) insist(ctx context.Context, work func(ctx context.Context) error) error {
	end, err := r.beginInsisting(ctx)
	if err != nil {
		return err
	}
	defer end()
	return work(ctx)
}

func (r *readers) beginInsisting(ctx context.Context) (end func(), err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.waitWhile(ctx, func() bool { return r.insisting }); err != nil {
		return nil, err
	}
	r.insisting = true
	r.endOthers()
	if err := r.waitWhile(ctx, func() bool { return r.saving > 0 || r.sweeping }); err != nil {
		r.insisting = false
		r.tell()
		return nil, err
	}
	return r.over(func() { r.insisting = false }), nil
}

func (r *readers) endOthers() {
	for _, cancel := range r.giving {
		cancel(errGaveWay)
	}
}

// waitWhile lets the others at r while it is busy, or until ctx ends.
func (r *readers) waitWhile(ctx context.Context, busy func() bool) error {
	for busy() && ctx.Err() == nil {
		if r.changed == nil {
			r.changed = make(chan struct{})
		}
		changed := r.changed
		r.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
		}
		r.mu.Lock()
	}
	return ctx.Err()
}

// over makes the func that notes the end of something.
func (r *readers) over(note func()) func() {
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		note()
		r.tell()
	}
}

// tell wakes whoever waits.
func (r *readers) tell() {
	if r.changed != nil {
		close(r.changed)
		r.changed = nil
	}
}

// enter notes a reading, or a sweep, that cancel ends, and tells whether it may begin: nothing may while somebody writes. A sweep
// has the file to itself but for saves. leave belongs at its end.
func (r *readers) enter(sweeps bool, cancel context.CancelCauseFunc) (leave func(), may bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.saving > 0 || r.sweeping || r.insisting {
		return nil, false
	}
	if sweeps {
		r.endOthers()
		r.sweeping = true
	}
	if r.giving == nil {
		r.giving = map[int]context.CancelCauseFunc{}
	}
	id := r.next
	r.next++
	r.giving[id] = cancel
	return r.over(func() {
		delete(r.giving, id)
		if sweeps {
			r.sweeping = false
		}
	}), true
}

// How long what gave way waits before it begins anew, at first, and each time twice as long: somebody who types a visit saves
// every two seconds. After the last time, about a minute and a half later, it gives way no more, and a save waits for it
// instead: that is better than no backup, and the save does not fail, because it has not begun to ask SQLite.
const (
	firstPause = 100 * time.Millisecond
	mostPauses = 10
)

// patiently reads, and begins anew each time the owner saves meanwhile.
func (s *Store) patiently(ctx context.Context, read func(ctx context.Context) error) error {
	return s.readers.givingWay(ctx, false, read)
}

// givingWay does work, which sweeps or only reads, and begins it anew each time it had to give way.
func (r *readers) givingWay(ctx context.Context, sweeps bool, work func(ctx context.Context) error) error {
	pause := cmp.Or(r.pause, firstPause)
	for range mostPauses {
		gaveWay, err := r.tryOnce(ctx, sweeps, work)
		if !gaveWay {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		pause *= 2
	}
	return r.insist(ctx, work)
}

func (r *readers) tryOnce(ctx context.Context, sweeps bool, work func(ctx context.Context) error) (gaveWay bool, err error) {
	mine, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	leave, may := r.enter(sweeps, cancel)
	if !may {
		return true, nil
	}
	defer leave()
	err = work(mine)
	return err != nil && context.Cause(mine) == errGaveWay, err
}

// beginToSave makes room for a save, until done is called. A store that may only be looked at refuses it, also where it became
// one while the save had to wait.
func (s *Store) beginToSave(ctx context.Context) (done func(), err error) {
	if err := s.refusal(); err != nil {
		return nil, err
	}
	if done, err = s.readers.makeRoom(ctx); err != nil {
		return nil, err
	}
	if err := s.refusal(); err != nil {
		done()
		return nil, err
	}
	return done, nil
}

// write is one transaction in the window's own row.
func (s *Store) write(do func(tx *gorm.DB) error) error {
	done, err := s.beginToSave(context.Background())
	if err != nil {
		return err
	}
	defer done()
	return orFull(transact(s.db, do), s.path)
}
