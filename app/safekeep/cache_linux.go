package safekeep

import (
	"os"

	"golang.org/x/sys/unix"
)

// dropCache asks the system to forget what it remembers of a file that was synced, so that the next reader
// gets what the disk holds. It is only asked: where the system does not, the check is a weaker one.
func dropCache(file *os.File) {
	_ = unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED)
}
