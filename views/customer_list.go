package views

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// buildList makes the list of customers and what narrows it down: the groups, and the field to type in.
func (s *customersScreen) buildList() {
	s.rows = newPaged(s.readPage, s.w.Trouble)
	s.sets = kit.NewChips(nil, setKey(models.CustomersAll), func(string) { s.named = models.SavedList{}; s.onFiltered() })
	s.filter = kit.NewFilterEntry(kit.T("customers.filter"))
	s.filter.OnTyped = func(string) { s.onFiltered() }
	s.filter.OnList = s.enterList
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bindRow)
	s.list.OnSelected = s.choose
	s.list.OnClicked = func(int) { s.panes.ShowDetail() } // in a window too narrow for both, the card is what was meant
	s.list.OnActivated = func(int) { s.enterCard() }
	s.chosen = newChosenCustomers(s)
	s.list.SetPicks(s.chosen.picks())
	s.list.OnTyped = func(r rune) { kit.TypeInto(s.filter, r) }
	s.listBox = page(s.list)
}

// filterText is what the owner looks for, "" for everybody.
func (s *customersScreen) filterText() string { return strings.TrimSpace(s.filter.Text) }

// set is the group that is shown.
func (s *customersScreen) set() models.CustomerSet {
	if value := s.sets.Value(); value != setKey(models.CustomersAll) {
		return models.CustomerSet(value)
	}
	return models.CustomersAll
}

func (s *customersScreen) readPage(offset, limit int) ([]models.CustomerRow, int, error) {
	f := s.asking()
	f.Offset, f.Limit = offset, limit
	return s.w.store().Customers(f)
}

// countSets counts the groups: at once for the first time, later when there is a moment, for in a large shop it takes
// longer than all the rest.
func (s *customersScreen) countSets() error {
	if s.counted {
		s.countSoon.plan(s.w.app, typingPause, func() { s.w.Trouble(s.readSets()) })
		return nil
	}
	s.counted = true
	return s.readSets()
}

func (s *customersScreen) readSets() error {
	choices := make([]kit.Choice, len(models.CustomerSets))
	for i, set := range models.CustomerSets {
		n, err := s.w.store().CountCustomers(set)
		if err != nil {
			return err
		}
		choices[i] = kit.Choice{Value: setKey(set), Label: setWord(set, n)}
	}
	archived, err := s.w.store().CountCustomers(models.CustomersArchived)
	if err != nil {
		return err
	}
	// An archive with nobody in it is no place to go.
	s.anyArchived = archived > 0
	if archived > 0 || s.set() == models.CustomersArchived {
		choices = append(choices, kit.Choice{Value: setKey(models.CustomersArchived), Label: setWord(models.CustomersArchived, archived)})
	}
	s.sets.SetChoices(choices)
	return nil
}

// readRows reads the list anew, and says why where nobody is in it.
func (s *customersScreen) readRows() error {
	s.reasons.forget()
	if err := errors.Join(s.rows.reset(), s.showChoices()); err != nil {
		return err
	}
	s.sortMenu.SetText(sortWord(s.asked.Sort))
	s.showCount()
	s.chosen.show()
	shown := fyne.CanvasObject(s.list)
	if s.rows.len() == 0 {
		shown = s.nobody()
	}
	if s.listBox.Objects[0] != shown {
		s.listBox.Objects = []fyne.CanvasObject{shown}
		s.listBox.Refresh()
	}
	s.list.Refresh()
	s.readySoon.plan(s.w.app, readyPause, s.readyMore) // where another computer saves, what answered may be old
	return nil
}

// nobody says that nobody fits, and offers the way on.
func (s *customersScreen) nobody() fyne.CanvasObject {
	if s.said.looking() {
		return kit.Inset(16, 16, 16, 16, kit.Quiet(kit.T("customers.looking")))
	}
	if text := s.filterText(); text != "" {
		return kit.EmptyState(kit.T("customers.noMatch", "Text", text), kit.T("customers.noMatch.add"), s.Add)
	}
	if !s.asked.Plain() {
		return kit.EmptyState(kit.T("lists.nobody"), kit.T("customers.noneIn.all"), s.showEverybody)
	}
	return kit.EmptyState(kit.T("customers.noneIn."+setKey(s.set())), kit.T("customers.noneIn.all"), s.showEverybody)
}

// showEverybody takes every filter away.
func (s *customersScreen) showEverybody() {
	s.filter.Clear()
	s.takeAllOff()
	s.onFiltered()
	s.w.canvas().Focus(s.filter)
}

// takeAllOff shows everybody from now on, in the order it was.
func (s *customersScreen) takeAllOff() {
	s.sets.SetValue(setKey(models.CustomersAll))
	s.asked, s.named = models.CustomerFilter{Sort: s.asked.Sort}, models.SavedList{}
}

// onFiltered shows who fits, and the card of the first of them.
func (s *customersScreen) onFiltered() {
	if err := s.readRows(); err != nil {
		s.w.Trouble(err)
		return
	}
	s.list.Reset()
	s.list.Select(min(0, s.rows.len()-1))
	// Read at every letter, the card would keep the next one waiting.
	s.showSoon.plan(s.w.app, typingPause, s.showFirst)
}

// askSaid looks through what those said whom the list lets through.
func (s *customersScreen) askSaid(asked models.CustomerFilter) (func(context.Context) ([]models.VisitID, error), error) {
	store, all := s.w.store(), asked
	all.Text = ""
	var among []models.CustomerID
	if !all.Plain() {
		var err error
		if among, err = store.CustomerIDs(all); err != nil {
			return nil, err
		}
	}
	return func(ctx context.Context) ([]models.VisitID, error) { return store.FindSaidBy(ctx, asked, among) }, nil
}

// onSaid shows who said it behind those who were found before: the others stay where they are.
func (s *customersScreen) onSaid() {
	nobody := s.rows.len() == 0
	if err := s.readRows(); err != nil {
		s.w.Trouble(err)
		return
	}
	if nobody && s.rows.len() > 0 {
		s.list.Select(0)
		s.showSoon.plan(s.w.app, typingPause, s.showFirst)
	}
}

// showFirst shows the card of who is marked; of an empty list no card is left.
func (s *customersScreen) showFirst() {
	if s.rows.len() == 0 {
		s.card.clear()
		return
	}
	s.choose(s.list.Selected())
}

// typingPause is after how long without another letter the card of the first in the list is shown.
const typingPause = 150 * time.Millisecond

// showNow shows the card that a letter typed left for later.
func (s *customersScreen) showNow() {
	if s.showSoon.planned() {
		s.showSoon.drop()
		s.showFirst()
	}
}

// enterList goes from the filter into the list.
func (s *customersScreen) enterList() {
	if s.rows.len() > 0 {
		s.showNow()
		s.w.canvas().Focus(s.list)
	}
}

func (s *customersScreen) bindRow(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		o.(*kit.Row).Set(kit.RowContent{Title: " ", Second: " "})
		return
	}
	content := s.w.customerRowContent(row, s.filterText(), s.reasons.of(i, row))
	content.Pick = s.chosen.pick(row.ID)
	content.Photo = s.faces.of(row.ID)
	o.(*kit.Row).Set(content)
}

// customerRowSecond is how to reach somebody and how often they came; of one who never did, the badge says so.
func customerRowSecond(row models.CustomerRow) string {
	reach := row.Phone
	if reach == "" || reach == row.Name {
		reach = row.Email
	}
	visits := kit.TN("customers.row.visits", row.VisitN)
	switch {
	case row.VisitN == 0 && reach == "":
		return kit.RichT("customers.row", "What", kit.T("customers.reach.none"))
	case row.VisitN == 0:
		return kit.RichT("customers.row", "What", reach)
	case reach == "":
		return kit.RichT("customers.row", "What", visits)
	}
	return kit.RichT("customers.row.reach", "Reach", reach, "Visits", visits)
}
