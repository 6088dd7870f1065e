package views

import (
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
	place           *fyne.Container // the list, or what stands there when it is empty
	card            fyne.CanvasObject
	content         fyne.CanvasObject
	chosen          models.RequestID
}

func newServiceLog(w *Window) *serviceLogScreen {
	s := &serviceLogScreen{w: w, title: kit.Title(kit.T("place.log")), subtitle: kit.Quiet(""), place: page(nil)}
	s.filters = newLogFilters(w, s.onFiltered)
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked, s.list.OnActivated = s.onActivated, s.onActivated // nothing beside the list shows more
	s.card = kit.CardFilled(s.list)
	missed := kit.NewButton(kit.T("log.missed"), func() { w.do("missed") }).Hint(w.shortcutText("missed"))
	wanted := kit.NewButton(kit.T("log.wanted"), func() { w.do("wanted") }).Hint(w.shortcutText("wanted"))
	thing := kit.NewButton(kit.T("log.aboutThing"), func() { w.do("thing") })
	head := kit.PageHead(s.title, s.subtitle, thing, wanted, missed)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.filters.object, kit.Grow(s.place)))
	return s
}

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

// Reload reads the log anew; the chosen request stays chosen where it is still on the first page.
func (s *serviceLogScreen) Reload() error {
	if err := s.filters.reload(); err != nil {
		return err
	}
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.subtitle.SetText(s.countText())
	s.subtitle.Show()
	s.place.Objects = []fyne.CanvasObject{s.card}
	if s.rows.len() == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
	}
	s.place.Refresh()
	s.list.Reset()
	s.chooseAgain()
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

// countText says how many requests are shown; models counts to a limit.
func (s *serviceLogScreen) countText() string {
	n := s.rows.len()
	if n >= models.LogCount {
		return kit.T("log.countMany", "N", kit.Count(models.LogCount))
	}
	return kit.TN("log.count", n)
}

// empty is what stands in place of no rows: what to do first, or how to see more.
func (s *serviceLogScreen) empty() fyne.CanvasObject {
	earliest, err := s.w.store().EarliestVisit()
	if err != nil {
		s.w.Trouble(err)
	}
	if earliest != "" && s.filters.narrowed() {
		return kit.EmptyState(kit.T("log.none"), kit.T("log.showAll"), s.showAll)
	}
	return kit.EmptyState(kit.T("log.empty"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") })
}

func (s *serviceLogScreen) showAll() {
	s.filters.clear()
	s.onFiltered()
}

func (s *serviceLogScreen) read(offset, limit int) ([]models.LogRow, int, error) {
	f := s.filters.filter()
	f.Offset, f.Limit = offset, limit
	return s.w.store().Requests(f)
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

func (s *serviceLogScreen) bind(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	word, tone := requestWord(row.State)
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Customer),
		Title:    logTitle(row),
		Second:   s.logSecond(row),
		Side:     s.logSide(row),
		Badges:   []kit.BadgeText{{Text: word, Tone: tone}},
		OnLink:   func(string) { s.w.OpenCustomer(row.CustomerID) },
	})
}

func logTitle(row models.LogRow) string {
	if row.Reason == models.ReasonNone {
		return kit.RichT("log.title", "What", row.Item)
	}
	return kit.RichT("log.titleMissing", "What", row.Item, "Reason", reasonWord(row.Reason))
}

// logSecond is who asked and when and, until that day has gone, when it is to be ready.
func (s *serviceLogScreen) logSecond(row models.LogRow) string {
	asked := s.logAsked(row)
	if row.PromisedFor == 0 || models.DayOf(row.PromisedFor.In(s.w.app.Now().Location())) < s.w.store().Today() {
		return asked
	}
	return kit.T("log.ready", "Asked", asked, "When", kit.Escape(s.w.momentText(row.PromisedFor)))
}

func (s *serviceLogScreen) logAsked(row models.LogRow) string {
	when := s.w.momentText(row.At)
	switch {
	case row.Customer == "" && row.ServedBy == "":
		return kit.RichT("log.stranger", "When", when)
	case row.Customer == "":
		return kit.RichT("log.strangerServed", "When", when, "Staff", row.ServedBy)
	case row.ServedBy == "":
		return kit.RichT("log.second", "Name", row.Customer, "When", when)
	}
	return kit.RichT("log.secondServed", "Name", row.Customer, "When", when, "Staff", row.ServedBy)
}

// logSide is what came of the offers, in a few words.
func (s *serviceLogScreen) logSide(row models.LogRow) string {
	switch {
	case row.Accepted != "" && row.AcceptedFor != 0:
		return kit.T("log.acceptedFor", "What", row.Accepted, "Price", s.w.money(row.AcceptedFor))
	case row.AcceptedHow == models.AnotherItem || row.AcceptedHow == models.SomethingElse || row.AcceptedHow == models.ToSpecialist:
		return row.Accepted
	case row.LostReason == models.LostNothingSuitable:
		return kit.T("log.nothingSuitable")
	case row.OfferedN > 0 && row.Accepted == "" && row.AcceptedHow == "":
		return kit.TN("log.offered", row.OfferedN)
	}
	return ""
}
