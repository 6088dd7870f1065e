package paper

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Why a file could not be saved, for the sentence the owner reads. Every error
// of SavePDF and SaveFile that is about the folder or the file wraps one of these, where the
// system says which.
var (
	ErrNoFolder   = errors.New("paper: there is no such folder")
	ErrNotAllowed = errors.New("paper: the folder or file may not be written to")
	ErrFull       = errors.New("paper: the disk is full")
	ErrInUse      = errors.New("paper: another program has the file open")
)

// SavePDF writes the document to path, as SaveFile does. It reports pages
// drawn, and stops with ctx's error when ctx ends, leaving nothing behind.
func (d *Document) SavePDF(ctx context.Context, path string, report func(done, total int)) error {
	if report == nil {
		report = func(int, int) {}
	}
	return SaveFile(path, func(w io.Writer) error { return d.write(ctx, w, report) })
}

// SaveFile writes a file to path: under a temporary name beside it, then in one
// step under its own, so that path never holds half a file. When write fails,
// nothing is left behind, and what was at path before stays.
func SaveFile(path string, write func(io.Writer) error) error {
	folder := filepath.Dir(path)
	temporary, err := os.CreateTemp(folder, ".goodturn-*.tmp")
	if err != nil {
		return saveError(path, err)
	}
	defer os.Remove(temporary.Name()) // gone already once it is renamed
	if err := fill(temporary, write); err != nil {
		return saveError(path, err)
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return saveError(path, err)
	}
	return saveError(path, syncFolder(folder))
}

// fill writes through to the disk and closes the file, whatever happens.
func fill(file *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(file, 1<<16)
	err := write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = file.Chmod(0o644) // CreateTemp keeps it to this user alone
	}
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// saveError says why path could not be saved, or nothing when err is nil.
func saveError(path string, err error) error {
	if err == nil {
		return nil
	}
	if reason := reasonFor(err); reason != nil {
		return fmt.Errorf("save %s: %w: %w", path, reason, err)
	}
	return fmt.Errorf("save %s: %w", path, err)
}

func reasonFor(err error) error {
	switch {
	case isDiskFull(err):
		return ErrFull
	case isInUse(err):
		return ErrInUse
	case isReadOnly(err), errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrExist):
		return ErrNotAllowed
	case isNoFolder(err), errors.Is(err, fs.ErrNotExist):
		return ErrNoFolder
	}
	return nil
}
