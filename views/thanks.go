package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksScreen is who is to be thanked, why and how, with the list to print beside it; who was thanked; and what was
// put aside.
type thanksScreen struct {
	w        *Window
	tab      *kit.Chips
	subtitle *kit.RichLine
	print    *kit.Button
	place    *fyne.Container
	due      *thanksDue
	done     *thanksPast
	aside    *thanksPast
	give     *thanksPast
	history  *thanksHistory
	found    map[*thanksPast]*thanksFound // of the lists that history is not about
	printer  *thanksPrinter
	preview  *thanksPreview
	both     fyne.CanvasObject // the due ones with the preview
	content  fyne.CanvasObject
}

// The sides of the screen.
const (
	tabDue   = "due"
	tabDone  = "done"
	tabAside = "aside"
	tabGive  = "give"
)

func newThanks(w *Window) *thanksScreen {
	s := &thanksScreen{w: w, subtitle: kit.Quiet(""), place: page(nil), printer: newThanksPrinter(w)}
	s.done, s.aside, s.give = newThanksDone(w), newThanksAside(w), newThanksGive(w)
	s.history = newThanksHistory(w, s.done)
	s.found = map[*thanksPast]*thanksFound{s.aside: newThanksFound(w, s.aside), s.give: newThanksFound(w, s.give)}
	s.due = newThanksDue(w, s.onTicked, s.onTab)
	s.preview = newThanksPreview(w, s.printer)
	s.both = besidePreview(w, s.due.object, s.preview)
	s.tab = kit.NewChips(nil, tabDue, s.onTab)
	s.print = kit.NewButton(kit.T("thanks.print"), s.Print).Primary().Hint(w.shortcutText("print"))
	s.sayPrint()
	more := kit.NewMenuButton(kit.T("thanks.more.do"), s.moreToDo)
	head := kit.PageHead(kit.Title(kit.T("place.thanks")), s.subtitle, more, s.print)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(kit.Scroll(kit.VStack(12, s.tab, kit.Grow(kit.Over(kit.VRoom(thanksLeast), s.place)))))))
	return s
}

// thanksLeast is the height of what is listed, at 100 % text, where that of the window does not do for it and what is above: then it scrolls beneath the title.
const thanksLeast = 350

// moreToDo is what is done here less often than printing the list.
func (s *thanksScreen) moreToDo() []kit.MenuItem {
	items := append([]kit.MenuItem{{Label: kit.T("thanks.other"), OnTap: func() { showOtherThanks(s.w) }}}, s.postItems()...)
	return append(items, kit.MenuItem{Label: kit.T("praise.go"), OnTap: func() { s.w.Show(PlacePraise) }, Apart: true})
}

// Title is what the rail calls the page.
func (s *thanksScreen) Title() string { return kit.T("place.thanks") }

// Content is what the window shows.
func (s *thanksScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: whom to thank, for whom they sent, and who said it.
func (s *thanksScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindThankYou | models.KindReferral | models.KindCustomer | models.KindSpecialist | models.KindVisit | models.KindStaff | models.KindShop)
}

// FocusFirst puts the keyboard on what one begins with: printing the list, or going through those of before.
func (s *thanksScreen) FocusFirst() {
	past := s.past()
	switch {
	case past != nil && past.rows.len() > 0:
		s.w.canvas().Focus(past.list)
	case s.tab.Value() == tabDone:
	case past == nil && len(s.due.rows) > 0:
		s.w.canvas().Focus(s.due.all)
	}
}

// past is the list in front, nil where it is those due.
func (s *thanksScreen) past() *thanksPast {
	switch s.tab.Value() {
	case tabDone:
		return s.done
	case tabAside:
		return s.aside
	case tabGive:
		return s.give
	}
	return nil
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
	if past := s.past(); past != nil {
		if err := past.reload(); err != nil {
			return err
		}
	}
	if s.tab.Value() == tabDone {
		if err := s.history.reload(); err != nil {
			return err
		}
	}
	if err := s.countTabs(); err != nil {
		return err
	}
	setEnabled(s.print, s.due.total > 0)
	if s.w.place == PlaceThanks {
		s.w.giveWay(s)
	}
	if err := s.showWaiting(); err != nil {
		return err
	}
	s.place.Objects = []fyne.CanvasObject{s.side()}
	s.place.Refresh()
	s.onTicked()
	return nil
}

// showWaiting says beneath the title how many wait, and that some have waited long.
func (s *thanksScreen) showWaiting() error {
	_, late, err := s.w.store().ThankYous(models.ThanksFilter{Late: true, Limit: 1})
	if err != nil {
		return err
	}
	text := kit.T("thanks.subtitle.none")
	if s.due.total > 0 {
		text = kit.TN("thanks.subtitle", s.due.total)
	}
	if late > 0 {
		text = kit.TN("thanks.subtitle.late", late, "Waiting", text)
	}
	s.subtitle.SetText(text)
	s.subtitle.Show()
	return nil
}

// countTabs writes on each side how many stand there. What was put aside is offered where there is any.
func (s *thanksScreen) countTabs() error {
	thanked, err := s.done.count(s.w.app.Now().Year())
	if err != nil {
		return err
	}
	aside, err := s.aside.count(0)
	if err != nil {
		return err
	}
	s.found[s.aside].show(aside)
	done := kit.TN("thanks.tab.done", thanked, "Count", kit.Count(thanked))
	if thanked == 0 {
		done = kit.T("thanks.tab.doneBefore")
	}
	tabs := []kit.Choice{
		{Value: tabDue, Label: kit.TN("thanks.tab.due", s.due.total, "Count", kit.Count(s.due.total))},
		{Value: tabDone, Label: done}}
	give, err := s.give.count(0)
	if err != nil {
		return err
	}
	s.found[s.give].show(give)
	if give > 0 || s.tab.Value() == tabGive {
		tabs = append(tabs[:1:1], kit.Choice{Value: tabGive, Label: kit.TN("thanks.tab.give", give, "Count", kit.Count(give))}, tabs[1])
	}
	if aside > 0 || s.tab.Value() == tabAside {
		tabs = append(tabs, kit.Choice{Value: tabAside, Label: kit.TN("thanks.tab.aside", aside, "Count", kit.Count(aside))})
	}
	s.tab.SetChoices(tabs)
	return nil
}

// side is what is in front: the due ones with the preview, those of before, or why there are none.
func (s *thanksScreen) side() fyne.CanvasObject {
	switch past := s.past(); {
	case past == s.done && (past.rows.len() > 0 || s.history.narrowed()):
		return s.history.object
	case past != nil && (past.rows.len() > 0 || past.filter.Who != ""):
		return s.found[past].object
	case past != nil:
		return kit.CardFilled(kit.EmptyState(kit.T("thanks."+s.tab.Value()+".empty"), "", nil))
	case s.due.total == 0:
		return kit.CardFilled(kit.EmptyState(kit.T("thanks.empty"), kit.T("thanks.empty.do"), func() { s.w.do("recordReferral") }))
	}
	return s.both
}

// onTicked brings the preview up to date with what will be printed.
func (s *thanksScreen) onTicked() { s.preview.show(s.due.ticked()) }

// Print shows the list of those ticked as it would be printed, to choose what stands there and to print it. Where the owner chose to see
// nobody, that can be chosen anew there.
func (s *thanksScreen) Print() {
	key := ""
	switch {
	case s.due.total == 0:
		key = "print.nobody"
	case len(s.due.rows) > 0 && len(s.due.ticked()) == 0:
		key = "print.noneTicked"
	}
	if key != "" {
		s.w.Say(kit.Sentence(models.Problem{Field: "print", Key: key})) // nothing went wrong
		return
	}
	showThanksChoices(s)
}
