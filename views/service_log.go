package views

import (
	"context"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// serviceLogScreen is every request, newest first, with the filters above it.
type serviceLogScreen struct {
	w               *Window
	filters         *logFilters
	rows            *paged[models.LogRow]
	list            *kit.List
	title, subtitle *kit.RichLine
	totals          *kit.RichLine
	place           *fyne.Container // the list, or what stands there when it is empty
	card            fyne.CanvasObject
	content         fyne.CanvasObject
	chosen          models.RequestID
	found           models.LogFound
	search          beside[models.LogFound]
	looking         bool // for the newest; the others are counted
}

func newServiceLog(w *Window) *serviceLogScreen {
	s := &serviceLogScreen{w: w, title: kit.Title(kit.T("place.log")), subtitle: kit.Quiet(""), totals: kit.Quiet(""), place: page(nil)}
	s.search.w, s.search.slow = w, s.onSlow
	s.filters = newLogFilters(w, s.onFiltered)
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked, s.list.OnActivated = s.onActivated, s.onActivated // nothing beside the list shows more
	s.card = kit.CardFilled(s.list)
	missed := kit.NewButton(kit.T("log.missed"), func() { w.do("missed") }).Hint(w.shortcutText("missed"))
	more := kit.NewMenuButton(kit.T("customers.more"), s.moreItems)
	head := kit.PageHead(s.title, s.subtitle, more, missed)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.VStack(10, s.filters.object, s.totals), kit.Grow(s.place)))
	return s
}

// moreItems are what is done too seldom to have a button.
func (s *serviceLogScreen) moreItems() []kit.MenuItem {
	items := []kit.MenuItem{{Label: kit.T("log.wanted"), OnTap: func() { s.w.do("wanted") }}, {Label: kit.T("log.aboutThing"), OnTap: func() { s.w.do("thing") }}}
	if n := len(s.found.IDs); n > 0 && s.found.Whole {
		items = append(items, kit.MenuItem{Label: kit.T("log.print"), Apart: true, OnTap: s.Print}, kit.MenuItem{Label: kit.T("log.export"), OnTap: s.onExport})
	}
	row, chosen := s.rows.chosen(s.list)
	switch {
	case !chosen:
	case row.Cancelled:
		items = append(items, kit.MenuItem{Label: kit.T("visit.countAgain"), Apart: true, OnTap: func() { countAgain(s.w, row.VisitID, func() {}) }})
	default:
		items = append(items, kit.MenuItem{Label: kit.T("visit.cancelIt"), Apart: true, OnTap: func() { askCancelVisit(s.w, row.VisitID, func() {}) }})
	}
	return items
}

// Print prints what the log shows.
func (s *serviceLogScreen) Print() { showLogPrint(s.w, s.found, s.filters.words()) }

func (s *serviceLogScreen) onExport() { showLogExport(s.w, s.found.IDs) }

// Title is what the rail calls the page.
func (s *serviceLogScreen) Title() string { return kit.T("place.log") }

// Content is what the window shows.
func (s *serviceLogScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: what was asked for, by whom, and who served.
func (s *serviceLogScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindVisit | models.KindCustomer | models.KindStaff | models.KindItem | models.KindSpecialist)
}

// FocusFirst puts the keyboard on the list, where the arrows go through the log.
func (s *serviceLogScreen) FocusFirst() {
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Reload reads the log anew, beside the window: of a large one all is found in a second or two, and the newest at once. What stands
// there stays until then.
func (s *serviceLogScreen) Reload() error {
	if err := s.filters.reload(); err != nil {
		return err
	}
	s.looking = true
	s.look(logShown, s.onFirst)
	return nil
}

// onSlow says of what is not there at once that it is on its way.
func (s *serviceLogScreen) onSlow() {
	if s.looking {
		s.subtitle.SetText(kit.T("log.looking"))
		s.subtitle.Show()
		s.content.Refresh()
	}
}

// logShown is how many requests are shown before the others are found.
const logShown = 2 * pageRows

// look finds what the filters ask for, the newest so many at least or, for 0, all.
func (s *serviceLogScreen) look(most int, found func(models.LogFound, error)) {
	store, f := s.w.store(), s.filters.filter()
	s.search.look(func(ctx context.Context) (models.LogFound, error) { return store.FindRequests(ctx, f, most) }, found)
}

// onFirst shows the newest, and looks for the others.
func (s *serviceLogScreen) onFirst(found models.LogFound, err error) {
	s.looking = false
	if err == nil {
		err = s.show(found)
	}
	if err != nil {
		s.w.Trouble(err)
		return
	}
	if !found.Whole {
		s.look(0, s.onAll)
	}
}

// onAll puts the others behind the newest; the list stays where it is.
func (s *serviceLogScreen) onAll(found models.LogFound, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.found, s.rows.total = found, len(found.IDs)
	clear(s.rows.pages)
	s.list.Refresh()
	s.showTotals()
}

// show shows what was found from its beginning; the chosen request stays chosen where it is still on the first page.
func (s *serviceLogScreen) show(found models.LogFound) error {
	s.found = found
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.place.Objects = []fyne.CanvasObject{s.card}
	s.filters.object.Show()
	if s.rows.len() == 0 && found.Whole {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
	}
	s.place.Refresh()
	s.list.Reset()
	s.chooseAgain()
	s.showTotals()
	if s.w.place == PlaceLog && s.w.canvas().Focused() == nil && !kit.SheetOpen(s.w.canvas()) {
		s.FocusFirst() // there was nothing yet to put the keyboard on
	}
	return nil
}

func (s *serviceLogScreen) chooseAgain() {
	for i := range min(s.rows.len(), pageRows) {
		if row, ok := s.rows.at(i); ok && row.RequestID == s.chosen {
			s.list.Select(i)
			return
		}
	}
}

// showTotals says how many requests are shown, and what they come to.
func (s *serviceLogScreen) showTotals() {
	s.subtitle.SetText(kit.T("log.counting"))
	if s.found.Whole {
		s.subtitle.SetText(linesText(s.found.Totals.Lines))
	}
	s.subtitle.Show()
	s.totals.SetMarkup(s.w.totalsText(s.found.Totals))
	s.totals.Hidden = !s.found.Whole || s.found.Totals.Lines == 0
	s.content.Refresh()
}

// empty is what stands in place of no rows: how to see more, or in a log with nothing in it what to do first, without filters over it.
func (s *serviceLogScreen) empty() fyne.CanvasObject {
	earliest, err := s.w.store().EarliestVisit()
	if err != nil {
		s.w.Trouble(err)
	}
	if earliest != "" && s.filters.narrowed() {
		return kit.EmptyState(kit.T("log.none"), kit.T("log.showAll"), s.showAll)
	}
	s.filters.object.Hidden = earliest == ""
	return kit.EmptyState(kit.T("log.empty"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") })
}

func (s *serviceLogScreen) showAll() {
	s.filters.clear()
	s.onFiltered()
}

func (s *serviceLogScreen) read(offset, limit int) ([]models.LogRow, int, error) {
	ids := s.found.IDs
	rows, err := s.w.store().RequestsOf(ids[min(offset, len(ids)):min(offset+limit, len(ids))])
	return rows, len(ids), err
}

func (s *serviceLogScreen) onFiltered() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

func (s *serviceLogScreen) onSelected(i int) {
	if row, ok := s.rows.at(i); ok {
		s.chosen = row.RequestID
	}
}

func (s *serviceLogScreen) onActivated(i int) {
	if row, ok := s.rows.at(i); ok {
		s.w.EditVisit(row.VisitID)
	}
}

// chosenThing is what the chosen request asks for; 0 where none is chosen.
func (s *serviceLogScreen) chosenThing() models.ItemID {
	row, _ := s.rows.chosen(s.list)
	return row.ItemID
}

// showItem shows every request for one item, whenever it was.
func (s *serviceLogScreen) showItem(item models.ItemRow) {
	s.filters.clear()
	s.filters.setItem(item.Name)
	s.onFiltered()
}
