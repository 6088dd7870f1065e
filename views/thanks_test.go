package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

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
	if said := b.w.layer.ToastText(); !strings.Contains(said, "there is nothing to print") || b.w.canvas().Overlays().Top() != nil {
		t.Errorf("that there is nothing to print is told by %q", said)
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
	if said := b.w.layer.ToastText(); said != "Tick those you want on the list first." {
		t.Errorf("that nobody is ticked is told by %q", said)
	}
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

func TestWhatWasPutAsideIsOwedAgain(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox")
	s := b.thanks()
	if slices.Contains(drawnWords(s.tab), "Put aside 0") {
		t.Error("nothing is put aside, and yet it is offered")
	}
	b.must(b.store().WaiveThankYou(b.due()[0].ID, "Moved away"))
	s.tab.SetValue(tabAside)
	s.onTab(tabAside)
	if !slices.Contains(drawnWords(s.tab), "Put aside 1") || !holdsText(s.Content(), "Moved away") {
		t.Fatalf("put aside is not listed: %q", drawnWords(s.tab))
	}
	row, _ := s.aside.rows.at(0)
	b.w.asideRow(row).Buttons[0].OnTap()
	if len(b.due()) != 2 || !holdsText(s.Content(), kit.T("thanks.aside.empty")) {
		t.Fatalf("due are %+v", b.due())
	}
	b.w.do("undo")
	if len(b.due()) != 1 || s.aside.rows.len() != 1 {
		t.Error("Undo did not put it aside again")
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

func TestThanksOfYearsAgoAreKept(t *testing.T) {
	b := owing(t, "Ann Hughes")
	b.must(b.store().MarkThanked([]models.ThankYouID{b.due()[0].ID}, 0, ""))
	b.clock.Days(400)
	s := b.thanks()
	s.tab.SetValue(tabDone)
	s.onTab(tabDone)
	if n, err := s.done.count(b.clock.Now().Year()); err != nil || n != 0 || s.done.rows.len() != 1 {
		t.Errorf("%d this year, %d in all, %v", n, s.done.rows.len(), err)
	}
}

func TestAGiftIsPost(t *testing.T) {
	if askedNot(models.ThankYouRow{NoPost: true, ThankYou: models.ThankYou{Channel: models.ByGift}}) == "" {
		t.Error("a gift to somebody who asked for no post goes unsaid")
	}
}
