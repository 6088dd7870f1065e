package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What a row says otherwise than the card it fills in is told field by field, and the card stands. A part of the card's
// name, or what is only written otherwise, is nothing to tell.
func TestImportTellsWhatTheCardKeeps(t *testing.T) {
	store, _ := modelstest.New(t)
	walkedPast, letters := models.Source{Name: "Walked past", Kind: models.SourceOther}, models.Source{Name: "Letters", Kind: models.SourceBought}
	for _, source := range []*models.Source{&walkedPast, &letters} {
		if err := store.SaveSource(source); err != nil {
			t.Fatal(err)
		}
	}
	ann := models.Customer{Name: "Ann Hughes", PreferredName: "Annie", Birthday: "1980-03-01", SourceID: walkedPast.ID, Earlier: models.Earlier{VisitN: 3}}
	ann.SetContact(models.ContactPhone, "0171 555 0110")
	if err := store.SaveCustomer(&ann); err != nil {
		t.Fatal(err)
	}
	if err := store.DeleteSource(walkedPast.ID); err != nil {
		t.Fatal(err)
	}
	row := person(2, "Ann Hughes-Brown", "0171 555 0110")
	row.Customer.Birthday, row.Customer.PreferredName, row.Customer.Earlier, row.Source = "1980-04-01", "Nan", models.Earlier{VisitN: 4}, "letters"
	row.Customer.State = models.CustomerArchived
	same := person(3, "ann", "0171 555 0110")
	same.Customer.Birthday, same.Customer.PreferredName, same.Customer.Earlier, same.Source = "1980-03-01", "annie", models.Earlier{VisitN: 3}, "walked PAST"
	left := person(4, "Ann Hughes", "0171 555 0110")
	left.Customer.Birthday = "1999-01-01"
	opts := models.ImportOptions{Choices: map[int]models.ImportChoice{4: models.ImportSkip}}
	result := importRows(t, store, opts, row, same, left)
	fields := map[string]bool{}
	for _, kept := range result.Kept {
		p, ours := models.IsProblem(kept.Problem)
		if !ours || kept.Line != 2 || kept.Name != "Ann Hughes-Brown" || p.Key != "import.kept."+p.Field && p.Field != "state" {
			t.Errorf("kept: %+v", kept)
		}
		fields[p.Field] = true
	}
	if len(fields) != 6 || len(result.Kept) != 6 {
		t.Errorf("told of %v", result.Kept)
	}
	got, err := store.Customer(ann.ID)
	if err != nil || got.Birthday != "1980-03-01" || got.Name != "Ann Hughes" || got.State != models.CustomerActive || got.Earlier.VisitN != 3 || got.SourceID != walkedPast.ID {
		t.Errorf("the card is %+v (%v)", got, err)
	}
}

// Who was in the archive comes back into it, with the day and the reason, is found there, and goes with the import.
func TestImportPutsBackIntoTheArchive(t *testing.T) {
	store, _ := modelstest.New(t)
	died, unclear := person(2, "Ann Hughes"), person(3, "Bob Brown")
	died.Customer.State, died.Customer.ArchivedOn, died.Customer.ArchivedWhy = models.CustomerArchived, "2024-05-06", models.ArchivedDied
	unclear.Customer.State, unclear.Customer.ArchivedOn, unclear.Customer.ArchivedWhy = models.CustomerArchived, "--05-06", "gone fishing"
	active := person(4, "Cid Clark")
	active.Customer.ArchivedWhy = models.ArchivedDied
	result := importRows(t, store, models.ImportOptions{}, died, unclear, active)
	for name, want := range map[string]models.Customer{
		"Ann Hughes": {State: models.CustomerArchived, ArchivedOn: "2024-05-06", ArchivedWhy: models.ArchivedDied},
		"Bob Brown":  {State: models.CustomerArchived, ArchivedOn: store.Today(), ArchivedWhy: models.ArchivedOther},
		"Cid Clark":  {State: models.CustomerActive},
	} {
		set := models.CustomersAll
		if want.State == models.CustomerArchived {
			set = models.CustomersArchived
		}
		rows, _, err := store.Customers(models.CustomerFilter{Set: set, Text: name, Limit: 2})
		if err != nil || len(rows) != 1 {
			t.Fatalf("%s: %v, %v", name, rows, err)
		}
		c, err := store.Customer(rows[0].ID)
		if err != nil || c.State != want.State || c.ArchivedOn != want.ArchivedOn || c.ArchivedWhy != want.ArchivedWhy {
			t.Errorf("%s is %s since %q because %q (%v)", name, c.State, c.ArchivedOn, c.ArchivedWhy, err)
		}
	}
	if found, err := store.FullCheck(t.Context(), func(int, int) {}); err != nil || !found.Whole() {
		t.Errorf("the check finds %+v (%v)", found, err)
	}
	undone, err := store.UndoImport(t.Context(), result.ID)
	if err != nil || undone.Removed != 3 || len(undone.Kept) != 0 {
		t.Errorf("taken back: %+v, %v", undone, err)
	}
}
