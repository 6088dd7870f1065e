package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// thankedCard is what the customer was thanked for so far and what it came to, with what is still to give.
type thankedCard struct {
	rowsCard
	card *customerCard
	name string
}

func newThankedCard(c *customerCard) *thankedCard {
	t := &thankedCard{card: c}
	t.rows, t.contents = newSideRows(), t.all
	t.box = kit.CardWithHeading(kit.T("customers.thanked"), -1, t.rows.object)
	return t
}

func (t *thankedCard) all(card *models.Card) []kit.RowContent {
	t.name = card.Customer.Name
	rows := rowsOf(card.ToGive, t.toGive)
	sums := card.Thanked
	if sums.Said == 0 {
		return rows
	}
	said := kit.TN("customers.thanked.said", sums.Said, "Last", t.card.w.momentText(sums.LastAt))
	row := kit.RowContent{Title: kit.Escape(t.card.w.sumsText(sums, said))}
	if t.name != "" {
		row.Buttons = []kit.RowButton{{Label: kit.T("customers.thanked.all"), OnTap: t.onAll}}
	}
	return append(rows, row)
}

func (t *thankedCard) toGive(row models.ThankYouRow) kit.RowContent {
	return kit.RowContent{Title: kit.T("today.why.give", "Reward", kit.Escape(t.card.w.rewardText(row.WithReward())), "Why", t.card.w.thanksWhy(row)),
		Buttons: []kit.RowButton{{Label: kit.T("reward.do.given"), OnTap: func() { t.card.w.give(row); t.card.keepFocus() }}}}
}

func (t *thankedCard) onAll() { t.card.w.showThankedOf(t.name) }
