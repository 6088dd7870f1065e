package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// familyPerson says of whoever is chosen in the tree what is known of them, and leads to their card.
type familyPerson struct {
	s              *familyScreen
	name, facts    *kit.RichLine
	rung, activity *kit.Badge
	open, start    *kit.Button
	fold           *kit.Button
	card           *fyne.Container
}

func newFamilyPerson(s *familyScreen) *familyPerson {
	p := &familyPerson{s: s, name: kit.Strong("").Ellipsis(), facts: kit.Quiet("").Lines(2), rung: kit.NewBadge("", kit.TonePlain), activity: kit.NewBadge("", kit.TonePlain)}
	p.open = kit.NewButton(kit.T("family.open"), func() { s.onActivated(s.tree.Selected()) }).Small()
	p.start = kit.NewButton(kit.T("family.start"), p.onStart).Small()
	p.fold = kit.NewButton(kit.T("family.foldOne"), p.onFold).Small()
	who := kit.VStack(4, kit.HStack(8, p.name, p.rung, p.activity, kit.Spacer()), p.facts)
	p.card = kit.CardFilled(kit.WithSide(who, kit.HStack(8, kit.Spacer(), p.fold, p.start, p.open), 330, 8, 560))
	return p
}

// show shows whoever is chosen.
func (p *familyPerson) show() {
	at := p.s.tree.Selected()
	n := &p.s.family.Nodes[at]
	words := familyWords(n, p.s.names([]int{at})[0])
	p.name.SetText(words.Name)
	p.rung.Set(words.First, words.FirstTone)
	p.activity.Set(words.Second, words.SecondTone)
	p.activity.Hidden = words.Second == ""
	p.facts.SetText(p.s.w.familyFacts(n))
	p.open.Hidden = n.Gone
	p.start.Hidden = at == 0 || n.Gone || n.Kids == 0
	can, folded := p.s.tree.Folds(at)
	p.fold.Hidden = !can || at == 0
	p.fold.SetText(kit.T("family.foldOne"))
	if folded {
		p.fold.SetText(kit.T("family.unfoldOne"))
	}
	p.card.Refresh()
}

// familyFacts says how somebody is doing and what they brought, in a sentence or two.
func (w *Window) familyFacts(n *models.FamilyNode) string {
	own := kit.T("family.fact.notCome")
	switch {
	case n.SpecialistID != 0:
		own = ""
	case n.VisitN > 0 && n.Spent > 0:
		own = kit.TN("family.fact.visitsSpent", n.VisitN, "Count", kit.Count(n.VisitN), "Money", w.money(n.Spent))
	case n.VisitN > 0:
		own = kit.TN("family.fact.visits", n.VisitN, "Count", kit.Count(n.VisitN))
	case n.State == models.ReferralApproved:
		own = kit.T("family.fact.before")
	}
	brought := ""
	if n.BelowN > 0 {
		brought = kit.TN("family.fact.brought", n.BelowN, "Count", kit.Count(n.BelowN), "Money", w.money(n.BelowSpent))
	}
	switch {
	case own == "" || brought == "":
		return own + brought // one of them is empty
	}
	return kit.T("family.and", "First", own, "Then", brought)
}

// onStart shows the tree that begins with them.
func (p *familyPerson) onStart() {
	p.s.w.ShowFamily(models.Referrer{CustomerID: p.s.family.Nodes[p.s.tree.Selected()].CustomerID})
}

func (p *familyPerson) onFold() {
	p.s.tree.Fold(p.s.tree.Selected())
	p.s.showShape()
	p.show()
}
