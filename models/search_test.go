package models_test

import (
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// finds tells whether text finds the customer of that name.
func finds(t must, store *models.Store, text, name string) bool {
	t.Helper()
	rows, err := store.FindCustomers(text, 50)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return slices.ContainsFunc(rows, func(row models.CustomerRow) bool { return row.Name == name })
}

func TestFindACustomer(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, c := range []struct {
		name, phone string
		by          []string // what finds them
		not         []string
	}{
		{"Jörg Müller", "(030) 55 66 77", []string{"mül", "MUL", "ulle", "jorg", "jörg m", "m j", "jo mu", "566", "03055 66", "030-5566", "j"}, []string{"üll x", "mulli", "999"}},
		{"José Ibáñez", "+34 912 345 678", []string{"jose", "José", "iba", "ñez", "912", "+34 912345678", "0034 912 345 678", "912345678"}, []string{"josep"}},
		{"Anna Weiß", "0171 555 0199", []string{"weiss", "weiß", "eis", "+44 171 555 0199", "0171/5550199", "199"}, nil},
		{"Kari Ødegård", "", []string{"ode", "ødeg", "gard"}, nil},
		{"Łukasz Żak", "٠٢٢ ٣٣٣ ٤٤٤", []string{"luk", "łuk", "zak", "022", "333444", "٣٣٣"}, nil},
		{"王小明", "", []string{"王", "小", "明", "王小", "小明", "王小明"}, []string{"明王"}},
		{"さくら 株式会社", "", []string{"さ", "くら", "会社", "株式会"}, nil},
		{"김철수", "", []string{"김", "김철", "철수"}, []string{"수김"}},
		{"محمد علي", "", []string{"محم", "مُحَمَّد", "علي", "م"}, nil},
		{"עמית כהן", "", []string{"עמי", "כהן", "כ"}, nil},
		{"Νίκος Παππάς", "", []string{"νικ", "ΝΊΚΟΣ", "νικος", "παππ"}, nil},
		{"Ольга Йорк", "", []string{"оль", "ОЛЬГА", "иор", "йор"}, nil},
		{"สมชาย ใจดี", "", []string{"สมช", "ชาย", "ใจ"}, nil},
		{"अनिल कुमार", "", []string{"अनि", "कुम", "मार"}, nil},
		{"Seán O’Brien-Smith", "", []string{"o'br", "o’br", "obrien", "sean", "smith", "brien-s", "sm"}, nil},
		{"AC|DC \"Rock\" %_* 'n'", "", []string{"ac|dc", "dc", `"rock"`, "%_*", "'n'"}, nil},
	} {
		modelstest.Customer(t, store, c.name, c.phone)
		for _, text := range c.by {
			if !finds(t, store, text, c.name) {
				t.Errorf("%q does not find %q %s", text, c.name, c.phone)
			}
		}
		for _, text := range c.not {
			if finds(t, store, text, c.name) {
				t.Errorf("%q finds %q %s", text, c.name, c.phone)
			}
		}
	}
	for _, nothing := range []string{"", "  ", "\x00", "\u200b", "|"} {
		if rows, err := store.FindCustomers(nothing, 50); err != nil || len(rows) != 0 {
			t.Errorf("%q finds %d customers, %v", nothing, len(rows), err)
		}
	}
}

func TestTheBestMatchComesFirst(t *testing.T) {
	store, clock := modelstest.New(t)
	for _, name := range []string{"Joanne Smith", "Bo Annan", "Ann Zorn", "Ann Abel", "Marianne Berg"} {
		modelstest.Customer(t, store, name, "")
	}
	clock.Days(1)
	modelstest.Visit(t, store, 3, "tube")
	rows, err := store.FindCustomers("ann", 9)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, row.Name)
	}
	// Their name begins with it, the one seen lately first; then a word does; then it stands inside.
	if want := []string{"Ann Zorn", "Ann Abel", "Bo Annan", "Joanne Smith", "Marianne Berg"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if rows, _ := store.FindCustomers("ann", 2); len(rows) != 2 || rows[0].Name != "Ann Zorn" {
		t.Errorf("the first two: %+v", rows)
	}
}

func TestSearchFromAnywhere(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann Hughes", PreferredName: "Annie", Address: "12 Harbour Street\nPort Town", Remember: []models.Remember{{Text: "Left-handed; loves café racers"}}}
	ann.SetContact(models.ContactEmail, "ann.hughes@example.org")
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann.ID, At: models.MomentOf(store.Now()), Note: "Squeaky brakes again", Extra: "Oiled the Kettenschloß",
		Requests: []models.Request{{Item: "Brooks Saddle B17", TheirWords: "something soft like my old sofa", Understood: "a sprung saddle"}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	for text, why := range map[string]string{"ann": "", "annie": "Annie", "harbour": "12 Harbour Street Port Town", "cafe": "Left-handed; loves café racers", "@example": "ann.hughes@example.org"} {
		hits, err := store.Search(text, 5)
		if err != nil || len(hits.Customers) != 1 || hits.Customers[0].Why != why {
			t.Errorf("%q finds customers %+v, %v; want one because of %q", text, hits.Customers, err, why)
		}
	}
	for _, text := range []string{"brooks", "SADDLE b17", "b1", "saddle brooks"} {
		if hits, err := store.Search(text, 5); err != nil || len(hits.Items) != 1 || hits.Items[0].AskedN != 1 {
			t.Errorf("%q finds items %+v, %v", text, hits.Items, err)
		}
	}
	for _, text := range []string{"squeaky", "brakes squ", "kettenschloss", "old sofa", "sprung"} {
		if hits, err := store.Search(text, 5); err != nil || len(hits.Notes) != 1 || hits.Notes[0].VisitID != e.Visit.ID || hits.Notes[0].Customer != "Ann Hughes" {
			t.Errorf("%q finds notes %+v, %v", text, hits.Notes, err)
		}
	}
	if err := store.DeleteVisit(e.Visit.ID); err != nil {
		t.Fatal(err)
	}
	if hits, _ := store.Search("squeaky", 5); len(hits.Notes) != 0 {
		t.Errorf("a note of a visit that is gone: %+v", hits.Notes)
	}
	e.Visit = models.Visit{At: models.MomentOf(store.Now()), Note: "whole letter", Requests: []models.Request{{Item: "tube"}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	e.Visit.Note = ""
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	if hits, _ := store.Search("letter", 5); len(hits.Notes) != 0 {
		t.Errorf("a note that was rubbed out: %+v", hits.Notes)
	}
	checkRules(t, store.Path())
}

// A number is found however it was written down and however it is typed, as far as it was typed.
func TestNumbersAreFoundHoweverWritten(t *testing.T) {
	store, _ := modelstest.New(t)
	stored := []string{"0171 555 0110", "+44 171 555 0110", "(0171) 555-0110", "0044 171/555 0110", "+44 (0)171 555 0110"}
	for i, phone := range stored {
		modelstest.Customer(t, store, string(rune('A'+i)), phone)
	}
	for _, typed := range []string{"+44 171", "0171-", "(0171)", "0171", "+44171555", "0044 171 5", "(0171) 555", "+44 (0)171 555-01", "0171/5550110", "171 555", "5550110",
		"+44 171 555 0110", "44 171 555 0110"} {
		for i, phone := range stored {
			if !finds(t, store, typed, string(rune('A'+i))) {
				t.Errorf("%q does not find %s", typed, phone)
			}
		}
	}
	modelstest.Customer(t, store, "Gus", "+1 212 555 0188")
	modelstest.Customer(t, store, "Ida", "+353 1 555 0177")
	for typed, name := range map[string]string{"001 212": "Gus", "0212 555": "Gus", "+353 1 555": "Ida", "01 555 0177": "Ida", "gus 0212": "Gus", "+1 212 gus": "Gus"} {
		if !finds(t, store, typed, name) {
			t.Errorf("%q does not find %s", typed, name)
		}
	}
	modelstest.Customer(t, store, "Max", "+49 949 7363228")
	for _, typed := range []string{"0172", "+44 172", "+49 212 556", "0736"} {
		if rows, err := store.FindCustomers(typed, 9); err != nil || len(rows) > 0 {
			t.Errorf("%q finds %+v, %v", typed, rows, err)
		}
	}
}

func TestAnythingMayBePasted(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	for _, text := range []string{strings.Repeat("a ", 5000), strings.Repeat("ann", 5000), strings.Repeat("王", 5000), strings.Repeat("1", 5000), strings.Repeat("\"", 200),
		"ann AND", "ann OR *", "NEAR(ann", "key:ann", "-ann", "^ann", "{ann}", "ann\x00hughes", "'", "%", "_", "@name", "?", "$1", "\U0010FFFF", "\ufffd\xff"} {
		anySearch(t, store, text)
	}
}

// anySearch asks everything that takes typed text; none may fail.
func anySearch(t *testing.T, store *models.Store, text string) {
	t.Helper()
	if _, err := store.Search(text, 8); err != nil {
		t.Errorf("search %.60q: %v", text, err)
	}
	said, err := store.FindSaid(t.Context(), text)
	if err == nil && models.IsShort(text) {
		_, err = store.SaidNotes(text, said)
	}
	if err != nil {
		t.Errorf("what was said %.60q: %v", text, err)
	}
	rows, _, err := store.Customers(models.CustomerFilter{Text: text, Said: said, Limit: 20})
	if err == nil {
		_, err = store.WhyFound(rows, text)
	}
	if err != nil {
		t.Errorf("customers %.60q: %v", text, err)
	}
	if _, err := store.NewestRequests(models.LogFilter{Text: text}, 20); err != nil {
		t.Errorf("requests %.60q: %v", text, err)
	}
	if _, err := store.Specialists(text); err != nil {
		t.Errorf("specialists %.60q: %v", text, err)
	}
}

// FuzzSearch saves a customer of any name: it is a plain refusal, or the customer is found by that very name. Run it
// with -fuzzminimizetime 1x: with all of SQLite watched, making an input shorter takes longer than finding the next.
func FuzzSearch(f *testing.F) {
	for _, name := range names {
		f.Add(name, "0171 555 0110")
	}
	store, _ := modelstest.New(f)
	f.Fuzz(func(t *testing.T, name, phone string) {
		anySearch(t, store, name)
		anySearch(t, store, phone)
		c := &models.Customer{Name: name}
		c.SetContact(models.ContactPhone, phone)
		if err := store.SaveCustomer(c); err != nil {
			if _, told := models.IsProblem(err); !told {
				t.Errorf("%q %q: %v", name, phone, err)
			}
			return
		}
		if strings.ContainsFunc(name, func(r rune) bool { return r == '|' }) {
			name = "" // the sign that pads cannot be looked for
		}
		for _, text := range []string{name, models.Digits(phone)} {
			if models.Fold(text) != "" && !finds(t, store, text, c.CalledName()) {
				t.Errorf("%q does not find %q (%q)", text, c.Name, c.Phone())
			}
		}
		if err := store.UndoLast(); err != nil {
			t.Errorf("undo of %q %q: %v", name, phone, err)
		}
	})
}

func TestWhatIsMarked(t *testing.T) {
	for _, c := range []struct{ text, typed, marked string }{
		{"Jörg Müller", "muller", "Jörg [Müller]"},
		{"Jo\u0308rg", "jorg", "[Jo\u0308rg]"},
		{"Anna Weiß", "weiss an", "[An]na [Weiß]"},
		{"Ann Hughes", "n", "Ann Hughes"}, // a single letter is looked for where words begin
		{"Ann Hughes", "h", "Ann [H]ughes"},
		{"王小明", "小明", "王[小明]"},
		{"+44 (171) 555-0110", "0171 555", "+44 ([171) 555]-0110"}, // their nought is the country's code here
		{"0171 555 0110", "+44 171 5", "0[171 5]55 0110"},
		{"0171 555 0110", "0044171", "0[171] 555 0110"},
		{"12/4 Mill Lane, tel. 124", "12/4", "[12/4] Mill Lane, tel. [124]"},
		{"12 Elm Road 4", "124", "12 Elm Road 4"},
		{"Seán O’Brien-Smith", "obrien sm", "Seán [O’Brien]-[Sm]ith"},
		{"Ann Hughes, 0171 555 0110", "hughes +44 (0)171 555", "Ann [Hughes], 0[171 555] 0110"},
		{"+44 (171) 555-0110", "171555", "+44 ([171) 555]-0110"},
		{"left-handed, left alone", "left", "[left]-handed, [left] alone"},
		{"anything", "", "anything"},
	} {
		letters := []rune(c.text)
		var b strings.Builder
		at := 0
		for _, span := range models.Marks(c.text, c.typed) {
			b.WriteString(string(letters[at:span.From]) + "[" + string(letters[span.From:span.To]) + "]")
			at = span.To
		}
		if got := b.String() + string(letters[at:]); got != c.marked {
			t.Errorf("%q typed marks %q, want %q", c.typed, got, c.marked)
		}
	}
}
