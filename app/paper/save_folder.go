package paper

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// SaveFolder makes a folder at path, where there is nothing yet or an empty
// folder: write fills one under a temporary name beside it, which then gets its
// own in one step, so that path never holds half of it. When write fails,
// nothing is left behind. Its errors wrap the same reasons as those of SaveFile.
func SaveFolder(path string, write func(folder string) error) error {
	if err := isFree(path); err != nil {
		return saveError(path, err)
	}
	beside := filepath.Dir(path)
	temporary, err := os.MkdirTemp(beside, ".goodturn-*.tmp")
	if err != nil {
		return saveError(path, err)
	}
	defer os.RemoveAll(temporary) // gone already once it is renamed
	if err := write(temporary); err != nil {
		return saveError(path, err)
	}
	if err := isFree(path); err != nil { // writing took its time
		return saveError(path, err)
	}
	// An empty folder gives way; Windows does not rename over one.
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return saveError(path, err)
	}
	if err := os.Rename(temporary, path); err != nil {
		return saveError(path, err)
	}
	return saveError(path, syncFolder(beside))
}

// isFree gives why no folder can be made at path: something else is there, which
// os.Remove would take away like an empty folder.
func isFree(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && !info.IsDir():
		return &fs.PathError{Op: "save", Path: path, Err: fs.ErrExist}
	}
	return err
}
