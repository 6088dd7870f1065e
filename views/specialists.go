package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// specialistsScreen is the people we send customers to: the list at the left, the chosen one's card at the right.
type specialistsScreen struct {
	w       *Window
	find    *kit.Entry
	rows    []models.SpecialistRow
	list    *kit.List
	place   *fyne.Container // list and card, or what stands there when there is nobody yet
	both    *kit.Panes
	back    *kit.Button // to the list, where there is room for list or card only
	card    *fyne.Container
	sides   *specialistSides // who was sent to the chosen one, and by them
	none    *fyne.Container  // says so when the words typed fit nobody
	content fyne.CanvasObject
	chosen  models.SpecialistID
}

func newSpecialists(w *Window) *specialistsScreen {
	s := &specialistsScreen{w: w, card: page(nil), place: page(nil), none: page(kit.Quiet(kit.T("specialists.none"))), sides: newSpecialistSides(w)}
	s.find = kit.NewEntry(kit.T("specialists.find"))
	s.find.OnChanged = func(string) { s.reload() }
	s.list = kit.NewList(func() int { return len(s.rows) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	left := kit.VStack(10, s.find, kit.Grow(kit.CardFilled(kit.Over(s.list, s.none))))
	s.list.OnClicked = func(int) { s.both.ShowDetail() } // in a window too narrow for both, the card is what was meant
	s.list.OnActivated = s.list.OnClicked
	s.both = kit.NewPanes(left, kit.Scroll(s.card), 340, 380)
	s.back = kit.NewButton(kit.T("specialists.back"), s.onBack).Hint(kit.T("wanted.back.key"))
	s.back.Hide()
	s.both.OnAlone = s.onAlone
	add := kit.NewButton(kit.T("specialists.add"), func() { w.do("newSpecialist") })
	head := kit.PageHead(kit.Title(kit.T("place.specialists")), kit.Quiet(kit.T("specialists.subtitle")), s.back, add)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(s.place)))
	return s
}

// Title is what the rail calls the page.
func (s *specialistsScreen) Title() string { return kit.T("place.specialists") }

// Content is what the window shows.
func (s *specialistsScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: specialists, and those sent by them and to them.
func (s *specialistsScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindSpecialist | models.KindReferral | models.KindVisit | models.KindCustomer)
}

// FocusFirst puts the keyboard on the list. Until another screen is shown, Escape leads there from the card.
func (s *specialistsScreen) FocusFirst() {
	s.w.layer.OnEscape = s.onBack
	if len(s.rows) > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Leave gives Escape back.
func (s *specialistsScreen) Leave() { s.w.layer.OnEscape = nil }

// onAlone offers the way back to the list where the card stands alone.
func (s *specialistsScreen) onAlone(alone bool) {
	s.back.Hidden = !alone
	s.content.Refresh()
}

func (s *specialistsScreen) onBack() {
	s.both.ShowList()
	s.FocusFirst()
}

func (s *specialistsScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads the specialists anew; the chosen one stays chosen.
func (s *specialistsScreen) Reload() (err error) {
	if s.rows, err = s.w.store().Specialists(s.find.Text); err != nil {
		return err
	}
	s.place.Objects = []fyne.CanvasObject{s.both}
	if len(s.rows) == 0 && s.find.Text == "" {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(
			kit.EmptyState(kit.T("specialists.empty"), kit.T("specialists.add"), func() { s.w.do("newSpecialist") }))}
	}
	s.none.Hidden = len(s.rows) > 0
	s.list.Reset()
	s.place.Refresh()
	return s.showChosen()
}

// showChosen selects the chosen specialist, or the first, and shows their card.
func (s *specialistsScreen) showChosen() error {
	s.card.Objects = nil
	if len(s.rows) > 0 {
		at := 0
		for i, row := range s.rows {
			if row.ID == s.chosen {
				at = i
			}
		}
		s.chosen = s.rows[at].ID
		s.list.Select(at)
		card, err := newSpecialistCard(s.w, s.rows[at], s.sides)
		if err != nil {
			return err
		}
		s.card.Objects = []fyne.CanvasObject{card}
	}
	s.card.Refresh()
	return nil
}

func (s *specialistsScreen) onSelected(i int) {
	if i < 0 || i >= len(s.rows) || s.rows[i].ID == s.chosen {
		return
	}
	s.chosen = s.rows[i].ID
	if err := s.showChosen(); err != nil {
		s.w.Trouble(err)
	}
}

// open shows the card of a specialist, whatever words the list was narrowed by.
func (s *specialistsScreen) open(id models.SpecialistID) {
	s.chosen = id
	if s.find.Text != "" {
		s.find.SetText("") // reads the list anew
	} else {
		s.reload()
	}
	s.both.ShowDetail()
}

func (s *specialistsScreen) bind(i int, o fyne.CanvasObject) {
	if i >= len(s.rows) {
		return
	}
	p := s.rows[i]
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(p.Name),
		Title:    kit.RichT("specialists.row", "Name", p.Name),
		Second:   specialistSecond(p),
	})
}

// specialistSecond is what stands beneath a name in the list. The badge is in it: beside the name, it would leave
// the name half its room.
func specialistSecond(p models.SpecialistRow) string {
	second := kit.Escape(p.Trades)
	if second == "" {
		second = kit.Escape(p.Phone)
	}
	for _, b := range specialistBadges(p) {
		second = kit.T("specialists.row.second", "Badge", badgeMarkup(b.Text, b.Tone), "Words", second)
	}
	return second
}

// wellText is in a few words how it went with those who said so.
func wellText(p models.SpecialistRow) string {
	switch p.SatisfiedN {
	case 0:
		return kit.TN("specialists.notWell", p.WentN())
	case p.WentN():
		return kit.TN("specialists.allWell", p.WentN())
	}
	return kit.T("specialists.well", "Well", kit.Count(p.SatisfiedN), "Of", kit.Count(p.WentN()))
}

// specialistBadges say what to know before sending somebody.
func specialistBadges(p models.SpecialistRow) []kit.BadgeText {
	switch {
	case p.DoNotUse:
		return []kit.BadgeText{{Text: kit.T("specialists.doNotUse"), Tone: kit.ToneBad}}
	case p.State == models.SpecialistPaused:
		return []kit.BadgeText{{Text: kit.T("specialists.paused"), Tone: kit.ToneWarn}}
	case p.WentN() > 0:
		tone := kit.ToneOK
		less := 2*p.SatisfiedN < p.WentN() // than half of them
		switch {
		case less && p.Disappointed():
			tone = kit.ToneBad
		case less || p.Disappointed():
			tone = kit.ToneWarn
		}
		return []kit.BadgeText{{Text: wellText(p), Tone: tone}}
	}
	return nil
}
