package models_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestTheListenerHearsOfWhatIsStoredAlone(t *testing.T) {
	store, _ := modelstest.New(t)
	var heard models.Kind
	calls := 0
	store.OnChange(func(kinds models.Kind) { heard, calls = kinds, calls+1 })
	ann := modelstest.Customer(t, store, "Ann", "")
	if calls != 1 || !heard.Any(models.KindCustomer) || heard.Any(models.KindVisit) {
		t.Errorf("a customer: heard %b in %d calls", heard, calls)
	}
	_ = store.SaveCustomer(&models.Customer{})
	_ = refer(store, ann, ann)
	if _, err := store.Card(ann); err != nil || calls != 1 {
		t.Errorf("nothing was stored, and %d calls came (%v)", calls, err)
	}
	modelstest.Visit(t, store, ann, "tube")
	if calls != 2 || !heard.Any(models.KindVisit) || !heard.Any(models.KindThankYou) {
		t.Errorf("a visit: heard %b in %d calls", heard, calls)
	}
	if err := store.UndoLast(); err != nil || calls != 3 || !heard.Any(models.KindVisit) {
		t.Errorf("undone: heard %b in %d calls, %v", heard, calls, err)
	}
	if err := store.SaveDraft("visit", "x"); err != nil || calls != 3 {
		t.Errorf("a draft is heard of: %d calls, %v", calls, err)
	}
}

// What was typed and not saved is there after the program has gone, and Undo leaves it alone.
func TestADraftOutlivesTheProgram(t *testing.T) {
	store, clock := modelstest.New(t)
	for _, body := range []string{"first", "second, with 'quotes' and 王"} {
		if err := store.SaveDraft("visit", body); err != nil {
			t.Fatal(err)
		}
		clock.Days(1)
	}
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	store = modelstest.Open(t, path, clock)
	clock.Days(-1)
	if body, at, err := store.Draft("visit"); err != nil || body != "second, with 'quotes' and 王" || at != models.MomentOf(clock.Now()) {
		t.Errorf("the draft is %q of %d, %v", body, at, err)
	}
	if store.CanUndo() {
		t.Error("a draft can be undone")
	}
	if err := store.DropDraft("visit"); err != nil {
		t.Fatal(err)
	}
	if body, at, err := store.Draft("visit"); err != nil || body != "" || at != 0 {
		t.Errorf("dropped, the draft is %q of %d, %v", body, at, err)
	}
}

// A draft goes with the visit typed in it, and stays where the visit cannot be stored.
func TestADraftGoesWithItsVisit(t *testing.T) {
	store, clock := modelstest.New(t)
	if err := store.SaveDraft("visit", "typed"); err != nil {
		t.Fatal(err)
	}
	entry := func(customer models.CustomerID) *models.VisitEntry {
		return &models.VisitEntry{Draft: "visit", Visit: models.Visit{CustomerID: customer, At: models.MomentOf(clock.Now())}}
	}
	if err := store.SaveVisit(entry(999)); !errors.Is(err, models.ErrNotFound) {
		t.Fatalf("a visit by nobody in the book: %v", err)
	}
	if body, _, err := store.Draft("visit"); err != nil || body != "typed" {
		t.Errorf("the visit was not stored, and the draft is %q, %v", body, err)
	}
	if err := store.SaveVisit(entry(modelstest.Customer(t, store, "Ann", ""))); err != nil {
		t.Fatal(err)
	}
	if body, _, err := store.Draft("visit"); err != nil || body != "" {
		t.Errorf("the visit was stored, and the draft is %q, %v", body, err)
	}
}

// Who has left the book is read as a former customer alone: nothing else must find them.
func TestAFormerCustomerIsReadApart(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "0171 555 0110")
	if _, err := store.FormerCustomer(ann); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("Ann is in the book: %v", err)
	}
	if err := store.DeleteCustomer(ann); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Customer(ann); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("Ann has left the book: %v", err)
	}
	if c, err := store.FormerCustomer(ann); err != nil || c.Name != "Ann" || c.Phone() != "0171 555 0110" {
		t.Errorf("read %+v, %v", c, err)
	}
}

func TestUndoReachesAHundredChangesBack(t *testing.T) {
	store, _ := modelstest.New(t)
	const made = 105
	for i := range made {
		modelstest.Customer(t, store, fmt.Sprintf("Customer %d", i), "")
	}
	for range 100 {
		if err := store.UndoLast(); err != nil {
			t.Fatal(err)
		}
	}
	wantProblem(t, store.UndoLast(), "undo", "undo.none")
	if n, err := store.CountCustomers(models.CustomersAll); err != nil || n != made-100 {
		t.Errorf("%d customers are left, %v", n, err)
	}
	for store.CanRedo() {
		if err := store.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if n, _ := store.CountCustomers(models.CustomersAll); n != made {
		t.Errorf("%d customers are back", n)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	modelstest.Customer(t, store, "Somebody else", "")
	wantProblem(t, store.Redo(), "undo", "redo.none")
	checkRules(t, store.Path())
}

func TestACancelledCopyLeavesNothing(t *testing.T) {
	store, _ := modelstest.New(t)
	path := filepath.Join(t.TempDir(), "copy.goodturn")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.CopyTo(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	modelstest.Customer(t, store, "Ann", "")
}

func TestAFirstContactIsSetInItsPlace(t *testing.T) {
	c := &models.Customer{}
	c.SetContact(models.ContactPhone, " ")
	c.SetContact(models.ContactPhone, "1")
	c.SetContact(models.ContactEmail, "a@b")
	c.Contacts = append(c.Contacts, models.Contact{Kind: models.ContactPhone, Value: "2"})
	c.SetContact(models.ContactPhone, " 3 ")
	if c.Phone() != "3" || c.Email() != "a@b" || len(c.Contacts) != 3 {
		t.Errorf("contacts: %+v", c.Contacts)
	}
	c.SetContact(models.ContactPhone, "")
	if c.Phone() != "2" || len(c.Contacts) != 2 {
		t.Errorf("the first taken away: %+v", c.Contacts)
	}
}

func TestStaffLeaveAndReturn(t *testing.T) {
	store, _ := modelstest.New(t)
	mike, ann := modelstest.Staff(t, store, "Mike"), modelstest.Staff(t, store, "ann")
	if err := store.StaffLeaves(mike); err != nil {
		t.Fatal(err)
	}
	here, err := store.Staff(false)
	if err != nil || len(here) != 1 || here[0].ID != ann || here[0].Left() {
		t.Errorf("here: %+v, %v", here, err)
	}
	all, err := store.Staff(true)
	if err != nil || len(all) != 2 || !all[1].Left() || all[1].ActiveTo != store.Today() {
		t.Errorf("all: %+v, %v", all, err)
	}
	other := modelstest.Staff(t, store, "Mike")
	wantProblem(t, store.StaffReturns(mike), "name", "staff.twice")
	if err := store.SaveStaff(&models.Staff{ID: other, Name: "Other Mike"}); err != nil {
		t.Fatal(err)
	}
	if err := store.StaffReturns(mike); err != nil {
		t.Error(err)
	}
}

func TestSourcesOnOffer(t *testing.T) {
	store, _ := modelstest.New(t)
	if err := store.SaveSource(&models.Source{Name: "Parish newsletter", Kind: models.SourceBought}); err != nil {
		t.Fatal(err)
	}
	if err := store.DeleteSource(2); err != nil {
		t.Fatal(err)
	}
	sources, err := store.Sources()
	if err != nil || len(sources) != 4 || sources[3].Name != "Parish newsletter" || sources[1].ID == 2 {
		t.Errorf("sources: %+v, %v", sources, err)
	}
}

// Forms of several customers are kept side by side, and a form goes with the save it was typed for, in the same moment.
func TestDraftsOfCustomers(t *testing.T) {
	store, clock := modelstest.New(t)
	for _, name := range []string{"customer 2", "customer 1", "visit"} {
		noError(t, store.SaveDraft(name, "of "+name))
		clock.Forward(time.Second)
	}
	kept, err := store.Drafts("customer ")
	if err != nil || len(kept) != 2 || kept[0].Name != "customer 2" || kept[1].Body != "of customer 1" || kept[0].At >= kept[1].At {
		t.Fatalf("kept are %+v, %v", kept, err)
	}
	if err := store.SaveCustomer(&models.Customer{Draft: "customer 1"}); err == nil {
		t.Fatal("nobody was saved")
	}
	noError(t, store.SaveCustomer(&models.Customer{Name: "Ann", Draft: "customer 2"}))
	if kept, err := store.Drafts(""); err != nil || len(kept) != 2 || kept[0].Name != "customer 1" {
		t.Errorf("left are %+v, %v", kept, err)
	}
	ann := modelstest.Customer(t, store, "Peter", "")
	noError(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, Referee: &models.Customer{Name: "Mia", Draft: "customer 1"}}))
	if kept, err := store.Drafts("customer"); err != nil || len(kept) != 0 {
		t.Errorf("left are %+v, %v", kept, err)
	}
}
