//go:build !linux

package powercut

import "errors"

// Mount is for Linux alone.
func (d *Disk) Mount(string) (unmount func() error, err error) {
	return nil, errors.ErrUnsupported
}
