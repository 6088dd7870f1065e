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
	"path/filepath"
	"strings"
)

// HashSuffix is added to a backup's name to give the name of the file that holds its hash.
const HashSuffix = ".sha256"

// hashFile gives the SHA-256 of a file in hexadecimal. The file must not be a shop file that is open: closing it
// here would take SQLite's locks off it.
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

// writeHash puts the hash of the backup at path beside it, in the form that `sha256sum -c` reads. It never
// overwrites: fs.ErrExist tells that the name is taken.
func writeHash(path, sum string) error {
	file, err := os.OpenFile(path+HashSuffix, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%s  %s\n", sum, filepath.Base(path))
	err = errors.Join(err, file.Sync(), file.Close())
	if err != nil {
		os.Remove(path + HashSuffix)
	}
	return err
}

// errNoHash is a hash file with something else in it.
var errNoHash = errors.New("no hash stands in the file beside the backup")

// readHash gives the hash that stands beside the backup at path, whatever name the file was given since.
func readHash(path string) (string, error) {
	text, err := os.ReadFile(path + HashSuffix)
	if err != nil {
		return "", err
	}
	sum, _, _ := strings.Cut(string(text), " ")
	sum = strings.ToLower(sum)
	if raw, err := hex.DecodeString(sum); err != nil || len(raw) != sha256.Size {
		return "", errNoHash
	}
	return sum, nil
}

// Verify reads the backup at path through and compares it with the hash beside it: a bit that has turned on an
// old stick can leave a file that opens well and tells lies. It must not be a shop file that is open. A backup
// that is not as it was made, or has no hash beside it, is a models.Problem with Field "folder".
func Verify(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return trouble("backup.fileMissing", path, err)
	}
	want, err := readHash(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, errNoHash):
		return trouble("backup.hashMissing", path, err)
	case err != nil:
		return explain(err, path)
	}
	got, err := hashFile(ctx, path, func(int64, int64) {})
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return explain(err, path)
	case got != want:
		return trouble("backup.changed", path, fmt.Errorf("the hash is %s, not %s", got, want))
	}
	return nil
}
