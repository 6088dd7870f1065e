package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// family is a shop in which Jürgen sent Ann, Ann sent Peter, and all have been here.
func family(t *testing.T) (b *bench, jurgen, ann, peter models.CustomerID) {
	b = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Mike")
		jurgen = modelstest.Customer(t, store, "Jürgen Müller", "0171 555 0150")
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		peter = modelstest.Customer(t, store, "Peter Lowe", "0171 555 0199")
		for _, pair := range [][2]models.CustomerID{{jurgen, ann}, {ann, peter}} {
			r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: pair[0]}, RefereeID: pair[1]}
			if err := store.SaveReferral(r); err != nil {
				t.Fatal(err)
			}
			clock.Days(1)
			modelstest.Visit(t, store, pair[1], "Pannier set")
		}
		modelstest.Customer(t, store, "Zoe Quill", "0171 555 0777")
	})
	return b, jurgen, ann, peter
}

func (b *bench) referrals() []models.ReferralRow {
	b.t.Helper()
	rows, _, err := b.store().Referrals(models.ReferralFilter{Limit: 100})
	b.must(err)
	return rows
}

// sheetHolds tells whether a sheet is open in which the text can be read.
func (b *bench) sheetHolds(text string) bool {
	top := b.w.canvas().Overlays().Top()
	return top != nil && holdsText(top, text)
}

func TestRecordAReferralByKeyboard(t *testing.T) {
	b, _, _, peter := family(t)
	b.w.do("referrals")
	b.w.do("recordReferral")
	b.typed("pet")
	b.keys(fyne.KeyReturn)
	b.typed("zoe")
	b.keys(fyne.KeyReturn)
	b.topSave()
	if kit.SheetOpen(b.w.canvas()) {
		t.Fatal("the form stays open")
	}
	rows := b.referrals()
	if len(rows) != 3 || rows[0].ReferrerID != peter || rows[0].Referee != "Zoe Quill" || rows[0].State != models.ReferralPending {
		t.Fatalf("stored %+v", rows)
	}
	s := b.w.screens[PlaceReferrals].(*referralsScreen)
	if got := s.brought.detail.path.Text(); got != "Jürgen Müller  ›  Ann Hughes  ›  Peter Lowe  ›  Zoe Quill" {
		t.Errorf("the way back reads %q", got)
	}
	b.w.do("undo")
	if len(b.referrals()) != 2 || s.brought.len() != 2 {
		t.Error("Undo left the referral")
	}
}

func TestAReferralOfTwoNewPeople(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("recordReferral")
	b.typed("山田 太郎")
	b.keys(fyne.KeyReturn)
	b.typed("0311")
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("Δήμητρα")
	b.keys(fyne.KeyReturn)
	b.topSave()
	rows := b.referrals()
	if len(rows) != 1 || rows[0].Referrer != "山田 太郎" || rows[0].Referee != "Δήμητρα" {
		t.Fatalf("stored %+v", rows)
	}
}

func TestReferralsThatCannotBe(t *testing.T) {
	b, jurgen, ann, peter := family(t)
	for _, wrong := range []struct {
		start    ReferralStart
		sentence string
	}{
		{ReferralStart{}, "Who sent them? Start typing a name."},
		{ReferralStart{Referrer: models.Referrer{CustomerID: ann}}, "Who was sent? Start typing a name."},
		{ReferralStart{Referrer: models.Referrer{CustomerID: ann}, Referee: ann}, "Nobody can have sent themselves."},
		{ReferralStart{Referrer: models.Referrer{CustomerID: jurgen}, Referee: peter}, "Ann Hughes is already noted as the one who sent them."},
	} {
		showReferralForm(b.w, wrong.start)
		b.topSave()
		if !b.sheetHolds(wrong.sentence) {
			t.Errorf("%+v: the form does not say %q", wrong.start, wrong.sentence)
		}
		b.w.canvas().Overlays().Remove(b.w.canvas().Overlays().Top())
	}
	if len(b.referrals()) != 2 {
		t.Error("something was stored")
	}
}

func TestACircleAndAnOldCustomerKeepWhatWasTyped(t *testing.T) {
	b, jurgen, _, peter := family(t)
	modelstest.Visit(t, b.store(), jurgen, "Chain")
	b.clock.Days(1)
	showReferralForm(b.w, ReferralStart{Referrer: models.Referrer{CustomerID: peter}, Referee: jurgen})
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("She rang to say so")
	b.topSave()
	if !b.sheetHolds("They were a customer before that") {
		t.Fatal("an old customer was taken as sent today")
	}
	if focus, ok := b.w.canvas().Focused().(*kit.Tick); !ok || focus.On() {
		t.Fatalf("the keyboard is on %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeySpace)
	b.topSave()
	if !b.sheetHolds("That would go in a circle") {
		t.Fatal("a circle was not refused in its place")
	}
	if !b.sheetHolds("She rang to say so") {
		t.Error("the note that was typed is gone")
	}
	if len(b.referrals()) != 2 {
		t.Error("a circle was stored")
	}
}

func TestReferralOnNoDay(t *testing.T) {
	b, _, _, peter := family(t)
	zoe, err := b.store().FindCustomers("zoe", 1)
	b.must(err)
	showReferralForm(b.w, ReferralStart{Referrer: models.Referrer{CustomerID: peter}, Referee: zoe[0].ID})
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("when pigs fly")
	b.topSave()
	if !b.sheetHolds("That is not a day. Try “yesterday”, “21/11” or “3 days ago”.") || len(b.referrals()) != 2 {
		t.Error("a referral on a day that is none was not refused beside its field")
	}
}

func TestAWordFromWhichNobodyWasChosen(t *testing.T) {
	b, _, _, peter := family(t)
	showReferralForm(b.w, ReferralStart{Referee: peter})
	b.typed("ann")
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("when pigs fly")
	b.topSave()
	if !b.sheetHolds(kit.T("problem.visit.who", "Name", "ann")) || !b.sheetHolds(kit.T("problem.date.unknownPast")) {
		t.Errorf("of two fields that cannot be one is told of: %q", b.sheetWords())
	}
	if !kit.SheetOpen(b.w.canvas()) || len(b.referrals()) != 2 {
		t.Error("the form guessed who was meant")
	}
}

// A specialist who is in no book yet is added while typing, and one's mind may be changed.
func TestASpecialistIsAddedWhileTyping(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	showReferralForm(b.w, ReferralStart{Referee: 1})
	b.typed("Spoke Works")
	b.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	b.topSave()
	rows := b.referrals()
	if len(rows) != 1 || rows[0].Referrer != "Spoke Works" || rows[0].SpecialistID == 0 {
		t.Fatalf("stored %+v", rows)
	}
	s := b.referralsScreen()
	b.must(b.store().DenyReferral(rows[0].ID, "not so"))
	if !s.brought.detail.so.Visible() {
		t.Fatal("nothing takes it back")
	}
	test.Tap(s.brought.detail.so)
	if rows = b.referrals(); rows[0].State != models.ReferralPending || s.brought.detail.so.Visible() {
		t.Errorf("after all: %+v", rows[0])
	}
}
