package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// leavingBench is a shop in which Ann was promised a wheel that is late, Ben left unhappy, Cleo went without a tandem and is owed
// thanks, and Dan is well.
func leavingBench(t *testing.T) (*visitBench, *leavingScreen) {
	v := &visitBench{}
	v.bench = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Mike")
		comes := func(name string, fill func(*models.Visit)) models.CustomerID {
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: modelstest.Customer(t, store, name, "0171 555 0110"), At: models.MomentOf(clock.Now())}}
			fill(&e.Visit)
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
			return e.Visit.CustomerID
		}
		cleo := comes("Cleo Marsh", func(w *models.Visit) {
			w.Requests = []models.Request{{Item: "Tandem", Reason: models.ReasonNotCarried, NothingSuitable: true}}
		})
		if err := store.AddThankYou(&models.ThankYou{CustomerID: cleo, TalkingPoint: "the cake"}); err != nil {
			t.Fatal(err)
		}
		clock.Days(14)
		v.ann = comes("Ann Hughes", func(w *models.Visit) { w.PromisedFor = w.At + 3600 })
		comes("Ben Okafor", func(w *models.Visit) { w.HowLeft = models.LeftUnhappy })
		comes("Dan Fox", func(*models.Visit) {})
		clock.Days(1)
	})
	v.w.do("leaving")
	return v, v.w.screens[PlaceLeaving].(*leavingScreen)
}

// expect fails unless these have a reason, in this order, and the first is shown.
func (s *leavingScreen) expect(t *testing.T, want ...string) {
	t.Helper()
	var got []string
	for i := range s.rows.len() {
		row, _ := s.rows.at(i)
		got = append(got, row.Customer)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("the list has %q, want %q", got, want)
	}
}

func (v *visitBench) expectToast(want string) {
	v.t.Helper()
	if says := v.w.layer.ToastText(); says != want {
		v.t.Errorf("the toast says %q, want %q", says, want)
	}
}

func TestReasonsToLeave(t *testing.T) {
	v, s := leavingBench(t)
	s.expect(t, "Ann Hughes", "Ben Okafor", "Cleo Marsh")
	for _, words := range []string{"3 customers have a reason", "All · 3", "Promise not kept · 1", "Went without · 1", "Not thanked · 1", "not ready in time", "Say sorry"} {
		if !holdsText(s.Content(), words) {
			t.Errorf("%q does not stand in %q", words, drawnWords(s.Content()))
		}
	}
	s.reason.SetValue(string(models.LeaveUnthanked))
	s.reload()
	s.expect(t, "Cleo Marsh")
	for _, words := range []string{"Tandem", "the cake", "Say thank you…"} {
		if !holdsText(s.Content(), words) {
			t.Errorf("%q does not stand in %q", words, drawnWords(s.Content()))
		}
	}
	v.must(v.store().MarkThanked([]models.ThankYouID{1}, 0, ""))
	s.expect(t)
	if !holdsText(s.Content(), kit.T("leaving.none")) {
		t.Error("an empty list does not say so")
	}
	s.reason.SetValue(anyReason)
	s.reload()
	s.expect(t, "Ann Hughes", "Ben Okafor", "Cleo Marsh")
}

// Each reason is seen to by keys alone, with Undo; the next comes up under the same keys.
func TestReasonsToLeaveByKeysAlone(t *testing.T) {
	v, s := leavingBench(t)
	v.press(fyne.KeyReturn, fyne.KeyReturn) // Ann, her first thing to do
	v.ctrlEnterSheet()
	v.expectOnTop("Write in a few words what you did about it.")
	v.typed("a free service")
	v.press(fyne.KeyReturn)
	s.expect(t, "Ben Okafor", "Cleo Marsh")
	v.expectToast("Ann Hughes: made good.")
	if e, err := v.store().Visit(2); err != nil || e.Visit.MadeGood != "a free service" {
		t.Errorf("%q is kept, %v", e.Visit.MadeGood, err)
	}
	v.press(fyne.KeyTab, fyne.KeyReturn) // Ben: call back, on the first of the days offered
	v.press(fyne.KeyReturn)
	v.expectToast("You call Ben Okafor back tomorrow. Today will remind you.")
	s.expect(t, "Cleo Marsh")
	v.clock.Days(1)
	if page, err := v.store().TodayPage(); err != nil || page.CallN != 1 || page.Calls[0].What != "their visit, from which they left unhappy" {
		t.Errorf("Today has %+v, %v", page.Calls, err)
	}
	v.clock.Days(-1)
	v.takeToast()
	s.expect(t, "Ben Okafor", "Cleo Marsh")
	v.w.layer.OnEscape()
	if v.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Error("Escape does not lead back to the list")
	}
	v.press(fyne.KeyDown, fyne.KeyReturn)
	v.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn, fyne.KeyReturn) // Cleo went without: later, tomorrow
	v.expectToast("Cleo Marsh: put off, tomorrow.")
	if row, ok := s.rows.chosen(s.list); !ok || row.Customer != "Cleo Marsh" || len(row.Causes) != 1 {
		t.Errorf("chosen is %+v", row)
	}
	s.card.focus()
	v.press(fyne.KeyReturn)
	v.ctrlEnterSheet()
	v.expectToast("Cleo Marsh was thanked.")
	s.expect(t, "Ben Okafor")
}

// The card of a reason leads to the customer, to the visit and to a new one.
func TestReasonsToLeaveLeadOn(t *testing.T) {
	v, s := leavingBench(t)
	s.list.Select(1)
	s.onSelected(1)
	v.w.follow(linkCustomer + ":" + idText(v.ann))
	if v.w.place != PlaceCustomers {
		t.Errorf("a name leads to %s", v.w.place)
	}
	v.w.do("leaving")
	s.card.lines[0].visit.Tapped(nil)
	if v.w.place != PlaceVisit || v.screen().title.Text() != kit.T("visit.title.change") {
		t.Errorf("the visit is not opened, but %s", v.w.place)
	}
	v.w.layer.OnEscape()
	if v.w.place != PlaceLeaving {
		t.Errorf("Escape leads to %s", v.w.place)
	}
}

func TestNobodyHasAReasonToLeave(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("leaving")
	s := b.w.screens[PlaceLeaving]
	if !holdsText(s.Content(), kit.T("leaving.empty")) || !holdsText(s.Content(), kit.T("leaving.count.none")) {
		t.Errorf("an empty shop says %q", drawnWords(s.Content()))
	}
}
