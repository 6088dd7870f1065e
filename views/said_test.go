package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// sayings is a shop in which something was said in short words, and its customers' screen.
func sayings(t *testing.T) (*bench, *customersScreen) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for _, said := range [][2]string{{"Kim Hughes", "接待王小明先生"}, {"Tom Vale", "Él dijo que sí"}, {"Olga Berg", "Сказал: ок, беру"}, {"Abe Lind", "a new cable"}} {
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: modelstest.Customer(t, store, said[0], ""), At: models.MomentOf(store.Now()), Note: said[1]}}
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
	})
	b.w.Show(PlaceCustomers)
	return b, b.w.screens[PlaceCustomers].(*customersScreen)
}

// What was said in one or two letters is found in the box a moment after the typing, marked, and what was there stays where it is.
func TestTheSearchBoxFindsShortWordsSaid(t *testing.T) {
	b, _ := sayings(t)
	box := b.w.find.box
	for typed, want := range map[string]string{"王小": "visit today: 接待**王小**明先生", "ок": "visit today: Сказал: **ок**, беру", "SI": "visit today: Él dijo que **sí**"} {
		b.w.do("find")
		b.typed(typed)
		if strings.Contains(b.w.find.shown(), "visit today") {
			t.Errorf("%q is looked for in what was said while one types: %s", typed, b.w.find.shown())
		}
		b.pass()
		if !strings.Contains(b.w.find.shown(), want) {
			t.Errorf("%q shows %s, want %s", typed, b.w.find.shown(), want)
		}
		b.keys(fyne.KeyEscape)
	}
	b.w.do("find")
	b.typed("ок")
	b.keys(fyne.KeyDown)
	b.pass() // the line that adds somebody was marked, and still is
	if len(b.w.find.search("ок")) != 2 {
		t.Fatalf("it offers %s", b.w.find.shown())
	}
	b.keys(fyne.KeyUp, fyne.KeyReturn)
	if card := b.w.screens[PlaceCustomers].(*customersScreen).card; box.Open() || card.card.Customer.Name != "Olga Berg" {
		t.Errorf("Enter on what was said led to %s", card.card.Customer.Name)
	}
}

// shown is what the list under the box offers now.
func (f *finder) shown() string {
	var lines []string
	for _, o := range f.search(f.box.Text()) {
		lines = append(lines, o.Title+", "+o.Why)
	}
	return strings.Join(lines, "; ")
}

// The list of customers shows who said it behind those whose card has it, and says so while it still looks.
func TestTheListFindsShortWordsSaid(t *testing.T) {
	b, s := sayings(t)
	b.w.canvas().Focus(s.filter)
	b.typed("ок")
	if !holdsText(s.listBox, "Looking through what was said and noted…") {
		t.Error("it does not say that it looks")
	}
	b.pass()
	row, _ := s.rows.at(0)
	if content := b.w.customerRowContent(row, s.filterText(), s.reasons.of(0, row)); row.Name != "Olga Berg" || content.Second != "_visit today: Сказал: **ок**, беру_" {
		t.Errorf("the first row is %+v, of %d", content, s.rows.len())
	}
	b.passFor(typingPause)
	if s.list.Selected() != 0 || s.card.card.Customer.Name != "Olga Berg" {
		t.Error("who said it is not shown")
	}
	s.filter.SetText("ab")
	s.onFiltered()
	b.pass()
	if row, _ := s.rows.at(0); s.rows.len() != 1 || row.Name != "Abe Lind" {
		t.Errorf("%d rows, the first %q", s.rows.len(), row.Name)
	}
	s.filter.SetText("qq")
	s.onFiltered()
	b.pass()
	if !holdsText(s.listBox, "Nobody in this list fits “qq”.") {
		t.Error("it does not say that nobody fits")
	}
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: s.card.id, At: models.MomentOf(b.store().Now()), Note: "qq"}}
	if e.Visit.CustomerID == 0 {
		e.NewCustomer = &models.Customer{Name: "Una Webb"}
	}
	b.must(b.store().SaveVisit(e))
	b.pass()
	if s.rows.len() != 1 {
		t.Error("what was said since is not found")
	}
}
