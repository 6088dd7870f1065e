package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// extrasCard is what we did last for a customer that they had not asked for, and a kind word where it is long ago.
type extrasCard struct {
	card    *customerCard
	box     *fyne.Container
	missing *kit.RichLine
	rows    *sideRows
}

func newExtrasCard(c *customerCard) *extrasCard {
	e := &extrasCard{card: c, missing: kit.Rich(""), rows: newSideRows()}
	e.box = kit.CardWithHeading(kit.T("extra.card"), -1, e.missing, e.rows.object)
	return e
}

func (e *extrasCard) object() fyne.CanvasObject { return e.box }

func (e *extrasCard) show(card *models.Card) {
	last := card.Extras.Last
	missing := card.Extras.Missing() && !e.card.inArchive()
	e.missing.SetMarkup(kit.RichTN("extra.missing", card.Extras.Since))
	e.missing.Hidden = !missing
	e.rows.set(rowsOf(last, e.row))
	e.rows.object.Hidden = len(last) == 0
	e.box.Hidden = len(last) == 0 && !missing
}

// row is one thing we did; its link opens the visit.
func (e *extrasCard) row(x models.Extra) kit.RowContent {
	return kit.RowContent{Title: kit.RichT("extra.what", "What", x.What), Second: kit.RichT("extra.day", "Day", e.card.w.dayText(x.Day)),
		OnLink: func(string) { e.card.w.EditVisit(x.VisitID) }}
}

// extraLine points out that a customer had nothing beyond the asking for a while, or is "".
func (w *Window) extraLine(id models.CustomerID) (string, error) {
	e, err := w.store().Extras(id)
	switch {
	case err != nil || !e.Missing():
		return "", err
	case len(e.Last) == 0:
		return kit.RichTN("extra.missing", e.Since), nil
	}
	return kit.RichTN("extra.missing.last", e.Since, "What", e.Last[0].What, "Day", w.dayText(e.Last[0].Day)), nil
}
