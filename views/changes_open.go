package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// openable is a thing of the shop file that can be shown where it lives.
type openable struct {
	thing    models.Thing
	id       int64
	name     string
	customer models.CustomerID // whom it is about; 0 for nobody
}

func thingOf(c models.ActivityRow) openable {
	return openable{c.Thing, c.ThingID, c.Label, c.CustomerID}
}

// leadsTo tells whether there may be something to open.
func leadsTo(c models.ActivityRow) bool {
	return c.Event != models.Removed && c.Event != models.WasErased
}

// openThing shows a thing where it lives; where it is not in the books any more, it says so.
func (w *Window) openThing(t openable) {
	err := w.isThere(t)
	if errors.Is(err, models.ErrNotFound) {
		w.Offer(kit.T("changes.gone"), kit.T("changes.toBin"), func() { w.do("bin") })
		return
	}
	if err != nil {
		w.Trouble(err)
		return
	}
	switch t.thing {
	case models.ThingVisit:
		w.EditVisit(models.VisitID(t.id))
	case models.ThingCustomer:
		w.OpenCustomer(models.CustomerID(t.id))
	case models.ThingSpecialist:
		w.OpenSpecialist(models.SpecialistID(t.id))
	case models.ThingReferralIn:
		w.Show(PlaceReferrals)
		w.screens[PlaceReferrals].(*referralsScreen).choose(models.ReferralInID(t.id))
	case models.ThingImport:
		w.Show(PlaceCustomers)
	case models.ThingItem:
		showItem(w, models.ItemID(t.id))
	case models.ThingPraise:
		w.OpenPraise(models.PraiseID(t.id))
	case models.ThingShop, models.ThingStaff, models.ThingSource:
		w.Show(PlaceSettings)
	default:
		w.openAbout(t)
	}
}

// openAbout shows what has no page of its own: on the card of the one it is about.
func (w *Window) openAbout(t openable) {
	if t.customer != 0 {
		w.OpenCustomer(t.customer)
		return
	}
	w.Show(PlaceThanks)
}

// isThere is ErrNotFound for what is not in the books any more.
func (w *Window) isThere(t openable) (err error) {
	switch t.thing {
	case models.ThingVisit:
		_, err = w.store().Visit(models.VisitID(t.id))
	case models.ThingSpecialist:
		_, err = w.store().Specialist(models.SpecialistID(t.id))
	case models.ThingCustomer:
		_, err = w.store().Customer(models.CustomerID(t.id))
	case models.ThingPraise:
		_, err = w.store().Praise(models.PraiseID(t.id))
	case models.ThingWant, models.ThingFollowUp, models.ThingReferralOut, models.ThingThankYou:
		if t.customer != 0 {
			_, err = w.store().Customer(t.customer)
		}
	}
	return err
}

// ShowChangesOf shows what was changed about one customer.
func (w *Window) ShowChangesOf(id models.CustomerID, name string) {
	w.Show(PlaceChanges)
	changes := w.screens[PlaceChanges].(*changesScreen)
	changes.comeFrom(id)
	changes.showCustomer(id, name)
}

// onActivated shows every field of a change, or where nothing changed within, the thing itself.
func (s *changesScreen) onActivated(i int) {
	c := s.lines[i].change
	switch {
	case c == nil:
	case len(c.Fields) > 0:
		s.showWhole(*c)
	case leadsTo(*c):
		s.w.openThing(thingOf(*c))
	}
}

// showWhole is the sheet of one change.
func (s *changesScreen) showWhole(c models.ActivityRow) {
	rows := kit.VStack(8, changeRow(kit.Quiet(""), kit.Quiet(kit.T("changes.was")), kit.Quiet(kit.T("changes.is"))))
	for _, f := range c.Fields {
		rows.Add(changeRow(kit.Quiet(fieldWord(f.ActivityField)), s.valueLine(f, f.From), s.valueLine(f, f.To)))
	}
	what := kit.T("changes.both", "One", whatChanged(c), "Other", s.momentWhole(c.At))
	var sheet *kit.Sheet
	open := func() { sheet.Close(); s.w.openThing(thingOf(c)) }
	sheet = kit.ShowSheet(s.w.canvas(), s.nameOf(c), kit.VStack(12, kit.Quiet(what), kit.Hairline(), rows),
		kit.SheetOptions{Extra: []fyne.CanvasObject{kit.NewButton(kit.T("changes.open"), open)}})
}

func (s *changesScreen) valueLine(f models.FieldChange, value string) fyne.CanvasObject {
	text := s.valueText(f.ActivityField, value)
	if text == "" {
		return kit.Quiet(kit.T("changes.nothing"))
	}
	return kit.Body(text)
}

// changeRow sets a field's name, what it was and what it is beside each other.
func changeRow(field, was, is fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns([]float32{1, 1, 1}, 12, 0, field, was, is)
}
