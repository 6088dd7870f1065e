package safekeep

import (
	"context"
	"os"
)

// How far along the steps of a backup end, in hundredths of the work.
const (
	copied    = 20
	hashed    = 25
	checked   = 65
	delivered = 99
	allDone   = 100
)

// half is how far along carrying a file is when it is written and not yet read back.
const half = allDone / 2

// meter tells how far the work is: what it calls hundredths of its own step are told as its share of the whole.
type meter struct {
	report   func(done, total int) // nil where nobody wants to know
	from, to int
}

// newMeter gives the meter of the whole work, which tells each hundredth once; report may be nil.
func newMeter(report func(done, total int)) meter {
	last := -1
	once := func(done, total int) {
		if report != nil && done > last {
			last = done
			report(done, total)
		}
	}
	return meter{report: once, to: allDone}
}

func (m meter) reach(done int) {
	if m.report != nil {
		m.report(m.at(done), allDone)
	}
}

// at gives the hundredth of the whole at which the step has done so many of its own.
func (m meter) at(done int) int { return m.from + (m.to-m.from)*done/allDone }

// within gives the meter of a step that takes the work from one hundredth to another.
func (m meter) within(from, to int) meter {
	return meter{report: m.report, from: m.at(from), to: m.at(to)}
}

// share gives the meter of the i-th of n equal steps.
func (m meter) share(i, n int) meter { return m.within(allDone*i/n, allDone*(i+1)/n) }

// stretch gives what a step that reads size bytes calls with the bytes it has read.
func (m meter) stretch(from, to int) func(read, size int64) {
	return func(read, size int64) { m.reach(from + int(int64(to-from)*read/max(size, read, 1))) }
}

// watched reads a file, tells how far it is, and stops with ctx's error when ctx ends.
type watched struct {
	ctx  context.Context
	file *os.File
	tell func(read, size int64) // may be nil
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
	if w.tell != nil {
		w.tell(w.read, w.size)
	}
	return n, err
}
