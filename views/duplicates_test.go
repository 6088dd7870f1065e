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

// twoAnns is a shop in which Ann has two cards and somebody shares her number; ann has the more visits.
func twoAnns(t *testing.T) (b *bench, ann, anne models.CustomerID) {
	b = newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		one := &models.Customer{Name: "Ann Hughes", Address: "12 Harbour Street", Remember: []models.Remember{{Text: "Left-handed"}}}
		one.SetContact(models.ContactPhone, "0171 555 0110")
		other := &models.Customer{Name: "Anne Hughes", Address: "3 Chandlers Row", PreferredName: "Annie"}
		other.SetContact(models.ContactPhone, "+44 171 555 0110")
		other.SetContact(models.ContactEmail, "anne@example.org")
		for _, c := range []*models.Customer{one, other} {
			if err := store.SaveCustomer(c); err != nil {
				t.Fatal(err)
			}
		}
		ann, anne = one.ID, other.ID
		modelstest.Visit(t, store, ann, "Bell")
		modelstest.Visit(t, store, ann, "Saddle")
		modelstest.Visit(t, store, anne, "Lamp")
		modelstest.Customer(t, store, "Ben Castillo", "0171 555 0110")
	})
	return b, ann, anne
}

func duplicatesOf(b *bench) *duplicatesScreen {
	b.w.do("duplicates")
	return b.w.screens[PlaceDuplicates].(*duplicatesScreen)
}

func (s *duplicatesScreen) told() string { return wordsOn(s.content) }

func TestLikelyPairsAreShownWithWhy(t *testing.T) {
	b, _, _ := twoAnns(t)
	s := duplicatesOf(b)
	said := s.told()
	for _, want := range []string{"3 pairs", "Ann Hughes and Anne Hughes", "names nearly the same, same number · 2 visits on the first, 1 on the second", "Ann Hughes and Ben Castillo"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q: %s", want, said)
		}
	}
	b.keys(fyne.KeyDown) // to Ben
	d, _ := s.rows.at(1)
	apartPeople(b.w, d.Keep, d.Gone)
	if len(s.pairs) != 2 || s.list.Selected() != 1 {
		t.Errorf("%d pairs are left, row %d is chosen", len(s.pairs), s.list.Selected())
	}
	b.w.do("undo")
	if len(s.pairs) != 3 {
		t.Errorf("after Undo there are %d pairs", len(s.pairs))
	}
}

func TestMergeByKeysUndoAndPart(t *testing.T) {
	b, ann, anne := twoAnns(t)
	s := duplicatesOf(b)
	b.keys(fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("Enter does not set the two side by side")
	}
	b.keys(fyne.KeyTab) // from the swap to the names
	name := b.w.canvas().Focused().(*kit.Either)
	b.keys(fyne.KeyRight, fyne.KeyTab)
	if name.Value() != string(models.MergeGone) {
		t.Errorf("the arrow chose %q", name.Value())
	}
	b.save()
	c, err := b.store().Customer(ann)
	b.must(err)
	if c.Name != "Anne Hughes" || c.PreferredName != "Annie" || c.Address != "12 Harbour Street" || len(c.Contacts) != 2 || c.VisitN != 3 {
		t.Errorf("merged into %+v", c)
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, "one card now") || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("the toast says %q", said)
	}
	if len(s.pairs) != 1 {
		t.Errorf("%d pairs are left", len(s.pairs))
	}
	b.w.do("undo")
	if _, err := b.store().Customer(anne); err != nil || len(s.pairs) != 3 {
		t.Errorf("after Undo: %v, %d pairs", err, len(s.pairs))
	}
	b.must(b.store().MergeCustomers(ann, anne, nil))
	b.w.do("bin")
	bin := b.w.screens[PlaceBin].(*binScreen)
	bin.putBack(0)
	if c, err := b.store().Customer(anne); err != nil || c.VisitN != 1 {
		t.Errorf("parted again: %+v, %v", c, err)
	}
}

// The other card can be the one that is kept, with what was chosen before.
func TestMergeKeepsTheOtherCard(t *testing.T) {
	b, ann, anne := twoAnns(t)
	showMerge(b.w, ann, anne)
	f := &mergeForm{w: b.w, body: kit.VStack(0)}
	b.must(f.read(ann, anne, models.MergeChoice{models.MergeAddress: models.MergeGone}))
	f.sheet = kit.ShowSheet(b.w.canvas(), "", f.body, kit.SheetOptions{OnSave: f.onSave})
	f.onSwap()
	if f.both.One.ID != anne || f.choices[models.MergeAddress].Value() != string(models.MergeKeep) || f.choices[models.MergeName].Value() != string(models.MergeGone) {
		t.Errorf("kept %d with %v", f.both.One.ID, f.choice())
	}
	b.save()
	c, err := b.store().Customer(anne)
	b.must(err)
	if c.Name != "Ann Hughes" || c.Address != "3 Chandlers Row" || c.VisitN != 3 {
		t.Errorf("merged into %+v", c)
	}
}

// Who sent them is asked where it would make a circle, at its field, and choosing resolves it.
func TestMergeAsksWhoseReferralCounts(t *testing.T) {
	b, ann, anne := twoAnns(t)
	if err := b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: anne, FromBefore: true}); err != nil {
		t.Fatal(err)
	}
	f := &mergeForm{w: b.w, body: kit.VStack(0)}
	b.must(f.read(ann, anne, nil))
	f.sheet = kit.ShowSheet(b.w.canvas(), "", f.body, kit.SheetOptions{OnSave: f.onSave})
	f.onSave()
	if said := f.form.Field("broughtBy").Problem(); !strings.Contains(said, "Choose which card") || !kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("it says %q", said)
	}
	if b.w.canvas().Focused() != fyne.Focusable(f.choices[models.MergeBroughtBy]) {
		t.Errorf("the cursor is at %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyLeft) // nobody noted
	b.save()
	if c, err := b.store().Card(ann); err != nil || c.Referral != nil || c.Customer.VisitN != 3 {
		t.Errorf("merged into %+v, %v", c, err)
	}
}

func TestCustomersSayThatPairsLookLikeOnePerson(t *testing.T) {
	b, _, _ := twoAnns(t)
	b.w.Show(PlaceCustomers)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	if s.likely.object.Visible() {
		t.Error("the list waits for pairs")
	}
	b.passFor(likelyPause)
	if said := s.likely.button.Text(); !s.likely.object.Visible() || said != "3 pairs look like one person" {
		t.Errorf("the line says %q", said)
	}
	test.Tap(s.likely.button)
	if b.w.place != PlaceDuplicates {
		t.Errorf("it leads to %q", b.w.place)
	}
}

func TestSamePersonOffersTheLikelyFirst(t *testing.T) {
	b, ann, anne := twoAnns(t)
	b.w.OpenCustomer(ann)
	showSamePerson(b.w, ann, "Ann Hughes")
	if said := b.sheetWords(); !strings.Contains(said, "Anne Hughes") || !strings.Contains(said, "Ben Castillo") {
		t.Errorf("it offers %s", said)
	}
	b.must(b.tapInSheet("Merge…"))
	b.save()
	if _, err := b.store().Customer(anne); err == nil {
		t.Error("the other card is in the book still")
	}
}

func TestSamePersonFromTheCard(t *testing.T) {
	b, ann, anne := twoAnns(t)
	b.w.OpenCustomer(ann)
	showSamePerson(b.w, ann, "Ann Hughes")
	b.typed("ann")
	b.keys(fyne.KeyReturn)
	b.save()
	if c, err := b.store().Customer(ann); err != nil || c.VisitN != 3 {
		t.Errorf("merged into %+v, %v", c, err)
	}
	if _, err := b.store().Customer(anne); err == nil {
		t.Error("the other card is in the book still")
	}
}

// How often each of the two was here is told by which card says so, and once where both say the same.
func TestAPairTellsWhoWasHereHowOften(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for i, name := range []string{"Ann Hughes", "Bea Ito", "Cem Kaya", "Dan Lee"} {
			for card := range 2 {
				id := modelstest.Customer(t, store, name, "")
				for range []int{0, 1, 2, 1 + card}[i] {
					modelstest.Visit(t, store, id, "Bell")
				}
			}
		}
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Fay Noor", ""), "Bell")
		modelstest.Customer(t, store, "Fay Noor", "")
	})
	said := duplicatesOf(b).told()
	for _, want := range []string{"same name · no visits yet", "same name · one visit on each", "same name · 2 visits on each", "same name · 2 visits on the first, 1 on the second",
		"same name · 1 visit on the first, none on the second"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q: %s", want, said)
		}
	}
}
