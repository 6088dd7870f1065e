package powercut

import (
	"syscall"
	"testing"
)

// A victim that was killed still has the disk for a moment.
func TestUnmountWaitsUntilTheDiskIsFree(t *testing.T) {
	busy := []error{syscall.EBUSY, syscall.EBUSY, syscall.EBUSY, nil, syscall.EINVAL}
	next := func() error {
		err := busy[0]
		busy = busy[1:]
		return err
	}
	if err := untilFree(next); err != nil || len(busy) != 1 {
		t.Errorf("unmounted with %v, and %d tries left", err, len(busy))
	}
	if err := untilFree(next); err != syscall.EINVAL {
		t.Errorf("what is no matter of time gives %v", err)
	}
	tries := 0
	if err := untilFree(func() error { tries++; return syscall.EBUSY }); err != syscall.EBUSY || tries != busyTries {
		t.Errorf("a disk that stays in use gives %v after %d tries", err, tries)
	}
}
