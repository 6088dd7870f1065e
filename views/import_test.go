package views

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// fileOf writes a file to import.
func (b *bench) fileOf(name, content string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	b.must(os.WriteFile(path, []byte(content), 0o600))
	return path
}

// dropFile drops a file on the window, and gives the page it leads to.
func (b *bench) dropFile(name, content string) *importScreen {
	b.t.Helper()
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(b.fileOf(name, content))})
	s, ok := b.w.screens[PlaceImport].(*importScreen)
	if !ok || b.w.place != PlaceImport {
		b.t.Fatalf("dropping leads to %q", b.w.place)
	}
	return s
}

// inBook is how many people of the name are found.
func (b *bench) inBook(name string) int {
	b.t.Helper()
	rows, err := b.store().FindCustomers(name, 20)
	b.must(err)
	return len(rows)
}

const germans = "Kunde;Handy;Strasse;Ort;Besuche;Empfohlen von;Bemerkung\r\nJ\xfcrgen Gro\xdf;0171 555 0110;Hauptstra\xdfe 5;K\xf6ln;12;;mag Tee\r\n" +
	"\xc9mile Fa\xe7on;0171 555 0111;;;;J\xfcrgen Gro\xdf;\r\n;;;;;;nobody\r\n"

// A file is dropped, looked at, tried, stored and taken back, by keys alone.
func TestImportByKeys(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	s := b.dropFile("kunden.csv", germans)
	if s.step != importColumns || s.survey.Format.Encoding != exchange.Windows1252 || s.survey.Format.Separator != ';' {
		t.Fatalf("read as %+v", s.survey.Format)
	}
	if got := s.people[0].Customer; got.Name != "Jürgen Groß" || got.Earlier.VisitN != 12 || got.Address != "Hauptstraße 5\nKöln" {
		t.Errorf("the first is %+v", got)
	}
	if b.w.canvas().Focused() != fyne.Focusable(s.columns) {
		t.Fatalf("the keyboard is on %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyEnd, fyne.KeyReturn) // the last column
	b.typed("L")                        // "Leave out"
	for range 30 {
		if f := exchange.Fields[fieldListOf(t, b).Selected()]; f == exchange.FieldIgnore {
			break
		}
		b.typed("L")
	}
	b.keys(fyne.KeyReturn)
	if kit.SheetOpen(b.w.canvas()) || s.survey.Mapping.Columns[6].Field != exchange.FieldIgnore || len(s.people[0].Customer.Remember) != 0 {
		t.Fatalf("the last column is %+v", s.survey.Mapping.Columns[6])
	}
	s.tryOut()
	if s.step != importTrial || s.trial.Added != 2 || s.trial.Referred != 1 || rejected(s.trial.Issues) != 1 || b.inBook("groß") != 0 {
		t.Fatalf("tried: %+v", s.trial)
	}
	b.keys(fyne.KeyReturn) // the main button has the keyboard
	if s.step != importStart || b.inBook("jurgen") != 1 || b.inBook("facon") != 1 || len(s.past) != 1 {
		t.Fatalf("stored: step %d, %d imports", s.step, len(s.past))
	}
	s.askToTakeBack(s.done.result.ID)
	kit.TopLayer(b.w.canvas()).OnSave()
	if b.inBook("jurgen") != 0 || len(s.past) != 0 || s.done != nil || b.inBook("ann") != 1 {
		t.Errorf("taken back, %d of them are found and %d imports left", b.inBook("jurgen"), len(s.past))
	}
	again := b.dropFile("kunden.csv", germans)
	if again.survey.Mapping.Columns[6].Field != exchange.FieldIgnore {
		t.Error("what the column was taken for is forgotten")
	}
}

// fieldListOf is the list of the sheet that asks what a column is about.
func fieldListOf(t *testing.T, b *bench) *kit.List {
	t.Helper()
	list, ok := b.w.canvas().Focused().(*kit.List)
	if !ok {
		t.Fatalf("the keyboard is on %T", b.w.canvas().Focused())
	}
	return list
}

// Who is in the book already is filled in, added or left, one by one or all.
func TestImportOfKnownPeople(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for i, name := range []string{"Ann Hughes", "Bob Brown", "Cid Clark"} {
			modelstest.Customer(t, store, name, fmt.Sprint("0171 555 010", i))
		}
	})
	s := b.dropFile("people.csv", "Name,Phone,Address\nAnn Hughes,0171 555 0100,1 Road\nBob Brown,0171 555 0101,2 Road\nCid Clark,0171 555 0102,3 Road\n")
	s.tryOut()
	if len(s.trial.Matches) != 3 || s.trial.Added != 0 {
		t.Fatalf("tried: %+v", s.trial)
	}
	trial := trialOf(s)
	trial.chooseAll(string(models.ImportSkip))
	trial.askMatch(s.trial.Matches[1])
	b.keys(fyne.KeyLeft, fyne.KeyReturn) // "Add" stands before "Leave"
	kit.TopLayer(b.w.canvas()).OnSave()
	if words := strings.Join(drawnWords(trial.store), " "); !strings.Contains(words, "Bring in 1 row") {
		t.Errorf("with two of three left it says %q", words)
	}
	s.store()
	if b.inBook("bob") != 2 || b.inBook("ann") != 1 || s.done.result.Skipped != 2 || s.done.result.Added != 1 {
		t.Errorf("stored %+v", s.done.result)
	}
}

// Two of one name and birthday are two people where their numbers differ, unless the owner says otherwise.
func TestImportKeepsNamesakesApart(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name,Phone,Birthday\nAnn Hughes,0171 555 0100,1980-01-13\nAnn Hughes,0171 555 0101,1980-01-13\n")
	s.tryOut()
	if len(s.trial.Matches) != 1 || s.choiceFor(s.trial.Matches[0]) != models.ImportAdd {
		t.Fatalf("tried: %+v", s.trial)
	}
	if why := matchWhy(s.trial.Matches[0]); why != "Same name and birthday as Ann Hughes in line 2 of this file, but another number" {
		t.Errorf("the line says %q", why)
	}
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "Known or repeated (1)") || strings.Contains(got, "In the book already") {
		t.Errorf("the page says %q", got)
	}
	s.store()
	if b.inBook("ann") != 2 {
		t.Errorf("%d of two are in the book", b.inBook("ann"))
	}
}

// A birthday that is no day keeps nobody out: it is remembered and listed. Columns that nothing is taken from are named.
func TestImportTellsWhatIsNotTakenOver(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name,Birthday,Shoe size,May we call\nAnn Hughes,31/02/1980,40,no\n")
	s.tryOut()
	if len(s.trial.Issues) != 1 || !s.trial.Issues[0].Stored || rejected(s.trial.Issues) != 0 {
		t.Fatalf("tried: %+v", s.trial)
	}
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "Left out: Shoe size") || strings.Contains(got, "May we call") {
		t.Errorf("the page says %q", got)
	}
	s.store()
	rows, err := b.store().FindCustomers("ann", 2)
	b.must(err)
	c, err := b.store().Customer(rows[0].ID)
	b.must(err)
	if !c.NoPhone || c.Birthday != "" || len(c.Remember) != 1 || c.Remember[0].Text != "Birthday in the file: 31/02/1980" {
		t.Errorf("stored %+v", c)
	}
}

// trialOf makes the third step anew, for its methods.
func trialOf(s *importScreen) *trialStep {
	return &trialStep{s: s, list: kit.NewList(func() int { return 0 }, newLineRow, func(int, fyne.CanvasObject) {}), above: kit.VStack(0), store: kit.NewButton("", nil)}
}

// What cannot be stored is listed with its line, and saved as a file that mends and comes in.
func TestImportOfRowsToMend(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name,Phone,Birthday,Referred By\nAnn,1,1.3.1980,\nBob,0171 555 0101,1.2.1980,Zoe Nobody\n")
	s.tryOut()
	if s.trial.Added != 1 || rejected(s.trial.Issues) != 1 || len(s.trial.Issues) != 2 {
		t.Fatalf("tried: %+v", s.trial)
	}
	folder := t.TempDir()
	s.writeRows(folder, "rejected", s.path, s.survey, notStored(s.trial.Issues))
	saved, err := os.ReadFile(filepath.Join(folder, "people to mend.csv"))
	b.must(err)
	if !strings.Contains(string(saved), "Ann,1,1.3.1980,,2,") || strings.Contains(string(saved), "Bob") {
		t.Errorf("saved %s", saved)
	}
	trialOf(s).onAddReferrers(true)
	if s.trial.Referred != 1 || s.trial.Added != 2 {
		t.Errorf("with those who sent somebody added: %+v", s.trial)
	}
	// The keyboard stays on the tick, which can be taken off again.
	b.keys(fyne.KeySpace)
	if s.step != importTrial || s.trial.Referred != 0 || s.trial.Added != 1 {
		t.Errorf("without them again: step %d, %+v", s.step, s.trial)
	}
}

// Ctrl+Enter does what the main button does, on this page alone.
func TestImportByCtrlEnter(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name\nAnn Hughes\n")
	for _, step := range []importStep{importTrial, importStart} {
		if b.w.layer.OnSave(); s.step != step {
			t.Fatalf("Ctrl+Enter leads to step %d, not %d", s.step, step)
		}
	}
	if b.inBook("ann") != 1 {
		t.Error("the file is not stored")
	}
	b.w.Show(PlaceCustomers)
	if b.w.layer.OnSave != nil {
		t.Error("Ctrl+Enter still imports on another page")
	}
	at := b.w.canvas().Focused()
	s.read(b.fileOf("more.csv", "Name\nBob Brown\n"))
	if s.step != importColumns || b.w.canvas().Focused() != at {
		t.Errorf("a file read to its end elsewhere takes the keyboard to %T", b.w.canvas().Focused())
	}
}

// While a file is read, Ctrl+Enter chooses no other behind it.
func TestImportChoosesNothingWhileItReads(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceImport)
	s := b.w.screens[PlaceImport].(*importScreen)
	opened := false
	s.look("people.csv", byHand{}, func(context.Context) (exchange.Survey, error) {
		b.w.layer.OnSave()
		opened = kit.SheetOpen(b.w.canvas())
		return exchange.Survey{}, context.Canceled
	})
	if b.w.layer.OnSave(); opened || !kit.SheetOpen(b.w.canvas()) {
		t.Errorf("the chooser is open while a file is read: %t, afterwards: %t", opened, kit.SheetOpen(b.w.canvas()))
	}
}

// Files of any shape are shown or end in a sentence.
func TestImportOfAnything(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("wide.csv", strings.Repeat("Phone,", 999)+"Name\n"+strings.Repeat("1,", 999)+"Ann\n")
	if s.step != importColumns || len(s.survey.Mapping.Columns) != 1000 {
		t.Fatalf("1000 columns: step %d", s.step)
	}
	s.tryOut()
	for name, content := range map[string]string{"wider.csv": strings.Repeat("a,", 10_000) + "\n", "long.csv": "Name\n" + strings.Repeat("x", 2<<20), "none.vcf": "", "bomb.xlsx": "PK\x03\x04rubbish"} {
		s.leaveFile()
		b.dropFile(name, content)
		if !kit.SheetOpen(b.w.canvas()) || s.step != importStart {
			t.Fatalf("%s is shown, step %d", name, s.step)
		}
		b.leaveSheet()
	}
	if s = b.dropFile("cards.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Hughes\nTEL:0171 555\nEND:VCARD\n"); len(s.people) != 1 || !s.isCards() {
		t.Errorf("cards: %+v", s.people)
	}
	s.tryOut()
	s.store()
	if b.inBook("ann") != 1 {
		t.Error("the card is not in the book")
	}
	s = b.dropFile("nameless.csv", "Colour,Size\n3,1\n4,2\n")
	if s.tryOut(); s.step != importColumns || b.w.layer.ToastText() == "" {
		t.Errorf("nobody to store, step %d, told %q", s.step, b.w.layer.ToastText())
	}
}

// Whoever was worked on since stays when the import is taken back, and is named.
func TestImportTakenBackTellsWhoStays(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name\nAnn Hughes\nBob Brown\n")
	s.tryOut()
	s.store()
	rows, err := b.store().FindCustomers("ann", 1)
	b.must(err)
	modelstest.Visit(t, b.store(), rows[0].ID, "Bell")
	s.takeBack(s.done.result.ID)
	if !b.sheetHolds("Ann Hughes") || b.inBook("bob") != 0 || b.inBook("ann") != 1 {
		t.Error("who stays is not told")
	}
}

// What an old program had counted stands on the card, each thing on a line of its own, and raises no figure.
func TestTheCardTellsWhatWasCountedBefore(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		if err := store.SaveCustomer(&models.Customer{Name: "Ann", Earlier: models.Earlier{VisitN: 12, Spent: 34_50, FirstOn: "2020-01-02"}}); err != nil {
			t.Fatal(err)
		}
	})
	b.w.OpenCustomer(1)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	words := strings.Join(drawnWords(card.content), " ")
	for _, want := range []string{"Before this book", "12 visits", "34.50", "2020"} {
		if !strings.Contains(words, want) {
			t.Errorf("the card reads %q, without %q", words, want)
		}
	}
	if card.facts.object.Visible() {
		t.Error("the figures count what was before this book")
	}
}

// The tags of a file are shown before anything is stored, and stand on the cards afterwards.
func TestImportShowsTags(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("google.csv", "Name,Phone 1 - Value,Labels\nAnn Hughes,0171 555 0100,\"Club, old ::: * myContacts ::: Rides\"\n")
	if s.survey.Mapping.Columns[2].Field != exchange.FieldTags {
		t.Fatalf("the column is taken for %q", s.survey.Mapping.Columns[2].Field)
	}
	if got := personBrief(s.people[0]); !strings.HasSuffix(got, "Club, old, Rides") {
		t.Errorf("the preview says %q", got)
	}
	s.tryOut()
	s.store()
	tags, err := b.store().Tags()
	if err != nil || len(tags) != 2 || tags[0].Name != "Club, old" || tags[1].N != 1 {
		t.Errorf("the book has the tags %+v (%v)", tags, err)
	}
}
