package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// changesScreen tells what was changed in the shop file, when, and from what to what: the latest first, by day.
type changesScreen struct {
	changeWords
	kind     *kit.Select
	person   *kit.Picker
	customer models.CustomerID // whom the changes are about; 0 for anybody
	lines    []changeLine
	ended    bool   // there are no earlier ones
	waiting  func() // ends the wait to read earlier ones; nil while nobody waits
	list     *kit.List
	card     fyne.CanvasObject
	place    *fyne.Container // the list, or what stands there while it is empty
	content  fyne.CanvasObject
	back     *kit.Button       // to the card the owner came from
	from     models.CustomerID // whose card that was
}

// changeLine is a line of the list: a change, or the heading of a day.
type changeLine struct {
	day    models.Day          // of a heading
	change *models.ActivityRow // nil for a heading
}

func newChanges(w *Window) *changesScreen {
	s := &changesScreen{changeWords: changeWords{w: w}, place: page(nil)}
	s.kind = kit.NewSelect(thingChoices(), "", func(string) { s.reload() })
	s.person = kit.NewPicker(s.findPerson)
	s.person.SetPlaceHolder(kit.T("changes.person"))
	s.person.OnChosen = func(o kit.Option) { s.customer = models.CustomerID(o.ID); s.reload() }
	s.person.OnCleared = func() { s.customer = 0; s.reload() }
	s.list = kit.NewList(func() int { return len(s.lines) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnClicked, s.list.OnActivated = s.onActivated, s.onActivated // nothing beside the list shows more
	s.card = kit.CardFilled(s.list)
	bin := kit.NewButton(kit.T("place.bin"), func() { w.do("bin") })
	s.back = kit.NewButton(kit.T("changes.back"), func() { w.OpenCustomer(s.from) })
	s.back.Hide()
	head := kit.PageHead(kit.Title(kit.T("place.changes")), kit.Quiet(kit.T("changes.subtitle")), s.back, bin)
	filters := kit.FlowRow(12, kit.Fixed(230, s.kind), kit.Fixed(260, s.person))
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, filters, kit.Grow(s.place)))
	return s
}

func thingChoices() []kit.Choice {
	choices := []kit.Choice{{Value: "", Label: kit.T("changes.kind.all")}}
	for _, thing := range []models.Thing{models.ThingCustomer, models.ThingVisit, models.ThingReferralIn, models.ThingPraise, models.ThingThankYou, models.ThingFollowUp,
		models.ThingWant, models.ThingSpecialist, models.ThingReferralOut, models.ThingItem, models.ThingStaff, models.ThingSource, models.ThingImport, models.ThingShop} {
		choices = append(choices, kit.Choice{Value: string(thing), Label: thingWord(thing)})
	}
	return choices
}

// Title is what the page is called.
func (s *changesScreen) Title() string { return kit.T("place.changes") }

// Content is what the window shows.
func (s *changesScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of every change: each is told here.
func (s *changesScreen) Uses(models.Kind) bool { return true }

// FocusFirst puts the keyboard on the list.
func (s *changesScreen) FocusFirst() {
	if len(s.lines) == 0 {
		return
	}
	if s.list.Selected() < 0 {
		s.list.Select(1) // the line above is a heading
	}
	s.w.canvas().Focus(s.list)
}

func (s *changesScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads the latest changes anew.
func (s *changesScreen) Reload() (err error) {
	if s.shop, err = s.w.store().Shop(); err != nil {
		return err
	}
	if s.waiting != nil {
		s.waiting()
		s.waiting = nil
	}
	s.lines, s.ended = nil, false
	if err := s.readOn(); err != nil {
		return err
	}
	s.place.Objects = []fyne.CanvasObject{s.card}
	if len(s.lines) == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
	}
	s.list.Reset()
	s.place.Refresh()
	return nil
}

// empty is what stands in place of no changes.
func (s *changesScreen) empty() fyne.CanvasObject {
	if s.kind.Value() != "" || s.customer != 0 {
		return kit.EmptyState(kit.T("changes.noneOfThese"), kit.T("changes.showAll"), s.showAll)
	}
	return kit.EmptyState(kit.T("changes.none"), "", nil)
}

func (s *changesScreen) showAll() {
	s.kind.SetValue("")
	s.person.Clear()
	s.customer = 0
	s.reload()
}

// showCustomer shows the changes about one customer.
func (s *changesScreen) showCustomer(id models.CustomerID, name string) {
	s.kind.SetValue("")
	s.person.SetChosen(kit.Option{ID: int64(id), Title: name})
	s.customer = id
	s.reload()
	s.FocusFirst()
}

// comeFrom offers the way back to the card of a customer.
func (s *changesScreen) comeFrom(id models.CustomerID) {
	s.from = id
	s.back.Show()
	s.content.Refresh()
}

// Leave forgets where the owner came from: the next time it may be from elsewhere.
func (s *changesScreen) Leave() { s.back.Hide() }

// readOn reads the next page of earlier changes.
func (s *changesScreen) readOn() error {
	filter := models.ActivityFilter{CustomerID: s.customer, Thing: models.Thing(s.kind.Value()), Limit: pageRows}
	day := models.Day("")
	if n := len(s.lines); n > 0 {
		last := s.lines[n-1].change
		filter.Before, day = last.ID, s.dayOf(*last)
	}
	rows, err := s.w.store().Activity(filter)
	s.ended = err != nil || len(rows) < pageRows
	for i := range rows {
		if its := s.dayOf(rows[i]); its != day {
			day = its
			s.lines = append(s.lines, changeLine{day: day})
		}
		s.lines = append(s.lines, changeLine{change: &rows[i]})
	}
	return err
}

func (s *changesScreen) dayOf(row models.ActivityRow) models.Day {
	return models.DayOf(row.At.In(s.w.app.Now().Location()))
}

// readSoon reads earlier changes once the list is drawn, which may not grow meanwhile.
func (s *changesScreen) readSoon() {
	if s.ended || s.waiting != nil {
		return
	}
	s.waiting = s.w.app.After(0, s.readMore)
}

func (s *changesScreen) readMore() {
	s.waiting = nil
	if s.w.screens[PlaceChanges] != Screen(s) {
		return // another shop file was opened meanwhile
	}
	if err := s.readOn(); err != nil {
		s.w.Trouble(err)
	}
	s.list.Refresh()
}

func (s *changesScreen) findPerson(text string) []kit.Option { return personOptions(s.w, text) }
