//go:build !windows

package paper

import (
	"errors"
	"os"
	"syscall"
)

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isInUse(err error) bool { return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY) }
func isReadOnly(err error) bool {
	return errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.EISDIR)
}
func isNoFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// syncFolder makes the new name survive a power cut. Some network folders
// cannot do it and say so with EINVAL; the file is there all the same.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return nil // a folder one may write to but not read
	}
	err = dir.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, dir.Close())
}
