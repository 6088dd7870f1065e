package sample

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
)

// The story tells how far it is, and leaves off where it is told to.
func TestWriteReportsAndLeavesOff(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	now, last, total := time.Date(2027, time.March, 2, 9, 0, 0, 0, time.UTC), 0, 0
	err := Write(ctx, filepath.Join(t.TempDir(), "shop.goodturn"), now, InEnglish, func(done, of int) {
		if last, total = done, of; done == 40 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || last != 40 || total < 200 {
		t.Errorf("it ended at %d of %d with %v", last, total, err)
	}
}

// Whatever the day, the last thing happened today or yesterday, and nothing lies ahead.
func TestTheStoryEndsToday(t *testing.T) {
	now := time.Date(2028, time.February, 29, 11, 0, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	if err := Write(context.Background(), path, now, InEnglish, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	store, err := models.Open(path, models.WithClock(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	page, err := store.TodayPage(models.TodayParts...)
	if err != nil || page.TodoN() < 5 || page.Month.Visits == 0 {
		t.Errorf("today: %+v, %v", page, err)
	}
	if pairs, n, err := store.Duplicates(5, 0); err != nil || n != 1 || pairs[0].Keep.VisitN == 0 {
		t.Errorf("likely duplicates: %d, %+v, %v", n, pairs, err)
	}
	if bin, err := store.Bin(); err != nil || len(bin) != 1 {
		t.Errorf("the bin: %+v, %v", bin, err)
	}
	if logo, err := store.Logo(); err != nil || len(logo.Image) == 0 {
		t.Errorf("its pages have no logo: %v", err)
	}
}
