package safekeep

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// carry copies the finished file at from into folder, under a hidden name, and reads it back against its hash.
// A failed one leaves nothing there.
func carry(ctx context.Context, from, folder, sum string, m meter) (part string, err error) {
	if part, err = claim(folder); err != nil {
		return "", err
	}
	if err = carryInto(ctx, from, part, sum, m); err != nil {
		discard(part)
	}
	return part, err
}

// carryInto is carry into the empty file at part, which a failed one leaves there.
func carryInto(ctx context.Context, from, part, sum string, m meter) error {
	if err := fill(ctx, part, from, m.stretch(0, half)); err != nil {
		return err
	}
	if err := settle(part); err != nil {
		return err
	}
	got, err := hashFile(ctx, part, m.stretch(half, allDone))
	if err == nil && got != sum {
		err = trouble("backup.misread", filepath.Dir(part), fmt.Errorf("reads back as %s, not %s", got, sum))
	}
	return err
}

// fill writes the file named to with what the file named from holds.
func fill(ctx context.Context, to, from string, tell func(read, size int64)) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	reader, err := watch(ctx, in, tell)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(&steady{file: out}, reader)
	return errors.Join(err, out.Close())
}

// atATime is how many bytes may wait to be written to the disk. Without a bound the system would take the whole
// file into memory at once, and the end of it would be minutes on a slow stick that no Cancel could stop.
const atATime = 8 << 20

// steady writes a file in pieces that reach the disk.
type steady struct {
	file    *os.File
	waiting int
}

// Write is the io.Writer.
func (s *steady) Write(p []byte) (int, error) {
	n, err := s.file.Write(p)
	s.waiting += n
	if err == nil && s.waiting >= atATime {
		s.waiting = 0
		err = s.file.Sync()
	}
	return n, err
}
