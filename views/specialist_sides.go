package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// specialistSides are the two sides of what passes between a specialist and the shop: who was sent to them and how it went, and whom
// they sent and what became of it. It is built once and filled anew, so that the keyboard stays where it is.
type specialistSides struct {
	w      *Window
	of     models.SpecialistID
	shown  int // how many rows there is room for before the rest is asked for
	side   *kit.Chips
	rows   *sideRows
	none   *kit.RichLine
	more   *kit.Button
	rest   *fyne.Container // the button, with its room
	object *fyne.Container
}

// The sides.
const (
	sideTo = "to" // sent to them
	sideBy = "by" // sent by them
)

// sidePage is how many rows are shown at first, and how many more each time the rest is asked for.
const sidePage = 50

func newSpecialistSides(w *Window) *specialistSides {
	s := &specialistSides{w: w, rows: newSideRows(), none: kit.Quiet("")}
	s.side = kit.NewChips(nil, sideTo, s.onSide)
	s.more = kit.NewButton("", s.onMore).Link()
	s.rest = kit.HStack(0, s.more)
	s.object = kit.Card(s.side, s.none, s.rows.object, s.rest)
	return s
}

// show reads what passed between the shop and the specialist. Of another one than before it begins with the first page.
func (s *specialistSides) show(p models.SpecialistRow) error {
	if s.of != p.ID {
		s.of, s.shown = p.ID, sidePage
	}
	to, toN, err := s.w.store().ReferralsOut(p.ID, 0, s.room(sideTo))
	if err != nil {
		return err
	}
	by, byN, err := s.w.store().Referrals(models.ReferralFilter{Specialist: p.ID, Limit: s.room(sideBy)})
	if err != nil {
		return err
	}
	s.side.SetChoices([]kit.Choice{
		{Value: sideTo, Label: kit.T("specialists.side.to", "Count", kit.Count(toN))},
		{Value: sideBy, Label: kit.T("specialists.side.by", "Count", kit.Count(byN))}})
	contents, n := rowsOf(to, s.sentRow), toN
	s.none.SetText(kit.T("specialists.noneSent"))
	if s.side.Value() == sideBy {
		contents, n = rowsOf(by, s.broughtRow), byN
		s.none.SetText(kit.T("specialists.noneBrought", "Name", p.Name))
	}
	s.rows.set(contents)
	s.rows.object.Hidden, s.none.Hidden = n == 0, n > 0
	s.rest.Hidden = len(contents) >= n
	s.more.Hidden = s.rest.Hidden
	s.more.SetText(kit.TN("specialists.more", min(sidePage, n-len(contents)), "All", kit.Count(n)))
	return nil
}

// room is how many rows are read of a side: of the one that is not shown none, for its number alone is.
func (s *specialistSides) room(side string) int {
	if side == s.side.Value() {
		return s.shown
	}
	return 0
}

func (s *specialistSides) onSide(string) {
	s.shown = sidePage
	s.again()
}

// onMore shows the next rows. The keyboard goes on to the first of them.
func (s *specialistSides) onMore() {
	first := s.shown
	s.shown += sidePage
	s.again()
	if len(s.rows.rows) > first {
		s.w.canvas().Focus(s.rows.rows[first].FocusTarget())
	}
}

func (s *specialistSides) again() {
	p, err := s.w.store().SpecialistRow(s.of)
	if err == nil {
		err = s.show(p)
	}
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.screens[PlaceSpecialists].(*specialistsScreen).card.Refresh()
}

// sentRow is one person sent to the specialist, with the buttons that note how it went and print the slip.
func (s *specialistSides) sentRow(o models.ReferralOutRow) kit.RowContent {
	word, tone := outcomeWord(o.Outcome)
	title := kit.RichT("specialists.sentWho", "Name", o.Customer)
	if o.Customer == "" {
		title = kit.T("specialists.sentStranger")
	}
	second := kit.RichT("specialists.sentFor", "Need", o.Need, "Day", s.w.dayText(o.SentOn))
	if o.OutcomeNote != "" {
		second = kit.RichT("specialists.sentSaid", "Need", o.Need, "Day", s.w.dayText(o.SentOn), "Words", o.OutcomeNote)
	}
	if o.ConsentOn != "" {
		second = kit.T("specialists.sentConsent", "Second", second, "Day", s.w.dayText(o.ConsentOn))
	}
	return kit.RowContent{
		Initials: kit.Initials(o.Customer),
		Title:    title,
		Second:   second,
		Badges:   []kit.BadgeText{{Text: word, Tone: tone}},
		Buttons: []kit.RowButton{{Label: kit.T("specialists.howWent"), OnTap: func() { showHowItWent(s.w, o) }},
			{Label: kit.T("specialists.slip"), OnTap: func() { showSentSlip(s.w, o) }}},
		OnLink: func(string) { s.w.OpenCustomer(o.CustomerID) },
	}
}

// broughtRow is one person the specialist sent, and what became of it.
func (s *specialistSides) broughtRow(r models.ReferralRow) kit.RowContent {
	row := s.w.broughtRow(r)
	row.Title = linkMarkup(linkCustomer, int64(r.RefereeID), r.Referee)
	row.OnLink = s.w.follow
	return row
}
