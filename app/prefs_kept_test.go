package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"goodturn/app"
)

const wholePrefs = `{"file.last":"/shop.goodturn","backup.folder.u":"/stick","text.scale":1.25,"visit.staff.u":7}`

// Killed while Fyne wrote them, the preferences are cut short or gone; the copy is put back, and one that is no copy is not.
func TestPreferencesCutShortArePutBack(t *testing.T) {
	for name, c := range map[string]struct {
		own, kept string // "" for no file
		last      string
	}{
		"whole":                 {wholePrefs, `{"file.last":"/older"}`, ""}, // Fyne reads its own file itself
		"empty":                 {" ", wholePrefs, "/shop.goodturn"},
		"cut short":             {wholePrefs[:40], wholePrefs, "/shop.goodturn"},
		"gone":                  {"", wholePrefs, "/shop.goodturn"},
		"both cut short":        {wholePrefs[:40], wholePrefs[:30], ""},
		"the very first start":  {"", "", ""},
		"nothing where it was":  {"null", wholePrefs, "/shop.goodturn"},
		"something else's file": {"[1]", wholePrefs, "/shop.goodturn"},
	} {
		t.Run(name, func(t *testing.T) {
			own := filepath.Join(t.TempDir(), "preferences.json")
			for path, text := range map[string]string{own: c.own, own + ".kept": c.kept} {
				if text == "" {
					continue
				}
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			a := app.New(test.NewTempApp(t), app.KeepPrefs(own))
			if got := a.Prefs.LastFile(); got != c.last {
				t.Errorf("the last file is %q, want %q", got, c.last)
			}
			if c.last != "" && (a.Prefs.BackupFolder("u") != "/stick" || a.Prefs.TextScale() != 1.25 || a.Prefs.ServedBy("u") != 7) {
				t.Errorf("put back: %q, %v, %d", a.Prefs.BackupFolder("u"), a.Prefs.TextScale(), a.Prefs.ServedBy("u"))
			}
		})
	}
}

// What must not be lost is in the copy before Fyne has written its own file, and the rest when the shop is closed.
func TestPreferencesAreKeptAsTheyChange(t *testing.T) {
	folder := t.TempDir()
	own := filepath.Join(folder, "preferences.json")
	if err := os.WriteFile(own, []byte(wholePrefs), 0o600); err != nil {
		t.Fatal(err)
	}
	a := app.New(test.NewTempApp(t), app.KeepPrefs(own))
	shop := filepath.Join(folder, "shop.goodturn")
	if err := a.Open(shop, true); err != nil {
		t.Fatal(err)
	}
	a.Prefs.SetBackupFolder("u", "/drive")
	a.Prefs.SetSecondFolder("u", "/cloud")
	if err := os.WriteFile(own, []byte(`{"backup.folder.u":"/stick","text.scale":1.5}`), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Close()
	if err := os.WriteFile(own, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	next := app.New(test.NewTempApp(t), app.KeepPrefs(own)).Prefs
	if recent := next.Recent(); len(recent) != 1 || recent[0] != shop {
		t.Errorf("opened before: %q", recent)
	}
	if next.LastFile() != shop || next.BackupFolder("u") != "/drive" || next.SecondFolder("u") != "/cloud" || next.TextScale() != 1.5 {
		t.Errorf("kept: %q, %q, %q, %v", next.LastFile(), next.BackupFolder("u"), next.SecondFolder("u"), next.TextScale())
	}
	if files, _ := filepath.Glob(filepath.Join(folder, "*.part")); len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}

// Fyne writes its file a moment after a change, and where the program ends before, never: closing the shop brings the file up to date. A
// change that somebody else wrote meanwhile stays, and nothing is written by who has set nothing.
func TestPreferencesAreSettledAtTheEnd(t *testing.T) {
	own := filepath.Join(t.TempDir(), "preferences.json")
	a := app.New(test.NewTempApp(t), app.KeepPrefs(own))
	a.Prefs.SetTextScale(1.25)
	a.Prefs.SetInsightsPeriod("year")
	a.Close()
	says := func(want string) {
		t.Helper()
		if text, err := os.ReadFile(own); err != nil || string(text) != want {
			t.Errorf("the file says %s, %v, want %s", text, err, want)
		}
	}
	says(`{"insights.period":"year","text.scale":1.25}`)
	const other = `{"text.scale":1.5}`
	if err := os.WriteFile(own, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Close()
	says(other)
	a.Prefs.SetMode("dark")
	a.Close()
	says(`{"look.mode":"dark","text.scale":1.5}`)
	if err := os.WriteFile(own, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	next := app.New(test.NewTempApp(t), app.KeepPrefs(own)).Prefs
	if next.Mode() != "dark" {
		t.Errorf("put back is %q", next.Mode())
	}
}
