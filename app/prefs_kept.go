package app

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// keptPrefs is a copy of the preferences that is never half written. Fyne writes its own file in place, a moment after
// each change: cut off in between, the file is cut short, and nobody would know any more where the backups go.
type keptPrefs struct {
	own    string         // Fyne's file
	values map[string]any // as JSON has them
	noted  map[string]any // those set since the start or the last settling, which Fyne's file may not have yet
}

// KeepPrefs keeps a copy beside Fyne's preferences, in the file own, and puts its values back where own is missing or
// cut short.
func KeepPrefs(own string) Option {
	return func(a *App) {
		a.Prefs.kept = &keptPrefs{own: own, values: map[string]any{}, noted: map[string]any{}}
		a.Prefs.beginKeeping()
		a.Prefs.p = notingPrefs{a.Prefs.p, a.Prefs.kept}
	}
}

// PrefsFile is where Fyne has the preferences of the program.
func PrefsFile(f fyne.App) string {
	return filepath.Join(f.Storage().RootURI().Path(), "preferences.json")
}

func (k *keptPrefs) copyPath() string { return k.own + ".kept" }

// beginKeeping takes over what Fyne has read, or puts back what it could not read.
func (p Prefs) beginKeeping() {
	if values, err := readPrefs(p.kept.own); err == nil {
		p.kept.values = values
		p.kept.write()
		return
	}
	values, err := readPrefs(p.kept.copyPath())
	if err != nil {
		return // the first start, or both are lost
	}
	slog.Warn("the preferences were cut short; those kept beside them are put back")
	p.kept.values = values
	for key, value := range values {
		switch value := value.(type) {
		case string:
			p.p.SetString(key, value)
		case float64:
			p.p.SetFloat(key, value) // Fyne reads a whole one as a number without decimals too
		case bool:
			p.p.SetBool(key, value)
		case []any:
			p.putBackList(key, value)
		}
	}
}

// putBackList puts back a list, all of words or all of whole numbers.
func (p Prefs) putBackList(key string, values []any) {
	var words []string
	var numbers []int
	for _, value := range values {
		switch value := value.(type) {
		case string:
			words = append(words, value)
		case float64:
			numbers = append(numbers, int(value))
		}
	}
	switch len(values) {
	case len(words):
		p.p.SetStringList(key, words)
	case len(numbers):
		p.p.SetIntList(key, numbers)
	}
}

// keepString notes a value that must not be lost, not even where the program is killed.
func (p Prefs) keepString(key, value string) {
	p.p.SetString(key, value)
	if p.kept != nil {
		p.kept.values[key] = value
		p.kept.write()
	}
}

// settle brings Fyne's file up to date with all that was set, which Fyne itself may not come to, and the copy with it. It is for the
// moment before the program, or the shop, is closed.
func (p Prefs) settle() {
	k := p.kept
	if k == nil || len(k.noted) == 0 {
		return
	}
	if values, err := readPrefs(k.own); err == nil {
		k.values = values
	}
	maps.Copy(k.values, k.noted)
	clear(k.noted)
	k.write()
	if err := writePrefs(k.own, k.values); err != nil {
		slog.Warn("writing the preferences", "error", err)
	}
}

func readPrefs(path string) (values map[string]any, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &values); err != nil {
		return nil, fmt.Errorf("reading preferences: %w", err)
	}
	if values == nil {
		return nil, fmt.Errorf("reading preferences: %s holds none", path)
	}
	return values, nil
}

// write brings the copy up to date. What goes wrong is logged: the owner has nothing to do about it.
func (k *keptPrefs) write() {
	if err := writePrefs(k.copyPath(), k.values); err != nil {
		slog.Warn("keeping a copy of the preferences", "error", err)
	}
}

// writePrefs brings values to the disk under another name, and only then gives them the name path.
func writePrefs(path string, values map[string]any) error {
	text, err := json.Marshal(values)
	if err != nil {
		return err
	}
	part := path + ".part"
	file, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Write(text); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(part, path)
}
