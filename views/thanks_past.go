package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksPast is a list of thank-yous nobody waits for any more, newest first: those said, or those put aside.
type thanksPast struct {
	w      *Window
	filter models.ThanksFilter
	row    func(models.ThankYouRow) kit.RowContent
	rows   *paged[models.ThankYouRow]
	list   *kit.List
	object fyne.CanvasObject
}

// newThanksDone lists everybody thanked.
func newThanksDone(w *Window) *thanksPast {
	return newThanksPast(w, models.ThanksFilter{Done: true}, w.thankedRow)
}

// newThanksAside lists those put aside, each with the way back.
func newThanksAside(w *Window) *thanksPast {
	return newThanksPast(w, models.ThanksFilter{Aside: true}, w.asideRow)
}

// newThanksGive lists what goes with a thank-you and was not given yet.
func newThanksGive(w *Window) *thanksPast {
	return newThanksPast(w, models.ThanksFilter{ToGive: true}, w.toGiveRow)
}

func newThanksPast(w *Window, filter models.ThanksFilter, row func(models.ThankYouRow) kit.RowContent) *thanksPast {
	d := &thanksPast{w: w, filter: filter, row: row}
	d.rows = newPaged(d.read, w.Trouble)
	d.list = kit.NewList(d.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, d.bind).Ruled().TailBeneath()
	d.list.OnClicked, d.list.OnActivated = d.onActivated, d.onActivated // nothing beside the list shows more
	d.object = kit.CardFilled(d.list)
	return d
}

func (d *thanksPast) read(offset, limit int) ([]models.ThankYouRow, int, error) {
	page := d.filter
	page.Offset, page.Limit = offset, limit
	return d.w.store().ThankYous(page)
}

func (d *thanksPast) reload() error {
	err := d.rows.reset()
	d.list.Refresh()
	return err
}

// count gives how many there are without reading who; of a year where it is not 0.
func (d *thanksPast) count(year int) (int, error) {
	narrowed := d.filter
	narrowed.Year, narrowed.Who = year, ""
	_, n, err := d.w.store().ThankYous(narrowed)
	return n, err
}

func (d *thanksPast) onActivated(i int) {
	if t, ok := d.rows.at(i); ok {
		d.w.openThanked(t)
	}
}

// openThanked shows whom a thank-you is for.
func (w *Window) openThanked(t models.ThankYouRow) {
	if t.SpecialistID != 0 {
		w.OpenSpecialist(t.SpecialistID)
		return
	}
	w.OpenCustomer(t.CustomerID)
}

func (d *thanksPast) bind(i int, o fyne.CanvasObject) {
	if t, ok := d.rows.at(i); ok {
		o.(*kit.Row).Set(d.row(t))
	}
}

// thankedRow is a thank-you that was said: to whom, when, by whom, for what and in which words.
func (w *Window) thankedRow(t models.ThankYouRow) kit.RowContent {
	title := kit.T("thanks.done.row", "Who", linkRecipient(t), "Day", w.momentText(t.ThankedAt))
	if t.By != "" {
		title = kit.T("thanks.done.rowBy", "Who", linkRecipient(t), "Day", w.momentText(t.ThankedAt), "By", kit.Escape(t.By))
	}
	second := w.thanksWhy(t)
	if t.Words != "" {
		second = kit.T("thanks.done.said", "Why", second, "Words", kit.Escape(t.Words))
	}
	badges := []kit.BadgeText{{Text: channelWord(t.Channel), Tone: kit.TonePlain}}
	var buttons []kit.RowButton
	if word, tone := w.rewardBadge(t); word != "" {
		badges = append([]kit.BadgeText{{Text: word, Tone: tone}}, badges...)
		buttons = []kit.RowButton{{Label: kit.T("reward.do"), OnTap: func() { showReward(w, t) }}}
	}
	return kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    title,
		Second:   second,
		Badges:   badges,
		Buttons:  buttons,
		OnLink:   w.follow,
	}
}

// asideRow is a thank-you that was put aside, and why.
func (w *Window) asideRow(t models.ThankYouRow) kit.RowContent {
	second := w.thanksWhy(t)
	if t.WaivedReason != "" {
		second = kit.T("thanks.aside.because", "Why", second, "Reason", kit.Escape(t.WaivedReason))
	}
	return kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    linkRecipient(t),
		Second:   second,
		Buttons:  []kit.RowButton{{Label: kit.T("thanks.owe"), OnTap: func() { w.oweAgain(t) }}},
		OnLink:   w.follow,
	}
}

// oweAgain puts a thank-you back among those due.
func (w *Window) oweAgain(t models.ThankYouRow) {
	if err := w.store().OweThankYou(t.ID); err != nil {
		w.Trouble(err)
		return
	}
	w.Did(kit.T("thanks.did.owe", "Name", t.Name))
}
