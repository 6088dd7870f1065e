package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// sideRows are the rows of a small card. They are kept and filled anew, so that the focus stays on a button whose
// row only changed its words.
type sideRows struct {
	object *fyne.Container
	rows   []*kit.Row
}

func newSideRows() *sideRows { return &sideRows{object: kit.VStack(12)} }

func (s *sideRows) set(contents []kit.RowContent) {
	const edge = -8 // the room around a row's words is the card's already
	for len(s.rows) < len(contents) {
		row := kit.NewRow()
		s.rows = append(s.rows, row)
		s.object.Add(kit.Inset(edge, edge, edge, edge, row))
	}
	for i, row := range s.rows {
		var content kit.RowContent // without one, the row's buttons are hidden and lose the focus
		if i < len(contents) {
			content = contents[i]
		}
		content.Wrap = true
		row.Set(content)
		s.object.Objects[i].(*fyne.Container).Hidden = i >= len(contents)
	}
}

// waitingCard is what the customer waits for, each with the one step that comes next.
type waitingCard struct {
	card *customerCard
	box  *fyne.Container
	rows *sideRows
}

func newWaitingCard(c *customerCard) *waitingCard {
	w := &waitingCard{card: c, rows: newSideRows()}
	w.box = kit.CardWithHeading(kit.T("customers.waiting"), -1, w.rows.object)
	return w
}

func (w *waitingCard) object() fyne.CanvasObject { return w.box }

func (w *waitingCard) show(card *models.Card) {
	w.box.Hidden = len(card.Waiting) == 0
	contents := make([]kit.RowContent, len(card.Waiting))
	for i, want := range card.Waiting {
		contents[i] = w.row(want)
	}
	w.rows.set(contents)
}

func (w *waitingCard) row(want models.WantRow) kit.RowContent {
	word, _ := wantWord(want.State)
	second := kit.RichT("customers.waiting.state", "State", word)
	if want.DueOn != "" {
		second = kit.RichT("customers.waiting.due", "State", word, "Day", w.card.w.dayText(want.DueOn))
	}
	next := nextWant(want.State)
	step := kit.RowButton{Label: kit.T("customers.waiting.to." + string(next)), OnTap: func() { w.onStep(want, next) }}
	return kit.RowContent{Title: "**" + kit.Escape(want.Item) + "**", Second: second, Buttons: []kit.RowButton{step}}
}

// nextWant is the state that comes after another in the usual course.
func nextWant(state models.WantState) models.WantState {
	switch state {
	case models.WantRequested:
		return models.WantOrdered
	case models.WantOrdered:
		return models.WantReady
	case models.WantReady:
		return models.WantNotified
	}
	return models.WantCollected
}

func (w *waitingCard) onStep(want models.WantRow, next models.WantState) {
	err := w.card.w.store().SetWantState(want.ID, next)
	w.card.did(err, kit.T("customers.waiting.did."+string(next), "Item", want.Item))
	w.card.keepFocus()
}

// promisesCard is what we said we would get back to them about.
type promisesCard struct {
	card *customerCard
	box  *fyne.Container
	rows *sideRows
}

func newPromisesCard(c *customerCard) *promisesCard {
	p := &promisesCard{card: c, rows: newSideRows()}
	p.box = kit.CardWithHeading(kit.T("customers.promises"), -1, p.rows.object)
	return p
}

func (p *promisesCard) object() fyne.CanvasObject { return p.box }

func (p *promisesCard) show(card *models.Card) {
	p.box.Hidden = len(card.FollowUps) == 0
	contents := make([]kit.RowContent, len(card.FollowUps))
	for i, f := range card.FollowUps {
		contents[i] = p.row(f)
	}
	p.rows.set(contents)
}

func (p *promisesCard) row(f models.FollowUp) kit.RowContent {
	why := kit.Escape(f.Why)
	if why == "" {
		why = kit.T("customers.promises.getBack")
	}
	second := kit.RichT("customers.promises.due", "Day", p.card.w.dayText(f.DueOn))
	if f.DueOn < p.card.w.store().Today() {
		second = "{bad|" + kit.RichT("customers.promises.overdue", "Day", p.card.w.dayText(f.DueOn)) + "}"
	}
	return kit.RowContent{Title: why, Second: second, Buttons: []kit.RowButton{
		{Label: kit.T("customers.promises.done"), OnTap: func() { p.onDone(f) }},
		{Label: kit.T("customers.promises.later"), OnTap: func() { p.onLater(f) }},
	}}
}

func (p *promisesCard) onDone(f models.FollowUp) {
	err := p.card.w.store().FinishFollowUp(f.ID, "")
	p.card.did(err, kit.T("customers.promises.did", "Name", p.card.card.Customer.CalledName()))
	p.card.keepFocus()
}

// onLater puts a promise off by a week from today.
func (p *promisesCard) onLater(f models.FollowUp) {
	due := p.card.w.store().Today().AddDays(7)
	err := p.card.w.store().SnoozeFollowUp(f.ID, due)
	p.card.did(err, kit.T("customers.promises.later.did", "Day", p.card.w.dayText(due)))
	p.card.keepFocus()
}

// toThankCard is what the customer is to be thanked for.
type toThankCard struct {
	card *customerCard
	box  *fyne.Container
	rows *sideRows
}

func newToThankCard(c *customerCard) *toThankCard {
	t := &toThankCard{card: c, rows: newSideRows()}
	all := kit.NewButton(kit.T("customers.toThank.all"), func() { c.w.Show(PlaceThanks) }).Link().Small()
	t.box = kit.CardWithAction(kit.T("customers.toThank"), -1, all, t.rows.object)
	return t
}

func (t *toThankCard) object() fyne.CanvasObject { return t.box }

func (t *toThankCard) show(card *models.Card) {
	t.box.Hidden = len(card.ToThank) == 0
	contents := make([]kit.RowContent, len(card.ToThank))
	for i, row := range card.ToThank {
		thanked := kit.RowButton{Label: kit.T("customers.toThank.thanked"), OnTap: func() { t.onThanked(row) }}
		contents[i] = kit.RowContent{Title: t.card.w.thanksWhy(row), Buttons: []kit.RowButton{thanked}}
	}
	t.rows.set(contents)
}

func (t *toThankCard) onThanked(row models.ThankYouRow) {
	err := t.card.w.thank(row.ID)
	t.card.did(err, kit.T("customers.toThank.did", "Name", row.Name))
	t.card.keepFocus()
}

// keepFocus gives the focus to the main button when what had it went away.
func (c *customerCard) keepFocus() {
	if o, ok := c.w.canvas().Focused().(fyne.CanvasObject); ok && !o.Visible() {
		c.focusFirst()
	}
}
