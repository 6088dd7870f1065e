package models_test

import (
	"goodturn/models"

	"pgregory.net/rapid"
)

func (m *machine) someone(t *rapid.T, p *models.Praise) {
	p.CustomerID, p.SaidBy = perhaps[models.Customer](m, t, "customer"), evenly(t, "name", names...)
	if seldom(t, "new customer", 6) {
		p.NewCustomer = m.person(t)
	}
}

func (m *machine) praise(t *rapid.T) error {
	p := &models.Praise{StaffID: perhaps[models.Staff](m, t, "staff"), Text: mostly(t, "text", "", things...), Channel: mostly(t, "channel", "pigeon", models.PraiseChannels...),
		Rating: mostly(t, "rating", 6, 0, 5), MayQuote: rapid.Bool().Draw(t, "may quote"), OnDay: m.saidOn(t)}
	m.someone(t, p)
	return m.store.SavePraise(p)
}

// saidOn is a day on which something can have been said or answered, seldom one that is still to come.
func (m *machine) saidOn(t *rapid.T) models.Day {
	return mostly(t, "said on", m.store.Today().AddDays(1), "", m.store.Today(), m.store.Today().AddDays(-1), "2026-02-27")
}

func (m *machine) changePraise(t *rapid.T) error {
	p, err := m.store.Praise(pick[models.Praise](m, t, "praise"))
	if err != nil {
		return err
	}
	switch within(t, "change", 0, 2) {
	case 0:
		m.someone(t, p)
	case 1:
		p.Channel = evenly(t, "channel", models.PraiseChannels...)
	default:
		return m.store.ReplyToPraise(p.ID, m.saidOn(t))
	}
	return m.store.SavePraise(p)
}

func (m *machine) deletePraise(t *rapid.T) error {
	return m.store.DeletePraise(pick[models.Praise](m, t, "praise"))
}
