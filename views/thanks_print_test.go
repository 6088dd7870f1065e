package views

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// viewer is a system with, or without, a program for PDF files.
type viewer struct {
	fyne.App
	opened []string
	err    error
}

func (v *viewer) OpenURL(u *url.URL) error {
	v.opened = append(v.opened, u.Path)
	return v.err
}

// printing lets the bench print into a folder of the test, and gives what opens the files.
func (b *bench) printing() *viewer {
	b.t.Helper()
	v := &viewer{App: test.NewTempApp(b.t)}
	b.under(v)
	b.w.win.Resize(fyne.NewSize(1280, 800))
	return v
}

// under opens the bench's shop under another system, with a data folder of the test's.
func (b *bench) under(system fyne.App) {
	b.t.Helper()
	b.t.Setenv("XDG_DATA_HOME", b.t.TempDir())
	xdg.Reload()
	a := app.New(system, app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after))
	b.w.app.Close()
	b.must(a.Open(b.path, false))
	b.t.Cleanup(a.Close)
	b.w = NewWindow(a, nil)
}

func TestPrintTheListFromTheScreen(t *testing.T) {
	names := []string{"Ann Hughes", "Δήμητρα Παππά", "山田 太郎", "Владимир Иванов", "שרה לוי", "Zoë 🚲"}
	b := owing(t, names...)
	v := b.printing()
	s := b.thanks()
	if got := s.preview.caption.Text(); got != "As it will be printed · page 1 of 2" {
		t.Errorf("the preview says %q", got)
	}
	s.preview.turn(1)
	if !reflect.DeepEqual(*s.preview.sheet.page, s.preview.document.Page(1)) || !s.preview.next.Disabled() {
		t.Error("the preview does not turn to its last page")
	}
	b.w.do("print")
	b.keys(fyne.KeyReturn)
	if len(v.opened) != 1 || filepath.Dir(v.opened[0]) != app.PrintFolder() {
		t.Fatalf("opened %v", v.opened)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", v.opened[0], "-").Output()
	if err != nil {
		t.Fatalf("this test needs pdftotext from poppler-utils: %v", err)
	}
	said := strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "").Replace(string(out))
	for _, want := range append(names, "Harbour Cycles", "23 November 2026", "6 thank-yous on this list", "Page 2 of 2", "0171 555 0110",
		"Sent you Friend of Ann Hughes, who first came for Pannier set.", "Friend of Ann Hughes: here once, on 21 November 2026.", "since 21 November 2026") {
		if !strings.Contains(said, want) {
			t.Errorf("%q cannot be read on paper:\n%s", want, said)
		}
	}
	b.wantPrintedOnly()
	b.keys(fyne.KeyReturn) // yes, all of it came out
	if got := b.printedNames(); len(got) != len(names) {
		t.Errorf("marked as printed are %v", got)
	}
	if s.due.mark.Text() != "Mark 6 as thanked" || !holdsText(s.Content(), "Print list") {
		t.Error("printing unticked somebody")
	}
	b.w.do("undo")
	if b.due()[0].State != models.ThanksOwed {
		t.Error("Undo did not take the mark back")
	}
}

func TestPrintedOnlyWhenTheFileIsThere(t *testing.T) {
	b := owing(t, "Ann Hughes")
	v := b.printing()
	b.must(os.MkdirAll(filepath.Dir(app.PrintFolder()), 0o700))
	b.must(os.WriteFile(app.PrintFolder(), nil, 0o600))
	b.thanks()
	b.w.do("print")
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("could not be written into the folder") || len(v.opened) > 0 || b.due()[0].State != models.ThanksOwed {
		t.Errorf("opened %v, state %s", v.opened, b.due()[0].State)
	}
}

func TestPrintWithoutAViewer(t *testing.T) {
	b := owing(t, "Ann Hughes")
	v := b.printing()
	v.err = errors.New("nothing opens a PDF here")
	b.thanks()
	b.w.do("print")
	b.keys(fyne.KeyReturn)
	if b.sheetHolds(kit.T("trouble.title")) || !b.sheetHolds(kit.T("print.saved.title")) {
		t.Errorf("told %q", b.sheetWords())
	}
	if !b.sheetHolds(app.PrintFolder()) {
		t.Error("the owner is not told where the list is")
	}
	b.keys(fyne.KeyEscape)
	if !b.sheetHolds("Did it come out?") {
		t.Errorf("once it is printed from there, it asks %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	if b.due()[0].State != models.ThanksPrinted {
		t.Errorf("she is %s", b.due()[0].State)
	}
}

func TestWhatTheyAskedForIsLeftOutAndSaid(t *testing.T) {
	b := owing(t, "Ann Hughes")
	c, err := b.store().Customer(b.due()[0].CustomerID)
	b.must(err)
	c.NoPhone = true
	b.must(b.store().SaveCustomer(c))
	b.must(b.store().SetThankYouChannel(b.due()[0].ID, models.ByCall))
	s := b.thanks()
	list, err := s.printer.list(s.due.ticked())
	b.must(err)
	if list.Rows[0].Contact != "" || list.Words.LeftOut != "One phone number is left out: this person asked for no calls." {
		t.Errorf("printed %+v, left out %q", list.Rows[0], list.Words.LeftOut)
	}
	if !holdsText(s.Content(), "Asked for no calls") {
		t.Error("the row does not warn")
	}
}

func TestNoPreviewWithoutRoom(t *testing.T) {
	b := owing(t, "Ann Hughes")
	s := b.thanks()
	if !s.preview.object.Visible() || s.preview.document.PageCount() != 1 {
		t.Fatal("no preview beside the list at 1280")
	}
	b.w.win.Resize(fyne.NewSize(1024, 700))
	if s.preview.object.Visible() {
		t.Error("the preview takes the list's room at 1024")
	}
	modelstest.Visit(t, b.store(), b.due()[0].CustomerID, "Chain")
	b.w.win.Resize(fyne.NewSize(1280, 800))
	if !s.preview.object.Visible() || s.preview.stale {
		t.Error("the preview did not come back")
	}
}

func TestTheListOfOneShopMarksNobodyInAnother(t *testing.T) {
	b := owing(t, "Ann Hughes")
	rows, first := b.due(), b.store()
	other := modelstest.Open(t, t.TempDir()+"/other.goodturn", b.clock)
	id := modelstest.Customer(t, other, "Dana Fox", "")
	b.must(other.AddThankYou(&models.ThankYou{CustomerID: id, TalkingPoint: "The same number as Ann's"}))
	path := other.Path()
	b.must(other.Close())
	b.must(b.w.app.Open(path, false))
	b.w.askCameOut(cameAsk{store: first, thanks: rows}, printedPages{path: "/list.pdf"})
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() == "" {
		t.Errorf("it asks %q", b.sheetWords())
	}
	if got := b.due(); got[0].ID != rows[0].ID || got[0].State != models.ThanksOwed {
		t.Errorf("in the other shop: %+v", got)
	}
}

func TestOneListAtATime(t *testing.T) {
	b := owing(t, "Ann Hughes")
	v := b.printing()
	s := b.thanks()
	b.w.printing.Store(true)
	s.Print()
	b.keys(fyne.KeyReturn)
	if len(v.opened) != 0 {
		t.Error("a second list was made beside the first")
	}
	b.w.printing.Store(false)
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	s.Print()
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if len(v.opened) != 2 {
		t.Errorf("after the first list, opened %v", v.opened)
	}
}

func TestWhatWasLeftOutIsASentenceEach(t *testing.T) {
	if got := leftOutText(app.LeftOut{Posts: 1, Emails: 2}); got != "One address is left out: this person asked for no post. 2 e-mail addresses are left out: these people asked for no e-mail." {
		t.Errorf("left out: %q", got)
	}
}
