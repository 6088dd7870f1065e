package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// regularsCard is the card of somebody who came on so many days, each time for something else.
func regularsCard(t *testing.T, days int) (*bench, *customerCard) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "")
		for i := range days {
			clock.Days(1)
			modelstest.Visit(t, store, ann, fmt.Sprintf("Bell no. %d", i+1))
		}
	})
	b.w.OpenCustomer(ann)
	return b, b.w.screens[PlaceCustomers].(*customersScreen).card
}

// shown is all the story says, as far as it was read.
func (s *customerStory) shown() string {
	var all []string
	for _, e := range s.told {
		all = append(all, words(s.entry(e)))
	}
	return strings.Join(all, "\n")
}

func TestCustomerStoryGoesOnAsItIsScrolled(t *testing.T) {
	b, c := regularsCard(t, 110)
	if len(c.story.told) != storyStep || !c.story.more {
		t.Fatalf("%d entries are told at first", len(c.story.told))
	}
	for range 110 / storyStep {
		c.story.timeline.Focus()
		b.keys(fyne.KeyEnd)
	}
	if len(c.story.told) != 111 || c.story.timeline.Len() != 111 || c.story.more {
		t.Fatalf("%d entries are told at the end of the story", len(c.story.told))
	}
	seen := map[models.Moment]bool{}
	for i, e := range c.story.told {
		if seen[e.At] && e.Kind == models.StoryVisit || i > 0 && e.At > c.story.told[i-1].At {
			t.Errorf("entry %d, of %d, is told twice or out of order", i, e.At)
		}
		seen[e.At] = e.Kind == models.StoryVisit
	}
	// A change leaves the reader where they are.
	offset := c.content.Offset()
	b.must(b.store().SaveCustomer(&models.Customer{Name: "Peter Lowe"}))
	if c.content.Offset() != offset || len(c.story.told) != 111 {
		t.Errorf("somebody else's change scrolls from %g to %g and tells %d entries", offset, c.content.Offset(), len(c.story.told))
	}
}

func TestCustomerStoryOfParts(t *testing.T) {
	b, c := annsCard(t)
	s := c.story
	for part, kinds := range map[models.StoryPart][]models.StoryKind{
		models.StoryVisits:  {models.StoryVisit},
		models.StoryUnmet:   {models.StoryVisit},
		models.StoryTurns:   {models.StorySent, models.StoryBrought},
		models.StoryCalls:   nil,
		models.StoryChanges: {models.StoryEdit},
	} {
		s.parts.SetValue(partValue(part))
		s.readAnew()
		for _, e := range s.told {
			if !slices.Contains(kinds, e.Kind) {
				t.Errorf("%s tells of a %s", part, e.Kind)
			}
		}
		if len(s.told) == 0 != (kinds == nil) || s.nothing.Visible() != (kinds == nil) {
			t.Errorf("%s tells %d entries, and that there is nothing: %t", part, len(s.told), s.nothing.Visible())
		}
	}
	b.must(b.store().FinishFollowUp(c.card.FollowUps[0].ID, ""))
	s.parts.SetValue(string(models.StoryCalls))
	s.readAnew()
	if len(s.told) != 1 {
		t.Errorf("after a call the calls are %+v", s.told)
	}
}

func TestCustomerStoryIsSearched(t *testing.T) {
	b, c := regularsCard(t, 110)
	b.w.canvas().Focus(c.story.find)
	b.typed("béll 7.")
	b.keys(fyne.KeyBackspace)
	b.pass()
	if !strings.Contains(c.story.shown(), "Bell no. 7") || strings.Contains(c.story.shown(), "Bell no. 12") || len(c.story.told) != 11 {
		t.Errorf("%d entries are found:\n%s", len(c.story.told), c.story.shown())
	}
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if b.w.place != PlaceVisit {
		t.Errorf("Enter on what was found shows %s", b.w.place)
	}
	b.w.OpenCustomer(c.id)
	b.w.canvas().Focus(c.story.find)
	b.typed("x")
	b.pass()
	if len(c.story.told) != 0 || !strings.Contains(c.story.nothing.Text(), "x") {
		t.Errorf("what nobody said is found in %d entries; the story says %q", len(c.story.told), c.story.nothing.Text())
	}
	b.keys(fyne.KeyEscape)
	b.pass()
	if len(c.story.told) != storyStep {
		t.Errorf("Escape in the field leaves %d entries", len(c.story.told))
	}
}

func TestCustomerStoryTellsChanges(t *testing.T) {
	b, c := annsCard(t)
	customer, err := b.store().Customer(c.id)
	b.must(err)
	customer.SetContact(models.ContactPhone, "0171 555 0999")
	customer.Tags = []string{"Club_rider"}
	b.must(b.store().SaveCustomer(customer))
	first := words(c.story.entry(c.story.told[0]))
	for _, want := range []string{"from 0171 555 0110 to 0171 555 0999", `Club\_rider`} {
		if !strings.Contains(first, want) {
			t.Errorf("the story begins with %q and does not say %q", first, want)
		}
	}
	told := func() string { return words(c.story.entry(c.story.told[0])) }
	wish := *customer
	wish.NoPhone = true
	wish.Contacts = append(slices.Clone(wish.Contacts), models.Contact{Kind: models.ContactPhone, Value: "0171 555 0888"})
	b.must(b.store().SaveCustomer(&wish))
	if said := told(); !strings.Contains(said, "Asked for no calls") || !strings.Contains(said, "Phone added: 0171 555 0888") || strings.Contains(said, "Phone or e-mail") {
		t.Errorf("of a wish and a number it says %q", said)
	}
	b.w.do("undo")
	b.must(b.store().ArchiveCustomers([]models.CustomerID{c.id}, models.ArchivedMoved))
	if said := told(); !strings.Contains(said, "Put into the archive: moved away") || strings.Contains(said, "They moved away") {
		t.Errorf("of the archive it says %q", said)
	}
	b.must(b.store().UnarchiveCustomers([]models.CustomerID{c.id}))
	if said := told(); !strings.Contains(said, "Back from the archive") || strings.Contains(said, "taken away") {
		t.Errorf("of the way back it says %q", said)
	}
	b.w.do("undo")
	b.w.do("undo")
	b.w.do("undo")
	if e := c.story.entry(c.story.told[0]); !strings.Contains(e.Kind, "Undo") || !strings.Contains(words(e), "to 0171 555 0110") {
		t.Errorf("after Undo it begins with %q", words(e))
	}
	if !strings.Contains(c.story.shown(), "Written into the book.") {
		t.Error("it does not tell when they came into the book")
	}
}

// What waits to be found, counted or read waits for nobody who has left.
func TestLeavingTheBookLeavesNothingToDo(t *testing.T) {
	b, c := annsCard(t)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	c.story.find.SetText("saddle")
	c.story.find.OnTyped("saddle")
	b.w.Show(PlaceToday)
	for name, soon := range map[string]*soon{"found": &c.story.findSoon, "shown": &s.showSoon, "counted": &s.countSoon, "made ready": &s.readySoon} {
		if soon.planned() {
			t.Errorf("after leaving, something is still to be %s", name)
		}
	}
	b.w.Show(PlaceCustomers)
	if !s.readySoon.planned() {
		t.Error("coming back does not go on with making filters ready")
	}
}
