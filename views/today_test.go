package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// busyDay is a shop in which one thing of every sort is due today.
func busyDay(t *testing.T) (*bench, models.CustomerID) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
		e := &models.VisitEntry{BroughtBy: models.Referrer{CustomerID: ann}, NewCustomer: &models.Customer{Name: "Peter Lowe"}, FollowUpOn: store.Today().AddDays(7)}
		e.Visit.At = models.MomentOf(clock.Now())
		e.Visit.Requests = []models.Request{
			{Item: "Saddle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, DueOn: store.Today().AddDays(6), State: models.AlternativeAccepted}}},
			{Item: "Wheel", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{{Kind: models.ToSpecialist, SpecialistID: spoke, State: models.AlternativeAccepted}}}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		clock.Days(8)
	})
	return b, ann
}

func TestTodayListsWhatIsDue(t *testing.T) {
	b, _ := busyDay(t)
	page, err := b.store().TodayPage()
	b.must(err)
	if page.CallN != 3 || page.ThanksN != 1 {
		t.Fatalf("%d calls and %d thank-yous are due", page.CallN, page.ThanksN)
	}
	s := b.w.screens[PlaceToday].(*todayScreen)
	if got := s.subtitle.Text(); got != "4 things to do." {
		t.Errorf("subtitle %q", got)
	}
	for _, c := range page.Calls {
		if why := s.callWhy(c); why == "" {
			t.Errorf("no reason for %+v", c)
		}
		switch c.Cause {
		case models.CallFollowUp, models.CallOverdue:
			s.onCalled(c)
		case models.CallAskHow:
			s.onCalled(c)
			if !kit.SheetOpen(b.w.canvas()) {
				t.Error("asking how it went opens nothing")
			}
			b.w.canvas().Overlays().Top().(*kit.Layer).OnEscape()
			b.must(b.store().HeardBack(c.ReferralID, models.OutcomeSatisfied, "Very fast"))
		}
	}
	page, err = b.store().TodayPage()
	b.must(err)
	if page.CallN != 1 || page.Calls[0].Cause != models.CallCameIn {
		t.Fatalf("after the calls: %+v", page.Calls)
	}
	s.onCalled(page.Calls[0])
	s.onThanked(page.Thanks[0])
	if got := s.subtitle.Text(); got != "Nothing to do just now." {
		t.Errorf("subtitle at the end of the day %q", got)
	}
	b.w.do("undo")
	if got := s.subtitle.Text(); got != "One thing to do." {
		t.Errorf("subtitle after Undo %q", got)
	}
}

func TestTodayPutsOff(t *testing.T) {
	b, _ := busyDay(t)
	s := b.w.screens[PlaceToday].(*todayScreen)
	page, err := b.store().TodayPage()
	b.must(err)
	for _, c := range page.Calls {
		s.callLater(c).OnTap()
		b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
		b.typed("in 5 days")
		b.w.canvas().Overlays().Top().(*kit.Layer).OnSave()
		if kit.SheetOpen(b.w.canvas()) {
			t.Fatalf("%s stays open", c.Cause)
		}
	}
	if page, err = b.store().TodayPage(); err != nil || page.CallN != 0 {
		t.Errorf("%d calls are still due, %v", page.CallN, err)
	}
	b.clock.Days(5)
	if page, err = b.store().TodayPage(); err != nil || page.CallN != 3 {
		t.Errorf("after five days %d calls are due, %v", page.CallN, err)
	}
}

func TestTodayRefusesNoDate(t *testing.T) {
	b, _ := busyDay(t)
	s := b.w.screens[PlaceToday].(*todayScreen)
	page, err := b.store().TodayPage()
	b.must(err)
	s.callLater(page.Calls[0]).OnTap()
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("when pigs fly")
	b.w.canvas().Overlays().Top().(*kit.Layer).OnSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("the sheet closed on a day that is none")
	}
	if after, err := b.store().TodayPage(); err != nil || after.CallN != page.CallN {
		t.Errorf("%d calls are due, %v", after.CallN, err)
	}
}

// Whatever the size of window and text, nothing of the head lies beneath the cards.
func TestTodayHeadIsWhole(t *testing.T) {
	b, _ := busyDay(t)
	s := b.w.screens[PlaceToday].(*todayScreen)
	for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1024, 700), fyne.NewSize(800, 600)} {
		b.w.win.Resize(size)
		for range 8 {
			head := s.content.(*fyne.Container).Objects[0]
			if need := kit.HeightFor(head, head.Size().Width); head.Size().Height < need || s.scroll.Position().Y < head.Position().Y+need {
				t.Errorf("at %v and %.0f %% the head has %v, and needs %v", size, 100*b.w.app.Prefs.TextScale(), head.Size().Height, need)
			}
			b.w.do("larger")
		}
		b.w.do("usual")
	}
}
