package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func (b *bench) referralsScreen() *referralsScreen {
	b.t.Helper()
	b.w.do("referrals")
	return b.w.screens[PlaceReferrals].(*referralsScreen)
}

func TestReferralsBeginWithWhatToDo(t *testing.T) {
	b := newBench(t, nil)
	s := b.referralsScreen()
	if !holdsText(s.Content(), kit.T("referrals.empty")) {
		t.Error("an empty shop is not told what to do first")
	}
	s.side.SetValue(sideSent)
	s.onSide(sideSent)
	if !holdsText(s.Content(), kit.T("referrals.sent.empty")) {
		t.Error("an empty list of those sent to specialists is not explained")
	}
}

func TestReferralsNarrowedByStateAndBringer(t *testing.T) {
	b, jurgen, ann, _ := family(t)
	s := b.referralsScreen()
	p := s.brought
	if p.len() != 2 || len(p.bringers.rows) != 2 {
		t.Fatalf("%d referrals, %d who bring", p.len(), len(p.bringers.rows))
	}
	p.states.SetValue(string(models.ReferralDenied))
	s.reload()
	if !holdsText(s.Content(), kit.T("referrals.none")) {
		t.Error("nothing says that no referral fits")
	}
	p.showAll()
	b.w.canvas().Focus(p.bringers.list)
	b.keys(fyne.KeyDown)
	chosen := p.bringers.chosen
	if chosen != jurgen && chosen != ann || p.len() != 1 {
		t.Fatalf("Down chose %d, %d referrals", chosen, p.len())
	}
	if row, ok := p.rows.at(0); !ok || row.ReferrerID != chosen {
		t.Errorf("the referral shown is of %d", row.ReferrerID)
	}
	p.bringers.onEveryone()
	if p.len() != 2 {
		t.Error("not everybody came back")
	}
	b.w.canvas().Focus(p.list)
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if !b.sheetHolds(kit.T("referrals.form.change")) {
		t.Error("Enter on a referral does not open it")
	}
}

func TestNotSoNeedsAReason(t *testing.T) {
	b, _, _, _ := family(t)
	s := b.referralsScreen()
	d := s.brought.detail
	id := d.row.ID
	d.onNotSo()
	b.topSave()
	if !b.sheetHolds("Please say why, in a word or two.") {
		t.Fatal("no reason was asked for")
	}
	b.typed("Saw our window")
	b.keys(fyne.KeyReturn)
	r, err := b.store().ReferralIn(id)
	b.must(err)
	if r.State != models.ReferralDenied || r.DeniedReason != "Saw our window" {
		t.Fatalf("stored %+v", r)
	}
	if d.row.ID != id || !d.notSo.Hidden {
		t.Error("the denied referral is not the one shown, or can be denied again")
	}
	b.w.do("undo")
	d.onDelete()
	if len(b.referrals()) != 1 {
		t.Error("the referral was not deleted")
	}
	b.w.do("undo")
	if rows := b.referrals(); len(rows) != 2 {
		t.Error("Undo did not bring the referral back")
	}
}

func TestChangeAReferral(t *testing.T) {
	b, _, _, _ := family(t)
	s := b.referralsScreen()
	id := s.brought.chosen
	changeReferral(b.w, id)
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("Rang to say so")
	b.topSave()
	changeReferral(b.w, id)
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("Mi")
	b.topSave()
	rows := b.referrals()
	if rows[0].ID != id || rows[0].Staff != "Mike" || rows[0].Note != "Rang to say so" {
		t.Errorf("stored %+v", rows[0])
	}
}

// A selection far down the list is still there after the row was changed.
func TestTheChosenReferralStaysChosen(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann := modelstest.Customer(t, store, "Ann Hughes", "")
		for i := range 130 {
			id := modelstest.Customer(t, store, fmt.Sprintf("Person %03d", i), "")
			if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: id}); err != nil {
				t.Fatal(err)
			}
		}
	})
	s := b.referralsScreen()
	b.keys(fyne.KeyEnd, fyne.KeyUp)
	chosen := s.brought.chosen
	b.must(b.store().DenyReferral(chosen, "not so"))
	if s.brought.chosen != chosen || s.brought.list.Selected() != 128 || s.brought.detail.row.State != models.ReferralDenied {
		t.Errorf("row %d is chosen, shown is %+v", s.brought.list.Selected(), s.brought.detail.row)
	}
}

func TestHowItWentAtASpecialist(t *testing.T) {
	b, _ := busyDay(t)
	s := b.referralsScreen()
	s.side.SetValue(sideSent)
	s.onSide(sideSent)
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("Enter does not ask how it went")
	}
	b.keys(fyne.KeySpace)
	b.topSave()
	rows, _, err := b.store().ReferralsOut(0, 0, 5)
	b.must(err)
	if len(rows) != 1 || rows[0].Outcome != models.OutcomeSatisfied {
		t.Errorf("stored %+v", rows)
	}
}

// Where there is no room for both, those who bring people are one click away, and choosing one leads back.
func TestWhoBringsPeopleInANarrowWindow(t *testing.T) {
	b, _, _, _ := family(t)
	s := b.referralsScreen()
	b.w.app.Prefs.SetTextScale(1.6)
	b.w.applyLook()
	b.w.win.Resize(fyne.NewSize(1024, 700))
	p := s.brought
	if !p.panes.Narrow() || p.who.Hidden || p.bringers.object.Visible() {
		t.Fatalf("narrow: %v, those who bring people shown: %v", p.panes.Narrow(), p.bringers.object.Visible())
	}
	test.Tap(p.who)
	if !p.bringers.object.Visible() || p.bringers.everyone.Hidden {
		t.Fatal("those who bring people do not come up, or without a way back")
	}
	b.keys(fyne.KeyDown)
	if p.bringers.object.Visible() || p.len() != 1 {
		t.Errorf("after one was chosen %d referrals are shown", p.len())
	}
}
