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
	panes    *kit.Panes
	who      *kit.Button // leads to those who bring people, where they have no room beside the list
	chosen   models.ReferralInID
	at       int // the row that was chosen last
	changed  func()
}

// anyState stands for referrals however far they have come.
const anyState = "any"

// broughtLeast is the height of the list where that of the window does not do for it and what is around it: then the page scrolls.
const broughtLeast = 220

// newBroughtPart makes the part; changed is called when the owner wants to see others.
func newBroughtPart(w *Window, changed func()) *broughtPart {
	p := &broughtPart{w: w, changed: changed, place: page(nil), whole: page(nil), detail: newReferralDetail(w)}
	p.bringers = newBringersCard(w, p.onBringer)
	p.states = kit.NewChips(stateChoices(), anyState, func(string) { changed() })
	p.rows = newPaged(p.read, w.Trouble)
	p.list = kit.NewList(p.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, p.bind).Ruled()
	p.list.OnSelected = p.onSelected
	p.list.OnActivated = func(int) { p.detail.onChange() }
	p.who = kit.NewButton(kit.T("referrals.who"), p.onWho).Link().Small()
	p.who.Hide()
	rows := kit.Over(kit.VGap(broughtLeast), p.place)
	right := kit.VStack(12, kit.FlowRow(8, p.states, p.who), kit.Grow(rows), p.detail.card)
	p.panes = kit.NewPanes(p.bringers.object, kit.Scroll(right), 300, 260)
	p.panes.OnNarrow = p.onNarrow
	p.panes.ShowDetail()
	return p
}

// onNarrow offers the way to those who bring people where they have no room beside the list.
func (p *broughtPart) onNarrow(narrow bool) {
	p.bringers.setAlone(narrow)
	p.who.Hidden = !narrow
	p.who.Refresh()
}

func (p *broughtPart) onWho() {
	p.panes.ShowList()
	p.w.canvas().Focus(p.bringers.list)
}

// onBringer shows what somebody else brought.
func (p *broughtPart) onBringer() {
	p.panes.ShowDetail()
	p.changed()
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
	p.whole.Objects = []fyne.CanvasObject{p.panes}
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

// bind writes a row in plain words: a link in every one would put forty stops of Tab between the list and the card
// under it, which has them.
func (p *broughtPart) bind(i int, o fyne.CanvasObject) {
	row, ok := p.rows.at(i)
	if !ok {
		return
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Referee),
		Title:    kit.RichT("referrals.row", "Name", row.Referee),
		Second:   p.second(row),
		Badges:   []kit.BadgeText{howFar(row)},
	})
}

// howFar says how far a referral has come: from "not come yet" to the one who sent them being thanked.
func howFar(row models.ReferralRow) kit.BadgeText {
	word, tone := referralWord(row.State)
	if row.ThanksState != "" {
		word, tone = thanksWord(row.ThanksState)
	}
	return kit.BadgeText{Text: word, Tone: tone}
}

func (p *broughtPart) second(row models.ReferralRow) string {
	day := p.w.dayText(row.OnDay)
	switch {
	case row.FromBefore:
		return kit.RichT("referrals.second.before", "Who", row.Referrer)
	case row.Staff != "":
		return kit.RichT("referrals.second.staff", "Who", row.Referrer, "Day", day, "Staff", row.Staff)
	}
	return kit.RichT("referrals.second", "Who", row.Referrer, "Day", day)
}
