package models_test

import (
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// withEarlier makes a row with what an old program counted.
func withEarlier(row models.ImportRow, e models.Earlier) models.ImportRow {
	row.Customer.Earlier = e
	return row
}

// What the old program counted comes in with new people and fills empty cards, raises nobody's rung, and goes again.
func TestImportKeepsWhatWasCountedBefore(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	bob := &models.Customer{Name: "Bob Brown", Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "0171 555 0111"}}, Earlier: models.Earlier{VisitN: 1}}
	if err := store.SaveCustomer(bob); err != nil {
		t.Fatal(err)
	}
	before := book(t, store)
	clock.Days(1)
	counted := models.Earlier{VisitN: 12, Spent: 34_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"}
	result := importRows(t, store, models.ImportOptions{}, withEarlier(person(2, "Ann Hughes", "0171 555 0110"), counted),
		withEarlier(person(3, "Bob Brown", "0171 555 0111"), counted), withEarlier(person(4, "Cid Clark"), counted),
		withEarlier(person(5, "Dot Day"), models.Earlier{FirstOn: "2024-05-06", LastOn: "2020-01-02"}))
	if result.Added != 1 || result.Filled != 1 || result.Skipped != 1 || len(result.Issues) != 1 {
		t.Errorf("the import tells %+v", result)
	}
	got := book(t, store)
	for _, want := range []string{"12 3450 2020-01-02 2024-05-06 Ann Hughes", "1 0   Bob Brown", "12 3450 2020-01-02 2024-05-06 Cid Clark"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	card, err := store.Card(ann)
	if err != nil || card.Rung != models.RungProspect || card.Customer.VisitN != 0 || card.Customer.Earlier.VisitN != 12 {
		t.Errorf("the card is %+v, %v", card, err)
	}
	checkRules(t, store.Path())
	undone, err := store.UndoImport(t.Context(), result.ID)
	store.ImportEnded()
	if err != nil || undone.Removed != 1 || len(undone.Kept) != 0 {
		t.Errorf("taking back tells %+v, %v", undone, err)
	}
	if got := book(t, store); got != before {
		t.Errorf("taken back it is\n%swas\n%s", got, before)
	}
}

// A number that no shop counts to is the file's mistake, and a save of it changes nothing.
func TestWhatWasCountedBeforeIsChecked(t *testing.T) {
	store, _ := modelstest.New(t)
	for field, e := range map[string]models.Earlier{
		"earlierVisits": {VisitN: -1}, "earlierSpent": {Spent: models.MaxEarlierSpent + 1}, "earlierFirst": {FirstOn: "2020"},
		"earlierLast": {FirstOn: "2020-01-02", LastOn: "2020-01-01"},
	} {
		err := store.SaveCustomer(&models.Customer{Name: "Ann", Earlier: e})
		if problem, told := models.IsProblem(err); !told || problem.Field != field {
			t.Errorf("%+v is refused with %v, want a word beside %s", e, err, field)
		}
	}
}

// A change of what was counted is told in the log, taken back by Undo, and gone with the person.
func TestWhatWasCountedBeforeIsUndoneAndErased(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann", Earlier: models.Earlier{VisitN: 3, Spent: 12_00}}
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	ann.Earlier = models.Earlier{VisitN: 4, Spent: 12_00, LastOn: "2024-05-06"}
	tells(t, store, func() error { return store.SaveCustomer(ann) }, `customer changed “Ann” of Ann; earlier.visit_n "3" to "4"; earlier.last_on "" to "2024-05-06"`)
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if c, err := store.Customer(ann.ID); err != nil || c.Earlier != (models.Earlier{ID: ann.ID, VisitN: 3, Spent: 12_00}) {
		t.Errorf("undo leaves %+v, %v", c.Earlier, err)
	}
	if _, err := store.EraseCustomer(ann.ID); err != nil {
		t.Fatal(err)
	}
	checkRules(t, store.Path())
}
