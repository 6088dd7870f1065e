package views

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// told gives the lines of the page: a heading as it is, a change as its title, its fields and its badges.
func (s *changesScreen) told() (lines []string) {
	for _, line := range s.lines {
		if line.change == nil {
			lines = append(lines, s.dayHeading(line.day))
			continue
		}
		c := *line.change
		text := s.nameOf(c) + ", " + whatChanged(c)
		if fields := s.inOneLine(c); fields != "" {
			text += ": " + fields
		}
		for _, badge := range changeBadges(c) {
			text += " [" + badge.Text + "]"
		}
		lines = append(lines, text)
	}
	return lines
}

func wantTold(t *testing.T, s *changesScreen, want ...string) {
	t.Helper()
	if got := strings.Join(s.told(), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the page tells\n%s\nnot\n%s", got, strings.Join(want, "\n"))
	}
}

func (b *bench) changes() *changesScreen {
	b.w.do("changes")
	return b.w.screens[PlaceChanges].(*changesScreen)
}

func TestWhatWasChangedIsToldInTheOwnersWords(t *testing.T) {
	var ann models.CustomerID
	var visit models.VisitID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		mike := modelstest.Staff(t, store, "Mike")
		clock.Days(2)
		ann = modelstest.Customer(t, store, "Ann Hughes", "")
		visit = modelstest.Visit(t, store, ann, "saddle")
		clock.Days(1)
		e, err := store.Visit(visit)
		if err != nil {
			t.Fatal(err)
		}
		e.Visit.Amount, e.Visit.ServedBy, e.Visit.HowLeft, e.Visit.Note = 1250, mike, models.LeftDelighted, "Oiled\nthe chain"
		e.Visit.At += 3600
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
	})
	b.must(b.store().DeleteCustomer(ann))
	b.must(b.store().UndoLast())
	s := b.changes()
	wantTold(t, s, "Tuesday 24 November",
		"Ann Hughes, Customer [By Undo] [Put back]",
		"Ann Hughes, Customer [Taken out]",
		"saddle, Visit · Ann Hughes: Served by: Mike · When: from yesterday, 10:24 to yesterday, 11:24 · How they left: Delighted · Spent: £12.50 · Note: Oiled the chain [Changed]",
		"Monday 23 November",
		"saddle, Visit · Ann Hughes [Added]",
		"Ann Hughes, Customer [Added]",
		"Saturday 21 November",
		"Mike, Staff [Added]",
		"Harbour Cycles, The shop: Name: Harbour Cycles [Changed]",
	)
}

func TestOneChangeIsShownWholeAndLeadsToItsThing(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Customer(t, store, "Ben Castillo", "")
	})
	customer, err := b.store().Customer(ann)
	b.must(err)
	customer.NoPost, customer.Birthday = true, "1970-03-28"
	b.must(b.store().SaveCustomer(customer))
	s := b.changes()
	b.keys(fyne.KeyReturn) // on the latest change, not on its day
	said := b.sheetWords()
	for _, want := range []string{"Ann Hughes", "Customer · today, 10:24", "Before", "After", "Wants no post", "No", "Yes", "Birthday", "Nothing", kit.BirthdayText("1970-03-28")} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, said)
		}
	}
	b.sheetButton("Open it").Tapped(nil)
	if b.w.place != PlaceCustomers || b.w.screens[PlaceCustomers].(*customersScreen).card.id != ann {
		t.Error("it does not lead to Ann's card")
	}
	b.must(b.store().DeleteCustomer(ann))
	b.w.Show(PlaceChanges)
	s.onActivated(1) // that she was taken out
	if b.w.place != PlaceChanges || b.w.layer.ToastText() != "This is not in the books any more." {
		t.Errorf("told %q at %s", b.w.layer.ToastText(), b.w.place)
	}
	b.w.layer.TakeToast()
	if b.w.place != PlaceBin {
		t.Errorf("the toast leads to %s", b.w.place)
	}
}

// sheetButton finds a button of the sheet in front by its words.
func (b *bench) sheetButton(label string) *kit.Button {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.w.canvas().Overlays().Top()) {
		if button, ok := o.(*kit.Button); ok && button.Text() == label && button.Visible() {
			return button
		}
	}
	b.t.Fatalf("no button %q", label)
	return nil
}

func TestChangesOfOneCustomerAndOneSort(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "")
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Ben Castillo", ""), "bell")
		modelstest.Visit(t, store, ann, "saddle")
	})
	b.w.OpenCustomer(ann)
	b.w.screens[PlaceCustomers].(*customersScreen).card.onChanges()
	s := b.w.screens[PlaceChanges].(*changesScreen)
	wantTold(t, s, "Saturday 21 November", "saddle, Visit · Ann Hughes [Added]", "Ann Hughes, Customer [Added]")
	if s.list.Selected() != 1 || !s.back.Visible() {
		t.Error("the keyboard is not on the latest change, or there is no way back")
	}
	s.back.Tapped(nil)
	if b.w.place != PlaceCustomers || b.w.screens[PlaceCustomers].(*customersScreen).card.id != ann {
		t.Errorf("the way back leads to %s", b.w.place)
	}
	b.w.Show(PlaceChanges)
	if s.back.Visible() {
		t.Error("the way back stands there for who came from the menu")
	}
	s.kind.SetValue(string(models.ThingSpecialist))
	s.reload()
	wantTold(t, s)
	if said := wordsOn(s.content); !strings.Contains(said, "No change fits this choice.") {
		t.Errorf("the empty page says %q", said)
	}
	s.showAll()
	if n := len(s.told()); n != 6 { // today, two visits, two people, the shop's name
		t.Errorf("of everything there are %d lines: %q", n, s.told())
	}
}

// Earlier changes are read as the end of the list comes into view, each once.
func TestEarlierChangesAreReadAsOneScrolls(t *testing.T) {
	const people = 2*pageRows + 7
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		for i := range people {
			modelstest.Customer(t, store, fmt.Sprintf("Customer %03d", i), "")
			clock.Forward(time.Hour)
		}
	})
	s := b.changes()
	if n := len(s.lines); n > pageRows+5 {
		t.Fatalf("%d lines are read before anybody looks", n)
	}
	for range 5 {
		b.keys(fyne.KeyEnd)
		b.pass()
	}
	seen := map[string]bool{}
	for _, line := range s.told() {
		if seen[line] {
			t.Fatalf("%q is told twice", line)
		}
		seen[line] = true
	}
	for i := range people {
		if name := fmt.Sprintf("Customer %03d, Customer [Added]", i); !seen[name] {
			t.Errorf("%q is not told", name)
		}
	}
	if !s.ended {
		t.Error("it would read on")
	}
}

// Every field that the log can tell of has its name, and each of the words it can hold in the file has its own.
func TestEveryFieldOfTheLogHasItsWords(t *testing.T) {
	keys, allowed := textKeys(t), allowedWords(t)
	for _, f := range models.ActivityFields() {
		if !keys["activity.field."+f.Key()] {
			t.Errorf("the field %s has no name", f.Key())
		}
		if f.Type != models.FieldWord || f.Key() == "shop.paper" {
			continue
		}
		if len(allowed[f.Key()]) == 0 {
			t.Errorf("what %s may hold is not known", f.Key())
		}
		for _, word := range allowed[f.Key()] {
			if !keys[wordsOf[f.Key()]+word] {
				t.Errorf("%s may hold %q, which has no word: %s", f.Key(), word, wordsOf[f.Key()]+word)
			}
		}
	}
}

// allowedWords reads from the schema what each column of words may hold.
func allowedWords(t *testing.T) map[string][]string {
	t.Helper()
	schema, err := os.ReadFile("../models/migrations/0001_shop_file.sql")
	if err != nil {
		t.Fatal(err)
	}
	tables := regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\) STRICT`)
	columns := regexp.MustCompile(`CHECK \((\w+) IN \(('[^)]*)\)\)`)
	allowed := map[string][]string{}
	for _, table := range tables.FindAllStringSubmatch(string(schema), -1) {
		for _, column := range columns.FindAllStringSubmatch(table[2], -1) {
			for _, word := range strings.Split(column[2], ", ") {
				if word = strings.Trim(word, "'"); word != "" {
					allowed[table[1]+"."+column[1]] = append(allowed[table[1]+"."+column[1]], word)
				}
			}
		}
	}
	for _, why := range models.ArchiveReasons { // columns of later editions of the file
		allowed["customer.archived_why"] = append(allowed["customer.archived_why"], string(why))
	}
	for _, channel := range models.PraiseChannels {
		allowed["praise.channel"] = append(allowed["praise.channel"], string(channel))
	}
	allowed["customer.reach_by"] = []string{"post", "phone", "email", "person"}
	allowed["thank_you.reward_kind"] = []string{"card", "gift", "money_off"}
	allowed["shop.referral_earns"] = allowed["thank_you.reward_kind"]
	return allowed
}

// What an advert cost is told with its month in words.
func TestAnAdvertIsToldWithItsMonth(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		if err := store.SaveAdverts("2026-03", map[models.SourceID]models.Money{4: 5000}); err != nil {
			t.Fatal(err)
		}
	})
	s := b.changes()
	if lines := s.told(); len(lines) < 2 || !strings.HasSuffix(lines[1], " · March 2026, Cost of an advert [Added]") {
		t.Errorf("told is %q", lines)
	}
}

func TestAnImportIsALineOfWhatWasChanged(t *testing.T) {
	var imported models.ImportResult
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { imported = importTwo(t, store, "list.csv") })
	s := b.changes()
	s.kind.SetValue(string(models.ThingImport))
	s.reload()
	wantTold(t, s, "Saturday 21 November", "2 customers imported from “list.csv”, List brought in [Added]")
	s.onActivated(1)
	if b.w.place != PlaceCustomers {
		t.Errorf("the line leads to %v", b.w.place)
	}
	_, err := b.store().UndoImport(t.Context(), imported.ID)
	b.must(err)
	importTwo(t, b.store(), "")
	s = b.changes()
	b.must(s.Reload())
	wantTold(t, s, "Saturday 21 November", "2 customers imported, List brought in [Added]",
		"The import of 2 customers from “list.csv” taken back, List brought in [Removed]", "2 customers imported from “list.csv”, List brought in [Added]")
}

// importTwo brings a list of two people into the book.
func importTwo(t *testing.T, store *models.Store, file string) models.ImportResult {
	t.Helper()
	people := func(yield func(models.ImportRow, error) bool) {
		for i, name := range []string{"Bob", "Cid"} {
			if !yield(models.ImportRow{Line: i + 1, Customer: models.Customer{Name: name}}, nil) {
				return
			}
		}
	}
	result, err := store.ImportCustomers(t.Context(), people, models.ImportOptions{File: file}, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	return result
}
