package views

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/xuri/excelize/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// logOut is a log with something to print and to export, narrowed to what was not there.
func logOut(t *testing.T) (*visitBench, *serviceLogScreen) {
	v := newVisitBench(t)
	v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), ServedBy: v.mike, Amount: 12_50, Requests: []models.Request{
		{Item: "=Pannier set", Reason: models.ReasonNotCarried, Worth: 80_00, TheirWords: "something for the shopping", Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeDeclined}, {Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeAccepted}}}}}}))
	v.turnedDown("Tandem", models.Alternative{Kind: models.OrderIn, State: models.AlternativeDeclined})
	return v, v.missingLog()
}

// missingLog shows the log of what was not there.
func (v *visitBench) missingLog() *serviceLogScreen {
	v.w.do("log")
	s := v.w.screens[PlaceLog].(*serviceLogScreen)
	s.filters.outcome.SetValue(notAvailable)
	s.onFiltered()
	return s
}

// What the log shows, and nothing else, is written as a file with all that was said, which runs nothing.
func TestTheLogIsExported(t *testing.T) {
	v, s := logOut(t)
	folder := t.TempDir()
	v.w.app.Prefs.SetFolder(app.FolderExports, folder)
	taps(t, s.moreItems(), "log.export")
	v.expectOnTop("2 requests, as the log shows them now")
	v.topSave()
	there, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil || len(there) != 1 {
		t.Fatalf("there are %v, %v", there, err)
	}
	v.expectToast("2 requests are in “" + filepath.Base(there[0]) + "” in " + placeName(folder))
	body, err := os.ReadFile(there[0])
	v.must(err)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(body), "\ufeff"))).ReadAll()
	v.must(err)
	if len(rows) != 3 || strings.Join(rows[0][:5], "|") != "Day|Time|Customer|Asked for|How many" {
		t.Fatalf("written is %q", rows)
	}
	said := strings.Join(rows[2], "|") + strings.Join(rows[1], "|")
	for _, want := range []string{"Ann Hughes", "Pannier set", "We do not carry it", "Sent to a specialist", "Saddle bag: Declined · Leather & Co: Accepted", "£80.00", "£12.50", "Mike", "something for the shopping", "Tandem", "Lost"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing from %q", want, said)
		}
	}
	if strings.Contains(said, "|=Pannier") || strings.Contains(said, "Brooks") {
		t.Errorf("written is %q", said)
	}
	s.onExport()
	v.keys(fyne.KeyRight) // Excel
	v.topSave()
	book, err := excelize.OpenFile(strings.TrimSuffix(there[0], "csv") + "xlsx")
	v.must(err)
	defer book.Close()
	if cells, err := book.GetRows("Service log"); err != nil || len(cells) != 3 {
		t.Errorf("Excel has %q, %v", cells, err)
	}
}

// What the log shows is printed, with what it was narrowed to and what it comes to.
func TestTheLogIsPrinted(t *testing.T) {
	v, _ := logOut(t)
	viewer := v.printing()
	s := v.missingLog()
	s.filters.ask(models.LogFilter{Answer: models.AlternativeDeclined})
	v.w.do("print")
	if said := v.sheetWords(); !strings.Contains(said, "page 1 of 1") {
		t.Errorf("the preview says %q", said)
	}
	v.topSave()
	v.wantPrinted(viewer, []string{"Service log", "Harbour Cycles", "2 requests.", "Since 1 December 2026", "Not available", "Declined", "One customer", "£12.50", "Ann Hughes", "served by Mike",
		"Pannier set", "something for the shopping", "Saddle bag: Declined", "Tandem", "Someone passing by", "Lost"}, "Brooks")
	s.filters.ask(models.LogFilter{Cancelled: true})
	v.w.do("print")
	if kit.SheetOpen(v.w.canvas()) {
		t.Error("nothing is shown to be printed")
	}
	showLogPrint(v.w, models.LogFound{IDs: make([]models.RequestID, mostPrinted+1)}, "")
	v.expectOnTop("5,001 requests would be a heap of paper")
}
