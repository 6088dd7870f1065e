package models_test

import (
	"context"
	"os"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What reads beside the window sees each save, and lets go of the file when the store does.
func TestLooksBesideTheWindow(t *testing.T) {
	store, _ := modelstest.New(t)
	for want := range 4 {
		found, err := store.FindRequests(context.Background(), models.LogFilter{}, 0)
		if err != nil || len(found.IDs) != want {
			t.Fatalf("%d requests, %v, want %d", len(found.IDs), err, want)
		}
		modelstest.Visit(t, store, 0, "inner tube")
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := store.FindRequests(ended, models.LogFilter{}, 0); err == nil {
		t.Error("a look that had ended found something")
	}
	if found, err := store.FindRequests(context.Background(), models.LogFilter{}, 0); err != nil || len(found.IDs) != 4 {
		t.Errorf("after it %d requests, %v", len(found.IDs), err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("this system does not tell which files are open")
	}
	for _, f := range open {
		if target, err := os.Readlink("/proc/self/fd/" + f.Name()); err == nil && target == store.Path() {
			t.Error("the closed store holds its file open")
		}
	}
}
