package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// insightsScreen is the figures of a period as pictures, each of which leads to the people or the requests behind it.
type insightsScreen struct {
	w        *Window
	kinds    *kit.Chips
	back     int // how many periods before the present one
	earlier  *kit.Button
	later    *kit.Button
	subtitle *kit.RichLine
	cards    []*insightCard
	bar      *fyne.Container // the choice of the period
	scroll   *kit.ScrollBox
	pictures fyne.CanvasObject
	place    *fyne.Container // the pictures, or what stands there while there are none
	content  fyne.CanvasObject
	shown    []insight
	busy     bool // it is being counted beside the window
	isNew    bool // there is no visit to count
}

// insightWide is how wide a picture is at least beside another, before they stand below each other.
const insightWide = 400

func newInsights(w *Window) *insightsScreen {
	s := &insightsScreen{w: w, subtitle: kit.Quiet(""), place: page(nil)}
	var choices []kit.Choice
	for _, kind := range models.PeriodKinds {
		choices = append(choices, kit.Choice{Value: string(kind), Label: kit.T("insights.kind." + string(kind))})
	}
	kind := models.PeriodKind(w.app.Prefs.InsightsPeriod())
	if !kind.Valid() {
		kind = models.PeriodTwelve
	}
	s.kinds = kit.NewChips(choices, string(kind), s.onKind)
	s.earlier = kit.NewButton(kit.T("insights.earlier"), func() { s.turn(1) }).Small()
	s.later = kit.NewButton(kit.T("insights.later"), func() { s.turn(-1) }).Small()
	s.later.Hide()
	more := kit.NewMenuButton(kit.T("insights.more"), s.moreItems)
	head := kit.PageHead(kit.Title(kit.T("place.insights")), s.subtitle, more)
	s.bar = kit.VStack(6, kit.FlowRow(8, s.kinds, s.earlier, s.later), kit.Quiet(kit.T("insights.hint")))
	s.content = windowColumn(kit.Inset(22, 16, 22, 12, kit.VStack(12, head, s.bar)), s.place)
	return s
}

// moreItems are what is done with the whole page.
func (s *insightsScreen) moreItems() []kit.MenuItem {
	adverts := kit.MenuItem{Label: kit.T("insights.adverts"), OnTap: func() { showAdverts(s.w, s.period()) }}
	if s.isNew {
		return []kit.MenuItem{adverts}
	}
	return []kit.MenuItem{
		adverts,
		{Label: kit.T("insights.print"), Apart: true, OnTap: s.Print},
		{Label: kit.T("insights.export"), OnTap: func() { showFiguresExport(s.w, s.shown) }},
	}
}

// Print prints the page.
func (s *insightsScreen) Print() {
	if s.isNew {
		s.w.Say(kit.T("print.nothing"))
		return
	}
	showInsightsPrint(s.w, s.shown)
}

// Title is what the rail calls the page.
func (s *insightsScreen) Title() string { return kit.T("place.insights") }

// Content is what the window shows.
func (s *insightsScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of all that is counted.
func (s *insightsScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindVisit | models.KindCustomer | models.KindReferral | models.KindPraise | models.KindSource | models.KindStaff | models.KindItem |
		models.KindSpecialist | models.KindThankYou | models.KindWant | models.KindShop)
}

// FocusFirst puts the keyboard on the choice of the period.
func (s *insightsScreen) FocusFirst() {
	if !s.isNew {
		s.w.canvas().Focus(s.kinds)
	}
}

// period is the one that is chosen.
func (s *insightsScreen) period() models.Period {
	return models.PeriodOf(models.PeriodKind(s.kinds.Value()), s.w.store().Today(), s.back)
}

func (s *insightsScreen) onKind(kind string) {
	s.w.app.Prefs.SetInsightsPeriod(kind)
	s.back = 0
	s.reload()
}

// turn goes to an earlier period, or back towards the present one.
func (s *insightsScreen) turn(by int) {
	s.back = max(s.back+by, 0)
	s.reload()
}

func (s *insightsScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload counts anew. What it is counted from is read beside the window where that takes a while.
func (s *insightsScreen) Reload() error {
	s.subtitle.SetText(periodText(s.period()))
	if s.busy {
		return nil // shown once it is there
	}
	earliest, err := s.w.store().EarliestVisit()
	if err != nil {
		return err
	}
	s.isNew = earliest == ""
	s.subtitle.Hidden, s.bar.Hidden = s.isNew, s.isNew
	if s.isNew {
		s.note(kit.EmptyState(kit.T("insights.empty"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") }))
		s.content.Refresh()
		return nil
	}
	gathering, err := s.w.store().Gather()
	if err != nil {
		return err
	}
	if gathering == nil {
		return s.show()
	}
	s.busy = true
	s.note(kit.Inset(16, 16, 16, 16, kit.Quiet(kit.T("insights.gathering"))))
	work := func(ctx context.Context, report func(done, total int)) error { return gathering.Read(ctx, report) }
	r := s.w.newRunning(kit.T("insights.gathering"), func(err error) { s.gathered(gathering, err) })
	r.ended = func() { s.ended(r.stopped) }
	r.start(work)
	return nil
}

// ended is called once the counting ended, however it came; whoever stopped it may begin again.
func (s *insightsScreen) ended(stopped bool) {
	if s.busy = false; stopped {
		s.note(kit.EmptyState(kit.T("insights.stopped"), kit.T("insights.count"), s.reload))
	}
}

// gathered shows what was counted; the owner may have stopped it.
func (s *insightsScreen) gathered(gathering *models.Gathering, err error) {
	if err == nil {
		gathering.Keep()
		err = s.show()
	}
	if errors.Is(err, context.Canceled) {
		return
	}
	if err != nil {
		s.w.Trouble(err)
	}
}

// note stands in the place of the pictures.
func (s *insightsScreen) note(o fyne.CanvasObject) {
	s.place.Objects = []fyne.CanvasObject{kit.Inset(22, 0, 22, 22, kit.CardFilled(o))}
	s.place.Refresh()
}

// show makes the pictures of the period.
func (s *insightsScreen) show() error {
	in, err := s.w.store().Insights(s.period())
	if err != nil {
		return err
	}
	shop, err := s.w.store().Shop()
	if err != nil {
		return err
	}
	s.later.Hidden = s.back == 0
	s.shown = insightWords{s.w, in, shop}.all()
	if s.cards == nil {
		s.build()
	}
	for i, card := range s.cards {
		card.show(s.shown[i])
	}
	s.place.Objects = []fyne.CanvasObject{s.scroll}
	s.place.Refresh()
	s.content.Refresh()
	return nil
}

// build makes the cards, once.
func (s *insightsScreen) build() {
	var objects []fyne.CanvasObject
	for range s.shown {
		card := newInsightCard(s.w)
		s.cards = append(s.cards, card)
		objects = append(objects, card.object)
	}
	s.pictures = kit.Masonry(14, insightWide, objects...)
	s.scroll = kit.Scroll(kit.Inset(22, 0, 22, 22, s.pictures))
}
