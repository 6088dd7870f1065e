package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// sentPart is the people we sent to specialists, newest first, and how it went.
type sentPart struct {
	w      *Window
	rows   *paged[models.ReferralOutRow]
	list   *kit.List
	place  *fyne.Container // the list, or what stands there when nobody was sent
	chosen models.ReferralOutID
}

func newSentPart(w *Window) *sentPart {
	p := &sentPart{w: w, place: page(nil)}
	p.rows = newPaged(p.read, w.Trouble)
	p.list = kit.NewList(p.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, p.bind).Ruled().TailBeneath()
	p.list.OnSelected = p.onSelected
	p.list.OnClicked, p.list.OnActivated = p.onActivated, p.onActivated // nothing beside the list shows more
	return p
}

func (p *sentPart) read(offset, limit int) ([]models.ReferralOutRow, int, error) {
	return p.w.store().ReferralsOut(0, offset, limit)
}

func (p *sentPart) object() fyne.CanvasObject { return p.place }
func (p *sentPart) len() int                  { return p.rows.len() }

func (p *sentPart) countText() string {
	if p.len() == 0 {
		return ""
	}
	return kit.TN("referrals.sent.count", p.len(), "Count", kit.Count(p.len()))
}

func (p *sentPart) reload() error {
	if err := p.rows.reset(); err != nil {
		return err
	}
	p.place.Objects = []fyne.CanvasObject{kit.CardFilled(p.list)}
	if p.len() == 0 {
		p.place.Objects = []fyne.CanvasObject{kit.CardFilled(
			kit.EmptyState(kit.T("referrals.sent.empty"), kit.T("bar.logVisit"), func() { p.w.do("logVisit") }))}
	}
	p.place.Refresh()
	p.list.Refresh()
	for i := range min(p.len(), pageRows) {
		if row, ok := p.rows.at(i); ok && row.ID == p.chosen {
			p.list.Select(i)
		}
	}
	return nil
}

func (p *sentPart) onSelected(i int) {
	if row, ok := p.rows.at(i); ok {
		p.chosen = row.ID
	}
}

func (p *sentPart) onActivated(i int) {
	if row, ok := p.rows.at(i); ok {
		showHowItWent(p.w, row)
	}
}

func (p *sentPart) bind(i int, o fyne.CanvasObject) {
	row, ok := p.rows.at(i)
	if !ok {
		return
	}
	word, tone := outcomeWord(row.Outcome)
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Customer),
		Title:    sentTitle(row),
		Second:   p.second(row),
		Badges:   []kit.BadgeText{{Text: word, Tone: tone}},
		Buttons:  []kit.RowButton{{Label: kit.T("referrals.sent.howWent"), OnTap: func() { showHowItWent(p.w, row) }}},
		OnLink:   p.w.follow,
	})
}

func sentTitle(row models.ReferralOutRow) string {
	to := linkMarkup(linkSpecialist, int64(row.SpecialistID), row.Specialist)
	if row.Customer == "" {
		return kit.T("referrals.sent.stranger", "To", to)
	}
	return kit.T("referrals.sent.row", "Who", linkMarkup(linkCustomer, int64(row.CustomerID), row.Customer), "To", to)
}

func (p *sentPart) second(row models.ReferralOutRow) string {
	day := p.w.dayText(row.SentOn)
	if row.OutcomeNote != "" {
		return kit.RichT("referrals.sent.said", "Need", row.Need, "Day", day, "Words", row.OutcomeNote)
	}
	return kit.RichT("referrals.sent.second", "Need", row.Need, "Day", day)
}
