package safekeep

import (
	"context"
	"os"
)

// How far along the steps of a backup end, in hundredths of the work.
const (
	copied   = 30
	checked  = 60
	hashed   = 70
	carried  = 85
	readBack = 99
	allDone  = 100
)

// meter tells how far the work is.
type meter struct {
	report func(done, total int) // may be nil
}

func (m meter) reach(done int) {
	if m.report != nil {
		m.report(done, allDone)
	}
}

// stretch gives what a step that reads size bytes calls with the bytes it has read.
func (m meter) stretch(from, to int) func(read, size int64) {
	last := from
	return func(read, size int64) {
		if at := from + int(int64(to-from)*read/max(size, read, 1)); at > last {
			last = at
			m.reach(at)
		}
	}
}

// watched reads a file, tells how far it is, and stops with ctx's error when ctx ends.
type watched struct {
	ctx  context.Context
	file *os.File
	tell func(read, size int64)
	read int64
	size int64
}

func watch(ctx context.Context, file *os.File, tell func(read, size int64)) (*watched, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return &watched{ctx: ctx, file: file, tell: tell, size: info.Size()}, nil
}

// Read is the io.Reader.
func (w *watched) Read(into []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.file.Read(into)
	w.read += int64(n)
	w.tell(w.read, w.size)
	return n, err
}
