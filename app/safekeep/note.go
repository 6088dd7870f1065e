package safekeep

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"goodturn/models"
)

// HashSuffix is added to a backup's name to give the name of the file that holds its hash.
const HashSuffix = ".sha256"

// note is the small text file beside a backup. Its first line is the hash in the form that `sha256sum --check`
// reads; its second, a comment to that program, are facts that spare opening the backup to list it.
type note struct {
	sum   string // SHA-256 in hexadecimal
	name  string // the backup's name when it got the note
	facts facts  // none where Shop is ""
}

// facts are what the list of backups tells of one, and what the choice of those to keep goes by.
type facts struct {
	Shop            string        `json:"shop"`               // the shop's uid
	Sequence        int           `json:"sequence,omitempty"` // counts up from 1 whatever the clock says; 0 for a sealed copy
	Made            time.Time     `json:"made"`               // its zone tells the shop's local day
	Checked         time.Time     `json:"checked,omitzero"`   // when it was last read through and held all there was
	Size            int64         `json:"size"`
	Version         int           `json:"version,omitempty"`
	Customers       int           `json:"customers,omitempty"`
	Visits          int           `json:"visits,omitempty"`
	LastVisit       models.Moment `json:"lastVisit,omitempty"`
	BeforeMigration bool          `json:"beforeMigration,omitempty"`
}

// factsMark begins the line of the facts.
const factsMark = "# goodturn "

// errNoHash is a hash file with something else in it.
var errNoHash = errors.New("no hash stands in the file beside the backup")

// readNote reads what stands beside the backup at path, whatever name the file was given since. Facts that cannot be
// read are none.
func readNote(path string) (note, error) {
	text, err := os.ReadFile(path + HashSuffix)
	if err != nil {
		return note{}, err
	}
	first, rest, _ := strings.Cut(string(text), "\n")
	sum, name, _ := strings.Cut(strings.TrimRight(first, "\r"), "  ")
	n := note{sum: strings.ToLower(sum), name: name}
	if raw, err := hex.DecodeString(n.sum); err != nil || len(raw) != sha256.Size {
		return note{}, errNoHash
	}
	if line, ok := strings.CutPrefix(rest, factsMark); ok {
		if json.Unmarshal([]byte(line), &n.facts) != nil {
			n.facts = facts{}
		}
	}
	return n, nil
}

// writeTo writes the note of the backup at path.
func (n note) writeTo(file io.Writer, path string) error {
	line, err := json.Marshal(n.facts)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%s  %s\n%s%s\n", n.sum, filepath.Base(path), factsMark, line)
	return err
}

// claim puts the note beside the backup at path before that is there, and holds the name for it. It never
// overwrites: fs.ErrExist tells that the name is taken.
func (n note) claim(path string) error {
	file, err := os.OpenFile(path+HashSuffix, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(n.writeTo(file, path), file.Sync(), file.Close()); err != nil {
		os.Remove(path + HashSuffix)
		return err
	}
	return nil
}

// rewrite puts the note in the place of the one beside the backup at path, which has one at every moment.
func (n note) rewrite(path string) error {
	part, err := claim(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer discard(part) // gone already once it has its name
	file, err := os.OpenFile(part, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(n.writeTo(file, path), file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(part, path+HashSuffix)
}
