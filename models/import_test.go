package models_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// person makes a row of a file from a name and contacts.
func person(line int, name string, contacts ...string) models.ImportRow {
	row := models.ImportRow{Line: line, Customer: models.Customer{Name: name}}
	for _, value := range contacts {
		kind := models.ContactPhone
		if strings.Contains(value, "@") {
			kind = models.ContactEmail
		}
		row.Customer.Contacts = append(row.Customer.Contacts, models.Contact{Kind: kind, Value: value})
	}
	return row
}

// An import fills in what somebody asked for with the day they did, takes both back, and keeps the day
// that is known when two cards become one.
func TestImportKeepsTheDayOfAWish(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	wish := func(want models.Customer) {
		t.Helper()
		got, err := store.Customer(ann)
		if err != nil || got.NoPost != want.NoPost || got.NoPostOn != want.NoPostOn {
			t.Errorf("no post is %t since %q, want %t since %q; %v", got.NoPost, got.NoPostOn, want.NoPost, want.NoPostOn, err)
		}
	}
	row := person(2, "Ann Hughes", "0171 555 0110")
	row.Customer.NoPost, row.Customer.NoPostOn = true, "2024-05-06"
	result := importRows(t, store, models.ImportOptions{}, row)
	wish(row.Customer)
	if _, err := store.UndoImport(t.Context(), result.ID); err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	wish(models.Customer{})
	importRows(t, store, models.ImportOptions{}, row)
	unknown := person(3, "Anne Hughes")
	unknown.Customer.NoPost = true
	importRows(t, store, models.ImportOptions{}, unknown)
	gone, err := store.FindCustomers("Anne", 2)
	if err != nil || len(gone) != 1 {
		t.Fatal(gone, err)
	}
	if err := store.MergeCustomers(ann, gone[0].ID, nil); err != nil {
		t.Fatal(err)
	}
	wish(row.Customer)
}

func sentBy(row models.ImportRow, name string) models.ImportRow {
	row.ReferredBy = name
	return row
}

// sequence gives rows as a file without faults would.
func sequence(rows iter.Seq[models.ImportRow]) iter.Seq2[models.ImportRow, error] {
	return func(yield func(models.ImportRow, error) bool) {
		for row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// importRows imports and fails the test if that does.
func importRows(t testing.TB, store *models.Store, opts models.ImportOptions, rows ...models.ImportRow) models.ImportResult {
	t.Helper()
	result, err := store.ImportCustomers(context.Background(), sequence(slices.Values(rows)), opts, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	return result
}

// book tells who is in the book, with everything the card shows.
func book(t testing.TB, store *models.Store) string {
	t.Helper()
	rows, _, err := store.Customers(models.CustomerFilter{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows {
		c, err := store.Customer(row.ID)
		if err != nil {
			t.Fatal(err)
		}
		if c.Earlier.Known() {
			fmt.Fprintf(&b, "%d %d %s %s ", c.Earlier.VisitN, c.Earlier.Spent, c.Earlier.FirstOn, c.Earlier.LastOn)
		}
		fmt.Fprintf(&b, "%s|%s|%s|%s|%d|%v%v%v|%d", c.Name, c.PreferredName, c.Address, c.Birthday, c.SourceID, c.NoPost, c.NoPhone, c.NoEmail, c.BroughtN)
		for _, contact := range c.Contacts {
			fmt.Fprintf(&b, "|%s:%s", contact.Label, contact.Value)
		}
		for _, note := range c.Remember {
			fmt.Fprintf(&b, "|%s %s", note.NotedOn, note.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// whoIsFound tells whom the search box finds, by name.
func whoIsFound(t testing.TB, store *models.Store, text string) string {
	t.Helper()
	rows, err := store.FindCustomers(text, 20)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.Name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// searchIsWhole holds the search index against the rows it is made from.
func searchIsWhole(t testing.TB, store *models.Store) {
	t.Helper()
	db := raw(t, store.Path())
	if _, err := db.Exec("INSERT INTO customer_fts (customer_fts, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Errorf("the search index is not what the book says: %v", err)
	}
	var missing int
	err := db.QueryRow("SELECT count(*) FROM customer c WHERE deleted_at = 0 AND state = 'active' AND NOT EXISTS (SELECT 1 FROM customer_search WHERE id = c.id)").Scan(&missing)
	if err != nil || missing > 0 {
		t.Errorf("%d customers cannot be searched for (%v)", missing, err)
	}
}

func TestImportAddsPeople(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := person(2, " Ann   Hughes ", "0171 555 0110", "ann@example.org")
	ann.Customer.Birthday, ann.Customer.Address, ann.Source = "--05-04", "1 Road\nTown", "Leaflet"
	ann.Customer.Remember = []models.Remember{{Text: "likes tea"}, {Text: "left-handed", NotedOn: "2020-01-02"}}
	result := importRows(t, store, models.ImportOptions{File: "people.csv"}, ann, person(3, "", "0171 555 0199"), sentBy(person(4, "Bob Müller"), "Ann Hughes"),
		person(5, ""), models.ImportRow{Line: 6, Problem: models.Problem{Field: "birthday", Key: "date"}})
	if result.Added != 3 || result.Referred != 1 || len(result.Issues) != 2 || result.Issues[0].Line != 5 || result.Issues[1].Line != 6 {
		t.Errorf("the import tells %+v", result)
	}
	want := "Ann Hughes||1 Road\nTown|--05-04|5|falsefalsefalse|1|:0171 555 0110|:ann@example.org|2026-11-21 likes tea|2020-01-02 left-handed\n" +
		"Bob Müller||||0|falsefalsefalse|0\n||||0|falsefalsefalse|0|:0171 555 0199\n"
	if got := book(t, store); got != want {
		t.Errorf("the book holds\n%s, want\n%s", got, want)
	}
	for text, names := range map[string]string{"muller": "Bob Müller", "5550110": "Ann Hughes", "left-h": "Ann Hughes", "0199": "0171 555 0199"} {
		if got := whoIsFound(t, store, text); got != names {
			t.Errorf("%q finds %q, want %q", text, got, names)
		}
	}
	searchIsWhole(t, store)
	if imports, err := store.Imports(); err != nil || len(imports) != 1 || imports[0].File != "people.csv" || imports[0].Added != 3 || imports[0].Rejected != 2 {
		t.Errorf("the imports are %+v, %v", imports, err)
	}
}

func TestImportKnowsPeople(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	modelstest.Customer(t, store, "José Ibáñez", "")
	for _, c := range []struct {
		about string
		row   models.ImportRow
		by    models.ImportReach
	}{
		{"her number in another form", person(2, "Ann Hughes", "+44 171 5550110"), models.ReachPhone},
		{"her number and first name", person(2, "Ann", "01715550110"), models.ReachPhone},
		{"her number alone", person(2, "", "0171-555-0110"), models.ReachPhone},
		{"her number, and the family's other one", person(2, "Peter Hughes", "0171 555 0110"), ""},
		{"her name, and nothing against it", person(2, "ann hughes", "ann@example.org"), models.ReachName},
		{"her name and another number", person(2, "Ann Hughes", "0207 999 8888"), ""},
		{"a name without its accents", person(2, "Jose Ibanez", "0207 999 8888"), models.ReachName},
		{"an extension", person(2, "Someone", "110"), ""},
	} {
		result := importRows(t, store, models.ImportOptions{Trial: true}, c.row)
		got := models.ImportReach("")
		if len(result.Matches) > 0 {
			got = result.Matches[0].By
		}
		if got != c.by {
			t.Errorf("%s: known by %q, want %q (%+v)", c.about, got, c.by, result)
		}
	}
	if c, err := store.Customer(ann); err != nil || len(c.Contacts) != 1 {
		t.Errorf("a trial changed the book: %+v, %v", c, err)
	}
}

func TestImportFillsInWhatIsEmpty(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann Hughes", Address: "1 Road", NoPost: true, Contacts: []models.Contact{{Kind: models.ContactPhone, Label: "home", Value: "0171 555 0110"}}}
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	before := book(t, store)
	row := person(2, "Annie Hughes", "+44 171 555 0110", "ann@example.org")
	row.Customer.Address, row.Customer.Birthday, row.Customer.NoEmail = "elsewhere", "1972-05-04", true
	row.Customer.Remember = []models.Remember{{Text: "likes tea"}}
	first := importRows(t, store, models.ImportOptions{}, row, person(3, "Ann Hughes", "0171 555 0110", "0207 999 0000"))
	if first.Filled != 2 || first.Added != 0 {
		t.Errorf("the import tells %+v", first)
	}
	want := "Ann Hughes||1 Road|1972-05-04|0|truefalsetrue|0|home:0171 555 0110|:ann@example.org|:0207 999 0000|2026-11-21 likes tea|2026-11-21 elsewhere\n"
	if got := book(t, store); got != want {
		t.Errorf("the card is now\n%swant\n%s", got, want)
	}
	if got := whoIsFound(t, store, "ann@exam"); got != "Ann Hughes" {
		t.Errorf("by her new address are found %q", got)
	}
	searchIsWhole(t, store)
	if again := importRows(t, store, models.ImportOptions{}, row); again.Skipped != 1 || again.ID != 0 {
		t.Errorf("the same again: %+v", again)
	}
	if _, err := store.UndoImport(context.Background(), first.ID); err != nil {
		t.Fatal(err)
	}
	store.ImportEnded()
	if got := book(t, store); got != before {
		t.Errorf("taken back, the card is\n%swant\n%s", got, before)
	}
	searchIsWhole(t, store)
}

// Who shares a name and a birthday with somebody, and neither number nor address, is added unless the owner says fill; then
// the address stays as something to remember.
func TestImportKeepsNamesakesApart(t *testing.T) {
	at := func(line int, phone, address string) models.ImportRow {
		row := person(line, "Chloë Taylor", phone)
		row.Customer.Birthday, row.Customer.Address = "1980-05-04", address
		return row
	}
	for _, c := range []struct {
		row   models.ImportRow
		opts  models.ImportOptions
		apart models.ImportApart
		added int
	}{
		{at(20, "0171 555 0199", "2 Road\nTown"), models.ImportOptions{}, models.ApartPhone, 2},
		{at(20, "0171 555 0199", "1 Road"), models.ImportOptions{}, "", 1},
		{at(20, "0171 555 0110", "2 Road"), models.ImportOptions{}, "", 1},
		{at(20, "0171 555 0199", "2 Road\nTown"), models.ImportOptions{Choices: map[int]models.ImportChoice{20: models.ImportFill}}, models.ApartPhone, 1},
	} {
		store, _ := modelstest.New(t)
		result := importRows(t, store, c.opts, at(9, "0171 555 0110", "1 Road"), c.row)
		if len(result.Matches) != 1 || result.Matches[0].Apart != c.apart || !result.Matches[0].Born || result.Added != c.added {
			t.Errorf("%+v: %+v", c.row.Customer, result)
		}
		if c.opts.Choices != nil && !strings.Contains(book(t, store), "2 Road, Town") {
			t.Errorf("filled in, the other address is lost: %s", book(t, store))
		}
	}
}

func TestImportDoesAsChosen(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	rows := []models.ImportRow{person(2, "Ann Hughes", "0171 555 0110", "a@example.org"), person(3, "Ann Hughes", "0171 555 0110", "b@example.org")}
	result := importRows(t, store, models.ImportOptions{Known: models.ImportSkip, Choices: map[int]models.ImportChoice{3: models.ImportAdd}}, rows...)
	if result.Skipped != 1 || result.Added != 1 || result.Filled != 0 {
		t.Errorf("skip, and add the other: %+v", result)
	}
	twice := importRows(t, store, models.ImportOptions{}, person(2, "Cy Young", "0800 123 4567"), person(3, "Cy Young", "0800 123 4567", "cy@example.org"))
	if twice.Added != 1 || twice.Filled != 1 || twice.Matches[0].Earlier != 2 {
		t.Errorf("one person on two rows: %+v", twice)
	}
	if got := whoIsFound(t, store, "cy@"); got != "Cy Young" {
		t.Errorf("found %q", got)
	}
}

func TestImportRefersNobodyInACircle(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Specialist(t, store, "Spoke Works", "wheels")
	result := importRows(t, store, models.ImportOptions{},
		sentBy(person(2, "Ann", "0171 555 0001"), "Cy"), sentBy(person(3, "Bob", "0171 555 0002"), "Ann"), sentBy(person(4, "Cy", "0171 555 0003"), "Bob"),
		sentBy(person(5, "Dora"), "Dora"), sentBy(person(6, "Eve"), "Nobody Known"), sentBy(person(7, "Flo"), "spoke works"), sentBy(person(8, "Gil"), "0171 5550002"),
		person(9, "Twin", "0171 555 0004"), person(10, "Twin", "0171 555 0005"), sentBy(person(11, "Hal"), "twin"))
	var keys []string
	for _, issue := range result.Issues {
		problem, ok := models.IsProblem(issue.Problem)
		if !ok || !issue.Stored {
			t.Errorf("line %d: %+v", issue.Line, issue)
		}
		keys = append(keys, fmt.Sprintf("%d %s", issue.Line, problem.Key))
	}
	if got, want := strings.Join(keys, ", "), "4 referral.circle, 5 referral.self, 6 import.referrerUnknown, 11 import.referrerTwice"; got != want {
		t.Errorf("the issues are %s, want %s", got, want)
	}
	if result.Referred != 4 || result.Added != 10 {
		t.Errorf("the import tells %+v", result)
	}
	added := importRows(t, store, models.ImportOptions{AddReferrers: true}, sentBy(person(2, "Ida"), "New Friend"), sentBy(person(3, "Jim"), "new friend"), sentBy(person(4, "Flo"), "Ann"))
	if added.Added != 3 || added.Referred != 2 || len(added.Issues) != 1 {
		t.Errorf("with referrers added: %+v", added)
	}
	if err := store.Recount(); err != nil || !strings.Contains(book(t, store), "New Friend||||0|falsefalsefalse|2") {
		t.Errorf("who brought two people does not say so (%v):\n%s", err, book(t, store))
	}
	if due, _, err := store.ThankYous(models.ThanksFilter{Limit: 10}); err != nil || len(due) != 0 {
		t.Errorf("history from before the book makes thank-yous due: %+v, %v", due, err)
	}
	searchIsWhole(t, store)
}

func TestUndoImportLeavesWhatWasDoneSince(t *testing.T) {
	store, clock := modelstest.New(t)
	modelstest.Customer(t, store, "Before", "0171 555 0100")
	before := book(t, store)
	visited := person(2, "Came In", "0171 555 0001")
	visited.Source = "Leaflet"
	result := importRows(t, store, models.ImportOptions{}, visited, sentBy(person(3, "Gone", "0171 555 0002"), "Came In"), sentBy(person(4, "Edited"), "Before"),
		sentBy(person(5, "Before", "0171 555 0100", "b@example.org"), "Gone"))
	clock.Days(29)
	rows, err := store.FindCustomers("came in", 1)
	if err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, rows[0].ID, "bell")
	edited, err := store.FindCustomers("edited", 1)
	if err != nil {
		t.Fatal(err)
	}
	c, err := store.Customer(edited[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Address = "new"
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	undone, err := store.UndoImport(context.Background(), result.ID)
	if err != nil || undone.Removed != 1 || len(undone.Kept) != 2 {
		t.Fatalf("taking back tells %+v, %v", undone, err)
	}
	store.ImportEnded()
	want := strings.Replace(before, "|0|:0171 555 0100", "|1|:0171 555 0100", 1) + "Came In||||5|falsefalsefalse|0|:0171 555 0001\nEdited||new||0|falsefalsefalse|0\n"
	if got := book(t, store); got != want {
		t.Errorf("the book is\n%swant\n%s", got, want)
	}
	searchIsWhole(t, store)
	if _, err := store.UndoImport(context.Background(), result.ID); key(err) != "import.undone" {
		t.Errorf("taking back twice: %v", err)
	}
	late := importRows(t, store, models.ImportOptions{}, person(2, "Late"))
	clock.Days(31)
	if _, err := store.UndoImport(context.Background(), late.ID); key(err) != "import.undoLate" {
		t.Errorf("taking back after 31 days: %v", err)
	}
	if imports, err := store.Imports(); err != nil || len(imports) != 0 {
		t.Errorf("can be taken back: %+v, %v", imports, err)
	}
}

// key gives a Problem's key.
func key(err error) string {
	problem, _ := models.IsProblem(err)
	return problem.Key
}

func TestCancelledImportStoresNothing(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Before", "")
	before, schema := dump(t, raw(t, store.Path())), lines(t, raw(t, store.Path()), "SELECT sql FROM sqlite_master ORDER BY name")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	endless := func(yield func(models.ImportRow) bool) {
		for i := 1; yield(sentBy(person(i, fmt.Sprintf("Person %d", i)), "Before")); i++ {
		}
	}
	_, err := store.ImportCustomers(ctx, sequence(endless), models.ImportOptions{}, func(done int) {
		if done >= 2000 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled, the import ends with %v", err)
	}
	if now := dump(t, raw(t, store.Path())); now != before {
		t.Errorf("a cancelled import stored:\n%s", difference(before, now))
	}
	if now := lines(t, raw(t, store.Path()), "SELECT sql FROM sqlite_master ORDER BY name"); !slices.Equal(now, schema) {
		t.Error("a cancelled import changed the schema")
	}
}

// The window reads on while an import is under way, and what it does afterwards is undone as ever.
func TestWindowGoesOnBesideAnImport(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Before", "")
	schema := lines(t, raw(t, store.Path()), "SELECT sql FROM sqlite_master ORDER BY name")
	many := func(yield func(models.ImportRow) bool) {
		for i := 1; i <= 3000 && yield(person(i, fmt.Sprintf("Person %d", i), fmt.Sprintf("0171 %07d", i))); i++ {
		}
	}
	reads := 0
	result, err := store.ImportCustomers(context.Background(), sequence(many), models.ImportOptions{}, func(int) {
		if got := whoIsFound(t, store, "before"); got == "Before" {
			reads++
		}
	})
	if err != nil || result.Added != 3000 || reads < 5 {
		t.Fatalf("%d reads beside an import that ends with %+v, %v", reads, result, err)
	}
	store.ImportEnded()
	if store.CanUndo() {
		t.Error("what was done before the import can be undone under it")
	}
	after := modelstest.Customer(t, store, "After", "")
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Customer(after); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("undone after an import: %v", err)
	}
	if now := lines(t, raw(t, store.Path()), "SELECT sql FROM sqlite_master ORDER BY name"); !slices.Equal(now, schema) {
		t.Error("an import changed the schema")
	}
	searchIsWhole(t, store)
}
