package views

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func TestPrintAListOfCustomers(t *testing.T) {
	var ids []models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for _, c := range []models.Customer{{Name: "山田 太郎", Address: "1 Road\nLeeds"}, {Name: "Bob Ray", Address: "2 Secret Lane\nYork", NoPost: true, NoPhone: true}, {Name: "José Díaz", Address: "3 Street\nWien", Country: "Österreich"}} {
			c.Contacts = []models.Contact{{Kind: models.ContactPhone, Value: "0171 " + c.Name[:3]}, {Kind: models.ContactEmail, Value: "p@example.org"}}
			if err := store.SaveCustomer(&c); err != nil {
				t.Fatal(err)
			}
			ids = append(ids, c.ID)
		}
		modelstest.Visit(t, store, ids[2], "bell")
	})
	v := b.printing()
	showPrintCustomers(b.w, []models.CustomerID{ids[2], ids[0], ids[1]}, "Friends of the shop")
	if said := b.sheetWords(); !strings.Contains(said, "page 1 of 1") {
		t.Errorf("the preview says %q", said)
	}
	b.topSave()
	b.wantPrinted(v, []string{"Friends of the shop", "Harbour Cycles", "3 customers on this list", "山田 太郎", "José Díaz", "Österreich", "New", "21 November 2026", "Not yet",
		"One address is left out", "One phone number is left out", "p@example.org"}, "Secret Lane", "0171 Bob")
	showPrintCustomers(b.w, ids, "Everybody")
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeySpace)
	b.topSave()
	b.wantPrinted(v, []string{"Everybody", "One phone number is left out"}, "Leeds", "address is")
	showPrintCustomers(b.w, make([]models.CustomerID, mostPrinted+1), "Everybody")
	if said := b.sheetWords(); !strings.Contains(said, "5,001 customers") {
		t.Errorf("of too many it says %q", said)
	}
	b.keys(fyne.KeyEscape)
	showPrintCustomers(b.w, nil, "Nobody")
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("a list of nobody is shown")
	}
}

// wantPrinted holds the list that was opened last to what it must say, and must not.
func (b *bench) wantPrinted(v *viewer, wants []string, not ...string) {
	b.t.Helper()
	if len(v.opened) == 0 {
		b.t.Fatal("no list was opened")
	}
	path := v.opened[len(v.opened)-1]
	if filepath.Dir(path) != app.PrintFolder() {
		b.t.Errorf("opened %s", path)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", path, "-").Output()
	if err != nil {
		b.t.Fatalf("this test needs pdftotext from poppler-utils: %v", err)
	}
	for _, want := range wants {
		if !strings.Contains(string(out), want) {
			b.t.Errorf("%q cannot be read on paper:\n%s", want, out)
		}
	}
	for _, hidden := range not {
		if strings.Contains(string(out), hidden) {
			b.t.Errorf("%q can be read on paper:\n%s", hidden, out)
		}
	}
}
