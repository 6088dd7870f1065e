package views

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
)

func TestExportEverything(t *testing.T) {
	b, _ := aBookToExport(t)
	folder := b.w.app.Prefs.Folder(app.FolderExports, "")
	name := "Harbour Cycles " + string(b.store().Today())
	b.w.do("exportAll")
	if got := b.exportFields().name.Text; got != name {
		t.Errorf("the folder is to be called %q", got)
	}
	b.topSave()
	for _, file := range []string{"README.txt", "customer.csv", "visit.csv", "thank_you.csv"} {
		if _, err := os.Stat(filepath.Join(folder, name, file)); err != nil {
			t.Error(err)
		}
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, name) || b.w.layer.ToastAction() != "Show folder" {
		t.Errorf("told %q with %q", said, b.w.layer.ToastAction())
	}
	b.w.do("exportAll")
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "already. Give the new one another name") {
		t.Errorf("of the one that is there it says %q", said)
	}
}

func TestGiveSomebodyAllWeHaveNoted(t *testing.T) {
	b, ids := aBookToExport(t)
	b.w.OpenCustomer(ids[2])
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	b.w.canvas().Focus(s.card.more)
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if said := b.sheetWords(); !strings.Contains(said, "José Díaz may ask") {
		t.Fatalf("the menu leads to %q", said)
	}
	b.topSave()
	folder := b.w.app.Prefs.Folder(app.FolderExports, "")
	base := filepath.Join(folder, "José Díaz "+string(b.store().Today()))
	for _, ending := range []string{".html", ".json"} {
		if text, err := os.ReadFile(base + ending); err != nil || !strings.Contains(string(text), "0171 555") {
			t.Errorf("in %s stands %q, %v", ending, text, err)
		}
	}
	if said := b.sheetWords(); !strings.Contains(said, "page to hand over") {
		t.Errorf("at the end it says %q", said)
	}
	b.keys(fyne.KeyEscape)
	b.must(os.Remove(base + ".html")) // the other is there still
	exportPerson(b.w, ids[2], "José Díaz")
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "take its place") {
		t.Errorf("it does not ask before it replaces one of the two: %q", said)
	}
}

// The page speaks the language of the program, with its days.
func TestWhatIsGivenIsInTheOwnersLanguage(t *testing.T) {
	b, ids := aBookToExport(t)
	b.speaks("de")
	exportPerson(b.w, ids[1], "Bob Ray")
	b.topSave()
	page, err := os.ReadFile(filepath.Join(b.w.app.Prefs.Folder(app.FolderExports, ""), "Bob Ray "+string(b.store().Today())+".html"))
	b.must(err)
	for _, said := range []string{`<html lang="de">`, "21. November 2026", "0,00\u00a0", "Wünscht keine Post</dt><dd dir=\"auto\">ja", "Telefonnummern und E-Mail-Adressen", ">im Buch<"} {
		if !strings.Contains(string(page), said) {
			t.Errorf("the page does not say %q:\n%s", said, page)
		}
	}
}

// What was changed is said as on the screen: in words, with the shop's currency, and whole days.
func TestWhatIsGivenSaysChangesAsTheScreen(t *testing.T) {
	b, ids := aBookToExport(t)
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ids[1], At: models.MomentOf(b.clock.Now()), Amount: 12_50, Requests: []models.Request{{Item: "Bell"}}}}
	b.must(b.store().SaveVisit(e))
	again, err := b.store().Visit(e.Visit.ID)
	b.must(err)
	again.Visit.Amount, again.Visit.HowLeft = 1250_00, models.LeftDelighted
	again.Visit.PromisedFor = models.MomentOf(b.clock.Now().AddDate(0, 0, 2))
	b.must(b.store().SaveVisit(again))
	bob, err := b.store().Customer(ids[1])
	b.must(err)
	bob.NoEmail, bob.ReachBy, bob.SourceID = true, models.LikesPhone, 2
	b.must(b.store().SaveCustomer(bob))
	b.speaks("de")
	exportPerson(b.w, ids[1], "Bob Ray")
	b.topSave()
	text, err := os.ReadFile(filepath.Join(b.w.app.Prefs.Folder(app.FolderExports, ""), "Bob Ray "+string(b.store().Today())+".html"))
	b.must(err)
	_, page, _ := strings.Cut(html.UnescapeString(strings.ReplaceAll(string(text), "\u00a0", " ")), "section id=\"activity\"")
	for _, said := range []string{"Umsatz: von 12,50 £ in 1.250,00 £", "Zugesagt für: 23. November 2026", "Begeistert", "Möchte keine E-Mails: von Nein in Ja", "Gern erreicht: Per Telefon", "Fand Sie durch: Walking past"} {
		if !strings.Contains(page, said) {
			t.Errorf("of what was changed the page does not say %q:\n%s", said, page)
		}
	}
	for _, bare := range []string{"125000", "1250 ", "delighted", "phone", "> 1"} {
		if strings.Contains(page, bare) {
			t.Errorf("of what was changed the page says %q:\n%s", bare, page)
		}
	}
}

func TestOfNobodyNothingIsGiven(t *testing.T) {
	b, _ := aBookToExport(t)
	exportPerson(b.w, models.CustomerID(999), "Nobody")
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "no longer in the book") {
		t.Errorf("of nobody it says %q", said)
	}
}
