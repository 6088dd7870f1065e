package app

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
)

// Closing the shop file stops the work under way and waits until it has cleared up.
func TestCloseStopsTheWork(t *testing.T) {
	a := New(test.NewTempApp(t))
	if err := a.Open(filepath.Join(t.TempDir(), "shop.goodturn"), true); err != nil {
		t.Fatal(err)
	}
	left, cleared := false, false
	a.BeforeClose(func() { left = a.Store != nil })
	a.Run(func(ctx context.Context, _ func(done, total int)) error {
		<-ctx.Done()
		cleared = true
		return ctx.Err()
	}, Watch{Done: func(error) {}})
	a.Close()
	if !cleared || !left || a.Store != nil {
		t.Errorf("cleared up %t, could still save %t, open %t", cleared, left, a.Store != nil)
	}
}

// A panic in work is an error to tell, and no end of the window.
func TestWorkThatPanics(t *testing.T) {
	a := New(test.NewTempApp(t), InRow())
	var told error
	a.Run(func(context.Context, func(done, total int)) error { panic("a bad row") }, Watch{Done: func(err error) { told = err }})
	if told == nil || errors.Is(told, context.Canceled) {
		t.Errorf("told %v", told)
	}
}

// A misspelt --file makes no new shop.
func TestAskedFileMustBeThere(t *testing.T) {
	a := New(test.NewTempApp(t))
	missing := filepath.Join(t.TempDir(), "shpo.goodturn")
	if err := a.OpenFirst(missing); err == nil || a.Store != nil {
		t.Errorf("%s was made", missing)
	}
}
