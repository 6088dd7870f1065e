package safekeep

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Windows system error codes (winerror.h).
const (
	errorAccessDenied     = syscall.Errno(5)
	errorNotReady         = syscall.Errno(21) // no disk in the drive
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
	errorBadNetPath       = syscall.Errno(53)
	errorDirectory        = syscall.Errno(267)
)

func isOneOf(err error, codes ...syscall.Errno) bool {
	for _, code := range codes {
		if errors.Is(err, code) {
			return true
		}
	}
	return false
}

func isReadonly(err error) bool { return isOneOf(err, errorWriteProtect) }
func isGone(err error) bool {
	return isOneOf(err, errorNotReady, errorBadNetPath, errorDirectory, syscall.ENOTDIR)
}

// isHeld tells that another program, most often a virus scanner, has the file for a moment.
func isHeld(err error) bool {
	return isOneOf(err, errorAccessDenied, errorSharingViolation, errorLockViolation)
}

// diskOf names the drive or network share of a folder; "" where it has none.
func diskOf(folder string) string {
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	return strings.ToUpper(filepath.VolumeName(folder))
}

// syncFolder has nothing to do: Windows does not sync folders.
func syncFolder(string) error { return nil }
