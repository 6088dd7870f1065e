package models

import (
	"context"
	"errors"
	"sync"
	"time"

	"gorm.io/gorm"
)

// readers are the long readings of the shop file beside the window. SQLite lets nobody save while one goes on, and of a
// large shop that is many seconds, in which a save would freeze the window and then fail: so they give way to it.
type readers struct {
	mu     sync.Mutex
	cancel map[int]context.CancelCauseFunc
	next   int
}

// errGaveWay ends a reading for a save.
var errGaveWay = errors.New("the owner is saving")

// makeRoom ends the readings that give way.
func (r *readers) makeRoom() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, cancel := range r.cancel {
		cancel(errGaveWay)
	}
}

func (r *readers) enter(cancel context.CancelCauseFunc) (leave func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cancel == nil {
		r.cancel = map[int]context.CancelCauseFunc{}
	}
	id := r.next
	r.next++
	r.cancel[id] = cancel
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.cancel, id)
	}
}

// How long a reading that gave way waits before it begins anew, at first and each time twice as long: somebody who types
// a visit saves every two seconds. After the last time, about a minute and a half later, it gives way no more: a save that
// has to wait is better than no backup.
const (
	firstPause = 100 * time.Millisecond
	mostPauses = 10
)

// patiently reads, and begins anew each time the owner saves meanwhile.
func (s *Store) patiently(ctx context.Context, read func(ctx context.Context) error) error {
	pause := firstPause
	for range mostPauses {
		gaveWay, err := s.readOnce(ctx, read)
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
	return read(ctx)
}

func (s *Store) readOnce(ctx context.Context, read func(ctx context.Context) error) (gaveWay bool, err error) {
	mine, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	leave := s.readers.enter(cancel)
	defer leave()
	err = read(mine)
	return err != nil && context.Cause(mine) == errGaveWay, err
}

// write is one transaction in the window's own row. A store that may only be looked at refuses it.
func (s *Store) write(do func(tx *gorm.DB) error) error {
	if s.held != nil {
		return s.held
	}
	s.readers.makeRoom()
	return transact(s.db, s.thenMakeRoom(do))
}

// thenMakeRoom is do with room made again at its end: it is the commit that a reading keeps waiting, and one may have
// begun while do was at work.
func (s *Store) thenMakeRoom(do func(tx *gorm.DB) error) func(tx *gorm.DB) error {
	return func(tx *gorm.DB) error {
		err := do(tx)
		if err == nil {
			s.readers.makeRoom()
		}
		return err
	}
}
