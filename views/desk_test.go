package views

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// fakePrinters are the printing programs of a system with two printers, which note what they were told.
type fakePrinters struct {
	b      *bench
	folder string
}

// printers puts them in front of those of this computer. Windows has none.
func (b *bench) printers() fakePrinters {
	b.t.Helper()
	if runtime.GOOS == "windows" {
		b.t.Skip("Windows has no lp: there the PDF program prints")
	}
	p := fakePrinters{b, b.t.TempDir()}
	p.program("lpstat", `if [ "$1" = -e ]; then echo Counter; echo Office; else echo "system default destination: Office"; fi`)
	p.program("lp", `echo "$@" >> "`+p.log()+`"; echo "request id is Counter-7 (1 file(s))"`)
	b.t.Setenv("PATH", p.folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	return p
}

func (p fakePrinters) log() string { return filepath.Join(p.folder, "sent") }

func (p fakePrinters) program(name, script string) {
	p.b.t.Helper()
	p.b.must(os.WriteFile(filepath.Join(p.folder, name), []byte("#!/bin/sh\n"+script), 0o700))
}

// sent is what was sent to them, a line each.
func (p fakePrinters) sent() string {
	p.b.t.Helper()
	text, err := os.ReadFile(p.log())
	p.b.must(err)
	return string(text)
}

// owingMany is a shop that owes so many thank-yous that their list has several pages.
func owingMany(t *testing.T, n int) *bench {
	t.Helper()
	names := make([]string, n)
	for i := range names {
		names[i] = "Customer " + kit.Count(i+1)
	}
	return owing(t, names...)
}

// deskOfThanks shows the list of thank-yous on a desk.
func (b *bench) deskOfThanks() *desk {
	b.t.Helper()
	s := b.thanks()
	p := showThanksChoices(s)
	if p == nil {
		b.t.Fatalf("no desk opened: %q", b.sheetWords())
	}
	return p.desk
}

// toChoices goes from the main button of a desk, where the keyboard begins, past the cross to the first of its choices.
func (b *bench) toChoices() { b.keys(fyne.KeyTab, fyne.KeyTab) }

// The pages are turned and enlarged by keys alone, from the button the keyboard begins on; what is enlarged is first read to its end.
func TestADeskByKeys(t *testing.T) {
	b := owingMany(t, 12)
	b.printing()
	d := b.deskOfThanks()
	last := d.preview.last()
	if last < 2 {
		t.Fatalf("only %d pages", last+1)
	}
	for _, step := range []struct {
		key           fyne.KeyName
		page, percent int
	}{{fyne.KeyPageDown, 1, 0}, {fyne.KeyEnd, last, 0}, {fyne.KeyPageDown, last, 0}, {fyne.KeyHome, 0, 0}, {fyne.KeyPlus, 0, 100}, {fyne.KeyEqual, 0, 150},
		{fyne.KeyPageDown, 0, 150}, {fyne.KeyMinus, 0, 100}, {fyne.Key0, 0, kit.ZoomWhole}, {fyne.KeyPageUp, 0, 0}} {
		b.keys(step.key)
		if d.preview.at != step.page || d.pane.Percent() != step.percent || d.zoom.Value() != kit.Count(step.percent) {
			t.Errorf("after %s: page %d at %d %%, the buttons say %s", step.key, d.preview.at, d.pane.Percent(), d.zoom.Value())
		}
	}
	if got := d.preview.caption.Text(); !strings.Contains(got, "page 1 of") {
		t.Errorf("the caption says %q", got)
	}
}

// Enlarged, a page draws what is in view alone, and more of it as it is scrolled.
func TestAnEnlargedPageDrawsWhatIsInView(t *testing.T) {
	b := owingMany(t, 3)
	b.printing()
	d := b.deskOfThanks()
	whole := len(drawnOf(d))
	b.keys(fyne.KeyPlus, fyne.KeyPlus, fyne.KeyPlus)
	top := drawnOf(d)
	if len(top) == 0 || len(top) >= whole {
		t.Errorf("%d marks are drawn of the top, %d of the whole page", len(top), whole)
	}
	for d.pane.Page(+1) {
	}
	if bottom := drawnOf(d); len(bottom) == 0 || bottom[len(bottom)-1] == top[len(top)-1] {
		t.Errorf("scrolled to the end, %d marks are drawn", len(bottom))
	}
}

// drawnOf gives what the page in front is drawn with.
func drawnOf(d *desk) []fyne.CanvasObject {
	return test.WidgetRenderer(d.preview.sheet).Objects()
}

// What was printed last, and where, is remembered for each kind of paper; what an earlier version remembered for all is where each begins.
func TestEachKindRemembersItsPrinter(t *testing.T) {
	b := owing(t, "Ann Hughes")
	viewer := b.printing()
	printers := b.printers()
	d := b.deskOfThanks()
	if d.through.sel.Text() != "The PDF program" || d.sheet.SaveButton().Text() != "Print" {
		t.Errorf("it begins with %q and %q", d.through.sel.Text(), d.sheet.SaveButton().Text())
	}
	b.w.canvas().Focus(d.through.sel)
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn) // Office, the system's own
	if d.sheet.SaveButton().Text() != "Print now" {
		t.Errorf("the button says %q", d.sheet.SaveButton().Text())
	}
	b.topSave()
	if sent := printers.sent(); !strings.Contains(sent, "-d Office") || len(viewer.opened) > 0 {
		t.Errorf("sent %q, opened %v", sent, viewer.opened)
	}
	for kind, want := range map[app.PaperKind]app.Printed{app.PaperThanks: {Way: app.PrintQueue, Printer: "Office"}, app.PaperWall: {Way: app.PrintProgram}} {
		if got := b.w.app.Prefs.LastPrinted(kind); got != want {
			t.Errorf("of %s is remembered %+v", kind, got)
		}
	}
	b.w.app.Fyne().Preferences().SetString("print.queue", "Counter")
	if got := b.w.app.Prefs.LastPrinted(app.PaperWall); got != (app.Printed{Way: app.PrintQueue, Printer: "Counter"}) {
		t.Errorf("what was chosen in an earlier version is %+v", got)
	}
	printers.program("lpstat", "exit 1")
	if d = b.deskOfThanks(); d.through.name() != "" || d.sheet.SaveButton().Text() != "Print" {
		t.Errorf("a printer that is gone is still offered: %q", d.through.sel.Text())
	}
}

// Pages are saved where the owner says. What is there already is replaced only after a question, and what goes wrong stands beside its field.
func TestSavePagesAsAFile(t *testing.T) {
	b := owing(t, "Ann Hughes")
	viewer := b.printing()
	folder := t.TempDir()
	b.w.app.Prefs.SetLastPrinted(app.PaperThanks, app.Printed{Way: app.PrintFile})
	b.w.app.Prefs.SetFolder(app.FolderPages, folder)
	b.deskOfThanks()
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("Save as PDF") {
		t.Fatalf("Enter shows %q", b.sheetWords())
	}
	path := filepath.Join(folder, "Customers to thank 2026-11-23.pdf")
	b.must(os.WriteFile(path, []byte("mine"), 0o600))
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("already") {
		t.Fatalf("it does not ask: %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	b.w.canvas().FocusNext()
	b.typed("/nowhere")
	b.topSave()
	if saved, _ := os.ReadFile(path); string(saved) != "mine" || !kit.SheetOpen(b.w.canvas()) {
		t.Errorf("the file holds %q, and a sheet is open: %v", saved, kit.SheetOpen(b.w.canvas()))
	}
	b.keys(fyne.KeyEscape)
	b.keys(fyne.KeyEscape)
	b.must(os.Remove(path))
	b.deskOfThanks()
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if saved, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(saved), "%PDF") || len(viewer.opened) > 0 {
		t.Errorf("saved %v, opened %v; the sheet says %q", err, viewer.opened, b.sheetWords())
	}
	if b.due()[0].State != models.ThanksOwed && b.due()[0].State != models.ThanksPrinted {
		t.Error("somebody was thanked by a file")
	}
}

// Copies are asked of a printer alone. They are for this once: what Enter prints next is one again.
func TestCopiesAreForOnce(t *testing.T) {
	b := owingMany(t, 2)
	b.printing()
	printers := b.printers()
	d := b.deskOfThanks()
	if !d.through.number.Hidden {
		t.Error("the PDF program is asked for copies, for which it asks itself")
	}
	d.through.sel.SetValue("Office")
	d.through.chosen()
	if d.through.number.Hidden {
		t.Fatal("a printer is not asked for copies")
	}
	b.w.canvas().Focus(d.through.times)
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	b.topSave()
	if sent := printers.sent(); !strings.Contains(sent, "-d Office -n 3 ") {
		t.Errorf("the printer was told %q", sent)
	}
	b.w.canvas().Overlays().Top().(*kit.Layer).OnEscape()
	if again := b.deskOfThanks(); again.through.name() != "Office" || again.through.copies() != 1 {
		t.Errorf("next time %d copies come out of %q", again.through.copies(), again.through.name())
	}
}

// Pages that take a while say how far they are.
func TestThePreviewSaysHowFarItIs(t *testing.T) {
	b := owingMany(t, 2)
	d := b.deskOfThanks()
	d.preview.onSlow()
	if !holdsText(d.preview.caption, kit.T("print.preview.soon")) {
		t.Error("it does not say that they are on their way")
	}
	d.preview.onWay(50, 200)
	if !holdsText(d.preview.caption, "25 %") {
		t.Error("it does not")
	}
}

// With nothing to print the keyboard is on the choice of another paper, and not on a button that does nothing.
func TestWithNothingToPrintTheChoicesComeFirst(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	b.w.Show(PlaceToday)
	b.w.do("print")
	if chips, ok := b.w.canvas().Focused().(*kit.Chips); !ok || chips.Value() != todayDay {
		t.Errorf("the keyboard is on %T", b.w.canvas().Focused())
	}
}
