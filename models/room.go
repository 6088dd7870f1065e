package models

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	sqlite3 "modernc.org/sqlite/lib"
)

// cannotWrite is the Problem of a file that could not be made at path: the disk is full, or the folder does not allow it.
func cannotWrite(path string, err error) error {
	key := "file.folder"
	if IsDiskFull(err) {
		key = "file.full"
	}
	return fmt.Errorf("%w (%w)", problem("file", key, "Path", path), err)
}

// ofNoRoom are SQLite's codes for what a full disk may be behind as well. It says that the disk is full only where the system
// says so to a write: not where there is no room for the name of the journal, nor where a disk on the network finds out late.
var ofNoRoom = []int{sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC,
	sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_CLOSE}

// orFull gives the Problem "file.full" in place of err where the disk of the file at path turns out to be full, and err otherwise.
func orFull(err error, path string) error {
	if err == nil || !slices.Contains(ofNoRoom, sqliteCodeOf(err)) {
		return err
	}
	if room := tryRoom(filepath.Dir(path)); IsDiskFull(room) {
		return fmt.Errorf("%w (%w)", problem("file", "file.full"), err)
	}
	return err
}

// tryRoom writes a small file in the folder, and takes it away again.
func tryRoom(folder string) error {
	file, err := os.CreateTemp(folder, ".goodturn-room-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if _, err := file.Write(make([]byte, 64<<10)); err != nil {
		return err
	}
	return file.Sync()
}
