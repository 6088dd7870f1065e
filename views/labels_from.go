package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// poster is a screen with people on it to whom something can be posted. It hands them to what prints it, or nil for those to be thanked
// by card.
type poster interface{ withPost(then func(*postWhom)) }

// post prints something for those on the screen in front; elsewhere for those to be thanked by card, or whomever the owner chooses.
func (w *Window) post(then func(*postWhom)) {
	if p, ok := w.screens[w.place].(poster); ok {
		p.withPost(then)
		return
	}
	then(nil)
}

// printLabels prints labels for those on the screen in front.
func (w *Window) printLabels() { w.post(w.openLabels) }

// printCards prints cards and envelopes for those on the screen in front.
func (w *Window) printCards() { w.post(w.openCards) }

func (w *Window) openLabels(whom *postWhom) { showLabels(w, whom) }

func (w *Window) openCards(whom *postWhom) { showCards(w, whom) }

// withPost hands on those who are chosen, or everybody in the list.
func (s *customersScreen) withPost(then func(*postWhom)) {
	if len(s.chosen.ids) > 0 {
		s.chosen.withPost(then)
		return
	}
	s.withListed(then)
}

// withListed hands on everybody in the list, in its order.
func (s *customersScreen) withListed(then func(*postWhom)) {
	label := kit.T("post.whom.shown")
	if name := s.listName(); name != "" {
		label = kit.T("post.whom.list", "Name", name)
	}
	s.withList(func(ids []models.CustomerID) { then(postCustomers(label, ids)) })
}

// labelList prints labels for everybody in the list.
func (s *customersScreen) labelList() { s.withListed(s.w.openLabels) }

func (c *chosenCustomers) withPost(then func(*postWhom)) {
	label := kit.T("post.whom.chosen")
	c.with(func(ids []models.CustomerID) { then(postCustomers(label, ids)) }, models.CustomersAll, models.CustomersArchived)
}

func (c *chosenCustomers) onLabels() { c.withPost(c.s.w.openLabels) }

// withPost hands on those ticked who are thanked by card or letter.
func (s *thanksScreen) withPost(then func(*postWhom)) {
	rows := s.due.ticked()
	whom := postThanked(rows)
	if len(rows) > 0 && whom == nil {
		s.w.Say(kit.T("post.whom.noneByCard"))
		return
	}
	then(whom)
}

// postItems are what can be printed for those to be thanked by post.
func (s *thanksScreen) postItems() []kit.MenuItem {
	return []kit.MenuItem{{Label: kit.T("thanks.labels"), OnTap: s.w.printLabels}, {Label: kit.T("action.cards"), OnTap: s.w.printCards}}
}
