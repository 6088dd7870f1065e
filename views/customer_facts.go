package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerFacts is the row of figures on a customer's card.
type customerFacts struct {
	card   *customerCard
	object *fyne.Container

	visits, every, seen, broughtBy, brought, asks, spent, kept *fact
}

// fact is a figure with what it counts above.
type fact struct {
	object *fyne.Container
	value  *kit.RichLine
}

func newCustomerFacts(c *customerCard) *customerFacts {
	f := &customerFacts{card: c, object: kit.FlowRow(18)}
	f.visits, f.every, f.seen = f.add("visits"), f.add("every"), f.add("seen")
	f.broughtBy, f.brought = f.add("broughtBy"), f.add("brought")
	f.asks, f.spent, f.kept = f.add("asks"), f.add("spent"), f.add("kept")
	return f
}

func (f *customerFacts) add(name string) *fact {
	value := kit.Rich("")
	value.OnLink = f.follow
	made := &fact{object: kit.VStack(2, kit.Quiet(kit.T("customers.fact."+name)), value), value: value}
	f.object.Add(made.object)
	return made
}

// follow goes where a figure leads: to the visits in the story beneath, or to another page.
func (f *customerFacts) follow(target string) {
	if strings.HasPrefix(target, linkVisits+":") {
		f.card.story.showPart(models.StoryVisits)
		return
	}
	f.card.w.follow(target)
}

// set writes the figure in markup; none takes the fact away.
func (f *fact) set(markup string) {
	f.object.Hidden = markup == ""
	f.value.SetMarkup(markup)
}

// say writes the figure in plain words.
func (f *fact) say(text string) {
	if text != "" {
		text = "**" + kit.Escape(text) + "**"
	}
	f.set(text)
}

func (f *customerFacts) show(card *models.Card) {
	customer := card.Customer
	f.visits.set("")
	if customer.VisitN > 0 {
		f.visits.set(linkMarkup(linkVisits, int64(customer.ID), kit.Count(customer.VisitN)))
	}
	f.every.say("")
	if card.GapIsOwn {
		f.every.say(everyText(card.GapDays))
	}
	f.seen.say("")
	if customer.LastAt != 0 {
		f.seen.say(f.card.w.agoText(customer.LastAt))
	}
	f.broughtBy.set(broughtByMarkup(card.Referral))
	f.brought.set(broughtMarkup(card))
	f.asks.set("")
	if card.AsksFor != "" {
		f.asks.set(linkMarkup(linkStaff, 0, card.AsksFor))
	}
	f.spent.say("")
	if customer.Spent > 0 {
		f.spent.say(f.card.money(customer.Spent))
	}
	f.kept.say("")
	if card.PromisesN > 0 {
		f.kept.say(kit.TN("promises.kept", card.PromisesN, "Kept", kit.Count(card.Kept)))
	}
	f.object.Hidden = !slices.ContainsFunc(f.object.Objects, fyne.CanvasObject.Visible)
}

// broughtByMarkup is the link to who sent them.
func broughtByMarkup(r *models.ReferralRow) string {
	switch {
	case r == nil:
		return ""
	case r.SpecialistID != 0:
		return linkMarkup(linkSpecialist, int64(r.SpecialistID), r.Referrer)
	}
	return linkMarkup(linkCustomer, int64(r.ReferrerID), r.Referrer)
}

// broughtMarkup is how many they brought, as a link to those people.
func broughtMarkup(card *models.Card) string {
	switch {
	case card.BroughtN == 0:
		return ""
	case card.ThroughN == 0:
		return linkMarkup(linkBrought, int64(card.Customer.ID), kit.Count(card.BroughtN))
	}
	words := kit.TN("customers.broughtMore", card.ThroughN, "Brought", kit.Count(card.BroughtN))
	return linkMarkup(linkBrought, int64(card.Customer.ID), words)
}
