//go:build !linux

package safekeep

import "os"

// dropCache does nothing where the system offers no way to forget a file.
func dropCache(*os.File) {}
