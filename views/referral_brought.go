package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// broughtPart is the people sent to us, newest first: who brings them at the left, the list at the right, and
// under it what is known of the chosen one.
type broughtPart struct {
	w        *Window
	bringers *bringersCard
	states   *kit.Chips
	rows     *paged[models.ReferralRow]
	list     *kit.List
	place    *fyne.Container // the list, or what stands there when nothing fits
	detail   *referralDetail
	whole    *fyne.Container // everything, or what stands there when there are no referrals at all
	all      fyne.CanvasObject
	chosen   models.ReferralInID
	at       int // the row that was chosen last
	changed  func()
}

// anyState stands for referrals however far they have come.
const anyState = "any"

// newBroughtPart makes the part; changed is called when the owner wants to see others.
func newBroughtPart(w *Window, changed func()) *broughtPart {
	p := &broughtPart{w: w, changed: changed, place: page(nil), whole: page(nil), detail: newReferralDetail(w)}
	p.bringers = newBringersCard(w, changed)
	p.states = kit.NewChips(stateChoices(), anyState, func(string) { changed() })
	p.rows = newPaged(p.read, w.Trouble)
	p.list = kit.NewList(p.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, p.bind).Ruled()
	p.list.OnSelected = p.onSelected
	p.list.OnActivated = func(int) { p.detail.onChange() }
	right := kit.VStack(12, p.states, kit.Grow(p.place), p.detail.card)
	panes := kit.NewPanes(p.bringers.object, right, 300, 260)
	panes.ShowDetail()
	p.all = panes
	return p
}

func stateChoices() []kit.Choice {
	choices := []kit.Choice{{Value: anyState, Label: kit.T("referrals.any")}}
	for _, state := range models.ReferralStates {
		word, _ := referralWord(state)
		choices = append(choices, kit.Choice{Value: string(state), Label: word})
	}
	return choices
}

func (p *broughtPart) object() fyne.CanvasObject { return p.whole }
func (p *broughtPart) len() int                  { return p.rows.len() }

func (p *broughtPart) countText() string {
	if !p.narrowed() && p.len() == 0 {
		return ""
	}
	return kit.TN("referrals.count", p.len(), "Count", kit.Count(p.len()))
}

// narrowed tells whether less than everything is asked for.
func (p *broughtPart) narrowed() bool { return p.states.Value() != anyState || p.bringers.chosen != 0 }

func (p *broughtPart) read(offset, limit int) ([]models.ReferralRow, int, error) {
	f := models.ReferralFilter{Referrer: p.bringers.chosen, Offset: offset, Limit: limit}
	if state := p.states.Value(); state != anyState {
		f.States = []models.ReferralState{models.ReferralState(state)}
	}
	return p.w.store().Referrals(f)
}

func (p *broughtPart) reload() error {
	if err := p.bringers.reload(); err != nil {
		return err
	}
	if err := p.rows.reset(); err != nil {
		return err
	}
	p.whole.Objects = []fyne.CanvasObject{p.all}
	p.place.Objects = []fyne.CanvasObject{kit.CardFilled(p.list)}
	switch {
	case p.len() > 0:
	case p.narrowed():
		p.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("referrals.none"), kit.T("referrals.showAll"), p.showAll))}
	default:
		p.whole.Objects = []fyne.CanvasObject{kit.CardFilled(
			kit.EmptyState(kit.T("referrals.empty"), kit.T("referrals.record"), func() { p.w.do("recordReferral") }))}
	}
	p.whole.Refresh()
	p.place.Refresh()
	return p.chooseAgain()
}

// chooseAgain selects the chosen referral where it is still near, else the one now in its place.
func (p *broughtPart) chooseAgain() error {
	p.list.Refresh()
	at, found := p.find()
	if !found {
		p.list.Reset()
	}
	p.list.Select(at)
	return p.show(at)
}

func (p *broughtPart) find() (at int, found bool) {
	if row, ok := p.rows.at(p.at); ok && row.ID == p.chosen {
		return p.at, true
	}
	for i := range min(p.len(), pageRows) {
		if row, ok := p.rows.at(i); ok && row.ID == p.chosen {
			return i, true
		}
	}
	return min(p.at, p.len()-1), false
}

// show makes row i the chosen one and shows what is known of it.
func (p *broughtPart) show(i int) error {
	row, ok := p.rows.at(max(i, 0))
	if p.len() == 0 || !ok {
		p.chosen, p.at = 0, 0
		return p.detail.show(nil)
	}
	p.chosen, p.at = row.ID, max(i, 0)
	return p.detail.show(&row)
}

func (p *broughtPart) onSelected(i int) {
	if err := p.show(i); err != nil {
		p.w.Trouble(err)
	}
}

func (p *broughtPart) showAll() {
	p.states.SetValue(anyState)
	p.bringers.chosen = 0
	p.changed()
}

func (p *broughtPart) bind(i int, o fyne.CanvasObject) {
	row, ok := p.rows.at(i)
	if !ok {
		return
	}
	word, tone := referralWord(row.State)
	badges := []kit.BadgeText{{Text: word, Tone: tone}}
	if row.ThanksState != "" {
		word, tone = thanksWord(row.ThanksState)
		badges = append(badges, kit.BadgeText{Text: word, Tone: tone})
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Referee),
		Title:    kit.T("referrals.row", "Who", linkReferrer(row), "Whom", linkMarkup(linkCustomer, int64(row.RefereeID), row.Referee)),
		Second:   p.second(row),
		Badges:   badges,
		OnLink:   p.w.follow,
	})
}

// linkReferrer names who sent them, as a link to where they are kept.
func linkReferrer(row models.ReferralRow) string {
	if row.SpecialistID != 0 {
		return linkMarkup(linkSpecialist, int64(row.SpecialistID), row.Referrer)
	}
	return linkMarkup(linkCustomer, int64(row.ReferrerID), row.Referrer)
}

func (p *broughtPart) second(row models.ReferralRow) string {
	day := p.w.dayText(row.OnDay)
	switch {
	case row.FromBefore:
		return kit.T("referrals.second.before")
	case row.Staff != "":
		return kit.RichT("referrals.second.staff", "Day", day, "Staff", row.Staff)
	}
	return kit.T("referrals.second", "Day", day)
}
