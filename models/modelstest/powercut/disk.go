// Package powercut is a disk for tests that loses what was not brought to it when its power goes. A program uses it
// like any folder; the test chooses the moment of the cut, and is given what a real disk could hold after it.
//
// It is as mean as POSIX allows: the bytes of a file are safe once the file was synced, a name once its folder was.
// Of everything else the disk may hold all, nothing or a part: single sectors of a write, and the changes of names
// up to any one of them.
package powercut

import (
	"maps"
	"math/rand/v2"
	"sync"
	"syscall"
	"time"
)

// sector is how many bytes a disk writes whole or not at all.
const sector = 512

// Disk is one folder of files. It may be used from several goroutines.
type Disk struct {
	mu      sync.Mutex
	names   map[string]*file // as programs see the folder
	kept    map[string]*file // as it is after a cut, for sure
	moves   []move           // from kept to names, in their order
	files   uint64           // how many there ever were
	changes int
	failAt  int // the change that meets the trouble; 0 for none
	trouble Trouble
	fails   bool
	oneName bool // no file may have a second
}

// Trouble is a way for a disk to fail.
type Trouble struct {
	Err  syscall.Errno // what programs are told
	Room bool          // only what needs more room fails
	Dead bool          // reading fails too
}

// The ways for a disk to fail.
var (
	Cut    = Trouble{Err: syscall.EIO, Dead: true}    // the power is gone
	Broken = Trouble{Err: syscall.EIO}                // nothing can be written any more
	Full   = Trouble{Err: syscall.ENOSPC, Room: true} // there is no more room
	Locked = Trouble{Err: syscall.EROFS}              // a switch on the stick was pushed
)

// file is the content that one or more names stand for.
type file struct {
	number  uint64
	at      time.Time // last written
	data    []byte    // as programs see it
	kept    []byte    // as it is after a cut, for sure
	waiting []write   // from kept to data, in their order
}

// write is bytes written at a place, or, where there are none, a new size.
type write struct {
	at   int64
	data []byte
}

// move is what happens to some names at once: the file each stands for then, nil for none.
type move map[string]*file

// New gives a disk that holds these files, by name, safely.
func New(files map[string][]byte) *Disk {
	d := &Disk{names: map[string]*file{}}
	for name, data := range files {
		f := d.newFile()
		f.data, f.kept = append(f.data, data...), append(f.kept, data...)
		d.names[name] = f
	}
	d.kept = maps.Clone(d.names)
	return d
}

func (d *Disk) newFile() *file {
	d.files++
	return &file{number: d.files, at: time.Now()}
}

// OneName makes the disk one that knows one name for each file, as a stick does.
func (d *Disk) OneName() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.oneName = true
}

// FailAt has the trouble begin at the n-th change from now. It lasts until Mend.
func (d *Disk) FailAt(n int, how Trouble) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failAt, d.trouble = d.changes+n, how
}

// Mend ends the trouble.
func (d *Disk) Mend() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failAt, d.fails = 0, false
}

// Changes is how many writes, syncs and changes of names were asked for.
func (d *Disk) Changes() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.changes
}

// Fails tells that the trouble has begun.
func (d *Disk) Fails() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.fails
}

// change does something to the disk that may need more room, if it can.
func (d *Disk) change(needsRoom bool, do func() syscall.Errno) syscall.Errno {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.changes++; d.changes == d.failAt {
		d.fails = true
	}
	if d.fails && (needsRoom || !d.trouble.Room) {
		return d.trouble.Err
	}
	return do()
}

// look reads from the disk, if it can.
func (d *Disk) look(do func() syscall.Errno) syscall.Errno {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fails && d.trouble.Dead {
		return d.trouble.Err
	}
	return do()
}

// rename does what move says; it is called with d.mu held.
func (d *Disk) rename(m move) {
	d.names = m.in(d.names)
	d.moves = append(d.moves, m)
}

// in gives the names after the move.
func (m move) in(names map[string]*file) map[string]*file {
	for name, f := range m {
		if f == nil {
			delete(names, name)
		} else {
			names[name] = f
		}
	}
	return names
}

// syncNames makes the names safe; it is called with d.mu held.
func (d *Disk) syncNames() {
	d.kept, d.moves = maps.Clone(d.names), nil
}

// write is called with the disk's mu held.
func (f *file) write(w write) {
	w.data = append([]byte(nil), w.data...)
	f.data = w.in(f.data)
	f.waiting = append(f.waiting, w)
	f.at = time.Now()
}

// in gives data after the write; what lies between its end and the write is zeros.
func (w write) in(data []byte) []byte {
	size := int(w.at) + len(w.data)
	if w.data == nil || size > len(data) {
		data = append(data[:min(size, len(data))], make([]byte, max(0, size-len(data)))...)
	}
	copy(data[w.at:], w.data)
	return data
}

// sync makes the bytes safe; it is called with the disk's mu held.
func (f *file) sync() {
	f.kept, f.waiting = append([]byte(nil), f.data...), nil
}

// Left gives what the disk could hold after a cut now: what is safe for sure, and of everything else each sector with
// the chance luck, 0 to 1, and the changes of names up to any one (none with 0, all with 1). It may be asked again
// for another throw of the dice.
func (d *Disk) Left(dice *rand.Rand, luck float64) map[string][]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	names := maps.Clone(d.kept)
	for _, m := range d.moves[:upTo(dice, luck, len(d.moves))] {
		names = m.in(names)
	}
	left, done := map[string][]byte{}, map[*file][]byte{}
	for name, f := range names {
		if _, ok := done[f]; !ok {
			done[f] = f.left(dice, luck)
		}
		left[name] = done[f]
	}
	return left
}

// upTo gives how many of n things in order were done.
func upTo(dice *rand.Rand, luck float64, n int) int {
	switch luck {
	case 0:
		return 0
	case 1:
		return n
	}
	return dice.IntN(n + 1)
}

func (f *file) left(dice *rand.Rand, luck float64) []byte {
	data := append([]byte{}, f.kept...)
	for _, w := range f.waiting {
		for _, piece := range w.sectors() {
			if dice.Float64() < luck {
				data = piece.in(data)
			}
		}
	}
	return data
}

// sectors gives the write in the pieces that a disk does one by one.
func (w write) sectors() []write {
	if w.data == nil {
		return []write{w}
	}
	var pieces []write
	for at, data := w.at, w.data; len(data) > 0; {
		n := min(len(data), sector-int(at%sector))
		pieces = append(pieces, write{at: at, data: data[:n]})
		at, data = at+int64(n), data[n:]
	}
	return pieces
}
