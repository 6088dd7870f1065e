package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestCSVRunsNoFormulaAndKeepsNoughts(t *testing.T) {
	store, _ := modelstest.New(t)
	c := &models.Customer{Name: "=HYPERLINK(1)", PreferredName: "@SUM(1)", Address: "-1 Road", Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "01715550110"},
		{Kind: models.ContactPhone, Value: "+44 171 555"}, {Kind: models.ContactPhone, Value: "441715550110"}, {Kind: models.ContactPhone, Value: "0171 555"}}}
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := export(store, path, csvIn("en")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffName,Preferred name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,Phone 4 - Label,Phone 4 - Value,Address,Country,Birthday,Source,Brought by,No post,No phone,No e-mail\r\n" +
		"'=HYPERLINK(1),'@SUM(1),,'01715550110,,'+44 171 555,,'441715550110,,0171 555,'-1 Road,,,,,,,\r\n"
	if string(data) != want {
		t.Errorf("wrote\n%swant\n%s", data, want)
	}
}

// Tags, the archive and the day of a wish stand in columns of their own; where nobody has any there are none.
func TestCSVTellsTagsAndTheArchive(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann", Tags: []string{"winter, early", "rides"}, NoPost: true, NoPostOn: "2024-05-06"}
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	if err := store.ArchiveCustomers([]models.CustomerID{ann.ID}, models.ArchivedMoved); err != nil {
		t.Fatal(err)
	}
	customers, err := store.ExportCustomers(t.Context(), models.Pick{Archived: true})
	if err != nil {
		t.Fatal(err)
	}
	defer customers.Close()
	var table, cards bytes.Buffer
	err = errors.Join(exchange.WriteCSV(t.Context(), &table, customers, exchange.WordsIn("en"), quiet), exchange.WriteCards(t.Context(), &cards, exchange.Card4, customers, quiet))
	want := "\ufeffName,Preferred name,Address,Country,Birthday,Source,Brought by,No post,No phone,No e-mail,Tags,Put away on,Put away because\r\n" +
		"Ann,,,,,,,2024-05-06,,,\"rides, \"\"winter, early\"\"\",2026-11-21,moved\r\n"
	if err != nil || table.String() != want {
		t.Errorf("wrote (%v)\n%swant\n%s", err, table.String(), want)
	}
	if uid := regexp.MustCompile(`(?m)^UID:urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\r$`); len(uid.FindAllString(cards.String(), -1)) != 1 {
		t.Errorf("the card has no name that lasts:\n%s", cards.String())
	}
	if !strings.Contains(cards.String(), "CATEGORIES:rides,winter\\, early\r\n") {
		t.Errorf("the card is\n%s", cards.String())
	}
}

func TestRejectedRowsCanBeMendedAndReadAgain(t *testing.T) {
	store, _ := modelstest.New(t)
	path := file(t, "Name;Phone;Birthday\nAnn;0171 555 0110;\n;;\nBob;1;\nCy;2;21.11.1980\n")
	survey := look(t, path)
	ctx := context.Background()
	result, err := store.ImportCustomers(ctx, exchange.People(ctx, path, survey.Format, survey.Mapping), models.ImportOptions{}, func(int) {})
	if err != nil || result.Added != 1 || len(result.Issues) != 2 {
		t.Fatalf("%+v, %v", result, err)
	}
	reason := func(err error) string { p, _ := models.IsProblem(err); return p.Key }
	rejected, err := exchange.Collect(ctx, path, survey, result.Issues, reason)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := rejected.WriteCSV(&b, exchange.WordsIn("en")); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffName,Phone,Birthday,Line,Problem\r\nBob,1,,4,customer.phone\r\nCy,2,21.11.1980,5,customer.phone\r\n"
	if b.String() != want {
		t.Errorf("wrote\n%swant\n%s", b.String(), want)
	}
	mended := strings.NewReplacer("Bob,1,", "Bob,0171 555 0111,", "Cy,2,", "Cy,0171 555 0112,").Replace(b.String())
	if again, err := bring(store, file(t, mended)); err != nil || again.Added != 2 {
		t.Errorf("mended: %+v, %v", again, err)
	}
}

// quiet hears no report.
func quiet(int, int) {}

// aShop is a shop in which a little happened.
func aShop(t *testing.T) (*models.Store, models.CustomerID) {
	t.Helper()
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann <b>Hughes</b>", "0171 555 0110")
	bob := modelstest.Customer(t, store, "Bob", "")
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(store.Now()), Amount: 1250, Note: "=secret",
		Requests: []models.Request{{Item: "bell", TheirWords: "something that rings"}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: bob}); err != nil {
		t.Fatal(err)
	}
	return store, ann
}

func TestTheWholeShopIsAFolderThatExplainsItself(t *testing.T) {
	store, ann := aShop(t)
	var face bytes.Buffer
	if err := png.Encode(&face, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	if err := store.SetPhoto(ann, face.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := store.SetLogo(face.Bytes(), "sign.png"); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "shop")
	if err := exchange.WriteShop(context.Background(), folder, t.TempDir(), store, exchange.WordsIn("en"), quiet); err != nil {
		t.Fatal(err)
	}
	readme, guide := string(read(t, filepath.Join(folder, "README.txt"))), string(read(t, "../../docs/export.md"))
	for _, table := range models.OutTables() {
		content := string(read(t, filepath.Join(folder, table.Name+".csv")))
		if !strings.Contains(readme, table.Name+".csv: "+exchange.WordsIn("en")["whole."+table.Name]) {
			t.Errorf("the README says nothing about %s", table.Name)
		}
		if !strings.Contains(guide, "`"+table.Name+"`") {
			t.Errorf("docs/export.md says nothing about %s", table.Name)
		}
		header, _, _ := strings.Cut(strings.TrimPrefix(content, "\ufeff"), "\r\n")
		for i, name := range strings.Split(header, ",") {
			if name != table.Columns[i].Name {
				t.Errorf("%s: column %d is %q, %+v", table.Name, i, name, table.Columns[i])
			}
		}
	}
	photo, err := os.ReadDir(filepath.Join(folder, "photos"))
	if err != nil || len(photo) != 1 || photo[0].Name() != fmt.Sprint(ann, ".png") {
		t.Errorf("the photos are %v, %v", photo, err)
	}
	if logo := read(t, filepath.Join(folder, "logo.png")); !bytes.Equal(logo, face.Bytes()) {
		t.Errorf("the logo has %d bytes", len(logo))
	}
	if visits := string(read(t, filepath.Join(folder, "visit.csv"))); !strings.Contains(visits, "2026-11-21 10:24,2026-11-21,in_person,,,12.50,") || !strings.Contains(visits, "'=secret") {
		t.Errorf("the visits are\n%s", visits)
	}
	err = exchange.WriteShop(context.Background(), folder, t.TempDir(), store, exchange.WordsIn("en"), quiet)
	if problem, ok := models.IsProblem(err); !ok || problem.Key != "import.folderFull" {
		t.Errorf("written over what was there: %v", err)
	}
}

func TestShopThatIsNotWrittenToItsEndLeavesNothing(t *testing.T) {
	store, _ := aShop(t)
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := exchange.WriteShop(ctx, folder, t.TempDir(), store, exchange.WordsIn("en"), quiet); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, it ended with %v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := exchange.WriteShop(t.Context(), folder, t.TempDir(), store, exchange.WordsIn("en"), quiet); err != nil {
		t.Errorf("the second time: %v", err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// plainWords are those of a language, with figures as any program writes them.
func plainWords(language string) exchange.PersonWords {
	return exchange.PersonWords{Words: exchange.WordsIn(language), Language: language, Count: strconv.Itoa, Change: func(f models.FieldChange) string { return "[" + f.Key() + "] " + f.From + " > " + f.To },
		Day:    func(day models.Day) string { return "day " + string(day) },
		Moment: func(at time.Time) string { return at.Format("the 2 January 2006 at 15.04") },
		Money:  func(amount models.Money) string { return fmt.Sprintf("€ %d,%02d", amount/100, amount%100) }}
}

func TestAllAboutOnePerson(t *testing.T) {
	store, ann := aShop(t)
	sections, err := store.PersonFile(ann)
	if err != nil {
		t.Fatal(err)
	}
	var page, object bytes.Buffer
	person := exchange.PersonPage{Shop: "Harbour Cycles", Name: "Ann <b>Hughes</b>", Day: store.Today(), Sections: sections}
	if err := person.WriteHTML(&page, plainWords("en")); err != nil {
		t.Fatal(err)
	}
	if err := person.WriteJSON(&object); err != nil {
		t.Fatal(err)
	}
	for _, told := range []string{"Harbour Cycles", "0171 555 0110", "something that rings", "=secret", "Bob"} {
		if !strings.Contains(page.String(), told) || !strings.Contains(object.String(), told) {
			t.Errorf("%q is not told:\n%s\n%s", told, page.String(), object.String())
		}
	}
	for _, said := range []string{"€ 12,50", "the 21 November 2026 at 10.24", "on day 2026-11-21"} {
		if !strings.Contains(page.String(), said) {
			t.Errorf("the page does not say %q:\n%s", said, page.String())
		}
	}
	if strings.Contains(page.String(), "<b>") {
		t.Error("a name is taken for a mark of the page")
	}
	var back struct {
		Noted map[string][]map[string]string
	}
	if err := json.Unmarshal(object.Bytes(), &back); err != nil || back.Noted["visit"][0]["amount"] != "12.50" || len(back.Noted["customer"]) != 1 {
		t.Errorf("the object is %v, %v", back, err)
	}
	if _, err := store.PersonFile(999); err == nil {
		t.Error("all about nobody")
	}
}

// counterPeople gives the shop the scenes are played in, and everybody in its book.
func counterPeople(t *testing.T) (*models.Store, []models.CustomerID) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	if err := modelstest.Counter(path, modelstest.NewClock().Now()); err != nil {
		t.Fatal(err)
	}
	store := modelstest.Open(t, path, modelstest.NewClock())
	ids, err := store.CustomerIDs(models.CustomerFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return store, ids
}

// The page leaves nothing out that JSON has, but for empty cells and the numbers of rows.
func TestThePageOfAPersonTellsAll(t *testing.T) {
	store, ids := counterPeople(t)
	seen := map[string]bool{}
	for _, id := range ids {
		sections, err := store.PersonFile(id)
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := (exchange.PersonPage{Shop: "Shop", Name: "Name", Day: store.Today(), Sections: sections}).WriteHTML(&page, plainWords("en")); err != nil {
			t.Fatal(err)
		}
		text := html.UnescapeString(page.String())
		for _, section := range sections {
			seen[section.Table.Name] = true
			for _, value := range section.Rows[0] {
				if _, err := time.Parse(time.DateOnly, value); err == nil {
					value = "day " + value
				}
				if strings.Contains(value, " ") && !strings.Contains(value, ":") && !strings.Contains(text, value) {
					t.Errorf("%s: the page does not tell %q", section.Table.Name, value)
				}
			}
		}
	}
	if len(seen) < 12 {
		t.Errorf("only %d sorts of things were told", len(seen))
	}
}

func TestAPersonsPhotoIsInBothFiles(t *testing.T) {
	store, ann := aShop(t)
	sections, err := store.PersonFile(ann)
	if err != nil {
		t.Fatal(err)
	}
	photo := []byte("\x89PNG\r\n\x1a\nand so on")
	var page, object bytes.Buffer
	person := exchange.PersonPage{Shop: "Shop", Name: "Ann", Day: store.Today(), Sections: sections, Photo: photo}
	err = errors.Join(person.WriteHTML(&page, plainWords("en")), person.WriteJSON(&object))
	if err != nil || !strings.Contains(page.String(), `src="data:image/png;base64,iVBOR`) {
		t.Errorf("the page has no photo (%v):\n%s", err, page.String())
	}
	var back struct{ Photo []byte }
	if err := json.Unmarshal(object.Bytes(), &back); err != nil || !bytes.Equal(back.Photo, photo) {
		t.Errorf("the photo comes back as %q, %v", back.Photo, err)
	}
}
