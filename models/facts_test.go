package models_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// anyFilter draws what a list may ask.
func (m *machine) anyFilter(t *rapid.T) models.CustomerFilter {
	some := rapid.IntRange(0, 2)
	f := models.CustomerFilter{Set: evenly(t, "set", append(slices.Clone(models.CustomerSets), models.CustomersArchived)...),
		Sort: evenly(t, "sort", models.CustomerOrders...)}
	f.Rungs = rapid.SliceOfNDistinct(rapid.SampledFrom(models.Rungs), 0, some.Draw(t, "rungs"), rapid.ID).Draw(t, "rung")
	f.Activities = rapid.SliceOfNDistinct(rapid.SampledFrom(models.Activities), 0, some.Draw(t, "activities"), rapid.ID).Draw(t, "activity")
	f.May = rapid.SliceOfNDistinct(rapid.SampledFrom(models.Permissions), 0, some.Draw(t, "ways"), rapid.ID).Draw(t, "may")
	switch within(t, "more", 0, 5) {
	case 0:
		f.Tag = pick[models.Tag](m, t, "tag")
	case 1:
		f.Source = pick[models.Source](m, t, "source")
	case 2:
		f.AsksFor = pick[models.Staff](m, t, "staff")
	case 3:
		f.SeenSince = m.dayAround(t, "since")
	case 4:
		f.SeenBefore = m.dayAround(t, "before")
	}
	return f
}

// checkFilters holds what is answered from memory to what the file itself says.
func (m *machine) checkFilters(t *rapid.T) {
	f := m.anyFilter(t)
	counts, err := m.store.CustomerCounts(f)
	if err != nil {
		t.Fatal(err)
	}
	if want := fileSays(t, m.db, m.store, f); counts.Fit != len(want) {
		t.Fatalf("%+v counts %d, the file has %v", f, counts.Fit, want)
	} else if got, err := m.store.CustomerIDs(f); err != nil || !slices.Equal(got, want) {
		t.Fatalf("%+v gives %v (%v), the file %v", f, got, err, want)
	}
}

// countChoices holds the counts of a filter's choices to the file.
func (m *machine) countChoices(t *rapid.T) {
	f := m.anyFilter(t)
	counts, err := m.store.CustomerCounts(f)
	if err != nil {
		t.Fatal(err)
	}
	checkChoices(t, m.db, m.store, f, counts)
}

// checkChoices takes each choice by itself and counts whom the file has then.
func checkChoices(t must, db *sql.DB, store *models.Store, f models.CustomerFilter, counts models.CustomerCounts) {
	count := func(what string, n int, with func(f *models.CustomerFilter)) {
		narrow := f
		with(&narrow)
		if want := fileSays(t, db, store, narrow); n != len(want) {
			t.Fatalf("beside %+v, %s counts %d, the file has %v", f, what, n, want)
		}
	}
	for _, r := range models.Rungs {
		count(string(r), counts.Rungs[r], func(f *models.CustomerFilter) { f.Rungs = []models.Rung{r} })
	}
	for _, a := range models.Activities {
		count(string(a), counts.Activities[a], func(f *models.CustomerFilter) { f.Activities = []models.Activity{a} })
	}
	for _, p := range models.Permissions {
		count(string(p), counts.May[p], func(f *models.CustomerFilter) { f.May = append(slices.Clone(f.May), p) })
	}
	tags, err := store.Tags()
	sources, err2 := store.Sources()
	staff, err3 := store.Staff(true)
	if err != nil || err2 != nil || err3 != nil {
		t.Fatalf("%v, %v, %v", err, err2, err3)
	}
	for _, tag := range tags {
		count("the tag "+tag.Name, counts.Tags[tag.ID], func(f *models.CustomerFilter) { f.Tag = tag.ID })
	}
	for _, source := range sources {
		count("the source "+source.Name, counts.Sources[source.ID], func(f *models.CustomerFilter) { f.Source = source.ID })
	}
	for _, one := range staff {
		count("asked for "+one.Name, counts.Staff[one.ID], func(f *models.CustomerFilter) { f.AsksFor = one.ID })
	}
}

func fileSays(t must, db *sql.DB, store *models.Store, f models.CustomerFilter) (ids []models.CustomerID) {
	rows, err := db.Query(store.FilterSQL(f))
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id models.CustomerID
		if err := rows.Scan(&id); err != nil {
			t.Fatalf("%v", err)
		}
		ids = append(ids, id)
	}
	return ids
}

// What changes while the facts are read by and by, what another connection writes, and what touches very many at once.
func TestFactsKeepUp(t *testing.T) {
	clock := modelstest.NewClock()
	path := t.TempDir() + "/shop.goodturn"
	store := modelstest.Open(t, path, clock)
	fillBook(t, store, 300, func(i int) models.Customer {
		return models.Customer{Name: fmt.Sprintf("Customer %03d", i), Address: []string{"", "1 Road"}[i%2]}
	})
	all, err := store.CustomerIDs(models.CustomerFilter{})
	if err != nil || len(all) != 300 {
		t.Fatal(all, err)
	}
	db := raw(t, path)
	agree := func(what string) {
		t.Helper()
		for _, order := range models.CustomerOrders {
			f := models.CustomerFilter{May: []models.Permission{models.PermitPost}, Sort: order}
			if got, err := store.CustomerIDs(f); err != nil || !slices.Equal(got, fileSays(t, db, store, f)) {
				t.Fatalf("%s, by %q the list has %v (%v), the file %v", what, order, got, err, fileSays(t, db, store, f))
			}
		}
		counts, err := store.CustomerCounts(models.CustomerFilter{})
		if err != nil {
			t.Fatal(err)
		}
		checkChoices(t, db, store, models.CustomerFilter{}, counts)
	}
	for ready := false; !ready; {
		var err error
		if ready, err = store.ReadyFilters(); err != nil {
			t.Fatal(err)
		}
		modelstest.Visit(t, store, all[7], "Bell")
		modelstest.Customer(t, store, "Customer 000a", "")
	}
	agree("after changes while it was read")
	if err := store.TagCustomers(all, "club"); err != nil {
		t.Fatal(err)
	}
	agree("after everybody was tagged")
	if err := store.ArchiveCustomers(all[:250], models.ArchivedMoved); err != nil {
		t.Fatal(err)
	}
	agree("after many went into the archive")
	if archived, err := store.CustomerIDs(models.CustomerFilter{Set: models.CustomersArchived}); err != nil || !slices.Equal(archived, all[:250]) {
		t.Errorf("the archive has %v, %v", archived, err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	agree("after Undo")
	if _, err := db.Exec("UPDATE customer SET no_post = 1 WHERE id % 2 = 0"); err != nil {
		t.Fatal(err)
	}
	agree("after somebody else wrote")
}

// What was not watched from its first row on is not answered from.
func TestFactsAreNotReadUnwatched(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	if err := store.FailOnce("touched_tag_insert"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.ReadyFilters(); err == nil {
		t.Fatal("the file was not busy")
	}
	if n, err := store.CustomerCounts(models.CustomerFilter{}); err != nil || n.Fit != 1 {
		t.Fatalf("%d in the book, %v", n.Fit, err)
	}
	if err := store.DeleteCustomer(ann); err != nil {
		t.Fatal(err)
	}
	if n, err := store.CustomerCounts(models.CustomerFilter{}); err != nil || n.Fit != 0 {
		t.Errorf("%d in an empty book, %v", n.Fit, err)
	}
}

// fillBook puts n people into the book at once.
func fillBook(t *testing.T, store *models.Store, n int, person func(i int) models.Customer) {
	t.Helper()
	rows := func(yield func(models.ImportRow, error) bool) {
		for i := range n {
			if !yield(models.ImportRow{Line: i + 1, Customer: person(i)}, nil) {
				return
			}
		}
	}
	if _, err := store.ImportCustomers(context.Background(), rows, models.ImportOptions{File: "people.csv"}, func(int) {}); err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
}

// A text narrows what the filter lets through, wherever it stands, and finds the same as looking at each.
func TestTextAndFilterTogether(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, t.TempDir()+"/shop.goodturn", clock)
	fillBook(t, store, 1300, func(i int) models.Customer {
		name := fmt.Sprintf([]string{"Bert %04d", "Ann %04d"}[i%2], i)
		return models.Customer{Name: name, NoPost: i < 100, Address: "Lighthouse Close"}
	})
	some := []models.CustomerID{1, 2, 3, 4, 5}
	if err := store.TagCustomers(some, "club"); err != nil {
		t.Fatal(err)
	}
	tags, err := store.Tags()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		f    models.CustomerFilter
		want int
	}{
		{models.CustomerFilter{Text: "ann", Tag: tags[0].ID}, 2},
		{models.CustomerFilter{Text: "lighth", Tag: tags[0].ID}, 5},
		{models.CustomerFilter{Text: "ann 00", May: []models.Permission{models.PermitPost}}, 0},
		{models.CustomerFilter{Text: "0400", May: []models.Permission{models.PermitPost}}, 1},
		{models.CustomerFilter{Text: "ann", May: []models.Permission{models.PermitPost}}, 200},
		{models.CustomerFilter{Text: "lighthouse bert", May: []models.Permission{models.PermitPost}}, 200},
	} {
		c.f.Limit = 1000
		if rows, n, err := store.Customers(c.f); err != nil || n != c.want || len(rows) != c.want {
			t.Errorf("%+v finds %d of %d, %v, want %d", c.f, len(rows), n, err, c.want)
		}
	}
	if place, err := store.CustomerPlaceIn(models.CustomerFilter{Tag: tags[0].ID}, some[1]); err != nil || place != 0 {
		t.Errorf("Ann 0001 stands in row %d of the tagged, %v", place, err)
	}
}
