package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// familyTotals says what a tree comes to, in words.
func (w *Window) familyTotals(f *models.Family) string {
	top := &f.Nodes[0]
	if top.BelowN == 0 && top.BelowWaiting > 0 {
		return kit.TN("family.onlyWaiting", top.BelowWaiting, "Count", kit.Count(top.BelowWaiting))
	}
	if top.BelowN == 0 {
		return kit.T("family.nobody")
	}
	words := kit.TN("family.people", top.BelowN, "Count", kit.Count(top.BelowN))
	words = kit.T("family.totals", "People", words, "Generations", kit.TN("family.generations", f.Generations),
		"Visits", kit.TN("family.visits", top.BelowVisits, "Count", kit.Count(top.BelowVisits)), "Money", w.money(top.BelowSpent))
	if top.BelowWaiting > 0 {
		words = kit.T("family.and", "First", words, "Then", kit.TN("family.waiting", top.BelowWaiting, "Count", kit.Count(top.BelowWaiting)))
	}
	return words
}

// pathText is the way by which somebody came to us, each step a link to the tree of whoever stands there; "" for whoever nobody sent.
func (w *Window) pathText(of models.Referrer, name string) (string, error) {
	if of.SpecialistID != 0 {
		return "", nil
	}
	steps, err := w.store().ReferralPath(of.CustomerID)
	if err != nil || len(steps) < 2 {
		return "", err
	}
	names := make([]string, 0, len(steps))
	for _, step := range steps[:len(steps)-1] {
		names = append(names, familyLink(step))
	}
	names = append(names, kit.Escape(name))
	return kit.T("family.path", "Path", strings.Join(names, kit.T("referrals.path.arrow"))), nil
}

// familyLink names a step as a link to the tree that begins with it.
func familyLink(step models.PathStep) string {
	if step.SpecialistID != 0 {
		return linkMarkup(linkFamilyOfSpecialist, int64(step.SpecialistID), step.Name)
	}
	return linkMarkup(linkFamily, int64(step.CustomerID), step.Name)
}

// words gives what stands in boxes of the tree: the names are read of all at once.
func (s *familyScreen) words(places []int) []kit.TreeWords {
	names := s.names(places)
	words := make([]kit.TreeWords, len(places))
	for i, at := range places {
		words[i] = familyWords(&s.family.Nodes[at], names[i])
	}
	return words
}

// names gives what to call those at places of the tree.
func (s *familyScreen) names(places []int) []string {
	ids := make([]models.CustomerID, len(places))
	for i, at := range places {
		ids[i] = s.family.Nodes[at].CustomerID
	}
	known, err := s.w.store().FamilyNames(ids)
	if err != nil {
		s.w.Trouble(err)
	}
	names := make([]string, len(places))
	for i, at := range places {
		names[i] = known[ids[i]]
		if at == 0 {
			names[i] = s.name
		}
		if names[i] == "" {
			names[i] = kit.T("family.nameless")
		}
	}
	return names
}

// familyWords words one box: how far they have come, and how they come; of somebody who is still to come, that.
func familyWords(n *models.FamilyNode, name string) kit.TreeWords {
	words := kit.TreeWords{Name: name}
	switch {
	case n.SpecialistID != 0:
		words.First = kit.T("family.specialist")
	case n.Waiting():
		words.First, words.FirstTone = referralWord(n.State)
	default:
		words.First, words.FirstTone = rungWord(n.Rung)
		words.Second, words.SecondTone = activityWord(n.Activity)
	}
	if n.Archived {
		words.Second, words.SecondTone = kit.T("family.archived"), kit.TonePlain
	}
	return words
}
