package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// Whoever had nothing beyond the asking for five visits is pointed out as nothing that has to be done; one key sees to it, with Undo.
func TestTodayPointsOutWhoHadNoExtra(t *testing.T) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann := modelstest.Customer(t, store, "Ann Hughes", "")
		for range 5 {
			modelstest.Visit(t, store, ann, "Tyre")
			clock.Days(1)
		}
	})
	s := b.w.screens[PlaceToday].(*todayScreen)
	stands := func(want bool) {
		t.Helper()
		if got := holdsText(s.Content(), "Five visits without something they did not ask for"); got != want || s.subtitle.Text() != kit.T("today.todo.none") {
			t.Errorf("it stands there: %v, under %q", got, s.subtitle.Text())
		}
	}
	stands(true)
	b.keys(fyne.KeyReturn)
	stands(false)
	if says := b.w.layer.ToastText(); says != "You will be reminded when you log a visit of Ann Hughes." {
		t.Errorf("the toast says %q", says)
	}
	b.w.do("undo")
	stands(true)
}
