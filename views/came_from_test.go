package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// TestCancelLeadsBackWhereTheFormWasOpened opens every form from every place and leaves it.
func TestCancelLeadsBackWhereTheFormWasOpened(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Ann Hughes", ""), "Bell")
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
	})
	for _, place := range append([]Place{PlaceVisit, PlaceSettings}, railPlaces...) {
		for _, form := range []string{"newCustomer", "recordReferral", "newSpecialist"} {
			b.w.Show(place)
			before := b.w.canvas().Focused()
			b.w.do(form)
			if !kit.SheetOpen(b.w.canvas()) {
				t.Fatalf("%s does not open on %s", form, place)
			}
			b.keys(fyne.KeyEscape)
			if kit.SheetOpen(b.w.canvas()) || b.w.place != place || b.w.canvas().Focused() != before {
				t.Errorf("%s from %s leads to %s, with the keyboard on %T", form, place, b.w.place, b.w.canvas().Focused())
			}
		}
	}
}
