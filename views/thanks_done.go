package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksDone is everybody thanked, newest first.
type thanksDone struct {
	w      *Window
	rows   *paged[models.ThankYouRow]
	list   *kit.List
	object fyne.CanvasObject
}

func newThanksDone(w *Window) *thanksDone {
	d := &thanksDone{w: w}
	d.rows = newPaged(d.read, w.Trouble)
	d.list = kit.NewList(d.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, d.bind).Ruled()
	d.list.OnClicked, d.list.OnActivated = d.onActivated, d.onActivated // nothing beside the list shows more
	d.object = kit.CardFilled(d.list)
	return d
}

func (d *thanksDone) read(offset, limit int) ([]models.ThankYouRow, int, error) {
	return d.w.store().ThankYous(models.ThanksFilter{Done: true, Offset: offset, Limit: limit})
}

func (d *thanksDone) reload() error {
	err := d.rows.reset()
	d.list.Refresh()
	return err
}

func (d *thanksDone) onActivated(i int) {
	if t, ok := d.rows.at(i); ok {
		d.w.openThanked(t)
	}
}

// count gives how many were thanked this year, without reading who.
func (d *thanksDone) count() (int, error) {
	_, n, err := d.w.store().ThankYous(models.ThanksFilter{Done: true, Year: d.w.app.Now().Year()})
	return n, err
}

// openThanked shows whom a thank-you is for.
func (w *Window) openThanked(t models.ThankYouRow) {
	if t.SpecialistID != 0 {
		w.OpenSpecialist(t.SpecialistID)
		return
	}
	w.OpenCustomer(t.CustomerID)
}

func (d *thanksDone) bind(i int, o fyne.CanvasObject) {
	t, ok := d.rows.at(i)
	if !ok {
		return
	}
	title := kit.T("thanks.done.row", "Who", linkRecipient(t), "Day", d.w.momentText(t.ThankedAt))
	if t.By != "" {
		title = kit.T("thanks.done.rowBy", "Who", linkRecipient(t), "Day", d.w.momentText(t.ThankedAt), "By", kit.Escape(t.By))
	}
	second := d.w.thanksWhy(t)
	if t.Words != "" {
		second = kit.T("thanks.done.said", "Why", second, "Words", kit.Escape(t.Words))
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    title,
		Second:   second,
		Badges:   []kit.BadgeText{{Text: channelWord(t.Channel), Tone: kit.TonePlain}},
		OnLink:   d.w.follow,
	})
}
