package models_test

import (
	"errors"
	"fmt"
	"slices"
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

// How somebody likes to be reached, and the day they were asked to recommend the shop, come with a file as the rest of a card does: filled in where
// the card does not say, told of where it says otherwise, and taken back with the import.
func TestImportBringsHowToReachThem(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110"), &models.Customer{Name: "Bob Reed", ReachBy: models.LikesPost}
	if err := errors.Join(store.SaveCustomer(bob), store.NoteInvited(bob.ID)); err != nil {
		t.Fatal(err)
	}
	says := func(id models.CustomerID, by models.ReachBy, on models.Day) {
		t.Helper()
		if c, err := store.Customer(id); err != nil || c.ReachBy != by || c.InvitedOn != on {
			t.Errorf("%d is reached by %q and was asked on %q, want %q and %q; %v", id, c.ReachBy, c.InvitedOn, by, on, err)
		}
	}
	liking := func(row models.ImportRow, by models.ReachBy, on models.Day) models.ImportRow {
		row.Customer.ReachBy, row.Customer.InvitedOn = by, on
		return row
	}
	result := importRows(t, store, models.ImportOptions{}, liking(person(2, "Ann Hughes", "0171 555 0110"), models.LikesPhone, "2025-04-03"),
		liking(person(3, "Bob Reed"), models.LikesEmail, "2024-01-02"), liking(person(4, "Cy Young"), models.LikesPerson, "2026-01-02"))
	cy, err := store.FindCustomers("Cy", 1)
	if err != nil || len(cy) != 1 || result.Filled != 1 || result.Added != 1 {
		t.Fatalf("%+v, %+v, %v", result, cy, err)
	}
	says(ann, models.LikesPhone, "2025-04-03")
	says(bob.ID, models.LikesPost, store.Today())
	says(cy[0].ID, models.LikesPerson, "2026-01-02")
	var kept []string
	for _, issue := range result.Kept {
		problem, _ := models.IsProblem(issue.Problem)
		kept = append(kept, fmt.Sprint(issue.Line, " ", problem.Key, " ", problem.Args["Card"], " ", problem.Args["File"]))
	}
	if want := []string{"3 import.kept.reachBy post email", "3 import.kept.invitedOn 2026-11-21 2024-01-02"}; !slices.Equal(kept, want) {
		t.Errorf("the cards stand against %q, want %q", kept, want)
	}
	if _, err := store.UndoImport(t.Context(), result.ID); err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	says(ann, models.LikesAny, "")
	says(bob.ID, models.LikesPost, store.Today())
}

// A card that is saved does not forget the day somebody was asked meanwhile.
func TestSavingACardKeepsTheDayTheyWereAsked(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann"}
	err := store.SaveCustomer(ann)
	open, loaded := store.Customer(ann.ID)
	err = errors.Join(err, loaded, store.NoteInvited(ann.ID))
	open.Name = "Anne"
	err = errors.Join(err, store.SaveCustomer(open))
	if day, asked := store.InvitedOn(ann.ID); err != nil || asked != nil || day != store.Today() {
		t.Errorf("she was asked on %q; %v, %v", day, err, asked)
	}
}
