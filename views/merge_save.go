package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// choice is what the owner chose.
func (f *mergeForm) choice() models.MergeChoice {
	choice := models.MergeChoice{}
	for field, either := range f.choices {
		choice[field] = models.MergeSide(either.Value())
	}
	return choice
}

// onSwap keeps the other card; what was chosen stays chosen.
func (f *mergeForm) onSwap() {
	other := map[models.MergeSide]models.MergeSide{models.MergeKeep: models.MergeGone, models.MergeGone: models.MergeKeep}
	chosen := f.choice()
	for field, side := range chosen {
		chosen[field] = other[side]
	}
	if err := f.read(f.both.Other.ID, f.both.One.ID, chosen); err != nil {
		f.w.Trouble(err)
		return
	}
	f.sheet.Refit()
	f.w.canvas().FocusNext()
}

// onSave makes one card of the two, and shows it.
func (f *mergeForm) onSave() {
	keep, gone := f.both.One, f.both.Other
	if err := f.w.store().MergeCustomers(keep.ID, gone.ID, f.choice()); err != nil {
		f.w.Trouble(f.form.Show(err))
		f.sheet.Refit()
		return
	}
	f.sheet.Close()
	name := keep.CalledName()
	if c, err := f.w.store().Customer(keep.ID); err == nil {
		name = c.CalledName()
	}
	if f.w.place == PlaceCustomers {
		f.w.OpenCustomer(keep.ID)
	}
	f.w.Did(kit.T("merge.did", "Name", name))
}

// onTwoPeople says that they are not the same, and never asks again.
func (f *mergeForm) onTwoPeople() {
	f.sheet.Close()
	row := func(c *models.Customer) models.CustomerRow {
		return models.CustomerRow{ID: c.ID, Name: c.CalledName()}
	}
	apartPeople(f.w, row(f.both.One), row(f.both.Other))
}

// partAgain gives somebody who was made one with another a card of their own again, as the bin does.
func (w *Window) partAgain(gone models.CustomerID) {
	if err := w.store().PutBack(models.ThingCustomer, int64(gone)); err != nil {
		w.Trouble(err)
		return
	}
	name := ""
	if c, err := w.store().Customer(gone); err == nil {
		name = c.CalledName()
	}
	w.Did(kit.T("merge.parted", "Name", name))
}
