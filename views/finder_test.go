package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// wholeBook has somebody to be found by anything that is kept of them.
func wholeBook(t *testing.T) *bench {
	return newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann := &models.Customer{Name: "Ann Müller", PreferredName: "Annie", Address: "12 Harbour Street", Remember: []models.Remember{
			{Text: "Comes with her dog after work, whose name is Biscuit"}}}
		ann.SetContact(models.ContactPhone, "+44 171 555 0110")
		ann.SetContact(models.ContactEmail, "ann@example.org")
		ben := &models.Customer{Name: "Ben Castillo"}
		for _, c := range []*models.Customer{ann, ben} {
			if err := store.SaveCustomer(c); err != nil {
				t.Fatal(err)
			}
		}
		modelstest.Visit(t, store, ann.ID, "Brooks saddle")
		old := modelstest.Customer(t, store, "Old Timer", "0171 555 0199")
		modelstest.Visit(t, store, 0, "Bell")
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ben.ID, At: models.MomentOf(store.Now()), Note: "Squeaky brakes again"}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		if err := store.ArchiveCustomers([]models.CustomerID{old}, models.ArchivedMoved); err != nil {
			t.Fatal(err)
		}
	})
}

// What was typed is marked where it was found, and where that is not the name, the line says what it is.
func TestTheSearchBoxSaysWhy(t *testing.T) {
	b := wholeBook(t)
	for typed, first := range map[string]string{
		"mul": "Ann Müller, +44 171 555 0110", "0171 555 01": "Ann Müller, phone +44 **171 555 01**10", "annie": "Ann Müller, called **Annie**",
		"biscuit": "Ann Müller, note: … work, whose name is **Biscuit**", "@example": "Ann Müller, e-mail ann**@example**.org", "street harb": "Ann Müller, address: 12 **Harb**our **Street**",
		"timer": "Old Timer, in the archive", "0199": "Old Timer, in the archive, phone 0171 555 **0199**", "saddle": "Brooks saddle, A thing, asked for once",
		"brakes": "Ben Castillo, visit today: Squeaky **brakes** again",
	} {
		options := b.w.find.search(typed)
		if len(options) == 0 {
			t.Errorf("%q finds nothing", typed)
			continue
		}
		o := options[0]
		if got := o.Title + ", " + o.Why + strings.Repeat(o.Second, map[bool]int{true: 1}[o.Why == ""]); got != first {
			t.Errorf("%q offers %q first, want %q", typed, got, first)
		}
	}
	options := b.w.find.search("saddle")
	if last := options[len(options)-2]; last.Title != "Ann Müller" || last.Why != "asked for Brooks **saddle**, today" {
		t.Errorf("who asked for it: %+v", options)
	}
}

// The list under the search box is gone through by keys alone, and holds no more than is seen.
func TestTheSearchBoxByKeys(t *testing.T) {
	b := wholeBook(t)
	for range 9 {
		modelstest.Visit(t, b.store(), modelstest.Customer(t, b.store(), "Brooke Saddler", ""), "Saddle bag")
	}
	options := b.w.find.search("saddle")
	var things int
	for _, o := range options {
		if strings.Contains(o.Title, "addle ") || strings.Contains(o.Title, " saddle") {
			things++
		}
	}
	if len(options) != foundAll || things != 1 {
		t.Errorf("%d options, %d of them things", len(options), things)
	}
	b.w.do("find")
	b.typed("ann")
	b.keys(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if b.w.place != PlaceCustomers || card.card.Customer.Name != "Ann Müller" {
		t.Errorf("Enter led to %s", b.w.place)
	}
	b.w.do("find")
	b.typed("brakes")
	b.keys(fyne.KeyReturn)
	if card.card.Customer.Name != "Ben Castillo" {
		t.Errorf("a note led to %s", card.card.Customer.Name)
	}
}

// The filter of the list finds the same, marks it, and says why.
func TestTheFilteredListSaysWhy(t *testing.T) {
	b := wholeBook(t)
	b.w.Show(PlaceCustomers)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	for typed, row := range map[string][2]string{
		"mull": {"Ann **Müll**er", "_+44 171 555 0110 · 1 visit_"}, "biscuit": {"Ann Müller", "_note: … work, whose name is **Biscuit**_"},
		"saddle": {"Ann Müller", "_asked for Brooks **saddle**, today_"}, "squeaky": {"Ben Castillo", "_visit today: **Squeaky** brakes again_"}, "": {"**Ann Müller**", "_+44 171 555 0110 · 1 visit_"},
	} {
		s.filter.SetText(typed)
		s.onFiltered()
		found, ok := s.rows.at(0)
		if !ok {
			t.Errorf("%q finds nobody", typed)
			continue
		}
		if c := b.w.customerRowContent(found, s.filterText(), s.reasons.of(0, found)); c.Title != row[0] || c.Second != row[1] {
			t.Errorf("%q shows %q, %q; want %q", typed, c.Title, c.Second, row)
		}
	}
}
