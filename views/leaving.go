package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// leavingScreen is everybody who has a reason to try another shop, the most urgent first, with what to do about the chosen one beside
// the list.
type leavingScreen struct {
	w        *Window
	reason   *kit.Chips
	subtitle *kit.RichLine
	rows     *paged[models.LeaveRow]
	list     *kit.List
	card     *leavingCard
	both     *kit.Panes
	back     *kit.Button     // to the list, where there is room for list or card only
	place    *fyne.Container // list and card, or what stands there when there is nobody
	content  fyne.CanvasObject
	soon     soon // what filters are answered from
	chosen   models.CustomerID
}

// anyReason is the chip of those with whatever reason.
const anyReason = "any"

// The widths of the list at most and of the card at least.
const (
	leavingListWidth = 400
	leavingCardLeast = 400
)

func newLeaving(w *Window) *leavingScreen {
	s := &leavingScreen{w: w, subtitle: kit.Quiet(""), place: page(nil)}
	s.reason = kit.NewChips(nil, anyReason, s.onReason)
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked = func(int) { s.both.ShowDetail() }
	s.list.OnActivated = func(int) { s.toCard() }
	s.card = newLeavingCard(w)
	s.both = kit.NewPanes(kit.CardFilled(s.list), kit.Scroll(s.card.object), leavingListWidth, leavingCardLeast)
	s.back = kit.NewButton(kit.T("leaving.back"), s.toList).Hint(kit.T("wanted.back.key"))
	s.back.Hide()
	s.both.OnAlone = s.onAlone
	head := kit.PageHead(kit.Title(kit.T("place.leaving")), s.subtitle, s.back)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.reason, kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *leavingScreen) Title() string { return kit.T("place.leaving") }

// Content is what the window shows.
func (s *leavingScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what may be a reason, and of who has one.
func (s *leavingScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindVisit | models.KindCustomer | models.KindThankYou | models.KindItem | models.KindFollowUp | models.KindReferral | models.KindShop)
}

// FocusFirst puts the keyboard on the list. Until another screen is shown, Escape leads from the card to the list.
func (s *leavingScreen) FocusFirst() {
	s.w.layer.OnEscape = s.toList
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Leave gives Escape back, and leaves nothing to be done while another screen, or another shop, is shown.
func (s *leavingScreen) Leave() {
	s.w.layer.OnEscape = nil
	if s.soon.planned() {
		s.soon.drop()
		s.w.stale[PlaceLeaving] = true
	}
}

func (s *leavingScreen) toList() {
	s.both.ShowList()
	if s.rows.len() > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// toCard puts the keyboard on the first thing to do for the chosen one.
func (s *leavingScreen) toCard() {
	s.both.ShowDetail()
	s.card.focus()
}

// onAlone offers the way back to the list where the card stands alone.
func (s *leavingScreen) onAlone(alone bool) {
	s.back.Hidden = !alone
	s.content.Refresh()
}

func (s *leavingScreen) onReason(string) { s.reload() }

func (s *leavingScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads the list anew. Whoever was chosen stays so, wherever they now stand; where nothing is left to do for them, the next is
// chosen.
func (s *leavingScreen) Reload() error {
	ready, err := s.makeReady()
	if err != nil || !ready {
		return err
	}
	if err := s.countReasons(); err != nil {
		return err
	}
	near, offset := s.list.Selected(), s.list.Offset()
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.place.Objects = []fyne.CanvasObject{s.both}
	if s.rows.len() == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
		s.w.canvas().Unfocus() // it was on what is gone
	}
	s.place.Refresh()
	s.list.Reset()
	at := s.placeOf(near)
	s.list.Select(at)
	if at == near {
		s.list.ScrollTo(offset)
	}
	return s.showChosen()
}

// How much of what tells who is drifting away is read at once, and how long is waited between two parts: the window stays free.
const (
	leavingParts = 20
	leavingPause = time.Millisecond
)

// makeReady reads what tells who is drifting away, which in a large shop takes a second or two after the start; until all of it is
// there, the page says so.
func (s *leavingScreen) makeReady() (ready bool, err error) {
	for range leavingParts {
		if ready, err = s.w.store().ReadyFilters(); ready || err != nil {
			return ready, err
		}
	}
	s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("leaving.reading"), "", nil))}
	s.place.Refresh()
	s.soon.plan(s.w.app, leavingPause, s.onReady)
	return false, nil
}

func (s *leavingScreen) onReady() {
	s.reload()
	if s.w.canvas().Focused() == nil && !kit.SheetOpen(s.w.canvas()) {
		s.FocusFirst()
	}
}

// countReasons writes on each chip how many have the reason, and offers those that anybody has.
func (s *leavingScreen) countReasons() error {
	counts, err := s.w.store().LeavingCounts()
	if err != nil {
		return err
	}
	choices := []kit.Choice{{Value: anyReason, Label: kit.T("leaving.any", "Count", kit.Count(counts[""]))}}
	for _, reason := range models.LeaveReasons {
		if n := counts[reason]; n > 0 || s.chosenReason() == reason {
			choices = append(choices, kit.Choice{Value: string(reason), Label: kit.T("leaving.chip."+string(reason), "Count", kit.Count(n))})
		}
	}
	s.reason.SetChoices(choices)
	s.reason.Hidden = counts[""] == 0
	s.subtitle.SetText(kit.T("leaving.count.none"))
	if n := counts[""]; n > 0 {
		s.subtitle.SetText(kit.TN("leaving.count", n, "Count", kit.Count(n)))
	}
	s.subtitle.Show()
	s.content.Refresh()
	return nil
}

// chosenReason is the reason that is asked for; "" for any.
func (s *leavingScreen) chosenReason() models.LeaveReason {
	if value := s.reason.Value(); value != anyReason {
		return models.LeaveReason(value)
	}
	return ""
}

// empty is what stands in place of no rows: that all is well, or how to see the others.
func (s *leavingScreen) empty() fyne.CanvasObject {
	if s.chosenReason() != "" {
		return kit.EmptyState(kit.T("leaving.none"), kit.T("leaving.showAll"), func() { s.reason.SetValue(anyReason); s.reload(); s.FocusFirst() })
	}
	return kit.EmptyState(kit.T("leaving.empty"), kit.T("bar.logVisit"), func() { s.w.do("logVisit") })
}

func (s *leavingScreen) read(offset, limit int) ([]models.LeaveRow, int, error) {
	return s.w.store().Leaving(models.LeaveFilter{Reason: s.chosenReason(), Offset: offset, Limit: limit})
}

// placeOf gives the row of the chosen one, or of who has come up in their place; near is where they were.
func (s *leavingScreen) placeOf(near int) int {
	first := max(near-pageRows, 0)
	for i := first; i < min(s.rows.len(), first+2*pageRows); i++ {
		if row, ok := s.rows.at(i); ok && row.CustomerID == s.chosen {
			return i
		}
	}
	return min(max(near, 0), s.rows.len()-1)
}

// showChosen shows what to do for whoever is selected.
func (s *leavingScreen) showChosen() error {
	row, ok := s.rows.chosen(s.list)
	if !ok {
		s.chosen = 0
		return nil
	}
	s.chosen = row.CustomerID
	return s.card.show(row)
}

func (s *leavingScreen) onSelected(int) {
	if err := s.showChosen(); err != nil {
		s.w.Trouble(err)
	}
}

func (s *leavingScreen) bind(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	first := row.Causes[0]
	for _, c := range row.Causes {
		if c.Reason == s.chosenReason() {
			first = c
			break
		}
	}
	word, tone := leaveWord(first.Reason)
	second := badgeMarkup(word, tone)
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Customer),
		Title:    "**" + kit.Escape(row.Customer) + "**",
		Second:   kit.T("leaving.row", "Badge", second, "Words", s.w.leaveShort(first)),
		Side:     moreReasons(len(row.Causes) - 1),
	})
}

// moreReasons says how many reasons there are beside the one that is shown.
func moreReasons(n int) string {
	if n == 0 {
		return ""
	}
	return kit.TN("leaving.more", n)
}
