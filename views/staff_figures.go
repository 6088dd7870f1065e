package views

import (
	"context"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// staffScreen sets what is known of each member of staff side by side: asked for by name, praise, and how many of those they served
// first came back. What they are counted from is read beside the window, as for Insights.
type staffScreen struct {
	w       *Window
	span    *kit.Chips
	gather  beside[*models.Gathering]
	place   *fyne.Container
	content fyne.CanvasObject
}

// fewFirst is below how many first-time customers their return says next to nothing: one more or less changes the share by a tenth.
const fewFirst = 10

func newStaffFigures(w *Window) *staffScreen {
	s := &staffScreen{w: w, gather: beside[*models.Gathering]{w: w}, place: page(nil)}
	s.span = rememberedChips(w, app.ChoosingStaffSpan, []kit.Choice{{Value: spanYear, Label: kit.T("staffFigures.year")}, {Value: spanAll, Label: kit.T("staffFigures.ever")}}, spanYear, func(string) { s.reload() })
	praise := kit.NewButton(kit.T("praise.go"), func() { w.Show(PlacePraise) })
	settings := kit.NewButton(kit.T("staffFigures.settings"), func() { w.Show(PlaceSettings) })
	head := kit.PageHead(kit.Title(kit.T("place.staffFigures")), kit.Quiet(kit.T("staffFigures.subtitle")), praise, settings)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.span, kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *staffScreen) Title() string { return kit.T("place.staffFigures") }

// Content is what the window shows.
func (s *staffScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what is counted here.
func (s *staffScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindPraise | models.KindVisit | models.KindStaff | models.KindCustomer | models.KindShop)
}

// FocusFirst puts the keyboard on the span.
func (s *staffScreen) FocusFirst() { s.w.canvas().Focus(s.span) }

// Leave ends the counting: it begins anew when the page is shown again.
func (s *staffScreen) Leave() {
	s.gather.drop()
	s.w.stale[PlaceStaff] = true
}

func (s *staffScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload counts anew; until it is through, what was counted before stands there.
func (s *staffScreen) Reload() error {
	gathering, err := s.w.store().Gather()
	if err != nil {
		return err
	}
	if gathering == nil {
		return s.show()
	}
	if len(s.place.Objects) == 0 {
		s.set(kit.Card(kit.Quiet(kit.T("staffFigures.counting"))))
	}
	s.gather.look(func(ctx context.Context) (*models.Gathering, error) {
		return gathering, gathering.Read(ctx, func(int, int) {})
	}, s.gathered)
	return nil
}

func (s *staffScreen) gathered(gathering *models.Gathering, err error) {
	if err == nil {
		gathering.Keep()
		err = s.show()
	}
	if err != nil {
		s.w.Trouble(err)
	}
}

// show counts what there is.
func (s *staffScreen) show() error {
	var since models.Day
	if s.span.Value() == spanYear {
		since = models.DayOf(s.w.app.Now().AddDate(-1, 0, 0))
	}
	all, err := s.w.store().StaffFigures(since)
	switch {
	case err != nil:
		return err
	case len(all) == 0:
		s.set(kit.CardFilled(kit.EmptyState(kit.T("staffFigures.empty"), kit.T("staffFigures.settings"), func() { s.w.Show(PlaceSettings) })))
	default:
		s.set(kit.Scroll(s.table(all)))
	}
	return nil
}

func (s *staffScreen) set(o fyne.CanvasObject) {
	s.place.Objects = []fyne.CanvasObject{o}
	s.place.Refresh()
}

// table is a card with a line for each of the staff, below what the figures are and how to read them.
func (s *staffScreen) table(all []models.StaffFigures) fyne.CanvasObject {
	rows := kit.VStack(12, s.line(kit.Quiet(""), kit.Quiet(kit.T("staffFigures.asked")), kit.Quiet(kit.T("staffFigures.praise")), kit.Quiet(kit.T("staffFigures.back"))))
	few := false
	for _, f := range all {
		few = few || f.FirstN > 0 && f.FirstN < fewFirst
		rows.Add(kit.Hairline())
		rows.Add(s.line(s.who(f), figure(f.AskedN, askedNote(f)), s.praised(f), figureText(backText(f), backNote(f))))
	}
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
	}
	notes := kit.VStack(6, kit.Body(kit.T("staffFigures.misleads")), kit.Quiet(kit.TN("staffFigures.how", shop.UsualGap)))
	if few {
		notes.Add(kit.Quiet(kit.T("staffFigures.few", "N", fewFirst)))
	}
	return kit.VStack(14, kit.Card(notes), kit.Card(rows))
}

func (s *staffScreen) line(who, asked, praise, back fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns([]float32{3, 2, 2, 3}, 16, 0, who, asked, praise, back)
}

// who is a member of staff, and that they left.
func (s *staffScreen) who(f models.StaffFigures) fyne.CanvasObject {
	name := kit.VStack(2, kit.Strong(f.Name))
	if f.Left() {
		name.Add(kit.Quiet(kit.T("staffFigures.left", "Day", s.w.dayText(f.ActiveTo))))
	}
	return kit.HStack(10, kit.NewAvatar(kit.Initials(f.Name)), kit.Grow(name))
}

// praised is how much praise names them, with the way to it.
func (s *staffScreen) praised(f models.StaffFigures) fyne.CanvasObject {
	if f.PraiseN == 0 {
		return figure(0, "")
	}
	const edge = -4 // links have room of their own around their words
	read := kit.NewButton(kit.TN("staffFigures.read", f.PraiseN), func() { s.w.PraiseOf(f.ID) }).Link().Small()
	return kit.VStack(0, kit.Figure(kit.Count(f.PraiseN)), kit.HStack(0, kit.Inset(edge, edge, 0, edge, read)))
}

func figure(n int, note string) fyne.CanvasObject { return figureText(kit.Count(n), note) }

func figureText(text, note string) fyne.CanvasObject {
	words := kit.VStack(0, kit.Figure(text))
	if note != "" {
		words.Add(kit.Quiet(note))
	}
	return words
}

func askedNote(f models.StaffFigures) string {
	if f.AskersN == 0 {
		return ""
	}
	return kit.TN("staffFigures.askers", f.AskersN, "Count", kit.Count(f.AskersN))
}

// backText is how many came back of those they served first.
func backText(f models.StaffFigures) string {
	if f.FirstN == 0 {
		return kit.T("staffFigures.back.none")
	}
	return kit.T("staffFigures.back.of", "Back", kit.Count(f.CameBackN), "Of", kit.Count(f.FirstN))
}

// backNote is the share, unless it says nothing, and who cannot be back yet.
func backNote(f models.StaffFigures) string {
	var share, fresh string
	switch {
	case f.FirstN >= fewFirst:
		share = kit.T("staffFigures.share", "Percent", (200*f.CameBackN+f.FirstN)/(2*f.FirstN))
	case f.FirstN > 0:
		share = kit.T("staffFigures.tooFew")
	}
	if f.NewN > 0 {
		fresh = kit.TN("staffFigures.new", f.NewN, "Count", kit.Count(f.NewN))
	}
	if share != "" && fresh != "" {
		return kit.T("staffFigures.both", "One", share, "Other", fresh)
	}
	return share + fresh // one of them is empty
}

// PraiseOf shows the praise that names a member of staff.
func (w *Window) PraiseOf(id models.StaffID) {
	w.Show(PlacePraise)
	w.screens[PlacePraise].(*praiseScreen).onlyOf(id)
}
