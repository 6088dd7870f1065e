package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// bringersScreen is who brings people, who used to, and who could, each with why and what to do next beside the list.
type bringersScreen struct {
	w        *Window
	side     *kit.Chips
	period   *kit.Chips
	subtitle *kit.RichLine
	rows     *paged[bringerLine]
	list     *kit.List
	card     *bringersSide
	both     *kit.Panes
	out      *kit.Button
	print    *kit.Button
	back     *kit.Button     // to the list, where there is room for list or card only
	place    *fyne.Container // list and card, or what stands there when there is nobody
	content  fyne.CanvasObject
	soon     soon
	chosen   models.CustomerID
}

// The sides of the screen.
const (
	sideBring = "bring"
	sideUsed  = "used"
	sideCould = "could"
)

// bringerLine is one row, of whichever side.
type bringerLine struct {
	id    models.CustomerID
	name  string
	brung *models.BringerRow
	could *models.CouldRow
}

func newBringers(w *Window) *bringersScreen {
	s := &bringersScreen{w: w, subtitle: kit.Quiet(""), place: page(nil)}
	s.side = rememberedChips(w, app.ChoosingBringers, []kit.Choice{{Value: sideBring, Label: kit.T("bringers.bring")}, {Value: sideUsed, Label: kit.T("bringers.used")},
		{Value: sideCould, Label: kit.T("bringers.could")}}, sideBring, s.onSide)
	s.period = rememberedChips(w, app.ChoosingBroughtSince, []kit.Choice{{Value: string(models.BroughtEver), Label: kit.T("bringers.ever")}, {Value: string(models.BroughtThisYear), Label: kit.T("bringers.year")}},
		string(models.BroughtEver), s.onSide)
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked = func(int) { s.both.ShowDetail() }
	s.list.OnActivated = func(int) { s.toCard() }
	s.card = newBringersSide(w)
	s.both = kit.NewPanes(kit.CardFilled(s.list), kit.Scroll(s.card.object), 460, leavingCardLeast)
	s.back = kit.NewButton(kit.T("leaving.back"), s.toList).Hint(kit.T("wanted.back.key"))
	s.back.Hide()
	s.both.OnAlone = s.onAlone
	s.out = kit.NewButton(kit.T("bringers.export"), s.onExport)
	s.print = kit.NewButton(kit.T("family.print"), s.Print).Hint(w.shortcutText("print"))
	head := kit.PageHead(kit.Title(kit.T("place.bringers")), s.subtitle, s.back, s.out, s.print)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.FlowRow(16, s.side, s.period), kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *bringersScreen) Title() string { return kit.T("place.bringers") }

// Content is what the window shows.
func (s *bringersScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of who sent whom, of what those spent, and of what tells who could.
func (s *bringersScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindReferral | models.KindCustomer | models.KindVisit | models.KindShop)
}

// FocusFirst puts the keyboard on the list. Until another screen is shown, Escape leads from the card to the list.
func (s *bringersScreen) FocusFirst() {
	s.w.layer.OnEscape = s.toList
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Leave gives Escape back, and leaves nothing to be done while another screen, or another shop, is shown.
func (s *bringersScreen) Leave() {
	s.w.layer.OnEscape = nil
	if s.soon.planned() {
		s.soon.drop()
		s.w.stale[PlaceBringers] = true
	}
}

func (s *bringersScreen) toList() {
	s.both.ShowList()
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// toCard puts the keyboard on the first thing to do about the chosen one.
func (s *bringersScreen) toCard() {
	s.both.ShowDetail()
	s.w.canvas().Focus(s.card.first())
}

func (s *bringersScreen) onAlone(alone bool) {
	s.back.Hidden = !alone
	s.content.Refresh()
}

func (s *bringersScreen) onSide(string) {
	s.chosen = 0
	s.list.Reset()
	s.reload()
}

func (s *bringersScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// onReady goes on once more of what the lists are answered from is read.
func (s *bringersScreen) onReady() {
	s.reload()
	if s.w.canvas().Focused() == nil && !kit.SheetOpen(s.w.canvas()) {
		s.FocusFirst()
	}
}

// Reload reads the side in front anew; whoever was chosen stays so.
func (s *bringersScreen) Reload() error {
	s.period.Hidden = s.side.Value() != sideBring
	ready, err := s.w.kinReady(&s.soon, s.onReady)
	if ready && err == nil && s.side.Value() == sideCould {
		ready, err = s.filtersReady()
	}
	if err != nil || !ready {
		s.show(kit.CardFilled(kit.EmptyState(kit.T("family.reading"), "", nil)))
		return err
	}
	offset := s.list.Offset()
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.subtitle.SetText(s.countText())
	s.subtitle.Hidden = s.rows.len() == 0
	setEnabled(s.out, s.rows.len() > 0)
	setEnabled(s.print, s.rows.len() > 0)
	if s.rows.len() == 0 {
		s.show(kit.CardFilled(s.empty()))
		return nil
	}
	s.show(s.both)
	s.list.Refresh()
	s.list.Select(s.placeOfChosen())
	s.list.ScrollTo(offset)
	return s.showChosen()
}

// filtersReady reads some of what tells who is loyal.
func (s *bringersScreen) filtersReady() (ready bool, err error) {
	for range leavingParts {
		if ready, err = s.w.store().ReadyFilters(); ready || err != nil {
			return ready, err
		}
	}
	s.soon.plan(s.w.app, leavingPause, s.onReady)
	return false, nil
}

func (s *bringersScreen) show(o fyne.CanvasObject) {
	s.place.Objects = []fyne.CanvasObject{o}
	s.content.Refresh()
}

// empty says what to do where nobody stands on the side.
func (s *bringersScreen) empty() fyne.CanvasObject {
	if s.side.Value() == sideBring {
		return kit.EmptyState(kit.T("bringers.empty.bring."+s.period.Value()), kit.T("referrals.record"), func() { s.w.do("recordReferral") })
	}
	return kit.EmptyState(kit.T("bringers.empty."+s.side.Value()), "", nil)
}

func (s *bringersScreen) countText() string {
	if s.rows.len() == 0 {
		return ""
	}
	return kit.TN("bringers.count."+s.side.Value(), s.rows.len(), "Count", kit.Count(s.rows.len()))
}

// read gives a page of the side in front.
func (s *bringersScreen) read(offset, limit int) (lines []bringerLine, total int, err error) {
	if s.side.Value() == sideCould {
		rows, total, err := s.w.store().WhoCould(offset, limit)
		for i := range rows {
			lines = append(lines, bringerLine{id: rows[i].ID, name: rows[i].Name, could: &rows[i]})
		}
		return lines, total, err
	}
	var rows []models.BringerRow
	if s.side.Value() == sideUsed {
		rows, total, err = s.w.store().WhoStopped(offset, limit)
	} else {
		rows, total, err = s.w.store().WhoBrings(models.BringerFilter{Period: s.periodValue(), Offset: offset, Limit: limit})
	}
	for i := range rows {
		lines = append(lines, bringerLine{id: rows[i].ID, name: rows[i].Name, brung: &rows[i]})
	}
	return lines, total, err
}

func (s *bringersScreen) periodValue() models.BringerPeriod {
	if s.side.Value() != sideBring {
		return models.BroughtEver
	}
	return models.BringerPeriod(s.period.Value())
}

// placeOfChosen gives the row of whoever was chosen, where they are near; else the first.
func (s *bringersScreen) placeOfChosen() int {
	near := max(s.list.Selected(), 0)
	for i := max(near-pageRows, 0); i < min(s.rows.len(), near+pageRows); i++ {
		if row, ok := s.rows.at(i); ok && row.id == s.chosen {
			return i
		}
	}
	return min(near, s.rows.len()-1)
}

func (s *bringersScreen) showChosen() error {
	row, ok := s.rows.chosen(s.list)
	if !ok {
		return nil
	}
	s.chosen = row.id
	s.card.show(row)
	return nil
}

func (s *bringersScreen) onSelected(int) {
	if err := s.showChosen(); err != nil {
		s.w.Trouble(err)
	}
}

func (s *bringersScreen) bind(i int, o fyne.CanvasObject) {
	if row, ok := s.rows.at(i); ok {
		o.(*kit.Row).Set(s.rowContent(row))
	}
}

// ids gives everybody on the side in front, for printing and taking out.
func (s *bringersScreen) ids() ([]models.CustomerID, error) {
	lines, _, err := s.read(0, s.rows.len())
	ids := make([]models.CustomerID, len(lines))
	for i, line := range lines {
		ids[i] = line.id
	}
	return ids, err
}

// Print prints the list of those on the side in front.
func (s *bringersScreen) Print() {
	ids, err := s.ids()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	showPrintCustomers(s.w, ids, kit.T("bringers.list."+s.side.Value()))
}

func (s *bringersScreen) onExport() {
	ids, err := s.ids()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	exportListed(s.w, ids, kit.T("bringers.list."+s.side.Value()))
}
