package exchange_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"goodturn/app/exchange"
	"goodturn/assets"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// aBookOfAll has customers who need every column between them.
func aBookOfAll(t *testing.T) *models.Store {
	t.Helper()
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann Hughes", PreferredName: "Annie", Address: "3 Row\nPorthaven", Country: "Österreich", Birthday: "1980-11-21", SourceID: 2, Tags: []string{"club", "winter, early"},
		NoPost: true, NoPostOn: "2024-05-06", NoPhone: true, NoPhoneOn: "2024-05-07", NoEmail: true, NoEmailOn: "2024-05-08", ReachBy: models.LikesPerson,
		Earlier:  models.Earlier{VisitN: 12, Spent: 1234_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"},
		Contacts: []models.Contact{{Kind: models.ContactPhone, Label: "home", Value: "0171 555 0110"}, {Kind: models.ContactPhone, Label: "Anna, at; work", Value: "0171 555 0111"}, {Kind: models.ContactEmail, Label: "work", Value: "ann@example.org"}},
		Remember: []models.Remember{{Text: "Left-handed.", NotedOn: "2024-02-29", StillOn: "2025-01-01"}, {Text: "Coffee black.", NotedOn: "2024-03-01"}}}
	people := []*models.Customer{ann, {Name: "Bob", ReachBy: models.LikesPhone, NoPost: true}, {Name: "Cy", ReachBy: models.LikesEmail}, {Name: "Di", ReachBy: models.LikesPost}, {Name: "Ed"}, {Name: "Flo"}}
	for _, c := range people {
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann.ID}, RefereeID: people[1].ID, FromBefore: true}); err != nil {
		t.Fatal(err)
	}
	if err := store.NoteInvited(ann.ID); err != nil {
		t.Fatal(err)
	}
	for i, why := range models.ArchiveReasons {
		if err := store.ArchiveCustomers([]models.CustomerID{people[3+i].ID}, why); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// What is written in one language is read as the same book whatever language is spoken: reading never asks for it. Nothing is left
// in English but what is English in the language too.
func TestOurTablesComeBackFromEveryLanguage(t *testing.T) {
	store := aBookOfAll(t)
	want, err := everybody(store)
	if err != nil {
		t.Fatal(err)
	}
	var english []string
	for _, language := range assets.Whole {
		for ending, write := range map[string]writer{".csv": csvIn(language), ".xlsx": excelIn(language)} {
			path := filepath.Join(t.TempDir(), "out"+ending)
			if err := export(store, path, write); err != nil {
				t.Fatal(language, err)
			}
			again, _ := modelstest.New(t)
			result, err := bring(again, path)
			if err != nil || len(result.Issues) > 0 {
				t.Fatalf("%s%s: %v, %+v", language, ending, err, result.Issues)
			}
			if got, err := everybody(again); err != nil || got != want {
				t.Errorf("%s%s (%v): came back as\n%s\nwent out as\n%s", language, ending, err, got, want)
			}
			if ending == ".xlsx" {
				continue
			}
			headers := look(t, path).Headers
			if language == "en" {
				english = headers
				continue
			}
			for i, header := range headers {
				if header == english[i] && header != "Name" {
					t.Errorf("%s: the column %q is called as in English", language, header)
				}
			}
		}
	}
}

// No name of a column means two things, in whatever languages.
func TestNamesOfColumnsMeanOneThing(t *testing.T) {
	means, blank := map[string]exchange.Field{}, regexp.MustCompile(`\s+`)
	for _, language := range assets.Whole {
		words := exchange.WordsIn(language)
		for _, field := range exchange.Fields {
			name := blank.ReplaceAllString(models.Fold(words["column."+string(field)]), " ")
			if other, known := means[name]; known && name != "" && other != field {
				t.Errorf("%s: %q is %s, and %s in another language", language, name, field, other)
			}
			means[name] = field
		}
	}
}

// A file of rows to mend is worded too, and is read again.
func TestRowsToMendAreWorded(t *testing.T) {
	store, _ := modelstest.New(t)
	path := file(t, "Name;Phone\nBob;1\n")
	survey := look(t, path)
	result, err := store.ImportCustomers(t.Context(), exchange.People(t.Context(), path, survey.Format, survey.Mapping), models.ImportOptions{}, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	rejected, err := exchange.Collect(t.Context(), path, survey, result.Issues, func(error) string { return "zu kurz" })
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := rejected.WriteCSV(&b, exchange.WordsIn("de")); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeffName,Phone,Zeile,Was nicht stimmt\r\nBob,1,2,zu kurz\r\n"; b.String() != want {
		t.Errorf("wrote\n%swant\n%s", b.String(), want)
	}
	if again, err := bring(store, file(t, strings.Replace(b.String(), ",1,", ",0171 555 0111,", 1))); err != nil || again.Added != 1 {
		t.Errorf("mended: %+v, %v", again, err)
	}
}

// A language that nobody knows is English.
func TestWordsOfNobodysLanguage(t *testing.T) {
	if got, want := fmt.Sprint(exchange.WordsIn("xx")), fmt.Sprint(exchange.WordsIn("en")); got != want {
		t.Errorf("it says %s", got)
	}
}

// Every part, label and word of the page about a person is a text: a column or state that is new says so here.
func TestThePageOfAPersonIsWorded(t *testing.T) {
	store, ids := counterPeople(t)
	label, word := regexp.MustCompile(`<(dt|h2)></`), regexp.MustCompile(`<dd dir="auto">[a-z]+_[a-z_]+</dd>`)
	for _, id := range ids {
		sections, err := store.PersonFile(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range assets.Whole {
			var page bytes.Buffer
			if err := (exchange.PersonPage{Shop: "Shop", Name: "Name", Day: store.Today(), Sections: sections}).WriteHTML(&page, plainWords(language)); err != nil {
				t.Fatal(err)
			}
			for _, bare := range append(label.FindAllString(page.String(), 1), word.FindAllString(page.String(), 1)...) {
				t.Errorf("%s: on the page stands %s", language, bare)
			}
			if !strings.Contains(page.String(), `<html lang="`+language+`">`) || language == "de" && !strings.Contains(page.String(), "Die Karte") {
				t.Errorf("the page is in another language than %s", language)
			}
		}
	}
}
