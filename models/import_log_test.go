package models_test

import (
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// importLines gives the log's lines of imports, newest first.
func importLines(t *testing.T, store *models.Store) []models.ActivityRow {
	t.Helper()
	rows, err := store.Activity(models.ActivityFilter{Thing: models.ThingImport, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAnImportAndItsUndoAreLinesOfTheLog(t *testing.T) {
	store, clock := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	file := []models.ImportRow{person(2, "Ann Hughes", "0171 555 0110", "ann@example.org"), person(3, "Bob"), person(4, "Cid")}
	importRows(t, store, models.ImportOptions{File: "list.csv", Trial: true}, file...)
	if lines := importLines(t, store); len(lines) != 0 {
		t.Errorf("a trial left %+v", lines)
	}
	result := importRows(t, store, models.ImportOptions{File: "list.csv"}, file...)
	importRows(t, store, models.ImportOptions{File: "list.csv", Known: models.ImportSkip}, file...) // stores nothing
	at := models.MomentOf(store.Now())
	clock.Days(1)
	if _, err := store.UndoImport(t.Context(), result.ID); err != nil {
		t.Fatal(err)
	}
	lines := importLines(t, store)
	if len(lines) != 2 {
		t.Fatalf("the log says %+v", lines)
	}
	for i, want := range []models.ActivityRow{{Event: models.Removed, At: models.MomentOf(store.Now())}, {Event: models.Added, At: at}} {
		got := lines[i]
		if got.Event != want.Event || got.At != want.At || got.Label != "list.csv" || got.People != 3 || got.ThingID != int64(result.ID) {
			t.Errorf("line %d is %+v", i, got)
		}
	}
}

// A card that arrived by itself is called after the person, who goes with it: from the list of imports and the log.
func TestErasingForgetsTheFilesThatBroughtThePerson(t *testing.T) {
	store, _ := modelstest.New(t)
	eve := modelstest.Customer(t, store, "Eve Hughes", "0171 555 0110")
	for _, brought := range []struct {
		file string
		row  models.ImportRow
	}{
		{"filled.vcf", person(1, "Eve Hughes", "0171 555 0110", "eve@example.org")},
		{"Eve Hughes.vcf", person(1, "Bob")},
		{"added.vcf", person(1, "Ann")},
		{"others.vcf", person(1, "Cid")},
	} {
		importRows(t, store, models.ImportOptions{File: brought.file}, brought.row)
	}
	found, err := store.FindCustomers("ann", 1)
	if err != nil || len(found) != 1 {
		t.Fatalf("found %+v (%v)", found, err)
	}
	for _, id := range []models.CustomerID{eve, found[0].ID} {
		if _, err := store.EraseCustomer(id); err != nil {
			t.Fatal(err)
		}
	}
	var kept, logged []string
	imports, err := store.Imports()
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range imports {
		kept = append(kept, i.File)
	}
	for _, line := range importLines(t, store) {
		logged = append(logged, line.Label)
	}
	if want := []string{"others.vcf", "", "", ""}; !slices.Equal(kept, want) || !slices.Equal(logged, want) {
		t.Errorf("the imports are %q and the log says %q, want %q", kept, logged, want)
	}
}
