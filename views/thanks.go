package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksScreen is who is to be thanked, why and how, with the list to print beside it; and who was thanked.
type thanksScreen struct {
	w        *Window
	tab      *kit.Chips
	subtitle *kit.RichLine
	print    *kit.Button
	place    *fyne.Container
	due      *thanksDue
	done     *thanksDone
	printer  *thanksPrinter
	preview  *thanksPreview
	both     fyne.CanvasObject // the due ones with the preview
	content  fyne.CanvasObject
}

// The two sides of the screen.
const (
	tabDue  = "due"
	tabDone = "done"
)

func newThanks(w *Window) *thanksScreen {
	s := &thanksScreen{w: w, subtitle: kit.Quiet(""), place: page(nil), printer: newThanksPrinter(w), done: newThanksDone(w)}
	s.due = newThanksDue(w, s.onTicked)
	s.preview = newThanksPreview(w, s.printer)
	s.both = besidePreview(w, s.due.object, s.preview)
	s.tab = kit.NewChips(nil, tabDue, s.onTab)
	s.print = kit.NewButton(kit.T("thanks.print"), s.Print).Primary().Hint(w.shortcutText("print"))
	other := kit.NewButton(kit.T("thanks.other"), func() { showOtherThanks(w) })
	head := kit.PageHead(kit.Title(kit.T("place.thanks")), s.subtitle, other, s.print)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.tab, kit.Grow(s.place)))
	return s
}

func (s *thanksScreen) Title() string              { return kit.T("place.thanks") }
func (s *thanksScreen) Content() fyne.CanvasObject { return s.content }

func (s *thanksScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindThankYou | models.KindReferral | models.KindCustomer | models.KindSpecialist | models.KindVisit | models.KindStaff | models.KindShop)
}

// FocusFirst puts the keyboard on what one begins with: printing the list, or going through those thanked.
func (s *thanksScreen) FocusFirst() {
	switch {
	case s.tab.Value() == tabDone && s.done.rows.len() > 0:
		s.w.canvas().Focus(s.done.list)
	case s.tab.Value() == tabDue && len(s.due.rows) > 0:
		s.w.canvas().Focus(s.due.all)
	}
}

func (s *thanksScreen) onTab(string) {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads anew who is to be thanked and who was; what was unticked stays so.
func (s *thanksScreen) Reload() error {
	if err := s.due.reload(); err != nil {
		return err
	}
	thanked, err := s.done.count()
	if err != nil {
		return err
	}
	if s.tab.Value() == tabDone {
		if err := s.done.reload(); err != nil {
			return err
		}
	}
	s.tab.SetChoices([]kit.Choice{
		{Value: tabDue, Label: kit.TN("thanks.tab.due", s.due.total, "Count", kit.Count(s.due.total))},
		{Value: tabDone, Label: kit.TN("thanks.tab.done", thanked, "Count", kit.Count(thanked))}})
	s.subtitle.SetText(kit.T("thanks.subtitle.none"))
	if s.due.total > 0 {
		s.subtitle.SetText(kit.TN("thanks.subtitle", s.due.total))
	}
	s.subtitle.Show()
	s.place.Objects = []fyne.CanvasObject{s.side()}
	s.place.Refresh()
	s.onTicked()
	return nil
}

// side is what is in front: the due ones with the preview, those thanked, or why there are none.
func (s *thanksScreen) side() fyne.CanvasObject {
	switch {
	case s.tab.Value() == tabDone && s.done.rows.len() == 0:
		return kit.CardFilled(kit.EmptyState(kit.T("thanks.done.empty"), "", nil))
	case s.tab.Value() == tabDone:
		return s.done.object
	case s.due.total == 0:
		return kit.CardFilled(kit.EmptyState(kit.T("thanks.empty"), kit.T("thanks.empty.do"), func() { s.w.do("recordReferral") }))
	}
	return s.both
}

// onTicked brings the preview up to date with what will be printed.
func (s *thanksScreen) onTicked() { s.preview.show(s.due.ticked()) }

// Print writes the list of those ticked as a PDF and opens it.
func (s *thanksScreen) Print() {
	rows := s.due.ticked()
	if len(rows) == 0 {
		key := "print.nobody"
		if s.due.total > 0 {
			key = "print.noneTicked"
		}
		s.w.Trouble(models.Problem{Field: "print", Key: key})
		return
	}
	s.printer.print(rows)
}
