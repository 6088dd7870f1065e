package models_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// noted saves a visit at which that was noted, and gives it.
func noted(t interface{ Fatal(...any) }, store *models.Store, id models.CustomerID, note string) models.VisitID {
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: id, At: models.MomentOf(store.Now()), Note: note, Requests: []models.Request{{Item: "Bell"}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	return e.Visit.ID
}

// What was said is found by words of one and two letters as names are: of scripts that set words apart by how a word begins, of
// those that do not anywhere.
func TestWhatWasSaidIsFoundByOneAndTwoLetters(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Kim Hughes", ""), modelstest.Customer(t, store, "Tom Vale", "")
	notes := map[string]models.VisitID{}
	for _, note := range []string{"接待王小明先生", "Сказал: ок, беру", "Ab morgen ohne Licht", "A new cable", "Él dijo que sí", "Gab nach"} {
		clock.Days(1)
		notes[note] = noted(t, store, ann, note)
	}
	stranger := noted(t, store, 0, "absent-minded")
	gone := noted(t, store, ben, "abroad")
	mustDo(t, store.DeleteVisit(gone))
	for text, want := range map[string][]models.VisitID{
		"王小": {notes["接待王小明先生"]}, "小": {notes["接待王小明先生"]}, "ОК": {notes["Сказал: ок, беру"]}, "si": {notes["Él dijo que sí"]}, "é": {notes["Él dijo que sí"]},
		"ab": {stranger, notes["Ab morgen ohne Licht"]}, "n c": {notes["A new cable"]}, "zz": nil, "明王": nil,
	} {
		if got, err := store.FindSaid(context.Background(), text); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q finds visits %v, %v; want %v", text, got, err, want)
		}
		if hits, err := store.Search(text, 8); err != nil || len(hits.Notes) > 0 || !models.IsShort(text) {
			t.Errorf("%q is looked for in what was said at once: %+v, %v", text, hits.Notes, err)
		}
	}
	hits, err := store.SaidNotes("ab", []models.VisitID{notes["Ab morgen ohne Licht"], stranger, gone})
	if err != nil || len(hits) != 2 || hits[0].Customer != "" || hits[1].Customer != "Kim Hughes" || hits[1].Text != "Ab morgen ohne Licht" {
		t.Errorf("the notes are %+v, %v", hits, err)
	}
	for _, text := range []string{"", "|", "ab morgen"} {
		if models.IsShort(text) {
			t.Errorf("%q is short", text)
		}
	}
}

// A list shows who said it where FindSaidBy has found them, and only those its filter lets through.
func TestAListShowsWhoSaidIt(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Kim Hughes", ""), modelstest.Customer(t, store, "Tom Vale", "")
	noted(t, store, 0, "ab und zu")
	noted(t, store, ann, "ab morgen")
	noted(t, store, ben, "ab heute")
	mustDo(t, store.TagCustomers([]models.CustomerID{ben}, "Club"))
	tags, err := store.Tags()
	mustDo(t, err)
	for _, c := range []struct {
		f    models.CustomerFilter
		want []models.CustomerID
	}{
		{models.CustomerFilter{}, []models.CustomerID{ben, ann}},
		{models.CustomerFilter{Set: models.CustomersRegulars}, nil},
		{models.CustomerFilter{Tag: tags[0].ID}, []models.CustomerID{ben}},
	} {
		among, err := store.CustomerIDs(c.f)
		mustDo(t, err)
		c.f.Text, c.f.Limit = "ab", 50
		if rows, n, err := store.Customers(c.f); err != nil || n != 0 {
			t.Errorf("before it was looked for %+v says it, %v", rows, err)
		}
		c.f.Said, err = store.FindSaidBy(context.Background(), c.f, among)
		mustDo(t, err)
		rows, n, err := store.Customers(c.f)
		var got []models.CustomerID
		for _, row := range rows {
			got = append(got, row.ID)
		}
		if err != nil || !slices.Equal(got, c.want) || n != len(c.want) || len(c.f.Said) != n {
			t.Errorf("%+v shows %v, %v; want %v", c.f, got, err, c.want)
		}
		if found, err := store.WhyFound(rows, "ab"); n > 0 && (err != nil || found[0].Reason != models.FoundBySaid || found[0].Why != "ab heute") {
			t.Errorf("the first is there because of %+v, %v", found[0], err)
		}
	}
}

// All is looked through, however far apart the visits lie, and no further once nobody waits for it.
func TestWhatWasSaidLongAgoIsFound(t *testing.T) {
	store, _ := modelstest.New(t)
	first, last := noted(t, store, 0, "ok then"), noted(t, store, 0, "nothing")
	db := raw(t, store.Path())
	for _, table := range []string{"visit", "visit_search"} {
		if _, err := db.Exec("UPDATE "+table+" SET id = 70000 WHERE id = ?", last); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := store.FindSaid(context.Background(), "ok"); err != nil || !slices.Equal(got, []models.VisitID{first}) {
		t.Errorf("found %v, %v", got, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if got, err := store.FindSaid(ctx, "ok"); !errors.Is(err, context.Canceled) || len(got) > 0 {
		t.Errorf("after it was cancelled it finds %v, %v", got, err)
	}
}

// However a word of a note is written, its first letter and its first two find it, and are marked.
func TestEveryBeginningOfAWordThatWasSaidFindsIt(t *testing.T) {
	store, _ := modelstest.New(t)
	rapid.Check(t, func(t *rapid.T) {
		note := someWords(t, "note")
		word := []rune(models.Fold(rapid.SampledFrom(strings.Fields(note)).Draw(t, "of")))
		if len(word) == 0 {
			return
		}
		text := string(word[:rapid.IntRange(1, min(2, len(word))).Draw(t, "letters")])
		id := noted(t, store, 0, note)
		got, err := store.FindSaid(context.Background(), text)
		if err != nil || !slices.Contains(got, id) {
			t.Fatalf("%q in %q: found %v, %v", text, note, got, err)
		}
		hits, err := store.SaidNotes(text, []models.VisitID{id})
		if err != nil || len(hits) != 1 || len(models.Marks(hits[0].Text, text)) == 0 {
			t.Fatalf("%q in %q is shown as %+v, %v", text, note, hits, err)
		}
		if err := store.DeleteVisit(id); err != nil {
			t.Fatal(err)
		}
	})
}
