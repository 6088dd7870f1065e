package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customersScreen is the customer book: who is in it at the left, the card of the chosen one at the right.
type customersScreen struct {
	w           *Window
	content     fyne.CanvasObject
	book, empty *fyne.Container // one of them is shown
	panes       *kit.Panes
	sets        *kit.Chips
	filter      *kit.FilterEntry
	list        *kit.List
	listBox     *fyne.Container // the list, or why it is empty
	rows        *paged[models.CustomerRow]
	card        *customerCard
	showSoon    soon // the card of the first in the list, when the typing pauses
	countSoon   soon // the groups
	counted     bool
	anyArchived bool
	asked       models.CustomerFilter // what is set beside group and text, and the order
	named       models.SavedList      // the owner's list that is shown; none without an ID
	count       *kit.RichLine
	pills       *fyne.Container // what is set, to take it off
	sortMenu    *kit.MenuButton
	listsMenu   *kit.MenuButton
	choosing    *kit.Button
	chosen      *chosenCustomers
	leftSide    *fyne.Container
	likely      *likelyLine
	faces       rowFaces
	reasons     rowReasons
	said        *saidSearch // for what is typed that is too short to be found at once
	readySoon   soon        // what filters are answered from
}

// The widths of the list at most and of the card at least.
const (
	customerListWidth = 330
	customerCardLeast = 330
)

func newCustomers(w *Window) *customersScreen {
	s := &customersScreen{w: w, faces: rowFaces{w: w}}
	s.reasons.s, s.said = s, newSaidSearch(w, s.askSaid, s.onSaid)
	s.buildList()
	s.faces.news = s.list.Refresh
	s.card = newCustomerCard(w, s.leaveCard)
	s.panes = kit.NewPanes(s.left(), s.card.content, customerListWidth, customerCardLeast)
	s.panes.OnNarrow = s.card.showBack
	s.book = kit.Inset(22, 16, 22, 22, s.panes)
	fromFile := kit.NewButton(kit.T("import.fromFile"), func() { s.w.do("import") }).Link()
	first := kit.EmptyState(kit.T("customers.empty"), kit.T("bar.newCustomer"), func() { s.w.do("newCustomer") }, fromFile)
	s.empty = kit.Inset(22, 16, 22, 22, kit.VStack(12, kit.PageHead(kit.Title(kit.T("place.customers")), kit.Quiet("")), kit.Grow(kit.CardFilled(first))))
	s.empty.Hide()
	s.content = kit.Over(s.book, s.empty)
	return s
}

// left is the list, with what narrows it down above.
func (s *customersScreen) left() fyne.CanvasObject {
	const edge = -8 // rows have room of their own around their words
	list := kit.CardFilled(kit.Inset(edge, edge, edge, edge, s.listBox))
	filter := kit.NewButton(kit.T("lists.filter"), s.onFilterButton)
	s.pills = kit.FlowRow(6)
	s.pills.Hide()
	s.leftSide = kit.VStack(10, s.sets, kit.HStack(8, kit.Grow(s.filter), filter), s.pills, s.listHead(), kit.Grow(list), s.chosen.bar)
	return s.leftSide
}

// Title is what the rail calls the page.
func (s *customersScreen) Title() string { return kit.T("place.customers") }

// Content is what the window shows.
func (s *customersScreen) Content() fyne.CanvasObject { return s.content }

// Uses tells that the cards show something of everything.
func (s *customersScreen) Uses(models.Kind) bool { return true }

// FocusFirst puts the cursor where a name is typed. Until another screen is shown, Escape leaves the card.
func (s *customersScreen) FocusFirst() {
	s.w.layer.OnEscape = s.onEscape
	s.readySoon.plan(s.w.app, readyPause, s.readyMore) // goes on where Leave ended it
	s.likely.plan()
	if s.book.Visible() {
		s.w.canvas().Focus(s.filter)
	}
}

// Leave gives Escape back, and leaves nothing to be done while another screen, or another shop, is shown.
func (s *customersScreen) Leave() {
	s.card.story.showNow()
	s.showSoon.drop()
	s.readySoon.drop()
	s.likely.leave()
	s.said.leave()
	if s.countSoon.planned() {
		s.countSoon.drop()
		s.w.Trouble(s.readSets())
	}
	s.w.layer.OnEscape = nil
}

// Add adds a customer, by the name that was looked for.
func (s *customersScreen) Add() { s.w.NewCustomer(s.filterText()) }

// Reload reads the list and the card anew; who was chosen stays chosen, wherever they now stand.
func (s *customersScreen) Reload() error {
	near, offset := s.list.Selected(), s.list.Offset()
	s.faces.forget()
	s.said.again()
	if err := errors.Join(s.countSets(), s.findNamed(s.named.ID), s.readRows(), s.chosen.reload()); err != nil {
		return err
	}
	s.likely.plan()
	nobody := s.rows.len() == 0 && !s.narrowed() && !s.anyArchived
	s.book.Hidden, s.empty.Hidden = nobody, !nobody
	s.content.Refresh()
	if nobody {
		s.card.clear()
		return nil
	}
	if err := s.keepChosen(near); err != nil {
		return err
	}
	if s.list.Selected() == near {
		s.list.ScrollTo(offset)
	}
	return nil
}

// keepChosen shows the chosen customer's card again and marks their row. Where they are no longer in the book, the
// one who now stands in their place is chosen.
func (s *customersScreen) keepChosen(near int) error {
	if id := s.card.id; id != 0 {
		err := s.card.show(id)
		if err == nil {
			s.list.Select(s.placeOf(id, near))
		}
		if !errors.Is(err, models.ErrNotFound) {
			return err
		}
	}
	s.card.clear()
	s.choose(min(max(near, 0), s.rows.len()-1))
	return nil
}

// placeOf gives the row of a customer, -1 where the filter hides them. near is where they were.
func (s *customersScreen) placeOf(id models.CustomerID, near int) int {
	if s.filterText() == "" {
		place, err := s.w.store().CustomerPlaceIn(s.asking(), id)
		if err != nil {
			s.w.Trouble(err)
			return -1
		}
		return place
	}
	// A change moves somebody by a row or two at most in what is filtered; further away they are not looked for.
	for i := max(near-pageRows, 0); i < min(near+pageRows, s.rows.len()); i++ {
		if row, ok := s.rows.at(i); ok && row.ID == id {
			return i
		}
	}
	return -1
}

// choose marks row i and shows its customer's card; -1 is nobody.
func (s *customersScreen) choose(i int) {
	s.showSoon.drop()
	if i < 0 {
		return
	}
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	s.list.Select(i)
	if err := s.card.show(row.ID); err != nil {
		s.w.Trouble(err)
	}
}

// open shows a customer's card and their place in the book. The list stays as it is where they are in it; else
// everybody is shown, and the owner is told that the list they were in is left.
func (s *customersScreen) open(id models.CustomerID) {
	s.showSoon.drop()
	if s.narrowed() && (s.filterText() != "" || s.placeOf(id, 0) < 0) {
		s.sayLeft()
		s.filter.Clear()
		s.takeAllOff()
		if err := s.readRows(); err != nil {
			s.w.Trouble(err)
			return
		}
	}
	if err := s.card.show(id); err != nil {
		s.w.Trouble(err)
		return
	}
	s.list.Select(s.placeOf(id, 0))
	s.enterCard()
}

// sayLeft tells that somebody is not in what the list was narrowed down to. What was only typed goes without a word.
func (s *customersScreen) sayLeft() {
	switch {
	case s.named.Name != "":
		s.w.Say(kit.T("lists.left.named", "Name", s.named.Name))
	case s.set() != models.CustomersAll || !s.asked.Plain():
		s.w.Say(kit.T("lists.left"))
	}
}

// enterCard goes from the list into the card.
func (s *customersScreen) enterCard() {
	s.showNow()
	if s.card.id == 0 {
		return
	}
	s.panes.ShowDetail()
	s.card.focusFirst()
}

// leaveCard goes from the card back to the list.
func (s *customersScreen) leaveCard() {
	s.panes.ShowList()
	s.focusList()
}

// focusList puts the keyboard on the list, or where one types while nobody is in it.
func (s *customersScreen) focusList() {
	if s.rows.len() == 0 {
		s.w.canvas().Focus(s.filter)
		return
	}
	s.w.canvas().Focus(s.list)
}

// onEscape goes one step back: from the card to the list, from the list to the filter.
func (s *customersScreen) onEscape() {
	switch s.w.canvas().Focused() {
	case s.list:
		s.w.canvas().Focus(s.filter)
	case s.filter:
	default:
		s.leaveCard()
	}
}
