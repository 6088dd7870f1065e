package views

import (
	"strings"
	"testing"
)

// The card that stays tells of the merge, and a link there parts the two again.
func TestTheCardThatStaysPartsTheTwo(t *testing.T) {
	b, ann, anne := twoAnns(t)
	b.must(b.store().MergeCustomers(ann, anne, nil))
	b.w.OpenCustomer(ann)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	reads := func() string {
		var lines []string
		for _, e := range card.story.entries(card.story.told) {
			lines = append(lines, e.Lines...)
		}
		return strings.Join(lines, "\n")
	}
	link := "(part:" + idText(anne) + ")"
	if got := reads(); !strings.Contains(got, "Made one with the card of **Anne Hughes**\n[Part them again]"+link) {
		t.Errorf("the story reads %s", got)
	}
	card.story.timeline.OnLink(strings.Trim(link, "()"))
	if _, err := b.store().Customer(anne); err != nil {
		t.Errorf("they are not parted: %v", err)
	}
	if got := reads(); strings.Contains(got, link) || !strings.Contains(got, "The card of Anne Hughes is one of its own again") || !strings.Contains(got, "Made one with the card of **Anne Hughes**") {
		t.Errorf("afterwards the story reads %s", got)
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, "Anne Hughes has a card of their own again") {
		t.Errorf("the toast says %q", said)
	}
}
