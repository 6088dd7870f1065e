package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// orders is what was promised to somebody and is still to be ordered.
type orders struct {
	whole bool             // the owner asked for the rest
	rows  []models.WantRow // those that are shown
	n     int              // of all
}

// read reads the orders anew, as many as are shown.
func (o *orders) read(store *models.Store) error {
	if o.whole {
		return o.readUpTo(store, -1)
	}
	return o.readUpTo(store, todayRows)
}

func (o *orders) readUpTo(store *models.Store, limit int) (err error) {
	if o.rows, err = store.ToOrder(limit); err != nil {
		return err
	}
	o.n, err = store.CountToOrder()
	return err
}

func (s *todayScreen) orderCard() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(s.orders.rows))
	for _, want := range s.orders.rows {
		rows = append(rows, s.orderRow(want))
	}
	card := kit.CardWithHeading(kit.T("today.orders"), s.orders.n, kit.Rows(rows...))
	return s.withRest(card, s.orders.n-len(rows), func() { s.orders.whole = true; s.reloadHere() })
}

func (s *todayScreen) orderRow(want models.WantRow) fyne.CanvasObject {
	return s.row(kit.RowContent{
		Initials: kit.Initials(want.Customer),
		Title:    "**" + kit.Escape(want.Item) + "**",
		Second:   s.orderWhy(want),
		Buttons: []kit.RowButton{
			{Label: kit.T("today.do.ordered"), OnTap: func() { s.onOrdered(want, models.WantOrdered) }},
			{Label: kit.T("today.do.cameIn"), OnTap: func() { s.onOrdered(want, models.WantReady) }},
			s.later(want.Item, func(until models.Day) error { return s.w.store().Snooze(models.SnoozeOverdue, int64(want.ID), until) })},
		Wrap:   true,
		OnLink: func(string) { s.w.OpenCustomer(want.CustomerID) },
	})
}

// orderWhy is who waits for the thing, and for when it was promised.
func (s *todayScreen) orderWhy(want models.WantRow) string {
	if want.DueOn == "" {
		return kit.RichT("today.order.waits", "Name", want.Customer)
	}
	return kit.RichT("today.order.due", "Name", want.Customer, "Day", s.w.dayText(want.DueOn))
}

// onOrdered notes that the thing was ordered, or that it is here already.
func (s *todayScreen) onOrdered(want models.WantRow, state models.WantState) {
	did := kit.T("today.did.ordered", "What", want.Item, "Name", want.Customer)
	if state == models.WantReady {
		did = kit.T("today.did.cameIn", "Name", want.Customer)
	}
	s.did(s.w.store().SetWantState(want.ID, state), did)
}
