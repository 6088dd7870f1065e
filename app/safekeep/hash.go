package safekeep

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// hashFile gives the SHA-256 of a file in hexadecimal. The file must not be a shop file that is open: closing it
// here would take SQLite's locks off it. tell may be nil.
func hashFile(ctx context.Context, path string, tell func(read, size int64)) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	reader, err := watch(ctx, file, tell)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, reader); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// Verify reads the backup at path through and compares it with the hash beside it: a bit that has turned on an
// old stick can leave a file that opens well and tells lies. It must not be a shop file that is open. A backup
// that is not as it was made, or has no hash beside it, is a models.Problem with Field "folder".
func Verify(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return trouble("backup.fileMissing", path, err)
	}
	n, err := readNote(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, errNoHash):
		return trouble("backup.hashMissing", path, err)
	case err != nil:
		return unreadable(err, path)
	}
	got, err := hashFile(ctx, path, nil)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return unreadable(err, path)
	case got != n.sum:
		return trouble("backup.changed", path, fmt.Errorf("the hash is %s, not %s", got, n.sum))
	}
	return nil
}
