package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// earning is a shop that owes Ann and Dana a thank-you each, with an inner tube.
func earning(t *testing.T) *bench {
	t.Helper()
	return newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Ivy")
		shop, err := store.Shop()
		if err != nil {
			t.Fatal(err)
		}
		shop.ReferralEarns, shop.ReferralReward, shop.ReferralCost = models.RewardGift, "an inner tube", 450
		if err := store.SaveShop(&shop); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Ann Hughes", "Dana Fox"} {
			id := modelstest.Customer(t, store, name, "0171 555 0110")
			modelstest.Visit(t, store, id, "Bell")
			e := &models.VisitEntry{BroughtBy: models.Referrer{CustomerID: id}, NewCustomer: &models.Customer{Name: "Friend of " + name}}
			e.Visit.At = models.MomentOf(clock.Now())
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
		clock.Days(2)
	})
}

func TestWhatAReferralEarnsIsSet(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	c := card[*thanksCard](s)
	if c.what.Visible() {
		t.Error("it is asked what exactly nothing is")
	}
	b.w.canvas().Focus(c.earns)
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if b.shop().ReferralEarns != models.RewardGift || !c.what.Visible() {
		t.Fatalf("a referral earns %q", b.shop().ReferralEarns)
	}
	s.fields.form.Field("referralReward").Focus()
	b.typed("An inner tube")
	cost := s.fields.form.Field("referralCost")
	cost.Focus()
	b.typed("x")
	b.keys(fyne.KeyTab)
	if said := cost.Problem(); said != kit.T("problem.money.letters") || cost.Input().(*kit.Entry).Text != "x" {
		t.Errorf("of a cost in letters is told %q", said)
	}
	cost.Focus()
	b.retype("4.50")
	s.fields.form.Field("milestoneVisits").Focus()
	b.typed("10")
	s.fields.form.Field("milestoneYears").Focus()
	b.typed("lots")
	b.keys(fyne.KeyTab)
	shop := b.shop()
	if shop.ReferralReward != "An inner tube" || shop.ReferralCost != 450 || shop.MilestoneVisits != 10 || shop.MilestoneYears != 0 {
		t.Errorf("stored %+v", shop)
	}
	if years := s.fields.form.Field("milestoneYears"); years.Problem() == "" || years.Input().(*kit.Entry).Text != "lots" {
		t.Errorf("of lots of years is told %q", years.Problem())
	}
	s.fields.form.Field("milestoneVisits").Focus()
	b.keys(fyne.KeyBackspace)
	test.Tap(c.birthday)
	if shop = b.shop(); shop.MilestoneVisits != 0 || !shop.MilestoneBirthday {
		t.Errorf("stored %+v", shop)
	}
}

// What goes with a thank-you is asked once anything does: of nothing more, words and a cost would be lost.
func TestNothingMoreIsNotAskedWhatExactly(t *testing.T) {
	b := earning(t)
	showOtherThanks(b.w)
	if drawn := b.sheetDrawn(); strings.Contains(drawn, kit.T("reward.what")) || strings.Contains(drawn, kit.T("reward.cost")) {
		t.Errorf("of nothing more it is asked what exactly: %q", drawn)
	}
	b.typed("ann")
	b.keys(fyne.KeyReturn)
	b.typed("Wrote to the paper")
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyTab)
	b.typed("A bell")
	b.topSave()
	rows := b.due()
	if last := rows[len(rows)-1]; last.RewardKind != models.RewardGift || last.Reward != "A bell" {
		t.Errorf("it is to go with %+v", last.WithReward())
	}
}

func TestARewardIsOnTheListUntilItIsGiven(t *testing.T) {
	b := earning(t)
	s := b.thanks()
	if got := s.due.lines[0].reward.Text(); got != "A gift: an inner tube (£4.50)" {
		t.Fatalf("the line says %q", got)
	}
	s.due.lines[1].onReward()
	b.w.canvas().FocusNext()
	b.typed("A bell instead") // over the words, which are selected
	b.topSave()
	if rows := b.due(); rows[1].Reward != "A bell instead" || rows[1].Cost != 450 {
		t.Fatalf("changed to %+v", rows[1].WithReward())
	}
	s.due.lines[0].onThanked()
	b.topSave()
	if len(b.due()) != 1 {
		t.Fatal("she was not thanked")
	}
	b.w.Show(PlaceToday)
	if said := wordsOn(b.w.screens[PlaceToday].Content()); !strings.Contains(said, "Still to give · 1") || !strings.Contains(said, "A gift: an inner tube (£4.50)") {
		t.Errorf("Today says\n%s", said)
	}
	b.w.Show(PlaceThanks)
	s.tab.SetValue(tabGive)
	s.onTab(tabGive)
	if s.give.rows.len() != 2 || !holdsText(s.Content(), "Thanked") {
		t.Fatalf("%d are to give", s.give.rows.len())
	}
	row, _ := s.give.rows.at(0)
	b.w.toGiveRow(row).Buttons[0].OnTap()
	if s.give.rows.len() != 1 || b.w.layer.ToastText() != "Ann Hughes was given it: A gift." {
		t.Errorf("%d are left; the toast says %q", s.give.rows.len(), b.w.layer.ToastText())
	}
	b.w.do("undo")
	if s.give.rows.len() != 2 {
		t.Error("Undo did not take it back")
	}
}

func TestWhatGoesWithAThankYouMayBeGivenWithIt(t *testing.T) {
	b := earning(t)
	s := b.thanks()
	showThanked(b.w, s.due.ticked())
	if !b.sheetHolds("What goes with them was given as well") {
		t.Fatalf("the sheet says %q", b.sheetWords())
	}
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeySpace)
	b.topSave()
	if _, n, err := b.store().ThankYous(models.ThanksFilter{ToGive: true, Limit: 1}); err != nil || n != 0 || len(b.due()) != 0 {
		t.Errorf("%d are to give and %d to thank, %v", n, len(b.due()), err)
	}
	b.w.do("undo")
	if _, n, _ := b.store().ThankYous(models.ThanksFilter{ToGive: true, Limit: 1}); n != 2 || len(b.due()) != 2 {
		t.Error("Undo did not take both back in one step")
	}
}

func TestTheSheetHelpsToSayIt(t *testing.T) {
	b := earning(t)
	ann := b.due()[0].CustomerID
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(b.clock.Now()), Requests: []models.Request{{Item: "Bell", TheirWords: "It squeaks like a mouse"}}}}
	b.must(b.store().SaveVisit(e))
	s := b.thanks()
	s.due.lines[0].onThanked()
	if !b.sheetHolds("It squeaks like a mouse") || !b.sheetHolds("Friend of Ann Hughes") {
		t.Errorf("the sheet says %q", b.sheetWords())
	}
	list, err := s.printer.list(s.due.ticked())
	b.must(err)
	if said := strings.Join(list.Rows[0].Sent, "\n"); !strings.Contains(said, "“It squeaks like a mouse”") || !strings.Contains(said, "Goes with it: A gift: an inner tube (£4.50)") {
		t.Errorf("on paper:\n%s", said)
	}
}

func TestHistoryByYearAndName(t *testing.T) {
	b := earning(t)
	b.must(b.store().MarkThankedGiving(idsOf(b.due()[:1]), idsOf(b.due()[:1]), 0, ""))
	b.clock.Days(100) // into the next year
	b.must(b.store().MarkThanked(idsOf(b.due()), 0, ""))
	s := b.thanks()
	s.tab.SetValue(tabDone)
	s.onTab(tabDone)
	if got := s.history.sums.Text(); got != "2 thank-yous said. One reward given, for £4.50." {
		t.Errorf("in all %q", got)
	}
	b.w.canvas().Focus(s.history.year)
	b.typed("2027")
	if got := s.history.sums.Text(); got != "One thank-you said." || s.done.rows.len() != 1 || !holdsText(s.Content(), "Dana Fox") {
		t.Errorf("of 2027 %q, with %d", got, s.done.rows.len())
	}
	b.w.canvas().Focus(s.history.find)
	b.typed("ann")
	b.pass()
	if s.done.rows.len() != 0 || !holdsText(s.Content(), kit.T("thanks.history.nobody")) {
		t.Error("Ann was thanked in 2027")
	}
	s.history.showAll()
	if s.done.rows.len() != 2 {
		t.Errorf("all are %d", s.done.rows.len())
	}
	b.w.OpenCustomer(s.done.filter.Customer + 1)
	b.w.showThankedOf("Ann Hughes")
	if s.done.rows.len() != 1 || s.tab.Value() != tabDone || s.history.find.Text != "Ann Hughes" {
		t.Errorf("Ann's are %d", s.done.rows.len())
	}
}

func TestTheCardTellsHowTheyWereThanked(t *testing.T) {
	b := earning(t)
	row := b.due()[0]
	b.must(b.store().MarkThanked([]models.ThankYouID{row.ID}, 0, ""))
	b.w.OpenCustomer(row.CustomerID)
	c := b.w.screens[PlaceCustomers].(*customersScreen).card
	if said := wordsOn(c.content); !strings.Contains(said, "Once, today") || !strings.Contains(said, "A gift: an inner tube (£4.50)") {
		t.Errorf("the card says\n%s", said)
	}
}

func TestABirthdayStandsAmongThoseToThank(t *testing.T) {
	b := earning(t)
	shop := b.shop()
	shop.MilestoneBirthday = true
	b.must(b.store().SaveShop(&shop))
	c, err := b.store().Customer(b.due()[0].CustomerID)
	b.must(err)
	c.Birthday = "1972-" + string(b.store().Today().AddDays(2))[5:]
	b.must(b.store().SaveCustomer(c))
	s := b.thanks()
	if len(s.due.lines) != 3 || s.due.lines[0].t.Milestone != models.MilestoneBirthday || !holdsText(s.Content(), "54 years old") {
		t.Fatalf("due are %+v", b.due())
	}
	test.Tap(s.due.lines[0].tick)
	s.due.lines[0].onHow(string(models.ByCall))
	if rows := b.due(); rows[0].Channel == models.ByCall && rows[0].ID < 0 {
		t.Errorf("it was not noted: %+v", rows[0])
	}
	if len(s.due.ticked()) != 2 {
		t.Errorf("noting it ticked it again: %d are ticked", len(s.due.ticked()))
	}
	b.w.do("undo")
	if rows := b.due(); rows[0].ID > 0 {
		t.Errorf("Undo left %+v", rows[0])
	}
	b.must(b.w.thank(b.due()[0].ID))
	if len(b.due()) != 2 {
		t.Error("it was not said")
	}
}
