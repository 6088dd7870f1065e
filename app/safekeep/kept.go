package safekeep

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"goodturn/models"
)

// State is what a look at a backup, short of reading it through, tells of it.
type State string

// The states of a backup.
const (
	StateFine     State = "fine"     // as far as a look tells; Verify and PrepareRestore read it through
	StateUnproven State = "unproven" // no hash stands beside it, so a bit that turned would not be noticed; a sealed copy notices by itself
	StateDamaged  State = "damaged"  // it cannot be opened, or has not the size it was made with
	StateNewer    State = "newer"    // a newer program made it
	StateNotShop  State = "notShop"  // something else has its name
)

// Kept is one backup in a folder, or a shop file that lies there and could serve as one.
type Kept struct {
	Path            string
	At              time.Time // when it was made, in the shop's local time then
	Checked         time.Time // when it was last read through and held all there was; zero where nobody knows
	Size            int64     // in bytes
	Customers       int
	Visits          int
	LastVisit       models.Moment
	Version         int // schema version
	Sequence        int // counts up whatever the clock says; 0 where nobody numbered it
	BeforeMigration bool
	Sealed          bool // only the passphrase tells what is in it: Customers, Visits and LastVisit are not known
	State           State

	rotates bool // it may be cleared away: its name, its note and what is in it all say that it is ours
}

// List gives every backup of the shop in folder, the newest first, by number and then by date. It reads the notes
// beside them and a few pages of each, so it is quick; it never touches the shop file in use. A folder that is not
// there or cannot be read is a models.Problem with Field "folder".
func List(ctx context.Context, folder string, shop Shop) ([]Kept, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, explain(err, folder)
	}
	inUse, _ := os.Stat(shop.Path) // one that is not there is not in the folder
	var list []Kept
	for _, entry := range entries {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() || os.SameFile(info, inUse) || strings.HasPrefix(entry.Name(), partStart) {
			continue
		}
		if kept, ours := lookAt(ctx, filepath.Join(folder, entry.Name()), info, shop); ours {
			list = append(list, kept)
		}
	}
	slices.SortStableFunc(list, newestFirst)
	return list, ctx.Err()
}

func newestFirst(a, b Kept) int {
	return cmp.Or(cmp.Compare(b.Sequence, a.Sequence), b.At.Compare(a.At))
}

// lookAt tells what lies at path, and whether it is this shop's.
func lookAt(ctx context.Context, path string, info fs.FileInfo, shop Shop) (Kept, bool) {
	sealed := strings.HasSuffix(path, Extension+SealedSuffix)
	if !sealed && !strings.HasSuffix(path, Extension) {
		return Kept{}, false
	}
	n, noteErr := readNote(path)
	kept := n.kept(path, info)
	kept.Sealed = sealed
	// Of what cannot be opened, the note tells whose it is, and where there is none, the name.
	ours := n.facts.Shop == shop.UID || n.facts.Shop == "" && strings.HasPrefix(filepath.Base(path), plainName(shop.Name)+" ")
	if sealed {
		return kept, ours
	}
	seen, err := models.Identify(ctx, path)
	switch {
	case err != nil:
		kept.State = stateOf(err)
	case seen.ShopUID != shop.UID:
		return kept, false
	case n.facts.Shop != shop.UID:
		ours = true
		kept.count(ctx)
	default:
		kept.rotates = kept.State == StateFine && n.name == filepath.Base(path) && datedName.MatchString(n.name) && kept.Sequence > 0
	}
	if kept.State == StateFine && noteErr != nil {
		kept.State = StateUnproven
	}
	return kept, ours
}

// kept is what the note tells of the backup at path.
func (n note) kept(path string, info fs.FileInfo) Kept {
	f := n.facts
	kept := Kept{Path: path, At: f.Made, Checked: f.Checked, Size: info.Size(), Customers: f.Customers, Visits: f.Visits,
		LastVisit: f.LastVisit, Version: f.Version, Sequence: f.Sequence, BeforeMigration: f.BeforeMigration, State: StateFine}
	if f.Shop == "" {
		kept.At = dateOf(path, info)
	} else if f.Size != info.Size() {
		kept.State = StateDamaged
	}
	return kept
}

// count fills in what no note tells.
func (k *Kept) count(ctx context.Context) {
	seen, err := models.Glance(ctx, k.Path)
	if err != nil {
		k.State = stateOf(err)
		return
	}
	k.Customers, k.Visits, k.LastVisit, k.Version = seen.Customers, seen.Visits, seen.LastVisit, seen.Version
}

func stateOf(err error) State {
	switch problem, _ := models.IsProblem(err); problem.Key {
	case "file.newer":
		return StateNewer
	case "file.notShop":
		return StateNotShop
	}
	return StateDamaged
}

// datedName is the form of the name that every backup gets from fileName.
var datedName = regexp.MustCompile(` (\d{4}-\d{2}-\d{2} \d{4})(?: \(\d+\))?\.goodturn(?:\.age)?$`)

// dateOf gives the time in a backup's name, or else the file's own.
func dateOf(path string, info fs.FileInfo) time.Time {
	if found := datedName.FindStringSubmatch(filepath.Base(path)); found != nil {
		if at, err := time.ParseInLocation("2006-01-02 1504", found[1], time.Local); err == nil {
			return at
		}
	}
	return info.ModTime()
}

func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// Remove takes the backup at path away for good, and then what lies beside it: its note, and of one that was set aside
// the journal. What is gone already is no error. A backup that stays keeps its note.
func Remove(path string) error {
	for _, ending := range append([]string{"", HashSuffix}, besides...) {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
