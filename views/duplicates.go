package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// duplicatesScreen is the pairs of cards that are likely to be one person's, the likeliest first.
type duplicatesScreen struct {
	w       *Window
	read    bool // the pairs were looked for
	search  pairsSearch
	rows    *paged[models.Duplicate]
	pairs   []models.LikelyPair
	list    *kit.List
	card    fyne.CanvasObject
	place   *fyne.Container // the list, or what stands there while there is none
	head    *kit.RichLine
	content fyne.CanvasObject
}

func newDuplicates(w *Window) *duplicatesScreen {
	s := &duplicatesScreen{w: w, search: pairsSearch{w: w}, place: page(nil), head: kit.Quiet(kit.T("duplicates.subtitle"))}
	s.rows = newPaged(s.readPage, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled().TailBeneath()
	s.list.OnActivated = s.merge
	s.card = kit.CardFilled(s.list)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, kit.PageHead(kit.Title(kit.T("place.duplicates")), s.head), kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *duplicatesScreen) Title() string { return kit.T("place.duplicates") }

// Content is what the window shows.
func (s *duplicatesScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what a card says and of who is in the book.
func (s *duplicatesScreen) Uses(k models.Kind) bool { return k.Any(models.KindCustomer) }

// FocusFirst puts the keyboard on the list.
func (s *duplicatesScreen) FocusFirst() {
	if len(s.pairs) == 0 {
		return
	}
	if s.list.Selected() < 0 {
		s.list.Select(0)
	}
	s.w.canvas().Focus(s.list)
}

// Reload looks for the pairs beside the window: in a large book that takes a second. What was found before stays until then.
func (s *duplicatesScreen) Reload() error {
	if !s.read {
		s.show(kit.EmptyState(kit.T("duplicates.looking"), "", nil))
	}
	s.search.look(s.w.store().LikelyPairs, s.found)
	return nil
}

// found shows the pairs; who was chosen stays in place.
func (s *duplicatesScreen) found(pairs []models.LikelyPair, err error) {
	if s.w.screens[PlaceDuplicates] != Screen(s) {
		return // the window shows another page of pairs by now
	}
	if err != nil {
		s.w.Trouble(err)
		return
	}
	chosen := max(s.list.Selected(), 0)
	s.pairs, s.read = pairs, true
	s.w.Trouble(s.rows.reset())
	if len(pairs) == 0 {
		if s.w.canvas().Focused() == fyne.Focusable(s.list) {
			s.w.canvas().Unfocus() // what is not shown takes no keys
		}
		s.head.SetText(kit.T("duplicates.subtitle"))
		s.show(kit.EmptyState(kit.T("duplicates.none"), "", nil))
		return
	}
	s.head.SetText(kit.TN("duplicates.count", len(pairs)))
	s.show(nil)
	s.list.Select(min(chosen, len(pairs)-1))
	s.list.Refresh()
	if s.w.place == PlaceDuplicates && s.w.canvas().Focused() == nil && !kit.SheetOpen(s.w.canvas()) {
		s.FocusFirst()
	}
}

// show puts the list on the page, or what stands in its place.
func (s *duplicatesScreen) show(instead fyne.CanvasObject) {
	s.place.Objects = []fyne.CanvasObject{s.card}
	if instead != nil {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(instead)}
	}
	s.content.Refresh()
}

func (s *duplicatesScreen) readPage(offset, limit int) ([]models.Duplicate, int, error) {
	n := len(s.pairs)
	rows, err := s.w.store().DuplicateRows(s.pairs[min(offset, n):min(offset+limit, n)])
	return rows, n, err
}

func (s *duplicatesScreen) bind(i int, o fyne.CanvasObject) {
	d, ok := s.rows.at(i)
	if !ok {
		o.(*kit.Row).Set(kit.RowContent{Title: " ", Second: " "})
		return
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(d.Keep.Name),
		Title:    kit.RichT("duplicates.pair", "One", d.Keep.Name, "Other", d.Gone.Name),
		Second:   "_" + kit.Escape(s.pairText(d)) + "_",
		Buttons: []kit.RowButton{{Label: kit.T("duplicates.merge"), OnTap: func() { s.merge(i) }},
			{Label: kit.T("duplicates.twoPeople"), OnTap: func() { apartPeople(s.w, d.Keep, d.Gone) }}},
	})
}

// pairText says what speaks for the two, and how often each was here.
func (s *duplicatesScreen) pairText(d models.Duplicate) string {
	visits := func(c models.CustomerRow) string { return kit.TN("customers.row.visits", c.VisitN) }
	switch {
	case d.Keep.VisitN+d.Gone.VisitN == 0:
		return kit.T("duplicates.why.never", "Why", likenessText(d.Why))
	case d.Keep.VisitN == d.Gone.VisitN:
		return kit.TN("duplicates.why.each", d.Keep.VisitN, "Why", likenessText(d.Why))
	case d.Gone.VisitN == 0:
		return kit.T("duplicates.why.first", "Why", likenessText(d.Why), "Visits", visits(d.Keep))
	}
	return kit.T("duplicates.why", "Why", likenessText(d.Why), "Visits", visits(d.Keep), "N", kit.Count(d.Gone.VisitN))
}

// likenessText lists what two cards have in common: "same number, names nearly the same".
func likenessText(why []models.Likeness) string {
	text := ""
	for _, l := range why {
		word := kit.T("likeness." + string(l))
		if text == "" {
			text = word
			continue
		}
		text = kit.T("duplicates.and", "First", text, "Next", word)
	}
	return text
}

// merge sets the two cards of row i side by side.
func (s *duplicatesScreen) merge(i int) {
	if d, ok := s.rows.at(i); ok {
		showMerge(s.w, d.Keep.ID, d.Gone.ID)
	}
}

// apartPeople notes that two customers are two people.
func apartPeople(w *Window, one, other models.CustomerRow) {
	if err := w.store().NotTheSame(one.ID, other.ID); err != nil {
		w.Trouble(err)
		return
	}
	w.Did(kit.T("duplicates.twoPeople.did", "One", one.Name, "Other", other.Name))
}
