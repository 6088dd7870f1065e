package views

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
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
	b.t.Setenv("XDG_DATA_HOME", b.t.TempDir())
	xdg.Reload()
	v := &viewer{App: test.NewTempApp(b.t)}
	a := app.New(v, app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after))
	b.w.app.Close()
	b.must(a.Open(b.path, false))
	b.t.Cleanup(a.Close)
	b.w = NewWindow(a, nil)
	b.w.win.Resize(fyne.NewSize(1280, 800))
	return v
}

// owing is a shop that owes a thank-you to each of the names, and each of those sent somebody who came.
func owing(t *testing.T, names ...string) *bench {
	t.Helper()
	return newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Ivy")
		for _, name := range names {
			id := modelstest.Customer(t, store, name, "0171 555 0110")
			e := &models.VisitEntry{BroughtBy: models.Referrer{CustomerID: id}, NewCustomer: &models.Customer{Name: "Friend of " + name}}
			e.Visit.At, e.Visit.Requests = models.MomentOf(clock.Now()), []models.Request{{Item: "Pannier set"}}
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
		clock.Days(2)
	})
}

func (b *bench) thanks() *thanksScreen {
	b.t.Helper()
	b.w.do("thanks")
	return b.w.screens[PlaceThanks].(*thanksScreen)
}

func (b *bench) due() []models.ThankYouRow {
	b.t.Helper()
	rows, _, err := b.store().ThankYous(models.ThanksFilter{Limit: 1000})
	b.must(err)
	return rows
}

func TestThanksBeginWithHowTheyComeAbout(t *testing.T) {
	b := newBench(t, nil)
	s := b.thanks()
	if !holdsText(s.Content(), kit.T("thanks.empty")) {
		t.Error("an empty list does not say how thank-yous come about")
	}
	s.Print()
	if !b.sheetHolds("there is nothing to print") {
		t.Error("printing nothing is not explained")
	}
}

func TestTickAndMarkAsThanked(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox", "Jürgen Müller")
	s := b.thanks()
	if s.due.mark.Text() != "Mark 3 as thanked" {
		t.Fatalf("the button says %q", s.due.mark.Text())
	}
	b.w.canvas().Focus(s.due.lines[1].tick)
	b.keys(fyne.KeySpace)
	if s.due.mark.Text() != "Mark 2 as thanked" || s.due.all.On() {
		t.Errorf("after one was unticked the button says %q", s.due.mark.Text())
	}
	test.Tap(s.due.mark)
	b.typed("Iv")
	b.keys(fyne.KeyTab)
	b.typed("With all our heart")
	b.topSave()
	rows := b.due()
	if len(rows) != 1 || rows[0].Name != "Dana Fox" {
		t.Fatalf("still due: %+v", rows)
	}
	done, _, err := b.store().ThankYous(models.ThanksFilter{Done: true, Limit: 10})
	b.must(err)
	if len(done) != 2 || done[0].By != "Ivy" || done[0].Words != "With all our heart" {
		t.Fatalf("thanked: %+v", done)
	}
	if s.due.mark.Text() != "Mark 0 as thanked" || !s.due.mark.Disabled() {
		t.Errorf("with nobody ticked the button says %q", s.due.mark.Text())
	}
	s.tab.SetValue(tabDone)
	s.onTab(tabDone)
	if s.done.rows.len() != 2 || !holdsText(s.Content(), "by Ivy") {
		t.Error("those thanked are not listed")
	}
	b.w.do("undo")
	if len(b.due()) != 3 {
		t.Error("Undo did not bring both back in one step")
	}
}

func TestTickAllAndNone(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox")
	s := b.thanks()
	b.w.canvas().Focus(s.due.all)
	b.keys(fyne.KeySpace)
	if len(s.due.ticked()) != 0 || s.due.lines[0].tick.On() {
		t.Error("not all were unticked")
	}
	s.Print()
	if !b.sheetHolds("Tick those you want on the list first.") {
		t.Error("printing with nobody ticked is not explained")
	}
	b.w.canvas().Overlays().Top().(*kit.Layer).OnEscape()
	b.keys(fyne.KeySpace)
	if len(s.due.ticked()) != 2 {
		t.Error("not all were ticked again")
	}
}

func TestHowAndPutAside(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox")
	s := b.thanks()
	b.w.canvas().Focus(s.due.lines[0].how)
	b.typed("gi")
	if rows := b.due(); rows[0].Channel != models.ByGift {
		t.Fatalf("the way is %q", rows[0].Channel)
	}
	if b.w.canvas().Focused() != fyne.Focusable(s.due.lines[0].how) {
		t.Error("the keyboard left the row")
	}
	s.due.lines[0].onAside()
	b.typed("Moved away")
	b.keys(fyne.KeyReturn)
	if rows := b.due(); len(rows) != 1 || rows[0].Name != "Dana Fox" || s.due.lines[0].t.Name != "Dana Fox" {
		t.Fatalf("still due: %+v", rows)
	}
	b.w.do("undo")
	if len(b.due()) != 2 {
		t.Error("Undo did not bring it back")
	}
}

func TestThankForSomethingElse(t *testing.T) {
	b := owing(t)
	spoke := modelstest.Specialist(t, b.store(), "Spoke Works", "wheels")
	b.thanks()
	showOtherThanks(b.w)
	b.topSave()
	if !b.sheetHolds("Whom do you want to thank?") {
		t.Error("nobody was thanked without a word")
	}
	b.typed("spoke")
	b.keys(fyne.KeyReturn)
	b.topSave()
	if !b.sheetHolds("What do you want to thank them for?") {
		t.Error("a thank-you for nothing was taken")
	}
	b.typed("Praised us in the paper")
	b.topSave()
	rows := b.due()
	if len(rows) != 1 || rows[0].SpecialistID != spoke || rows[0].TalkingPoint != "Praised us in the paper" {
		t.Fatalf("due: %+v", rows)
	}
	showOtherThanks(b.w)
	b.typed("Νέος Φίλος")
	b.keys(fyne.KeyReturn)
	b.topSave()
	if n, _ := b.store().CountCustomers(models.CustomersAll); n != 0 || !b.sheetHolds("What do you want to thank them for?") {
		t.Errorf("somebody new was put into the book before all was in order")
	}
	b.typed("Carried the sign home")
	b.topSave()
	if rows = b.due(); len(rows) != 2 || rows[1].Name != "Νέος Φίλος" {
		t.Fatalf("due: %+v", rows)
	}
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
	if s.preview.sheet.page != &s.preview.pages[1] || !s.preview.next.Disabled() {
		t.Error("the preview does not turn to its last page")
	}
	b.w.do("print")
	if len(v.opened) != 1 || filepath.Dir(v.opened[0]) != app.PrintFolder() {
		t.Fatalf("opened %v", v.opened)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", v.opened[0], "-").Output()
	if err != nil {
		t.Fatalf("this test needs pdftotext from poppler-utils: %v", err)
	}
	said := strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "").Replace(string(out))
	for _, want := range append(names, "Harbour Cycles", "23 November 2026", "6 people on this list", "Page 2 of 2", "0171 555 0110",
		"Sent you Friend of Ann Hughes, who first came for Pannier set.", "Friend of Ann Hughes: here once, on 21 November 2026.", "since 21 November 2026") {
		if !strings.Contains(said, want) {
			t.Errorf("%q cannot be read on paper:\n%s", want, said)
		}
	}
	for _, row := range b.due() {
		if row.State != models.ThanksPrinted {
			t.Errorf("%s is %s", row.Name, row.State)
		}
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
	b.w.do("print")
	if !b.sheetHolds("could not be written into the folder") || len(v.opened) > 0 || b.due()[0].State != models.ThanksOwed {
		t.Errorf("opened %v, state %s", v.opened, b.due()[0].State)
	}
}

func TestPrintWithoutAViewer(t *testing.T) {
	b := owing(t, "Ann Hughes")
	v := b.printing()
	v.err = errors.New("nothing opens a PDF here")
	b.w.do("print")
	if !b.sheetHolds(app.PrintFolder()) || b.due()[0].State != models.ThanksPrinted {
		t.Errorf("the owner is not told where the list is; state %s", b.due()[0].State)
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
	if !s.preview.object.Visible() || len(s.preview.pages) != 1 {
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
