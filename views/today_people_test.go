package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// manyReasons is a shop in which there is much to do about Ann, and Ben has a birthday.
func manyReasons(t *testing.T) (*bench, *todayScreen, models.CustomerID) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		add := func(name, birthday string) models.CustomerID {
			c := &models.Customer{Name: name, Birthday: birthday}
			c.SetContact(models.ContactPhone, "0171 555 0110")
			if err := store.SaveCustomer(c); err != nil {
				t.Fatal(err)
			}
			return c.ID
		}
		ann = add("Ann Hughes", "1980-12-21")
		ben := add("Ben Castillo", "--12-22")
		for range 4 {
			modelstest.Visit(t, store, ann, "Tyre")
			modelstest.Visit(t, store, ben, "Tyre")
			clock.Days(5)
		}
		clock.Days(9)
		for _, err := range []error{store.SaveFollowUp(&models.FollowUp{CustomerID: ann, DueOn: store.Today(), Why: "the brakes"}),
			store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "The cake"})} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	return b, b.w.screens[PlaceToday].(*todayScreen), ann
}

// Whoever there is more than one thing to do about stands once, with a row for each.
func TestTodayHasEverybodyOnce(t *testing.T) {
	b, s, _ := manyReasons(t)
	said := wordsOn(s.Content())
	for want, n := range map[string]int{"Ann Hughes": 1, "Ben Castillo": 1, "You promised to get back to them about the brakes.": 1, "The cake": 1, "Birthday tomorrow: 46 years.": 1,
		"Birthday Tue 22 Dec.": 1, "Comes every 5 days as a rule, and was last here 2 weeks ago.": 2, "Call back · 1": 1, "Birthdays this week · 2": 1, "4 things to do.": 0} {
		if got := strings.Count(said, want); got != n && n > 0 {
			t.Errorf("%q stands %d times, not %d:\n%s", want, got, n, said)
		}
	}
	b.keys(fyne.KeyReturn) // called back
	if said = wordsOn(s.Content()); strings.Contains(said, "the brakes") || strings.Contains(said, "Comes every 5 days as a rule, and was last here 2 weeks ago.\nComes") {
		t.Errorf("after the call Today says\n%s", said)
	}
}

// The heading counts what the rail counts, whatever else there is to do about those who are to be thanked.
func TestTodayCountsThanksAsTheRailDoes(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox")
	ann := b.due()[0].CustomerID
	c, err := b.store().Customer(ann)
	b.must(err)
	c.Birthday = string(b.store().Today())
	b.must(b.store().SaveCustomer(c))
	b.w.Show(PlaceToday)
	if said := wordsOn(b.w.screens[PlaceToday].Content()); !strings.Contains(said, "Say thank you · 2") || !strings.Contains(said, "Birthday today") {
		t.Errorf("Today says\n%s", said)
	}
	b.must(b.store().Snooze(models.SnoozeThank, int64(b.due()[1].ID), b.store().Today().AddDays(3)))
	b.w.Show(PlaceThanks)
	b.w.Show(PlaceToday)
	if n, err := b.store().RailCounts(); err != nil || n.Thanks != 1 || !strings.Contains(wordsOn(b.w.screens[PlaceToday].Content()), "Say thank you · 1") {
		t.Errorf("with one put off the rail counts %+v, %v", n, err)
	}
}

func TestBirthdaysAndThoseNotSeenAreGreeted(t *testing.T) {
	b, s, ann := manyReasons(t)
	page, err := b.store().TodayPage()
	b.must(err)
	s.onWished(page.Birthdays[0])
	if says := b.w.layer.ToastText(); says != "Ann Hughes was wished a happy birthday." {
		t.Errorf("the toast says %q", says)
	}
	b.w.OpenCustomer(ann)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if told := card.story.shown(); !strings.Contains(told, "You got back to them: Birthday wishes") {
		t.Errorf("the story says %q", told)
	}
	b.w.do("undo")
	b.w.Show(PlaceToday)
	s.onGreeted(page.NotSeen[0])
	if page, err = b.store().TodayPage(); err != nil || len(page.NotSeen) != 1 || page.BirthdayN != 2 {
		t.Errorf("%d are not seen and %d have a birthday, %v", len(page.NotSeen), page.BirthdayN, err)
	}
}

// Every line can be put off; the sheet begins with what was chosen last, and Undo brings the line back.
func TestEveryLineIsPutOff(t *testing.T) {
	b, s, _ := manyReasons(t)
	lines := len(s.rows)
	if lines != 6 {
		t.Fatalf("there are %d lines", lines)
	}
	s.FocusFirst()
	for n := range lines { // the keyboard goes on in the row that came up
		for label := ""; label != kit.T("today.later"); b.keys(fyne.KeyTab) {
			button, ok := b.w.canvas().Focused().(*kit.Button)
			if !ok {
				t.Fatalf("Tab leads from the row to %T", b.w.canvas().Focused())
			}
			if label = button.Text(); label == kit.T("today.later") {
				b.keys(fyne.KeyReturn)
				break
			}
		}
		if n == 0 {
			b.must(b.tapInSheet(kit.T("today.later.month")))
		} else {
			b.keys(fyne.KeyReturn)
		}
		if kit.SheetOpen(b.w.canvas()) || len(s.rows) != lines-n-1 {
			t.Fatalf("after %d were put off there are %d", n+1, len(s.rows))
		}
	}
	if b.w.app.Prefs.Later() != "month" || !holdsText(s.Content(), kit.T("today.nothing")) {
		t.Errorf("%q was chosen last; Today says %q", b.w.app.Prefs.Later(), wordsOn(s.Content()))
	}
	for n := range lines {
		b.w.do("undo")
		b.w.layer.HideToasts()
		if len(s.rows) != n+1 {
			t.Errorf("after %d were taken back there are %d", n+1, len(s.rows))
		}
	}
}

func TestTodayOnPaper(t *testing.T) {
	b, _, _ := manyReasons(t)
	for i := range 40 {
		c := &models.Customer{Name: fmt.Sprint("山田 ", i)}
		b.must(b.store().SaveCustomer(c))
		b.must(b.store().SaveFollowUp(&models.FollowUp{CustomerID: c.ID, DueOn: b.store().Today()}))
	}
	v := b.printing()
	b.w.do("print")
	if said := b.sheetWords(); !strings.Contains(said, "page 1 of ") {
		t.Fatalf("the preview says %q", said)
	}
	b.topSave()
	b.wantPrinted(v, []string{"To do today", "Harbour Cycles", "Sunday 20 December 2026", "Call back", "Ann Hughes", "0171 555 0110", "the brakes", "The cake", "Birthday tomorrow: 46 years.",
		"Birthdays this week", "Ben Castillo", "山田 7", "and 11 more, on the screen", "44 things to do", "Page 1 of"}, "**", "[Ann")
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("the preview stays open")
	}
}
