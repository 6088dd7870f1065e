package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// listHead is the line above the list: how many are in it, its order, the owner's own lists, and choosing rows.
func (s *customersScreen) listHead() fyne.CanvasObject {
	s.count = kit.Quiet("").Ellipsis()
	s.asked.Sort = models.CustomerOrder(s.w.app.Prefs.CustomerOrder())
	s.sortMenu = kit.NewMenuButton(sortWord(s.asked.Sort), s.sortItems).Link().Small()
	s.listsMenu = kit.NewMenuButton(kit.T("lists.menu"), s.listItems).Link().Small()
	s.choosing = kit.NewButton(kit.T("lists.choose"), s.chosen.onChoose).Link().Small()
	const edge = -4 // links have room of their own around their words
	links := kit.Inset(edge, edge, edge, edge, kit.FlowRow(8, s.sortMenu, s.listsMenu, s.choosing))
	s.likely = newLikelyLine(s)
	return kit.VStack(4, s.count, links, s.likely.object)
}

func sortWord(order models.CustomerOrder) string {
	if order == models.OrderName {
		return kit.T("lists.sort.name")
	}
	return kit.T("lists.sort." + string(order))
}

// sortItems are the orders to choose from.
func (s *customersScreen) sortItems() []kit.MenuItem {
	var items []kit.MenuItem
	for _, order := range models.CustomerOrders {
		items = append(items, kit.MenuItem{Label: sortWord(order), OnTap: func() { s.sortBy(order) }})
	}
	return items
}

// sortBy sorts the list, now and the next time.
func (s *customersScreen) sortBy(order models.CustomerOrder) {
	s.asked.Sort = order
	s.w.app.Prefs.SetCustomerOrder(string(order))
	s.onFiltered()
}

// listItems are the owner's lists, and what can be done about them.
func (s *customersScreen) listItems() []kit.MenuItem {
	lists, err := s.w.store().Lists()
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	var items []kit.MenuItem
	for _, l := range lists {
		items = append(items, kit.MenuItem{Label: l.Name, OnTap: func() { s.openList(l) }})
	}
	keep := kit.MenuItem{Label: kit.T("lists.keep"), Apart: true, OnTap: s.onKeepList}
	items = append(items, keep)
	if len(lists) > 0 {
		items = append(items, kit.MenuItem{Label: kit.T("lists.change"), OnTap: func() { showLists(s) }})
	}
	return append(items, kit.MenuItem{Label: kit.T("lists.tags"), OnTap: func() { showTags(s.w) }},
		kit.MenuItem{Label: kit.T("lists.print"), Apart: true, OnTap: s.printList}, kit.MenuItem{Label: kit.T("action.labels"), OnTap: s.labelList}, kit.MenuItem{Label: kit.T("lists.export"), OnTap: s.exportList},
		kit.MenuItem{Label: kit.T("place.bin"), Apart: true, OnTap: func() { s.w.do(string(PlaceBin)) }})
}

// Print prints those who are chosen, or everybody in the list.
func (s *customersScreen) Print() {
	if len(s.chosen.ids) > 0 {
		s.chosen.onPrint()
		return
	}
	s.printList()
}

func (s *customersScreen) printList() {
	title := s.listName()
	if title == "" {
		title = kit.T("lists.print.title")
	}
	s.withList(func(ids []models.CustomerID) { showPrintCustomers(s.w, ids, title) })
}

func (s *customersScreen) exportList() {
	s.withList(func(ids []models.CustomerID) { exportListed(s.w, ids, s.listName()) })
}

// listName is what the list that is shown is called; "" where it has no name, or a text shows only some of it.
func (s *customersScreen) listName() string {
	if s.filterText() != "" {
		return ""
	}
	return s.named.Name
}

// withList does something with everybody in the list, in its order.
func (s *customersScreen) withList(do func(ids []models.CustomerID)) {
	ids, err := s.w.store().CustomerIDs(s.asking())
	if err != nil {
		s.w.Trouble(err)
		return
	}
	do(ids)
}

// openList shows who is on a list. One of a newer program is a sentence.
func (s *customersScreen) openList(l models.SavedList) {
	f, err := l.CustomerFilter()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.filter.Clear()
	s.ask(f)
	s.named = l
	s.showCount()
	s.focusList()
}

// onKeepList asks for the name under which what is asked now is kept. Under the name of a list it takes its place.
func (s *customersScreen) onKeepList() {
	f := s.asking()
	showLine(s.w, lineAsk{title: kit.T("lists.keep.title"), label: kit.T("lists.keep.name"), place: kit.T("lists.keep.like"), hint: s.keepHint(),
		save: kit.T("lists.keep.save"), field: "name", was: s.named.Name,
		store: func(name string) error { return s.keepList(name, f) },
		did:   func(string) string { return kit.T("lists.keep.did", "Name", s.named.Name) }})
}

// keepHint says what a list is, and that a text is no part of it.
func (s *customersScreen) keepHint() string {
	if s.filterText() != "" {
		return kit.T("lists.keep.text", "Text", s.filterText())
	}
	return kit.T("lists.keep.hint")
}

func (s *customersScreen) keepList(name string, f models.CustomerFilter) error {
	id, err := s.w.store().SaveList(name, f)
	if err != nil {
		return err
	}
	return s.findNamed(id)
}

// findNamed takes the list that is shown as it is kept now; one that is gone is none.
func (s *customersScreen) findNamed(id models.ListID) error {
	s.named = models.SavedList{}
	lists, err := s.w.store().Lists()
	for _, l := range lists {
		if l.ID == id {
			s.named = l
		}
	}
	s.showCount()
	return err
}

// showCount says how many are in the list, and in which.
func (s *customersScreen) showCount() {
	n := s.rows.len()
	switch {
	case s.listName() != "":
		s.count.SetText(kit.TN("lists.count.named", n, "Name", s.listName()))
	case s.filterText() != "" && n >= foundAtMost:
		s.count.SetText(kit.TN("lists.count.best", n))
	default:
		s.count.SetText(kit.TN("lists.count", n))
	}
}

// foundAtMost is how many a text shows.
const foundAtMost = 200

// readyPause is how long is waited between two parts of what filters are answered from: the window stays free.
const readyPause = 20 * time.Millisecond

// readyMore reads a part of it, and plans the next.
func (s *customersScreen) readyMore() {
	ready, err := s.w.store().ReadyFilters()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	if !ready {
		s.readySoon.plan(s.w.app, readyPause, s.readyMore)
	}
}
