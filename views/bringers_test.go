package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func (b *bench) bringers(side string) *bringersScreen {
	b.t.Helper()
	b.w.do(string(PlaceBringers))
	s := b.w.screens[PlaceBringers].(*bringersScreen)
	s.side.SetValue(side)
	s.onSide(side)
	s.FocusFirst()
	return s
}

// wantBringers fails unless the page says all of it.
func (b *bench) wantBringers(s *bringersScreen, wants ...string) {
	b.t.Helper()
	for _, want := range wants {
		if !holdsText(s.Content(), want) {
			b.t.Errorf("the page does not say %q", want)
		}
	}
}

func TestWhoBringsPeopleWithWhatTheyBrought(t *testing.T) {
	b := threeGenerations(t)
	s := b.bringers(sideBring)
	b.wantBringers(s, "2 customers brought people", "Jürgen Müller", "sent 2 people, one more through others", "£30.00",
		"Sent 2 people who became customers and spent £20.00.", "One more came through those they sent, and spent £10.00.", "This year: sent 2 people, one more through others, £30.00 spent.")
	b.keys(fyne.KeyDown)
	b.wantBringers(s, "Sent one person who became a customer and spent £10.00.")
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() != fyne.Focusable(s.card.tree) {
		t.Fatal("Enter does not lead to what can be done")
	}
	b.keys(fyne.KeyReturn)
	b.wantFamily("Everyone who came through Ann Hughes")
	b.familyScreen().goBack()
	if b.w.place != PlaceBringers {
		t.Errorf("back is %s", b.w.place)
	}
	b.clock.Days(70) // into the next year
	s.period.SetValue(string(models.BroughtThisYear))
	s.onSide("")
	b.wantBringers(s, "Nobody has brought you people this year yet.")
}

func TestWhoUsedToBringPeople(t *testing.T) {
	b := threeGenerations(t)
	s := b.bringers(sideUsed)
	b.wantBringers(s, "Everybody who sent you people sent somebody within the last year.")
	b.clock.Days(400)
	b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: b.named("Ann")}, Referee: &models.Customer{Name: "Mia Berg"}}))
	modelstest.Visit(t, b.store(), b.named("Mia"), "bell")
	s.reload()
	b.wantBringers(s, "One customer sent people, and nobody new for a year.", "Jürgen Müller", "say hello")
	test.Tap(s.card.ask)
	b.topSave()
	card, err := b.store().Card(b.named("Jürgen"))
	b.must(err)
	if len(card.FollowUps) != 0 {
		t.Fatal("saved without a day")
	}
	b.typed("in 3 days")
	b.topSave()
	if card, err = b.store().Card(b.named("Jürgen")); err != nil || len(card.FollowUps) != 1 || card.FollowUps[0].DueOn != b.store().Today().AddDays(3) {
		t.Errorf("to be asked: %+v, %v", card.FollowUps, err)
	}
}

func TestWhoCouldBringPeopleAndWasNeverAsked(t *testing.T) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann, bob := modelstest.Customer(t, store, "Ann Hughes", ""), modelstest.Customer(t, store, "Bob Ray", "")
		for _, e := range []models.Visit{{CustomerID: ann, HowLeft: models.LeftDelighted}, {CustomerID: bob, HowLeft: models.LeftContent}} {
			e.At = models.MomentOf(clock.Now())
			if err := store.SaveVisit(&models.VisitEntry{Visit: e}); err != nil {
				t.Fatal(err)
			}
		}
		if err := store.SavePraise(&models.Praise{CustomerID: bob, Text: "Nobody listens like Mike.", Channel: models.PraiseLetter, OnDay: store.Today()}); err != nil {
			t.Fatal(err)
		}
	})
	s := b.bringers(sideCould)
	b.wantBringers(s, "2 customers have good reason to recommend you", "Praised you today: “Nobody listens like Mike.”", "Has sent nobody yet", "thank them for it")
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if day, err := b.store().InvitedOn(b.named("Bob")); day != b.store().Today() || err != nil {
		t.Errorf("asked on %q, %v", day, err)
	}
	b.wantBringers(s, "One customer has good reason", "Left delighted today.", "call while it is fresh")
	b.w.do("undo")
	b.wantBringers(s, "2 customers have good reason")
	b.w.do("print")
	if !b.sheetHolds("Who could bring people") && !b.sheetHolds("Print") {
		t.Error("the list is not shown as it would be printed")
	}
}
