package app

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// secrets are what must not be in a report, each a way in which the log could come to hold it.
var secrets = []string{"Müller", "0171", "555 0123", "jürgen@example.org", "Harbour Cycles", "honey saddle", "anna", "Documents"}

// tellLog writes to the log what the program writes, with a customer's words wherever an error could carry them.
func tellLog(folder string) {
	_, missing := os.Open(filepath.Join(folder, "Documents", "Harbour Cycles 2.goodturn"))
	slog.Error("opening a shop file", "path", `C:\Users\anna\Documents\Harbour Cycles.goodturn`, "error", missing)
	slog.Error("told the owner", "error", models.Problem{Field: "name", Key: "customer.twice", Args: map[string]any{"Name": "Jürgen Müller [VIP]"}})
	slog.Error("told the owner", "error", `fts5: syntax error near "honey saddle"`)
	slog.Error("told the owner", "error", "cannot read phone (0171) 555 0123 of jürgen@example.org")
	for _, name := range []string{"Notes: Müller, honey saddle.goodturn", "Müller\\Harbour Cycles: no such file.goodturn", `\\nas\Documents: anna\x=Müller y.goodturn`} {
		_, missing = os.Open(filepath.Join(folder, name))
		slog.Error("opening a shop file", "error", fmt.Errorf("%w (file.cannotOpen)", errors.Join(missing, missing)))
		slog.Error("opening a shop file", "path", filepath.Join("/home/anna", name))
	}
	slog.Error("work beside the window", "error", "work stopped: index out of range\n\t/home/anna/goodturn/views/today.go:120 +0x1d")
}

func TestReportHoldsNothingOfCustomers(t *testing.T) {
	state := t.TempDir()
	t.Setenv("XDG_STATE_HOME", state)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	usual := slog.Default()
	t.Cleanup(func() { slog.SetDefault(usual) })
	StartLog()
	tellLog(filepath.Join(state, "anna"))

	store, clock := modelstest.New(t)
	modelstest.Customer(t, store, "Jürgen Müller", "(0171) 555 0123")
	if err := store.SaveDraft("customer 1", `{"Customer":{"Name":"Jürgen Müller"},"Remember":"honey saddle"}`); err != nil {
		t.Fatal(err)
	}
	a := New(test.NewTempApp(t), WithClock(clock.Now))
	a.Store = store
	path, err := a.Report(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	held := unzipped(t, path)
	for name, text := range held {
		for _, secret := range secrets {
			if strings.Contains(text, secret) {
				t.Errorf("%s tells %q:\n%s", name, secret, text)
			}
		}
	}
	if about := held["about.txt"]; !strings.Contains(about, "rows of customer: 1\n") || !strings.Contains(about, "system: ") {
		t.Errorf("about.txt is of no use:\n%s", about)
	}
	log := held["goodturn.log"]
	for _, useful := range []string{"no such file", "fts5: syntax error", "customer.twice", "today.go:120", "index out of range", ".goodturn", "time=20"} {
		if !strings.Contains(log, useful) {
			t.Errorf("%q was taken out too:\n%s", useful, log)
		}
	}
}

func unzipped(t *testing.T, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	held := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		held[file.Name] = string(raw)
	}
	return held
}

func TestReportIntoAFolderThatIsNotThere(t *testing.T) {
	a := New(test.NewTempApp(t), WithClock(time.Now))
	if path, err := a.Report(filepath.Join(t.TempDir(), "gone")); err == nil {
		t.Errorf("wrote %s", path)
	}
}
