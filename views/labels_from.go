package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// labeller is a screen with people on it whom labels can be printed for.
type labeller interface{ printLabels() }

// printLabels prints labels for those on the screen in front; elsewhere for those to be thanked by card, or whomever the owner chooses.
func (w *Window) printLabels() {
	if l, ok := w.screens[w.place].(labeller); ok {
		l.printLabels()
		return
	}
	showLabels(w, nil)
}

// printLabels prints labels for those who are chosen, or for everybody in the list.
func (s *customersScreen) printLabels() {
	if len(s.chosen.ids) > 0 {
		s.chosen.onLabels()
		return
	}
	s.labelList()
}

// labelList prints labels for everybody in the list, in its order.
func (s *customersScreen) labelList() {
	label := kit.T("post.whom.shown")
	if name := s.listName(); name != "" {
		label = kit.T("post.whom.list", "Name", name)
	}
	s.withList(func(ids []models.CustomerID) { showLabels(s.w, postCustomers(label, ids)) })
}

func (c *chosenCustomers) onLabels() {
	label := kit.T("post.whom.chosen")
	c.with(func(ids []models.CustomerID) { showLabels(c.s.w, postCustomers(label, ids)) }, models.CustomersAll, models.CustomersArchived)
}

// printLabels prints labels for those ticked who are thanked by card or letter.
func (s *thanksScreen) printLabels() {
	rows := s.due.ticked()
	whom := postThanked(rows)
	if len(rows) > 0 && whom == nil {
		s.w.Say(kit.T("post.whom.noneByCard"))
		return
	}
	showLabels(s.w, whom)
}
