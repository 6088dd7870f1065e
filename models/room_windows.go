package models

import (
	"errors"
	"syscall"
)

// Windows system error codes (winerror.h).
const (
	errorHandleDiskFull = syscall.Errno(39)
	errorDiskFull       = syscall.Errno(112)
)

// IsDiskFull tells that the system refused something because the disk, or what one may use of it, is full.
func IsDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}
