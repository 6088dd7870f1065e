package views

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// workedShown is how many alternatives that worked before are shown: more than a glance takes in would be no help at a counter.
const workedShown = 5

// workedPart shows, while a thing that was not there is typed, what was offered in its place before and how often it was taken. A click,
// or Enter, adds one to what was offered.
type workedPart struct {
	offers *offersPart
	found  []models.Worked // what its chips stand for
	label  *kit.RichLine
	chips  *kit.Chips
	noes   *fyne.Container
	object *fyne.Container
}

func newWorkedPart(offers *offersPart) *workedPart {
	p := &workedPart{offers: offers, label: kit.Quiet(""), noes: kit.VStack(2)}
	p.chips = kit.NewChips(nil, "", p.onChosen)
	p.object = kit.HStackTop(10, kit.Inset(0, 4, 0, 0, p.label), kit.Grow(kit.VStack(4, p.chips, p.noes)))
	p.object.Hide()
	return p
}

// update shows what fits the thing as it is typed now. It tells whether something else is shown than before.
func (p *workedPart) update() bool {
	var found []models.Worked
	if p.offers.request.had.Value() == hadNot {
		var err error
		if found, err = p.offers.screen().w.store().WorkedBefore(p.offers.request.item.Text(), workedShown); err != nil {
			p.offers.screen().w.Trouble(err)
		}
	}
	found = p.left(found)
	if slices.EqualFunc(found, p.found, sameWorked) {
		return false
	}
	p.found = found
	p.show()
	return true
}

// left leaves out what was offered already, and what was offered for things like it where the very thing has something to tell.
func (p *workedPart) left(found []models.Worked) []models.Worked {
	very := len(found) > 0 && found[0].Like == ""
	return slices.DeleteFunc(found, func(w models.Worked) bool {
		return very && w.Like != "" || slices.ContainsFunc(p.offers.rows, func(row *offerPart) bool { return isOffer(w, row.read().Offer) })
	})
}

func sameWorked(a, b models.Worked) bool {
	return a.Kind == b.Kind && a.What == b.What && a.Taken == b.Taken && a.Offered == b.Offered && a.Like == b.Like && slices.Equal(a.Noes, b.Noes)
}

// isOffer tells whether the offer is the one that worked before.
func isOffer(w models.Worked, a models.Alternative) bool {
	switch {
	case w.Kind != a.Kind:
		return false
	case a.Kind == models.ToSpecialist:
		return w.SpecialistID == a.SpecialistID
	case a.Kind == models.AnotherItem || a.Kind == models.SomethingElse:
		return models.Fold(w.What) == models.Fold(a.Description)
	}
	return true
}

func (p *workedPart) show() {
	p.object.Hidden = len(p.found) == 0
	if p.object.Hidden {
		return
	}
	p.label.SetText(kit.T("visit.worked"))
	if p.found[0].Like != "" {
		p.label.SetText(kit.T("visit.worked.like"))
	}
	choices := make([]kit.Choice, len(p.found))
	p.noes.Objects = nil
	for i, w := range p.found {
		what := workedWords(w)
		choices[i] = kit.Choice{Value: strconv.Itoa(i), Label: kit.T("visit.worked.chip", "What", what, "Taken", kit.Count(w.Taken), "Offered", kit.Count(w.Offered))}
		if len(w.Noes) > 0 {
			p.noes.Add(kit.Quiet(kit.T("visit.worked.noes", "What", what, "Why", strings.Join(w.Noes, " · "))))
		}
	}
	p.noes.Hidden = len(p.noes.Objects) == 0
	p.chips.SetChoices(choices)
}

// workedWords is what an alternative is called.
func workedWords(w models.Worked) string {
	if w.What == "" {
		return kindWord(w.Kind)
	}
	return w.What
}

// onChosen adds the alternative to what was offered, and asks what they said to it.
func (p *workedPart) onChosen(value string) {
	i, err := strconv.Atoi(value)
	p.chips.SetValue("")
	if err != nil || i >= len(p.found) {
		return
	}
	w := p.found[i]
	offer := models.Alternative{Kind: w.Kind, Description: w.What}
	if w.Kind == models.ToSpecialist {
		offer.SpecialistID, offer.Specialist, offer.Description = w.SpecialistID, w.What, ""
	}
	row := p.offers.addRow(offerTyped{Offer: offer})
	p.offers.add.SetValue("") // it is not nothing any more
	p.update()
	p.offers.screen().rearranged()
	p.offers.screen().w.canvas().Focus(row.answer)
}
