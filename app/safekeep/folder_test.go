package safekeep

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"syscall"
	"testing"
	"time"

	"goodturn/models"
)

func TestFolderThatIsNone(t *testing.T) {
	store := shop(t, 0)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for folder, key := range map[string]string{
		"":                                  "backup.folderNone",
		filepath.Join(t.TempDir(), "gone"):  "backup.folderMissing",
		file:                                "backup.folderMissing",
		filepath.Join(file, "below a file"): "backup.folderMissing",
	} {
		_, err := Prepare(store, []string{folder}, store.Now())
		mustBeProblem(t, err, key)
	}
}

// The stick is pulled out between the owner's click and the copy.
func TestFolderGoesAway(t *testing.T) {
	store := shop(t, 0)
	for _, arrange := range []func(*Plan) *Plan{elsewhere, func(p *Plan) *Plan { return p }} {
		folder := filepath.Join(t.TempDir(), "stick")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		plan := arrange(prepare(t, store, folder))
		if err := os.Remove(folder); err != nil {
			t.Fatal(err)
		}
		_, err := plan.Run(t.Context(), nil)
		mustBeProblem(t, err, "backup.folderMissing")
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	folder := mounted(t, "ro")
	store := shop(t, 0)
	_, err := Prepare(store, []string{folder}, store.Now())
	mustBeProblem(t, err, "backup.folderReadonly")
	// Locked after the click: the copy itself must say the same.
	plan := &Plan{shop: Shop{Name: "Harbour Cycles", Path: store.Path()}, copy: store.CopyTo, folders: []string{folder}, near: folder, now: store.Now()}
	_, err = plan.Run(t.Context(), nil)
	mustBeProblem(t, err, "backup.folderReadonly")
	_, err = elsewhere(plan).Run(t.Context(), nil)
	mustBeProblem(t, err, "backup.folderReadonly")
}

func TestFullDisk(t *testing.T) {
	folder := mounted(t, "size=2m")
	store := shop(t, 5)
	_, err := prepare(t, store, folder).Run(t.Context(), nil)
	mustBeProblem(t, err, "backup.full")
	mustHold(t, folder)
	// As if it were the shop's own disk: SQLite runs into the end of it, not we.
	plan := prepare(t, store, folder)
	plan.near = folder
	_, err = plan.Run(t.Context(), nil)
	mustBeProblem(t, err, "backup.full")
	mustHold(t, folder)
}

// The shop's own disk is full, the stick is not: this is when a backup is wanted most.
func TestFullDiskOfTheShop(t *testing.T) {
	full := mounted(t, "size=2m")
	store, folder := shop(t, 5), t.TempDir()
	plan := prepare(t, store, folder)
	plan.near = full
	result, err := plan.Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	mustBeWhole(t, result.Path)
	mustHold(t, full)
}

// A stick that keeps something else than it was given, as counterfeit ones do.
func TestDiskThatLies(t *testing.T) {
	folder := t.TempDir()
	from := filepath.Join(t.TempDir(), "copy")
	if err := os.WriteFile(from, make([]byte, 3*atATime), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := carry(t.Context(), from, folder, "0000", meter{})
	mustBeProblem(t, err, "backup.misread")
	mustHold(t, folder)
}

func TestSweepTakesOnlyWhatWasAbandoned(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	old := []string{partStart + "1" + partEnd, partStart + "1" + partEnd + "-journal"}
	kept := []string{partStart + "2" + partEnd, partStart + "notes.txt", "1" + partEnd, "Bakery 2020-01-01 0900.goodturn"}
	for _, name := range slices.Concat(old, kept) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		age := store.Now().Add(-abandoned - time.Hour)
		if name == kept[0] { // another computer may be at work on this one
			age = store.Now().Add(-abandoned + time.Hour)
		}
		if err := os.Chtimes(path, age, age); err != nil {
			t.Fatal(err)
		}
	}
	sweep(folder, store.Now())
	slices.Sort(kept)
	mustHold(t, folder, kept...)
}

func TestSameDisk(t *testing.T) {
	a := t.TempDir()
	b := filepath.Join(a, "below")
	if err := os.Mkdir(b, 0o700); err != nil {
		t.Fatal(err)
	}
	if !SameDisk(a, b) {
		t.Error("a folder and the one below it lie apart")
	}
	gone := filepath.Join(a, "gone")
	if SameDisk(gone, gone) || SameDisk(a, gone) {
		t.Error("a folder that is not there lies on a disk")
	}
	if SameDisk(a, mounted(t, "size=1m")) {
		t.Error("a disk of its own is the same")
	}
}

func TestReasonsOfTheSystemAndTheStore(t *testing.T) {
	path := func(err error) error { return &fs.PathError{Op: "write", Path: "stick", Err: err} }
	for key, causes := range map[string][]error{
		"backup.full":           {path(syscall.ENOSPC), models.Problem{Field: "file", Key: "file.full"}},
		"backup.folderReadonly": {path(syscall.EACCES), path(fs.ErrPermission), models.Problem{Key: "file.readonly"}},
		"backup.folderMissing":  {path(fs.ErrNotExist), path(syscall.ENOTDIR)},
		"backup.disk":           {path(syscall.EIO), &os.LinkError{Op: "rename", Err: syscall.EIO}, models.Problem{Key: "file.disk"}},
		"backup.inUse":          {models.Problem{Field: "file", Key: "file.busy"}},
		"backup.damaged":        {models.Problem{Field: "file", Key: "file.damaged"}},
	} {
		for _, cause := range causes {
			err := explain(cause, "stick")
			mustBeProblem(t, err, key)
			if p, _ := models.IsProblem(err); p.Args["Folder"] != "stick" || !errors.Is(err, cause) && !isModelsProblem(cause) {
				t.Errorf("%v became %v", cause, err)
			}
		}
	}
	ours := errors.New("a mistake of the program")
	if err := explain(ours, "stick"); err != ours {
		t.Errorf("our own mistake became %v", err)
	}
}

func isModelsProblem(err error) bool {
	_, ok := models.IsProblem(err)
	return ok
}

// Every Problem has its sentence, and no sentence is left over.
func TestEveryProblemHasItsSentence(t *testing.T) {
	raw, err := os.ReadFile("../../assets/translations/en/safekeep.json")
	if err != nil {
		t.Fatal(err)
	}
	sentences := map[string]string{}
	if err := json.Unmarshal(raw, &sentences); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range regexp.MustCompile(`"((?:backup|restore|seal)\.\w+)"`).FindAllSubmatch(source, -1) {
			used["problem."+string(key[1])] = true
		}
	}
	for key := range used {
		if sentences[key] == "" {
			t.Errorf("%s has no sentence", key)
		}
	}
	for key := range sentences {
		if !used[key] {
			t.Errorf("%s is used nowhere", key)
		}
	}
}
