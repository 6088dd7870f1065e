package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// archivedNote stands at the top of the card of somebody in the archive: since when and why, and the way back into the book.
type archivedNote struct {
	c      *customerCard
	object *fyne.Container
	words  *kit.RichLine
}

func newArchivedNote(c *customerCard) *archivedNote {
	n := &archivedNote{c: c, words: kit.Body("")}
	back := kit.NewButton(kit.T("archive.back"), c.onTakeBack).Small()
	n.object = kit.Over(kit.Ground(kit.ColorPlainTint, 8), kit.Inset(12, 8, 12, 8, kit.HStack(12, kit.Grow(n.words), back)))
	n.object.Hide()
	return n
}

// show says it of somebody in the archive. What one would do for a customer who comes in is not offered then.
func (n *archivedNote) show(customer *models.Customer) {
	archived := customer.State == models.CustomerArchived
	n.object.Hidden = !archived
	n.c.logVisit.Hidden, n.c.refer.Hidden = archived, archived
	if archived {
		n.words.SetText(kit.T("archive.card."+string(customer.ArchivedWhy), "Day", n.c.w.dayText(customer.ArchivedOn)))
	}
}

// inArchive tells whether the customer on the card is in the archive.
func (c *customerCard) inArchive() bool {
	return c.card != nil && c.card.Customer.State == models.CustomerArchived
}

func (c *customerCard) inBook() bool { return !c.inArchive() }

func (c *customerCard) onArchive() {
	askToArchive(c.w, []models.CustomerID{c.id}, c.card.Customer.CalledName(), nil)
}

func (c *customerCard) onTakeBack() {
	takeBack(c.w, []models.CustomerID{c.id}, kit.T("archive.back.one", "Name", c.card.Customer.CalledName()), nil)
	c.focusFirst() // the button that was pressed is gone
}

// customerBadge is the one word a row has of a customer: how far they have come, or that they are in the archive.
func customerBadge(row models.CustomerRow) (string, kit.Tone) {
	if row.State == models.CustomerArchived {
		return kit.T("archive.badge"), kit.TonePlain
	}
	return rungWord(row.Rung)
}
