package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/chart"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// someYear is a shop with a little of everything that Insights show.
func someYear(store *models.Store, clock *modelstest.Clock) {
	mia := &models.Staff{Name: "Mia"}
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	must(store.SaveStaff(mia))
	visit := func(daysAgo int, e *models.VisitEntry) models.CustomerID {
		e.Visit.At = models.MomentOf(clock.Now().AddDate(0, 0, -daysAgo))
		must(store.SaveVisit(e))
		return e.Visit.CustomerID
	}
	ann := visit(500, &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ann Hughes"}})
	visit(40, &models.VisitEntry{Visit: models.Visit{CustomerID: ann, AskedFor: mia.ID, Amount: 2500, Requests: []models.Request{
		{Item: "Bell", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Horn", State: models.AlternativeAccepted}}}}}})
	visit(30, &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ben Low"}, BroughtBy: models.Referrer{CustomerID: ann}, Visit: models.Visit{Amount: 4000}})
	visit(20, &models.VisitEntry{NewCustomer: &models.Customer{Name: "Cleo Park", SourceID: 4}, Visit: models.Visit{Amount: 900, Requests: []models.Request{
		{Item: "Saddle", Reason: models.ReasonNotCarried, NothingSuitable: true, Worth: 8000}}}})
	must(store.SaveAdverts("2026-11", map[models.SourceID]models.Money{4: 5000}))
}

func (b *bench) insights() *insightsScreen {
	b.w.Show(PlaceInsights)
	return b.w.screens[PlaceInsights].(*insightsScreen)
}

// card gives the card of a picture by its name.
func (s *insightsScreen) card(t *testing.T, name string) *insightCard {
	t.Helper()
	for i, shown := range s.shown {
		if shown.name == name {
			return s.cards[i]
		}
	}
	t.Fatalf("there is no picture %q", name)
	return nil
}

func TestInsightsOfAnEmptyShopSayWhatToDo(t *testing.T) {
	b := newBench(t, nil)
	s := b.insights()
	for i, card := range s.cards {
		if !card.chart.Hidden || card.empty.Hidden || card.empty.Text() == "" || !card.more.Hidden {
			t.Errorf("%s: nothing is said of nothing", s.shown[i].name)
		}
	}
	if s.subtitle.Text() != "December 2025 to November 2026" {
		t.Errorf("the period is %q", s.subtitle.Text())
	}
}

func TestInsightsSayTheirFigures(t *testing.T) {
	b := newBench(t, someYear)
	s := b.insights()
	for name, want := range map[string]string{
		"mouth":   "Word of mouth: one new customer, £40.00 in the first year so far, nothing paid. Adverts: one new customer, £9.00 in the first year so far, £50.00 paid, £50.00 for each.",
		"came":    "In all 2 people came for the first time. Once somebody came back who had stayed away for more than three times as long as is usual for them.",
		"rescued": "2 things were asked for and not there. Rescued: 1, 50 in a hundred. Lost: 1.",
		"stock":   "Saddle was missed most: one person asked for it.",
		"instead": "1 of 1 alternatives that were answered were taken.",
		"best":    "Horn is the surest: taken 1 of 1 times.",
		"asked":   "Mia was asked for most: by one person.",
		"ladder":  "One advocate and 0 loyal customers now; 0 and 0 when the period began.",
	} {
		if card := s.card(t, name); card.summary.Text() != want || card.chart.Hidden {
			t.Errorf("%s says %q, want %q", name, card.summary.Text(), want)
		}
	}
	if note := s.card(t, "mouth").note.Text(); note != "Word of mouth: one person, too few to compare. Adverts: one person, too few to compare." {
		t.Errorf("small numbers are told as %q", note)
	}
	if empty := s.card(t, "stays").empty.Text(); empty != "Who came for the first time in this period has not had a year yet to come again. Look at an earlier period, or wait until December 2026." {
		t.Errorf("who stays says %q", empty)
	}
}

func TestInsightsLeadToThePeople(t *testing.T) {
	b := newBench(t, someYear)
	s := b.insights()
	c := s.card(t, "mouth").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyLeft, fyne.KeyLeft)
	if c.Words() != "October 2026: one new customer. Word of mouth" || c.Chosen() != (chart.At{Slot: 10, Series: 0}) {
		t.Fatalf("the keyboard is on %q", c.Words())
	}
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("Ben Low") || b.sheetHolds("Cleo") {
		t.Fatal("Enter does not show who it is")
	}
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceCustomers || b.sheetHolds("Ben Low") {
		t.Errorf("Enter on a name leads to %s", b.w.place)
	}
}

func TestInsightsLeadToTheLog(t *testing.T) {
	b := newBench(t, someYear)
	c := b.insights().card(t, "rescued").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	log := b.w.screens[PlaceLog].(*serviceLogScreen)
	if f := log.filters.filter(); b.w.place != PlaceLog || f.From != "2026-11-01" || f.To != "2026-11-30" || len(f.States) != 1 || f.States[0] != models.RequestLost || log.found.Totals.Lines != 1 {
		t.Errorf("%s shows %+v", b.w.place, f)
	}
	c = b.insights().card(t, "instead").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyReturn)
	if f := log.filters.filter(); f.Kind != models.AnotherItem || f.Answer != models.AlternativeAccepted || log.found.Totals.Lines != 1 {
		t.Errorf("the log shows %+v", f)
	}
	c = b.insights().card(t, "rescued").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyLeft, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if f := log.filters.filter(); len(f.States) != 4 || log.found.Totals.Lines != 1 {
		t.Errorf("what was rescued shows %+v", f)
	}
	c = b.insights().card(t, "stock").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("Saddle") {
		t.Error("a thing does not lead to its page")
	}
}

func TestInsightsShowWhoMoved(t *testing.T) {
	b := newBench(t, someYear)
	c := b.insights().card(t, "moves").chart
	b.w.canvas().Focus(c)
	b.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	if !b.sheetHolds("Ann Hughes") || !b.sheetHolds("→ Loyal") {
		t.Errorf("behind it is nobody who moved: %s", b.sheetDrawn())
	}
}

func TestInsightsRememberThePeriod(t *testing.T) {
	b := newBench(t, someYear)
	s := b.insights()
	b.w.canvas().Focus(s.kinds)
	b.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn) // to the quarter
	if s.subtitle.Text() != "October 2026 to December 2026" || len(s.in().Parts) != 2 {
		t.Errorf("shows %q", s.subtitle.Text())
	}
	s.turn(1)
	if s.subtitle.Text() != "July 2026 to September 2026" || s.later.Hidden {
		t.Errorf("shows %q", s.subtitle.Text())
	}
	s.turn(-1)
	if !s.later.Hidden {
		t.Error("offers a period that has not begun")
	}
	if kind := b.w.app.Prefs.InsightsPeriod(); kind != "quarter" || newInsights(b.w).kinds.Value() != "quarter" {
		t.Errorf("remembers %q", kind)
	}
}

// in is what the pictures were made of.
func (s *insightsScreen) in() *models.Insights {
	in, err := s.w.store().Insights(s.period())
	if err != nil {
		panic(err)
	}
	return in
}

func TestInsightsFollowWhatIsLogged(t *testing.T) {
	b := newBench(t, someYear)
	s := b.insights()
	b.must(b.store().SaveVisit(&models.VisitEntry{NewCustomer: &models.Customer{Name: "Dora"}, Visit: models.Visit{At: models.MomentOf(b.clock.Now())}}))
	if c := s.card(t, "sources"); c.summary.Text() != "3 new customers." || c.note.Text() != "Of one nobody noted how they found you." {
		t.Errorf("says %q, %q", c.summary.Text(), c.note.Text())
	}
}

func TestFiguresAsATable(t *testing.T) {
	b := newBench(t, someYear)
	s := b.insights()
	f := figuresOf(s.shown)
	found := false
	for _, row := range f.Rows {
		found = found || row[0] == "Rescued requests" && row[2] == "Nov" && row[3] == "Lost" && row[4] == "1" && row[5] == "November 2026: one lost"
		if len(row) != len(f.Headers) {
			t.Fatalf("%q under %q", row, f.Headers)
		}
	}
	if !found {
		t.Errorf("what was lost is not in %q", f.Rows)
	}
}

func TestAdvertsOfAMonth(t *testing.T) {
	b := newBench(t, someYear)
	showAdverts(b.w, b.insights().period())
	b.typed("£1x")
	b.keys(fyne.KeyReturn)
	if was, _ := b.store().Adverts("2026-11"); was[4] != 5000 || !b.sheetHolds("November 2026") {
		t.Errorf("stored %v", was)
	}
	b.w.canvas().Focused().(interface{ SetText(string) }).SetText("60")
	b.keys(fyne.KeyReturn)
	if was, _ := b.store().Adverts("2026-11"); was[4] != 6000 || b.sheetHolds("November 2026") {
		t.Errorf("stored %v", was)
	}
	b.w.do("undo")
	if was, _ := b.store().Adverts("2026-11"); was[4] != 5000 {
		t.Errorf("after Undo %v is stored", was)
	}
}

func TestAdvertsOfTheNextMonthAreRepeated(t *testing.T) {
	b := newBench(t, someYear)
	b.clock.Days(14)
	showAdverts(b.w, models.PeriodOf(models.PeriodMonth, b.store().Today(), 0))
	if !b.sheetHolds("December 2026") || !b.sheetHolds("As in November 2026") {
		t.Fatal("the sheet is not of this month")
	}
	b.must(b.tapInSheet("As in November 2026"))
	b.must(b.tapInSheet("Save"))
	if was, _ := b.store().Adverts("2026-12"); was[4] != 5000 {
		t.Errorf("stored %v", was)
	}
}

// With the largest text the page fits into the smallest window the program is made for, and is scrolled from side to side nowhere.
func TestInsightsFitTheSmallestWindow(t *testing.T) {
	b := newBench(t, someYear)
	b.w.app.Prefs.SetTextScale(app.LargestText)
	b.w.applyLook()
	s := b.insights()
	rail := b.w.rail.object.MinSize().Width
	if width := s.content.MinSize().Width; rail+width > 1024 {
		t.Errorf("beside the rail of %v the page needs %v", rail, width)
	}
	for i, card := range s.cards {
		if width := card.object.MinSize().Width; rail+width > 1024-44 {
			t.Errorf("%s needs %v", s.shown[i].name, width)
		}
	}
}

// Whoever stopped the counting is told that nothing is counted, and may count again.
func TestInsightsCountedAgain(t *testing.T) {
	b := newBench(t, someYear)
	b.w.do("insights")
	s := b.w.screens[PlaceInsights].(*insightsScreen)
	if holdsText(s.content, "Nothing is counted yet.") {
		t.Error("it says so though nobody stopped it")
	}
	s.ended(true)
	if !holdsText(s.content, "Nothing is counted yet.") {
		t.Error("that it was stopped is not said")
	}
	s.reload()
	if holdsText(s.content, "Nothing is counted yet.") || len(s.cards) == 0 {
		t.Error("it is not counted again")
	}
}
