package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestExportLeavesNothingBehindWhenItIsCancelled(t *testing.T) {
	store, _ := modelstest.New(t)
	for range 450 {
		modelstest.Customer(t, store, "Ann Hughes", "")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "customers.csv")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, kind := range app.ExportKinds {
		ctx, cancel := context.WithCancel(t.Context())
		_, err := app.ExportCustomers(ctx, store, models.Pick{}, kind, "en", path, func(int, int) { cancel() })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: ended with %v", kind, err)
		}
		if there, err := os.ReadDir(folder); err != nil || len(there) != 1 {
			t.Errorf("%s: left behind are %v, %v", kind, there, err)
		}
		if text, err := os.ReadFile(path); err != nil || string(text) != "what was there" {
			t.Errorf("%s: what was there is %q, %v", kind, text, err)
		}
	}
	n, err := app.ExportCustomers(t.Context(), store, models.Pick{}, app.ExportCSV, "en", path, func(int, int) {})
	if err != nil || n != 450 {
		t.Errorf("%d written, %v", n, err)
	}
}

func TestExportSaysWhatTheOwnerCanPutRight(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "")
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(file, "out.csv"), filepath.Join(file, "..", "gone", "out.csv")} {
		_, err := app.ExportCustomers(t.Context(), store, models.Pick{}, app.ExportCSV, "en", path, func(int, int) {})
		if p, ok := models.IsProblem(err); !ok || p.Field != "path" || p.Key != "export.folder" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestPlainNameIsOneEverySystemTakes(t *testing.T) {
	for typed, want := range map[string]string{"Mine": "Mine.csv", " Mine.CSV ": "Mine.csv", "a/b:c": "a b c.csv", "  ": "", ".csv": "csv.csv", "Käufer 王": "Käufer 王.csv"} {
		if got := app.PlainName(typed, ".csv"); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}

func TestExportOfTheWholeShopIsWholeOrNotThere(t *testing.T) {
	store, _ := modelstest.New(t)
	for range 250 {
		modelstest.Customer(t, store, "Ann Hughes", "0171 555")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "all")
	ctx, cancel := context.WithCancel(t.Context())
	if err := app.ExportShop(ctx, store, "en", path, func(int, int) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, it ended with %v", err)
	}
	if there, err := os.ReadDir(folder); err != nil || len(there) > 0 {
		t.Errorf("left behind are %v, %v", there, err)
	}
	done, total := 0, 0
	if err := app.ExportShop(t.Context(), store, "en", path, func(d, of int) { done, total = d, of }); err != nil {
		t.Fatal(err)
	}
	if done < 200 || done > total {
		t.Errorf("reported were %d of %d", done, total)
	}
	if there, err := os.ReadDir(path); err != nil || len(there) != len(models.OutTables())+1 {
		t.Errorf("there are %v, %v", there, err)
	}
	err := app.ExportShop(t.Context(), store, "en", path, func(int, int) {})
	if p, ok := models.IsProblem(err); !ok || p.Key != "export.folder" {
		t.Errorf("over a folder that is not empty: %v", err)
	}
	if there, err := os.ReadDir(folder); err != nil || len(there) != 1 {
		t.Errorf("left behind are %v, %v", there, err)
	}
}

// A file that the owner has there, of the name the folder is to have, stays.
func TestExportOfTheWholeShopTakesNoFileAway(t *testing.T) {
	store, _ := modelstest.New(t)
	path := filepath.Join(t.TempDir(), "Harbour Cycles")
	if err := os.WriteFile(path, []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := app.ExportShop(t.Context(), store, "en", path, func(int, int) {})
	if p, ok := models.IsProblem(err); !ok || p.Key != "export.folder" {
		t.Errorf("over a file: %v", err)
	}
	if there, err := os.ReadFile(path); err != nil || string(there) != "a letter" {
		t.Errorf("there is %q, %v", there, err)
	}
}
