package views

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// The last step of the first start leads into the sample shop, which says what it is, leaves the owner's own alone, and can be
// thrown away.
func TestALookAroundBeforeTheFirstDay(t *testing.T) {
	b := newcomer(t)
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	b.typed("Harbour Books")
	b.keys(fyne.KeyReturn)
	b.keys(fyne.KeyEscape)
	if said := b.sheetWords(); !strings.Contains(said, kit.T("welcome.begin")) {
		t.Fatalf("the welcome ended on %q", said)
	}
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn)
	if !b.w.app.InSample() || b.shop().Name != "Harbour Cycles" {
		t.Fatalf("%s is open", b.store().Path())
	}
	if words := buttonsOn(b.w.layer); !strings.Contains(words, kit.T("sample.back")) {
		t.Errorf("it does not say that it is the sample: %q", words)
	}
	if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n < 30 {
		t.Errorf("it has %d customers, %v", n, err)
	}
	if b.w.app.Prefs.LastFile() != b.path {
		t.Errorf("the next start opens %s", b.w.app.Prefs.LastFile())
	}
	b.w.leaveSample(b.w.reopened)
	if b.shop().Name != "Harbour Books" || strings.Contains(buttonsOn(b.w.layer), kit.T("sample.back")) {
		t.Fatalf("back leads to %s", b.store().Path())
	}
	b.w.do("sample") // of today: opened as it was left
	b.w.leaveSample(b.w.dropSample)
	if _, err := os.Stat(app.SampleFile()); !os.IsNotExist(err) || b.shop().Name != "Harbour Books" {
		t.Errorf("the sample shop is still there (%v), and %s is open", err, b.store().Path())
	}
}

// A sample shop of an earlier day is made anew, so that its days end today.
func TestSampleShopMovesWithToday(t *testing.T) {
	b := newBench(t, nil)
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	b.w.app.SampleMade("en")
	if b.w.app.SampleFresh("en") {
		t.Error("there is no file")
	}
	b.must(os.MkdirAll(app.SampleFile()[:strings.LastIndex(app.SampleFile(), "/")], 0o700))
	b.must(os.WriteFile(app.SampleFile(), nil, 0o600))
	if !b.w.app.SampleFresh("en") {
		t.Error("it is of today")
	}
	if b.w.app.SampleFresh("de") {
		t.Error("it is in English")
	}
	b.clock.Days(1)
	if b.w.app.SampleFresh("en") {
		t.Error("it is of yesterday")
	}
}
