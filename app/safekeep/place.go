package safekeep

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A backup that is not finished has a hidden name of this form.
const (
	partStart = ".goodturn-backup-"
	partEnd   = ".part"
)

// restoreStart begins the hidden name of a copy that is about to take a shop file's place. It lies there in plain, even
// where the backup was sealed.
const restoreStart = ".goodturn-restore-"

// abandoned is how old an unfinished backup is when nobody can be working on it any more.
const abandoned = 24 * time.Hour

// claim makes an empty file under a hidden name of its own in folder, for this user alone: it will hold every
// customer of the shop.
func claim(folder string) (path string, err error) { return claimAs(folder, partStart) }

// claimAs is claim for a name that begins with start.
func claimAs(folder, start string) (path string, err error) {
	file, err := os.CreateTemp(folder, start+"*"+partEnd)
	if err != nil {
		return "", err
	}
	return file.Name(), file.Close()
}

// discard takes away an unfinished backup, with the journal SQLite may have left beside it.
func discard(part string) {
	os.Remove(part)
	os.Remove(part + "-journal")
}

// sweep takes away what killed backups left in folder. What it cannot take away does no harm.
func sweep(folder string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if !isPart(entry.Name(), partStart) && !isPart(entry.Name(), restoreStart) {
			continue
		}
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > abandoned {
			os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}

// isPart tells whether a name is that of an unfinished file whose name begins with start, or of its journal.
func isPart(name, start string) bool {
	return strings.HasPrefix(name, start) && strings.HasSuffix(strings.TrimSuffix(name, "-journal"), partEnd)
}

// restoreStartFor is restoreStart with a sign of the shop file whose place is to be taken: others lie in its folder.
func restoreStartFor(target string) string {
	sum := sha256.Sum256([]byte(filepath.Base(target)))
	return restoreStart + hex.EncodeToString(sum[:6]) + "-"
}

// ClearRestores takes away, however new they are, the plain copies that a killed restore left beside the shop file at
// target. It is called when nobody can be restoring it. What it cannot take away does no harm but lie there.
func ClearRestores(target string) {
	folder := filepath.Dir(target)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if isPart(entry.Name(), restoreStartFor(target)) {
			os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}

// CheckFolder makes sure that folder is one, and that a file can be made in it. That it is not is a models.Problem
// with Field "folder".
func CheckFolder(folder string) error {
	if folder == "" {
		return trouble("backup.folderNone", folder, nil)
	}
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: folder, Err: syscall.ENOTDIR}
	}
	if err == nil {
		var part string
		part, err = claim(folder)
		discard(part)
	}
	return explain(err, folder)
}

// settle brings a finished file to the disk, so that reading it back reads the disk and not the memory.
func settle(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = file.Sync()
	dropCache(file)
	return errors.Join(err, file.Close())
}

// SameDisk tells that two folders lie on the same file system, so that what breaks one breaks the other. False
// is no promise: two file systems may share a disk, and a folder that is not there lies on none.
func SameDisk(a, b string) bool {
	one, two := diskOf(a), diskOf(b)
	return one != "" && one == two
}
