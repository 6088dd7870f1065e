package views

import (
	"maps"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// todayScreen is the page one opens with: what to do now at the left, the month at a glance at the right.
type todayScreen struct {
	w               *Window
	content         fyne.CanvasObject
	title, subtitle *kit.RichLine
	print           *kit.Button
	body            *fyne.Container
	scroll          *kit.ScrollBox
	rows            []*kit.Row                // of all cards, from top to bottom
	whole           map[models.TodayPart]bool // of these the owner asked for the rest
	orders          orders
	isNew           bool // nothing is in the shop yet
	readySoon       soon // who was not seen is read by and by
}

// todayRows is how many rows a card shows before it offers the rest.
const todayRows = models.TodayRows

// narrow is the width under which what stands beside goes below.
const narrow = 820

func newToday(w *Window) *todayScreen {
	s := &todayScreen{w: w, title: kit.Title(""), subtitle: kit.Quiet(""), body: page(nil), whole: map[models.TodayPart]bool{}}
	s.scroll = kit.Scroll(kit.Inset(22, 0, 22, 22, s.body))
	missed := kit.NewButton(kit.T("log.missed"), func() { w.do("missed") }).Hint(w.shortcutText("missed"))
	s.print = kit.NewButton(kit.T("today.print"), s.Print).Hint(w.shortcutText("print"))
	leaving := kit.NewButton(kit.T("place.leaving"), func() { w.do(string(PlaceLeaving)) })
	head := kit.Inset(22, 16, 22, 12, kit.PageHead(s.title, s.subtitle, s.print, leaving, missed))
	s.content = windowColumn(head, s.scroll)
	return s
}

// Title names the screen.
func (s *todayScreen) Title() string { return kit.T("place.today") }

// Content is what the window shows.
func (s *todayScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true: of everything in the shop file something stands here, of specialists the name.
func (s *todayScreen) Uses(models.Kind) bool { return true }

// Reload reads the day anew. The keyboard stays where it was among the rows: what was done there is gone, and the next
// has come up.
func (s *todayScreen) Reload() error {
	page, err := s.read()
	if err != nil {
		return err
	}
	left, err := s.hasNothing(page)
	if err != nil {
		return err
	}
	at := s.focusedRow()
	s.rows = nil
	s.showHead(page)
	backup, err := s.backupCard()
	if err != nil {
		return err
	}
	setEnabled(s.print, !s.isNew)
	if left == nil {
		left = s.cards(page)
	}
	if backup != nil {
		left = kit.VStack(14, backup, left)
	}
	s.body.Objects = []fyne.CanvasObject{kit.Columns([]float32{3, 1}, 18, narrow, left, s.right(page))}
	s.content.Refresh() // the head may need another line
	if at >= 0 {
		s.focusRow(at)
	}
	return nil
}

// read gives the day, with the whole of what the owner asked the rest of.
func (s *todayScreen) read() (models.Today, error) {
	page, err := s.w.store().TodayPage(slices.Collect(maps.Keys(s.whole))...)
	if err != nil {
		return page, err
	}
	if page.Reading {
		s.readySoon.plan(s.w.app, readyPause, s.readyMore)
	}
	return page, s.orders.read(s.w.store())
}

// readyMore reads a part of what tells who was not seen, and when all of it is there the day anew.
func (s *todayScreen) readyMore() {
	ready, err := s.w.store().ReadyFilters()
	switch {
	case err != nil:
		s.w.Trouble(err)
	case ready:
		s.w.reread(PlaceToday)
	default:
		s.readySoon.plan(s.w.app, readyPause, s.readyMore)
	}
}

// Leave leaves nothing to be done while another screen is shown.
func (s *todayScreen) Leave() {
	if s.readySoon.planned() {
		s.readySoon.drop()
		s.w.stale[PlaceToday] = true
	}
}

// todo is how many things there are to do.
func (s *todayScreen) todo(page models.Today) int { return page.TodoN() + s.orders.n }

func (s *todayScreen) showHead(page models.Today) {
	s.title.SetText(kit.DayTitle(s.w.app.Now()))
	s.subtitle.SetText(kit.T("today.todo.none"))
	if n := s.todo(page); n > 0 {
		s.subtitle.SetText(kit.TN("today.todo", n))
	}
	s.subtitle.Show()
}

// most is how many people a part shows.
func (s *todayScreen) most(part models.TodayPart) int {
	if s.whole[part] {
		return math.MaxInt
	}
	return todayRows
}

// cards is what to do now, what is most pressing first. What is to be ordered is about things and stands behind the calls.
func (s *todayScreen) cards(page models.Today) fyne.CanvasObject {
	cards, ordered := kit.VStack(14), s.orders.n == 0
	order := func() {
		if !ordered {
			cards.Add(s.orderCard())
			ordered = true
		}
	}
	for _, section := range page.Sections(s.most) {
		if section.Part != models.TodayPromise && section.Part != models.TodayCall {
			order()
		}
		cards.Add(s.sectionCard(section))
	}
	order()
	return cards
}

// hasNothing is what stands in the place of a day's cards: nil where there is something to do, and in a shop with
// nothing in it what to do first.
func (s *todayScreen) hasNothing(page models.Today) (fyne.CanvasObject, error) {
	s.isNew = false
	if s.todo(page)+len(page.NotSeen)+len(page.NoExtra) > 0 {
		return nil, nil
	}
	customers, err := s.w.store().CountCustomers(models.CustomersAll)
	if err != nil {
		return nil, err
	}
	if customers == 0 && page.Month.Visits == 0 {
		s.isNew = true
		return s.firstSteps(), nil
	}
	return kit.Card(kit.EmptyState(kit.T("today.nothing"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") })), nil
}

// firstSteps is what a new shop's owner sees: what to do first, in the order that makes sense.
func (s *todayScreen) firstSteps() fyne.CanvasObject {
	steps := kit.VStack(16)
	for _, step := range []struct{ name, action string }{{"customer", "newCustomer"}, {"import", "import"}, {"visit", "logVisit"}, {"missed", "missed"}, {"backup", "backup"}} {
		if step.name == "backup" && !s.w.asksWhere() {
			continue // it is done
		}
		button := kit.NewButton(kit.T("today.first."+step.name+".do"), func() { s.w.do(step.action) })
		words := kit.VStack(2, kit.Strong(kit.T("today.first."+step.name)), kit.Quiet(kit.T("today.first."+step.name+".why")))
		steps.Add(kit.HFill(16, kit.Grow(words), button))
	}
	return kit.CardWithHeading(kit.T("today.first"), -1, steps)
}
