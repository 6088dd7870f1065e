//go:build !windows

package models

import (
	"errors"
	"syscall"
)

// IsDiskFull tells that the system refused something because the disk, or what one may use of it, is full.
func IsDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
