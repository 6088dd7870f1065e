package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func logBench(t *testing.T) (*bench, *serviceLogScreen) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		mike := modelstest.Staff(t, store, "Mike")
		ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Visit(t, store, ann, "Inner tube")
		clock.Days(-40)
		modelstest.Visit(t, store, ann, "Brake pads")
		clock.Days(39)
		e := &models.VisitEntry{Visit: models.Visit{At: models.MomentOf(clock.Now()), ServedBy: mike,
			Requests: []models.Request{{Item: "Tandem", Reason: models.ReasonNotCarried, NothingSuitable: true}}}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		clock.Days(1)
	})
	b.w.do("log")
	return b, b.w.screens[PlaceLog].(*serviceLogScreen)
}

func (s *serviceLogScreen) things() []string {
	var things []string
	for i := range s.rows.len() {
		row, _ := s.rows.at(i)
		things = append(things, row.Item)
	}
	return things
}

func expectThings(t *testing.T, s *serviceLogScreen, want ...string) {
	t.Helper()
	got := s.things()
	if len(got) != len(want) {
		t.Fatalf("the log shows %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("the log shows %q, want %q", got, want)
		}
	}
}

func TestServiceLogFilters(t *testing.T) {
	b, s := logBench(t)
	expectThings(t, s, "Inner tube", "Tandem")
	if got := s.subtitle.Text(); got != "2 requests." {
		t.Errorf("the count says %q", got)
	}
	b.w.canvas().Focus(s.filters.item)
	b.typed("tand")
	expectThings(t, s, "Tandem")
	s.filters.setItem("")
	s.filters.span.SetValue(spanAll)
	s.onFiltered()
	expectThings(t, s, "Inner tube", "Tandem", "Brake pads")
	s.filters.outcome.SetValue(string(models.RequestLost))
	s.onFiltered()
	expectThings(t, s, "Tandem")
	s.filters.outcome.SetValue(notAvailable)
	s.onFiltered()
	expectThings(t, s, "Tandem")
	s.showAll()
	b.w.canvas().Focus(s.filters.person.FocusTarget())
	b.typed("ann")
	b.keys(fyne.KeyReturn)
	expectThings(t, s, "Inner tube", "Brake pads")
	s.showAll()
	s.filters.staff.SetValue(idText(models.StaffID(1)))
	s.onFiltered()
	expectThings(t, s, "Tandem")
}

func TestServiceLogOtherDays(t *testing.T) {
	b, s := logBench(t)
	s.filters.span.SetValue(spanOther)
	s.filters.onSpan(spanOther)
	b.typed("1/10")
	b.keys(fyne.KeyTab)
	b.typed("31/10")
	b.keys(fyne.KeyReturn)
	expectThings(t, s, "Brake pads")
}

// Days that cannot be are told of beneath them; the log stays as it is, and so does what was typed.
func TestServiceLogOtherDaysThatCannotBe(t *testing.T) {
	b, s := logBench(t)
	before := s.things()
	s.filters.span.SetValue(spanOther)
	s.filters.onSpan(spanOther)
	b.typed("31/10")
	b.keys(fyne.KeyTab)
	b.typed("1/10")
	b.keys(fyne.KeyReturn)
	if said := s.filters.days.Problem(); said != kit.T("problem.log.days") || len(s.things()) != len(before) {
		t.Errorf("31/10 to 1/10 says %q and shows %v", said, s.things())
	}
	s.filters.to.SetText("")
	b.w.canvas().Focus(s.filters.to)
	b.typed("soon")
	if said := s.filters.days.Problem(); said != "" {
		t.Errorf("while it is put right it says %q", said)
	}
	s.filters.onDays()
	if said := s.filters.days.Problem(); said != kit.T("problem.date.unknownPast") || s.filters.to.Text != "soon" {
		t.Errorf("soon says %q, and the field %q", said, s.filters.to.Text)
	}
	s.filters.from.SetText("1/10")
	s.filters.to.SetText("31/10")
	s.filters.onDays()
	expectThings(t, s, "Brake pads")
}

// A log that takes a moment says that it is looked through, until it is shown.
func TestServiceLogSaysThatItLooks(t *testing.T) {
	b, s := logBench(t)
	shown := s.subtitle.Text()
	s.onSlow() // nothing is looked for
	if s.subtitle.Text() != shown {
		t.Fatalf("with all there it says %q", s.subtitle.Text())
	}
	s.looking = true
	s.onSlow()
	if s.subtitle.Text() != kit.T("log.looking") {
		t.Errorf("while it looks it says %q", s.subtitle.Text())
	}
	b.must(s.Reload())
	if s.looking || s.subtitle.Text() != shown {
		t.Errorf("looked through, it says %q", s.subtitle.Text())
	}
}

func TestServiceLogShowsOneThing(t *testing.T) {
	b, s := logBench(t)
	items, err := b.store().FindItems("brake", 1)
	b.must(err)
	b.w.OpenLog(items[0])
	expectThings(t, s, "Brake pads")
}

func TestServiceLogOpensTheVisit(t *testing.T) {
	b, s := logBench(t)
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if b.w.place != PlaceVisit {
		t.Errorf("Enter on a request shows %s", b.w.place)
	}
}

func TestServiceLogEmpty(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("log")
	s := b.w.screens[PlaceLog].(*serviceLogScreen)
	if !s.filters.narrowed() || len(s.things()) != 0 || s.place.Objects[0] == s.card {
		t.Fatal("an empty log does not say what to do first")
	}
	modelstest.Visit(t, b.store(), 0, "Bell")
	expectThings(t, s, "Bell")
}

func TestServiceLogTellsThePriceAndWhenItIsReady(t *testing.T) {
	b := newBench(t, nil)
	now := models.MomentOf(b.clock.Now())
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ann Hughes"}, Visit: models.Visit{At: now, PromisedFor: now + 3600,
		Requests: []models.Request{{Item: "Brooks saddle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Selle saddle", Price: 4550, State: models.AlternativeAccepted}}}}}}
	b.must(b.store().SaveVisit(e))
	ready := b.w.momentText(now + 3600)
	b.w.do("log")
	log := b.w.screens[PlaceLog].Content()
	if !holdsText(log, "ready by "+ready) || !holdsText(log, "Selle saddle for £45.50") {
		t.Errorf("the log reads %q", drawnWords(log))
	}
	b.w.OpenCustomer(1)
	card := b.w.screens[PlaceCustomers].Content()
	if !holdsText(card, "Ready by "+ready) || !holdsText(card, "Selle saddle for £45.50") {
		t.Errorf("the story reads %q", drawnWords(card))
	}
	b.clock.Days(2)
	b.pass()
	b.w.do("log")
	if holdsText(log, "ready by") {
		t.Error("the log still tells what was to be ready days ago")
	}
}

// What the log finds is added up beneath the filters, and the sheet of more filters narrows it further, a pill for each.
func TestServiceLogMoreFilters(t *testing.T) {
	b, s := logBench(t)
	v := &visitBench{bench: b}
	v.turnedDown("Saddle", models.Alternative{Kind: models.AnotherItem, Description: "Selle", State: models.AlternativeAccepted})
	b.must(b.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: 1, At: models.MomentOf(b.clock.Now()), PromisedFor: models.MomentOf(b.clock.Now()) + 3600, Amount: 12_50,
		Note: "She will bring the wheel", Requests: []models.Request{{Item: "Spokes"}}}}))
	expectThings(t, s, "Spokes", "Saddle", "Inner tube", "Tandem")
	if want := "One customer · 2 passing by · one went without · one took something else · £12.50 spent at these visits"; s.totals.Text() != want {
		t.Errorf("the totals say %q, want %q", s.totals.Text(), want)
	}
	filter := func(f models.LogFilter, want ...string) {
		t.Helper()
		s.filters.ask(f)
		expectThings(t, s, want...)
	}
	filter(models.LogFilter{Reason: models.ReasonNotCarried}, "Tandem")
	filter(models.LogFilter{Kind: models.AnotherItem, Answer: models.AlternativeAccepted}, "Saddle")
	filter(models.LogFilter{Waiting: true}, "Spokes")
	showLogFilter(s.filters)
	v.typed("wheel")
	v.ctrlEnterSheet()
	expectThings(t, s, "Spokes")
	if !holdsText(s.Content(), "Said: wheel") || !holdsText(s.Content(), "Not ready yet") {
		t.Errorf("what is set does not stand in %q", drawnWords(s.Content()))
	}
	s.filters.takeOff(s.filters.set()[0])
	s.filters.takeOff(s.filters.set()[0])
	expectThings(t, s, "Spokes", "Saddle", "Inner tube", "Tandem")
	filter(models.LogFilter{Cancelled: true})
	if !holdsText(s.Content(), kit.T("log.none")) {
		t.Error("an empty log does not say so")
	}
	s.showAll()
	if len(s.filters.set()) != 0 || s.rows.len() != 5 {
		t.Errorf("all shows %d, with %d set", s.rows.len(), len(s.filters.set()))
	}
}
