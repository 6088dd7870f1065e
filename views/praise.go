package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// praiseScreen is what people say about the shop: the list at the left, reviews that wait for an answer first, and the chosen one
// whole at the right.
type praiseScreen struct {
	w        *Window
	subtitle *kit.RichLine
	find     *kit.FilterEntry
	set      *kit.Chips
	channel  *kit.Select
	staff    *kit.Select
	year     *kit.Select
	rows     *paged[models.PraiseRow]
	list     *kit.List
	panes    *kit.Panes
	back     *kit.Button // to the list, where there is room for one of the two only
	wall     *kit.Button
	detail   *praiseDetail
	listed   *fyne.Container   // the list, or what stands there when nothing fits
	whole    fyne.CanvasObject // what narrows the list, and the list with the detail
	place    *fyne.Container   // everything, or what stands there when nothing was said yet
	content  fyne.CanvasObject
	chosen   models.PraiseID
	at       int  // the row that was chosen last
	reading  bool // the detail is what was asked for
}

// What the list is narrowed to by the chips.
const (
	praiseAll        = "all"
	praiseUnanswered = "unanswered"
	praiseQuotable   = "quotable"
)

func newPraise(w *Window) *praiseScreen {
	s := &praiseScreen{w: w, subtitle: kit.Quiet(""), listed: page(nil), place: page(nil), detail: newPraiseDetail(w)}
	s.find = kit.NewFilterEntry(kit.T("praise.find"))
	s.find.OnTyped = func(string) { s.reload() }
	s.find.OnList = func() { w.canvas().Focus(s.list) }
	s.set = kit.NewChips(nil, praiseAll, func(string) { s.reload() })
	s.channel = kit.NewSelect(append([]kit.Choice{{Label: kit.T("praise.anywhere")}}, praiseChannels()...), "", func(string) { s.reload() })
	s.staff = kit.NewSelect(nil, "", func(string) { s.reload() })
	s.year = kit.NewSelect(nil, "", func(string) { s.reload() })
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked = func(int) { s.turnTo(true) }
	s.list.OnActivated = func(int) { s.turnTo(true); s.detail.focus() }
	s.panes = kit.NewPanes(s.listed, kit.Scroll(s.detail.object), 440, 320)
	s.whole = kit.VStack(12, kit.FlowRow(12, kit.Fixed(260, s.find), s.channel, s.staff, s.year), s.set, kit.Grow(s.panes))
	s.back = kit.NewButton(kit.T("praise.back"), s.onBack).Hint(kit.T("wanted.back.key"))
	s.back.Hide()
	s.panes.OnNarrow = func(bool) { s.fitBack() }
	staff := kit.NewButton(kit.T("staffFigures.open"), func() { w.Show(PlaceStaff) })
	s.wall = kit.NewButton(kit.T("praise.wall"), s.Print).Hint(w.shortcutText("print"))
	add := kit.NewButton(kit.T("praise.add"), s.Add)
	head := kit.PageHead(kit.Title(kit.T("place.praise")), s.subtitle, s.back, staff, s.wall, add)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(kit.Scroll(kit.Over(kit.VRoom(praiseLeast), s.place)))))
	return s
}

// praiseLeast is the height of the list with what narrows it, at 100 % text, where that of the window does not do: then it scrolls beneath the title.
const praiseLeast = 300

// Title is what the page is called.
func (s *praiseScreen) Title() string { return kit.T("place.praise") }

// Content is what the window shows.
func (s *praiseScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: praise, and the names and thanks of those in it.
func (s *praiseScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindPraise | models.KindCustomer | models.KindStaff | models.KindThankYou)
}

// Add notes something that somebody said.
func (s *praiseScreen) Add() { s.w.do("recordPraise") }

// Print shows the page for the wall.
func (s *praiseScreen) Print() { showPraiseWall(s.w) }

// FocusFirst puts the keyboard on the list. Until another screen is shown, Escape leads there from what is shown whole.
func (s *praiseScreen) FocusFirst() {
	s.w.layer.OnEscape = s.onBack
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Leave gives Escape back.
func (s *praiseScreen) Leave() { s.w.layer.OnEscape = nil }

// turnTo shows the chosen one whole, or the list, where there is room for one of the two only.
func (s *praiseScreen) turnTo(detail bool) {
	s.reading = detail
	if detail {
		s.panes.ShowDetail()
	} else {
		s.panes.ShowList()
	}
	s.fitBack()
}

// fitBack offers the way back to the list where the detail stands in its place.
func (s *praiseScreen) fitBack() {
	s.back.Hidden = !s.panes.Narrow() || !s.reading
	s.content.Refresh()
}

func (s *praiseScreen) onBack() {
	s.turnTo(false)
	s.FocusFirst()
}

func (s *praiseScreen) filter() models.PraiseFilter {
	year, err := strconv.Atoi(s.year.Value())
	if err != nil {
		year = 0 // of all years
	}
	return models.PraiseFilter{Text: s.find.Text, Channel: models.PraiseChannel(s.channel.Value()), Staff: idFrom[models.StaffID](s.staff.Value()), Year: year,
		MayQuote: s.set.Value() == praiseQuotable, Unanswered: s.set.Value() == praiseUnanswered}
}

func (s *praiseScreen) read(offset, limit int) ([]models.PraiseRow, int, error) {
	f := s.filter()
	f.Offset, f.Limit = offset, limit
	return s.w.store().Praises(f)
}

func (s *praiseScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads the list anew; the chosen one stays chosen.
func (s *praiseScreen) Reload() error {
	sums, err := s.w.store().PraiseSums()
	if err != nil {
		return err
	}
	if err := s.offer(sums); err != nil {
		return err
	}
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.subtitle.SetText(kit.TN("praise.count", sums.All, "Count", kit.Count(sums.All)))
	s.subtitle.Hidden = sums.All == 0
	setEnabled(s.wall, sums.MayQuote > 0)
	s.listed.Objects = []fyne.CanvasObject{kit.CardFilled(s.list)}
	if s.rows.len() == 0 {
		s.listed.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("praise.none"), kit.T("praise.showAll"), s.showAll))}
	}
	s.place.Objects = []fyne.CanvasObject{s.whole}
	if sums.All == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("praise.empty"), kit.T("praise.add"), s.Add))}
	}
	s.listed.Refresh()
	s.place.Refresh()
	return s.chooseAgain()
}

// offer gives the choices that there are, each with how much it would leave.
func (s *praiseScreen) offer(sums models.PraiseSums) error {
	s.set.SetChoices([]kit.Choice{
		{Value: praiseAll, Label: kit.T("praise.set.all", "Count", kit.Count(sums.All))},
		{Value: praiseUnanswered, Label: kit.T("praise.set.unanswered", "Count", kit.Count(sums.Unanswered))},
		{Value: praiseQuotable, Label: kit.T("praise.set.quotable", "Count", kit.Count(sums.MayQuote))}})
	staff, err := s.w.store().Staff(true)
	if err != nil {
		return err
	}
	choices := []kit.Choice{{Label: kit.T("praise.anybody")}}
	for _, m := range staff {
		choices = append(choices, kit.Choice{Value: idText(m.ID), Label: m.Name})
	}
	s.staff.SetChoices(choices)
	years := []kit.Choice{{Label: kit.T("praise.anyYear")}}
	for _, year := range sums.Years {
		years = append(years, kit.Choice{Value: strconv.Itoa(year), Label: strconv.Itoa(year)})
	}
	s.year.SetChoices(years)
	return nil
}

func (s *praiseScreen) showAll() {
	s.find.Clear()
	s.set.SetValue(praiseAll)
	for _, choice := range []*kit.Select{s.channel, s.staff, s.year} {
		choice.SetValue("")
	}
	s.reload()
}

// chooseAgain selects what was chosen where it is still near, else what is now in its place.
func (s *praiseScreen) chooseAgain() error {
	s.list.Reset()
	at, err := s.w.store().PraisePlace(s.filter(), s.chosen)
	if err != nil {
		return err
	}
	if at < 0 {
		at = min(s.at, s.rows.len()-1)
	}
	if at < 0 {
		return s.detail.show(nil)
	}
	s.list.Select(at)
	return s.showRow(at)
}

// showRow makes row i the chosen one and shows it whole.
func (s *praiseScreen) showRow(i int) error {
	row, ok := s.rows.at(i)
	if !ok {
		return s.detail.show(nil)
	}
	s.chosen, s.at = row.ID, i
	return s.detail.show(&row)
}

func (s *praiseScreen) onSelected(i int) {
	if err := s.showRow(i); err != nil {
		s.w.Trouble(err)
	}
}

// choose makes praise the chosen one, whatever the list was narrowed to.
func (s *praiseScreen) choose(id models.PraiseID) {
	s.chosen = id
	s.showAll()
	s.turnTo(true)
}

func (s *praiseScreen) bind(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Name),
		Title:    kit.RichT("praise.row", "Text", onOneLine(row.Text)),
		Second:   kit.RichT("praise.row.second", "Name", praiseName(row), "Day", s.w.dayText(row.OnDay)),
		Badges:   praiseBadges(row),
	})
}

// OpenPraise shows what somebody said.
func (w *Window) OpenPraise(id models.PraiseID) {
	w.Show(PlacePraise)
	w.screens[PlacePraise].(*praiseScreen).choose(id)
}

// onlyOf narrows the list to praise that names a member of staff.
func (s *praiseScreen) onlyOf(id models.StaffID) {
	s.showAll()
	s.staff.SetValue(idText(id))
	s.reload()
}
