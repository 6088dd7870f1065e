package paper

import (
	"errors"
	"syscall"
)

// Windows system error codes (winerror.h).
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
	errorInvalidName      = syscall.Errno(123)
	errorDirectory        = syscall.Errno(267)
)

func isDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func isInUse(err error) bool    { return errors.Is(err, errorSharingViolation) }
func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }
func isNoFolder(err error) bool {
	return errors.Is(err, errorDirectory) || errors.Is(err, errorInvalidName)
}

// syncFolder has nothing to do: Windows does not sync folders.
func syncFolder(string) error { return nil }
