//go:build !windows

package safekeep

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func isReadonly(err error) bool { return errors.Is(err, syscall.EROFS) }
func isGone(err error) bool     { return errors.Is(err, syscall.ENOTDIR) }

// isHeld tells that another program has the file for a moment, which keeps nobody from renaming it here.
func isHeld(error) bool { return false }

// diskOf names the file system of a folder; "" where it has none.
func diskOf(folder string) string {
	info, err := os.Stat(folder)
	if err != nil {
		return ""
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	return fmt.Sprint(stat.Dev)
}

// syncFolder makes a new name survive a power cut. Some network folders cannot, and say so.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if errors.Is(err, os.ErrPermission) {
		return nil // one that may be written to and not read
	}
	if err != nil {
		return err
	}
	err = dir.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, dir.Close())
}
