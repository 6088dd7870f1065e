package models_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// tagged adds tags to a row.
func tagged(row models.ImportRow, tags ...string) models.ImportRow {
	row.Customer.Tags = tags
	return row
}

// whoHasWhat tells the tags with their counts, and everybody's, and holds the facts in memory to the file.
func whoHasWhat(t *testing.T, store *models.Store) string {
	t.Helper()
	tags, err := store.Tags()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	db := raw(t, store.Path())
	for _, tag := range tags {
		fmt.Fprintf(&b, "%s %d; ", tag.Name, tag.N)
		f := models.CustomerFilter{Tag: tag.ID}
		if got, err := store.CustomerIDs(f); err != nil || !slices.Equal(got, fileSays(t, db, store, f)) || len(got) != tag.N {
			t.Errorf("%s is on %v (%v), the file says %v", tag.Name, got, err, fileSays(t, db, store, f))
		}
	}
	for _, line := range lines(t, db, "SELECT c.name || ':' || ifnull((SELECT group_concat(t.name, ',' ORDER BY t.name_key) FROM customer_tag k JOIN tag t ON t.id = k.tag_id WHERE k.customer_id = c.id), '') FROM customer c ORDER BY c.id") {
		b.WriteString(strings.Trim(line, `"`) + " ")
	}
	return strings.TrimSpace(b.String())
}

// takeBack takes the import back.
func takeBack(t *testing.T, store *models.Store, result models.ImportResult) models.ImportUndone {
	t.Helper()
	undone, err := store.UndoImport(t.Context(), result.ID)
	if err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	searchIsWhole(t, store)
	checkRules(t, store.Path())
	return undone
}

func TestImportBringsTags(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "0171 555 0110")
	modelstest.Customer(t, store, "Bea", "0171 555 0111")
	if err := store.TagCustomers([]models.CustomerID{ann}, "Club"); err != nil {
		t.Fatal(err)
	}
	if ready, err := store.ReadyFilters(); err != nil || ready {
		t.Fatal(ready, err) // begun, so that the import comes between
	}
	before := whoHasWhat(t, store)
	file := func() []models.ImportRow {
		return []models.ImportRow{tagged(person(2, "Ann", "0171 555 0110"), "CLUB", "rides", "Rides"), tagged(person(3, "Bea", "0171 555 0111"), "club"),
			tagged(person(4, "Cid", "0171 555 0112"), "Rides", "", "new, and with a comma"), tagged(person(5, "Cid", "0171 555 0112"), "rides", "twice"), person(6, "Dan")}
	}
	if trial := importRows(t, store, models.ImportOptions{Trial: true}, file()...); trial.Filled != 3 || whoHasWhat(t, store) != before {
		t.Errorf("a trial tells %+v and leaves %s", trial, whoHasWhat(t, store))
	}
	result := importRows(t, store, models.ImportOptions{File: "list.csv"}, file()...)
	if result.Added != 2 || result.Filled != 3 || len(result.Issues) > 0 {
		t.Errorf("the import tells %+v", result)
	}
	want := "Club 2; new, and with a comma 1; rides 2; twice 1; Ann:Club,rides Bea:Club Cid:new, and with a comma,rides,twice Dan:"
	if got := whoHasWhat(t, store); got != want {
		t.Errorf("the book has\n%s, want\n%s", got, want)
	}
	if again := importRows(t, store, models.ImportOptions{}, file()...); again.ID != 0 {
		t.Errorf("the same again gives %+v", again)
	}
	if log := importLines(t, store); len(log) != 1 || log[0].People != 5 {
		t.Errorf("the log says %+v", log)
	}
	if undone := takeBack(t, store, result); undone.Removed != 2 || len(undone.Kept) > 0 {
		t.Errorf("taking it back tells %+v", undone)
	}
	if got := whoHasWhat(t, store); got != before {
		t.Errorf("taken back, the book has\n%s, want\n%s", got, before)
	}
}

// What the owner did with the tags since stays: those of people who stay, those called otherwise, those a list asks for.
func TestTakingTagsBackLeavesWhatWasDoneSince(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, bea := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Customer(t, store, "Bea", "0171 555 0111")
	result := importRows(t, store, models.ImportOptions{File: "list.csv"}, tagged(person(2, "Ann", "0171 555 0110"), "one", "renamed", "listed", "gone"), tagged(person(3, "Bea", "0171 555 0111"), "one", "two"),
		tagged(person(4, "Cid"), "one"), tagged(person(5, "Dan"), "dan's"), tagged(person(6, "Eve"), "eve's"))
	clock.Days(1)
	ids := map[string]models.TagID{}
	tags, err := store.Tags()
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range tags {
		ids[tag.Name] = tag.ID
	}
	found, err := store.FindCustomers("dan", 1)
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	card, err := store.Customer(bea)
	if err != nil {
		t.Fatal(err)
	}
	card.Address = "1 Road"
	for _, err := range []error{store.SaveCustomer(card), store.RenameTag(ids["renamed"], "mine"), store.DeleteTag(ids["gone"]), store.TagCustomers([]models.CustomerID{ann}, "Anew"),
		store.TagCustomers([]models.CustomerID{found[0].ID}, "more")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.SaveList("those", models.CustomerFilter{Tag: ids["listed"]}); err != nil {
		t.Fatal(err)
	}
	undone := takeBack(t, store, result)
	if undone.Removed != 2 || !slices.Equal(undone.Kept, []models.CustomerID{found[0].ID, bea}) {
		t.Errorf("taking it back tells %+v", undone)
	}
	want := "Anew 1; dan's 1; listed 0; mine 1; more 1; one 1; two 1; Ann:Anew,mine Bea:one,two Dan:dan's,more"
	if got := whoHasWhat(t, store); got != want {
		t.Errorf("taken back, the book has\n%s, want\n%s", got, want)
	}
}

// Who is erased leaves no word of the tags a file gave them.
func TestErasingForgetsImportedTags(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "0171 555 0110")
	importRows(t, store, models.ImportOptions{}, tagged(person(2, "Ann", "0171 555 0110"), "owes me"))
	db := raw(t, store.Path())
	if n := one[int](t, db, "SELECT count(*) FROM import_filled WHERE columns LIKE '%newtag:%'"); n != 1 {
		t.Fatalf("%d rows remember the tag", n)
	}
	if _, err := store.EraseCustomer(ann); err != nil {
		t.Fatal(err)
	}
	if n := one[int](t, db, "SELECT count(*) FROM import_filled WHERE columns <> ''"); n != 0 {
		t.Errorf("%d rows remember it still", n)
	}
}
