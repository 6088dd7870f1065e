package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// moreAction is something that is done with a customer too seldom to have a button on the card.
type moreAction struct {
	key   string // of its words
	do    func()
	apart bool        // the first of another group
	shown func() bool // nil for always
}

// moreActions are all of them, in their order; what takes somebody out of the book comes last.
func (c *customerCard) moreActions() []moreAction {
	return []moreAction{
		{key: "customers.changes", do: c.onChanges},
		{key: "customers.giveAll", do: c.onGiveAll},
		{key: "cards.customer", do: c.onEnvelope},
		{key: "merge.same", do: func() { showSamePerson(c.w, c.id, c.card.Customer.CalledName()) }},
		{key: "photo.choose", do: c.onChoosePhoto},
		{key: "photo.away", do: c.onDropPhoto, shown: c.avatar.HasPhoto},
		{key: "archive.do", do: c.onArchive, apart: true, shown: c.inBook},
		{key: "archive.back", do: c.onTakeBack, apart: true, shown: c.inArchive},
		{key: "customers.delete", do: c.onDelete, apart: true},
		{key: "customers.erase", do: c.onErase},
	}
}

// newMoreButton makes the button that offers them.
func newMoreButton(c *customerCard) *kit.MenuButton {
	return kit.NewMenuButton(kit.T("customers.more"), c.moreItems).Link().Small()
}

// moreItems are the lines of the menu for the customer on the card.
func (c *customerCard) moreItems() []kit.MenuItem {
	var items []kit.MenuItem
	for _, a := range c.moreActions() {
		if a.shown == nil || a.shown() {
			items = append(items, kit.MenuItem{Label: kit.T(a.key), Apart: a.apart, OnTap: a.do})
		}
	}
	return items
}

// onEnvelope prints an envelope, or a card, for the customer on the card.
func (c *customerCard) onEnvelope() {
	showCards(c.w, postCustomers(c.card.Customer.CalledName(), []models.CustomerID{c.id}))
}
