package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// removeSheet asks before somebody with a story is taken out of the book.
type removeSheet struct {
	card  *customerCard
	id    models.CustomerID
	name  string
	sheet *kit.Sheet
}

// askToRemove opens the sheet for the customer on the card. The cursor is on the way back.
func askToRemove(c *customerCard) {
	r := &removeSheet{card: c, id: c.id, name: c.card.Customer.CalledName()}
	visits := kit.T("customers.remove.noVisit")
	if n := c.card.Customer.VisitN; n > 0 {
		visits = kit.TN("customers.remove.visits", n)
	}
	body := kit.VStack(8, kit.Body(visits), kit.Quiet(kit.T("customers.remove.undo")))
	r.sheet = kit.ShowSheet(c.w.canvas(), kit.T("customers.remove.title", "Name", r.name), body,
		kit.SheetOptions{Help: "undo", Save: kit.T("customers.remove.yes"), OnSave: r.yes, Danger: true, Width: 460})
}

func (r *removeSheet) yes() {
	r.sheet.Close()
	r.card.remove(r.id, r.name)
}
