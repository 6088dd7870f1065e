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

// Work that hears nothing is abandoned as it is cancelled, and what it comes to in the end is cleared away.
func TestWorkThatHearsNothingIsAbandoned(t *testing.T) {
	a := New(test.NewTempApp(t))
	deaf, dropped := make(chan int), make(chan int)
	work := Abandon(a, func(context.Context, func(done, total int)) (int, error) { return <-deaf, nil }, func(made int) { dropped <- made })
	var made int
	told := make(chan error)
	cancel := a.Run(func(ctx context.Context, report func(done, total int)) (err error) {
		made, err = work(ctx, report)
		return err
	}, Watch{Done: func(err error) { told <- err }})
	cancel()
	if err := <-told; !errors.Is(err, context.Canceled) || made != 0 {
		t.Errorf("cancelled, it gave %d and %v", made, err)
	}
	deaf <- 7
	if got := <-dropped; got != 7 {
		t.Errorf("cleared away %d", got)
	}
	a.Run(func(ctx context.Context, report func(done, total int)) (err error) {
		made, err = work(ctx, report)
		return err
	}, Watch{Done: func(err error) { told <- err }})
	deaf <- 8
	if err := <-told; err != nil || made != 8 {
		t.Errorf("through, it gave %d and %v", made, err)
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
