package models_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"goodturn/models"
)

// Whoever cancels before the first step is kept has the file to the last byte as it was; later it goes through.
func TestAMigrationStopsOnlyBeforeItsFirstStepIsKept(t *testing.T) {
	newest := len(models.Steps())
	for stopAt := range newest {
		path, before := fixtureOf(t, 1)
		ctx, cancel := context.WithCancel(t.Context())
		var heard []int
		store, err := models.Open(path, models.Migrating(ctx, func(kept, all int) {
			heard = append(heard, kept)
			if kept == stopAt {
				cancel()
			}
			if all != newest-1 {
				t.Errorf("told of %d steps", all)
			}
		}))
		if stopAt == 0 {
			if !errors.Is(err, context.Canceled) || len(heard) != 1 {
				t.Errorf("cancelled before the first step: %v, told %v", err, heard)
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
				t.Errorf("the file is not what it was (%v)", err)
			}
			continue
		}
		if err != nil || len(heard) != newest {
			t.Fatalf("cancelled after %d steps: %v, told %v", stopAt, err, heard)
		}
		if err := store.SaveCustomer(&models.Customer{Name: "After"}); err != nil {
			t.Errorf("cancelled after %d steps, the file is of no use: %v", stopAt, err)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Cancel is heard in the middle of a step that takes long: within one of its statements, or before the next where it comes between two.
func TestALongMigrationHearsCancel(t *testing.T) {
	path, before := fixtureOf(t, len(models.Steps()))
	long := append(models.Steps(), "UPDATE customer SET name = 'Nobody';"+strings.Repeat(
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT sum(i) FROM n;", 10_000))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := models.Open(path, models.WithSteps(long), models.Migrating(ctx, func(int, int) { go cancel() }))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, it says %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the file is not what it was (%v)", err)
	}
}
