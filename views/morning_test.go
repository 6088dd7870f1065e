package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// noticeBoard is a system that keeps what it is to show.
type noticeBoard struct {
	fyne.App
	shown []string
}

func (n *noticeBoard) SendNotification(note *fyne.Notification) {
	n.shown = append(n.shown, note.Title+": "+note.Content)
}

// noticed opens the bench's shop as on a system that shows notes.
func (b *bench) noticed() *noticeBoard {
	b.t.Helper()
	board := &noticeBoard{App: test.NewTempApp(b.t)}
	b.under(board)
	return board
}

func wantShown(t *testing.T, board *noticeBoard, when string, want ...string) {
	t.Helper()
	if strings.Join(board.shown, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s the system showed %q, want %q", when, board.shown, want)
	}
}

// How many things wait is told once a day to whom wants it, and names nobody.
func TestMorningTellsHowManyThingsWait(t *testing.T) {
	b, _ := busyDay(t)
	b.clock.Forward(-3 * time.Hour) // 7:24
	board := b.noticed()
	b.passFor(24 * time.Hour)
	wantShown(t, board, "before anybody asked")
	const note = "Goodturn: 4 things wait for you today."
	card := newMorningCard(b.w)
	card.tell.Tapped(nil)
	wantShown(t, board, "when it is turned on", note)
	card.tell.Tapped(nil)
	card.tell.Tapped(nil)
	wantShown(t, board, "when it is turned on again", note, note)
	board.shown = nil
	b.w.watchMorning()
	b.passFor(time.Hour)
	wantShown(t, board, "on a day that was told")
	b.clock.Days(1)
	b.w.checkDay()
	b.passFor(35 * time.Minute)
	wantShown(t, board, "before eight")
	b.passFor(2 * time.Minute)
	wantShown(t, board, "at eight", note)
	b.clock.Days(1)
	b.clock.Forward(3 * time.Hour)
	b.w.checkDay()
	b.passFor(time.Minute)
	wantShown(t, board, "when the computer wakes up later", note, note)
	for _, shown := range board.shown {
		if strings.Contains(shown, "Ann") || strings.Contains(shown, "Peter") {
			t.Errorf("%q names somebody", shown)
		}
	}
}

func TestMorningIsQuietWhereNothingWaits(t *testing.T) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) { modelstest.Customer(t, store, "Ann", "") })
	board := b.noticed()
	b.w.app.Prefs.SetMorningNews(true)
	b.w.watchMorning()
	b.passFor(time.Minute)
	wantShown(t, board, "with nothing to do")
}
