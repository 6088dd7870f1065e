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

// rowsCard is a small card of rows about one customer, hidden where there are none.
type rowsCard struct {
	box      *fyne.Container
	rows     *sideRows
	contents func(card *models.Card) []kit.RowContent
}

func (r *rowsCard) object() fyne.CanvasObject { return r.box }

func (r *rowsCard) show(card *models.Card) {
	contents := r.contents(card)
	r.box.Hidden = len(contents) == 0
	r.rows.set(contents)
}

// rowsOf makes a row, or what one shows, of each.
func rowsOf[T, R any](all []T, row func(T) R) []R {
	rows := make([]R, len(all))
	for i, one := range all {
		rows[i] = row(one)
	}
	return rows
}

// waitingCard is what the customer waits for, each with the one step that comes next.
type waitingCard struct {
	rowsCard
	card *customerCard
}

func newWaitingCard(c *customerCard) *waitingCard {
	w := &waitingCard{card: c}
	w.rows, w.contents = newSideRows(), w.all
	w.box = kit.CardWithHeading(kit.T("customers.waiting"), -1, w.rows.object)
	return w
}

func (w *waitingCard) all(card *models.Card) []kit.RowContent { return rowsOf(card.Waiting, w.row) }

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

// promisesCard is what is to be ready for them, and what we said we would get back to them about.
type promisesCard struct {
	rowsCard
	card *customerCard
}

func newPromisesCard(c *customerCard) *promisesCard {
	p := &promisesCard{card: c}
	p.rows, p.contents = newSideRows(), p.all
	p.box = kit.CardWithHeading(kit.T("customers.promises"), -1, p.rows.object)
	return p
}

func (p *promisesCard) all(card *models.Card) []kit.RowContent {
	return append(rowsOf(card.Promised, p.promised), rowsOf(card.FollowUps, p.row)...)
}

// promised is something that was promised by a time on a visit.
func (p *promisesCard) promised(row models.PromiseRow) kit.RowContent {
	content := kit.RowContent{Title: promiseWhy(p.card.w, row)}
	ready := func() { markReady(p.card.w, row); p.card.keepFocus() }
	content.Buttons = []kit.RowButton{{Label: kit.T("promises.do.ready"), OnTap: ready}}
	if row.ReadyAt != 0 {
		content.Buttons = []kit.RowButton{{Label: kit.T("promises.do.madeGood"), OnTap: func() { showMakeGood(p.card.w, row.VisitID, row.Customer) }}}
	}
	return content
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
	rowsCard
	card *customerCard
}

func newToThankCard(c *customerCard) *toThankCard {
	t := &toThankCard{card: c}
	t.rows, t.contents = newSideRows(), t.all
	all := kit.NewButton(kit.T("customers.toThank.all"), t.onAll).Link().Small()
	t.box = kit.CardWithAction(kit.T("customers.toThank"), -1, all, t.rows.object)
	return t
}

func (t *toThankCard) all(card *models.Card) []kit.RowContent { return rowsOf(card.ToThank, t.row) }
func (t *toThankCard) onAll()                                 { t.card.w.Show(PlaceThanks) }

func (t *toThankCard) row(row models.ThankYouRow) kit.RowContent {
	thanked := kit.RowButton{Label: kit.T("customers.toThank.thanked"), OnTap: func() { t.onThanked(row) }}
	return kit.RowContent{Title: t.card.w.thanksWhy(row), Buttons: []kit.RowButton{thanked}}
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
