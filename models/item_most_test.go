package models_test

import (
	"testing"

	"goodturn/models/modelstest"
)

// Of the things that begin as is typed, the one asked for most comes first, and not the shortest; the one that is called so before all.
func TestWhatIsAskedForMostIsFoundFirst(t *testing.T) {
	store, _ := modelstest.New(t)
	for range 3 {
		modelstest.Visit(t, store, 0, "Brake pads")
	}
	for _, once := range []string{"brake ca", "Rim brake", "Brake"} {
		modelstest.Visit(t, store, 0, once)
	}
	for typed, want := range map[string][]string{"brak": {"Brake pads", "Brake", "brake ca", "Rim brake"}, "brake": {"Brake", "Brake pads", "brake ca", "Rim brake"}} {
		rows, err := store.FindItems(typed, 8)
		if err != nil || len(rows) != len(want) {
			t.Fatalf("%q finds %v, %v", typed, rows, err)
		}
		for i, row := range rows {
			if row.Name != want[i] {
				t.Errorf("%q finds %q at place %d, want %q", typed, row.Name, i, want[i])
			}
		}
	}
}
