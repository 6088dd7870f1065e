package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// promised is a shop in which two things are to be ordered for Ann, and nothing else is to do.
func promised(t *testing.T) (*bench, *todayScreen) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: modelstest.Customer(t, store, "Ann Hughes", ""), At: models.MomentOf(clock.Now())}}
		for i, item := range []string{"Saddle", "Bell"} {
			order := models.Alternative{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: store.Today().AddDays(5 + i)}
			e.Visit.Requests = append(e.Visit.Requests, models.Request{Item: item, Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{order}})
		}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
	})
	return b, b.w.screens[PlaceToday].(*todayScreen)
}

// wantToDo fails unless Today says so many things are to do, and has a row for each.
func (b *bench) wantToDo(n int) {
	b.t.Helper()
	s := b.w.screens[PlaceToday].(*todayScreen)
	want := kit.T("today.todo.none")
	if n > 0 {
		want = kit.TN("today.todo", n)
	}
	if counts, err := b.store().RailCounts(); err != nil || counts.Today != n {
		b.t.Errorf("the rail counts %d things, not %d, %v", counts.Today, n, err)
	}
	if got := s.subtitle.Text(); got != want || len(s.rows) != n {
		b.t.Errorf("Today says %q in %d rows, want %q", got, len(s.rows), want)
	}
}

func TestTodayOrdersByKeysAlone(t *testing.T) {
	b, _ := promised(t)
	b.wantToDo(2)
	b.keys(fyne.KeyReturn)
	b.wantToDo(1)
	if says := b.w.layer.ToastText(); says != "Saddle: ordered for Ann Hughes." {
		t.Errorf("the toast says %q", says)
	}
	b.w.do("undo")
	b.wantToDo(2)
	b.keys(fyne.KeyTab, fyne.KeyReturn)
	b.wantToDo(2) // it is here: Ann is to be told
	if calls, err := b.store().Calls(); err != nil || len(calls) != 1 || calls[0].Cause != models.CallCameIn {
		t.Errorf("the calls are %+v, %v", calls, err)
	}
}

// A thing whose day has come stands among the calls, where it says that it was never ordered, and not twice.
func TestTodayHasNoLineTwice(t *testing.T) {
	b, s := promised(t)
	b.clock.Days(5)
	b.must(s.Reload())
	b.wantToDo(2)
	calls, err := b.store().Calls()
	b.must(err)
	if why := s.callWhy(calls[0]); why != kit.RichT("today.why.unordered", "What", "Saddle", "Day", b.w.dayText(calls[0].VisitDay)) {
		t.Errorf("the call says %q", why)
	}
	b.must(b.store().SetWantState(calls[0].WantID, models.WantOrdered))
	calls, err = b.store().Calls()
	b.must(err)
	if why := s.callWhy(calls[0]); why != kit.RichT("today.why.overdue", "What", "Saddle", "Day", b.w.dayText(calls[0].VisitDay)) {
		t.Errorf("after it was ordered the call says %q", why)
	}
}
