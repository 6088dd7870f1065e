package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// todayScreen is the page one opens with: what to do now at the left, the month at a glance at the right.
type todayScreen struct {
	w               *Window
	content         fyne.CanvasObject
	title, subtitle *kit.RichLine
	body            *fyne.Container
	scroll          *kit.ScrollBox
	rows            []*kit.Row // of all cards, from top to bottom
	calls           todayList
	orders          orders
}

// todayRows is how many rows a card shows before it offers the rest.
const todayRows = models.TodayRows

// narrow is the width under which what stands beside goes below.
const narrow = 820

func newToday(w *Window) *todayScreen {
	s := &todayScreen{w: w, title: kit.Title(""), subtitle: kit.Quiet(""), body: page(nil)}
	s.scroll = kit.Scroll(kit.Inset(22, 0, 22, 22, s.body))
	missed := kit.NewButton(kit.T("log.missed"), func() { w.do("missed") }).Hint(w.shortcutText("missed"))
	leaving := kit.NewButton(kit.T("place.leaving"), func() { w.do(string(PlaceLeaving)) }).Hint(w.shortcutText(string(PlaceLeaving)))
	head := kit.Inset(22, 16, 22, 12, kit.PageHead(s.title, s.subtitle, leaving, missed))
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
	if left == nil {
		left = s.cards(page)
	}
	if backup != nil {
		left = kit.VStack(14, backup, left)
	}
	s.body.Objects = []fyne.CanvasObject{kit.Columns([]float32{3, 1}, 18, narrow, left, s.right(page))}
	s.body.Refresh()
	if at >= 0 {
		s.focusRow(at)
	}
	return nil
}

// read gives the day, with all calls where the owner asked for them.
func (s *todayScreen) read() (models.Today, error) {
	page, err := s.w.store().TodayPage()
	if err != nil {
		return page, err
	}
	if s.calls.all {
		if page.Calls, err = s.w.store().Calls(); err != nil {
			return page, err
		}
	}
	return page, s.orders.read(s.w.store())
}

// todo is how many things there are to do.
func (s *todayScreen) todo(page models.Today) int { return page.CallN + s.orders.n + page.ThanksN }

func (s *todayScreen) showHead(page models.Today) {
	s.title.SetText(kit.LongDay(s.w.app.Now()))
	s.subtitle.SetText(kit.T("today.todo.none"))
	if n := s.todo(page); n > 0 {
		s.subtitle.SetText(kit.TN("today.todo", n))
	}
	s.subtitle.Show()
}

// cards is what to do now.
func (s *todayScreen) cards(page models.Today) fyne.CanvasObject {
	cards := kit.VStack(14)
	if page.CallN > 0 {
		cards.Add(s.callCard(page))
	}
	if s.orders.n > 0 {
		cards.Add(s.orderCard())
	}
	if page.ThanksN > 0 {
		cards.Add(s.thanksCard(page))
	}
	return cards
}

// right is the month at a glance.
func (s *todayScreen) right(page models.Today) fyne.CanvasObject {
	right := kit.VStack(14, s.month(page), s.missing(page))
	if len(page.Found) > 0 {
		right.Add(s.found(page))
	}
	return right
}

// hasNothing is what stands in the place of a day's cards: nil where there is something to do, and in a shop with
// nothing in it what to do first.
func (s *todayScreen) hasNothing(page models.Today) (fyne.CanvasObject, error) {
	if s.todo(page) > 0 {
		return nil, nil
	}
	customers, err := s.w.store().CountCustomers(models.CustomersAll)
	if err != nil {
		return nil, err
	}
	if customers == 0 && page.Month.Visits == 0 {
		return s.firstSteps(), nil
	}
	return kit.Card(kit.EmptyState(kit.T("today.nothing"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") })), nil
}

// firstSteps is what a new shop's owner sees: what to do first, in the order that makes sense.
func (s *todayScreen) firstSteps() fyne.CanvasObject {
	steps := kit.VStack(16)
	for _, step := range []struct{ name, action string }{{"customer", "newCustomer"}, {"import", "import"}, {"visit", "logVisit"}, {"missed", "missed"}, {"backup", "backup"}} {
		button := kit.NewButton(kit.T("today.first."+step.name+".do"), func() { s.w.do(step.action) })
		words := kit.VStack(2, kit.Strong(kit.T("today.first."+step.name)), kit.Quiet(kit.T("today.first."+step.name+".why")))
		steps.Add(kit.HFill(16, kit.Grow(words), button))
	}
	return kit.CardWithHeading(kit.T("today.first"), -1, steps)
}

func (s *todayScreen) month(page models.Today) fyne.CanvasObject {
	n, before := page.Month.Visits, page.Month.VisitsBefore
	last := kit.MonthName(s.w.app.Now().AddDate(0, 0, -s.w.app.Now().Day()))
	second := kit.T("today.month.same", "Month", last)
	switch {
	case before == 0:
		second = ""
	case n > before:
		second = kit.TN("today.month.more", n-before, "Month", last)
	case n < before:
		second = kit.TN("today.month.fewer", before-n, "Month", last)
	}
	return kit.FigureCard(kit.T("today.month"), kit.TN("today.month.visits", n), second)
}

func (s *todayScreen) missing(page models.Today) fyne.CanvasObject {
	m := page.Month
	parts := []fyne.CanvasObject{kit.Quiet(kit.T("today.missing")), kit.Figure(kit.Count(m.Unavailable))}
	if m.Unavailable > 0 {
		parts = append(parts, kit.Quiet(kit.TN("today.rescued", m.Rescued)), kit.NewBar("", float64(m.Rescued), float64(m.Unavailable), ""))
	}
	return kit.CardFilled(kit.VStack(4, parts...))
}

func (s *todayScreen) found(page models.Today) fyne.CanvasObject {
	most := 0
	for _, f := range page.Found {
		most = max(most, f.N)
	}
	bars := kit.VStack(6, kit.Quiet(kit.T("today.found")))
	for _, f := range page.Found {
		bars.Add(kit.NewBar(kit.T("today.found.bar", "Name", f.Name, "Count", kit.Count(f.N)), float64(f.N), float64(most), ""))
	}
	return kit.CardFilled(bars)
}
