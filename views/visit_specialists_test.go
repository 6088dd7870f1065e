package views

import (
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// An offer names only those we send people to; who brought somebody may be any of them, those we use first.
func TestSpecialistsAreFoundAsTheBookHasThemNow(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
		for _, p := range []models.Specialist{{Name: "A bad one", Trades: "wheels", DoNotUse: true}, {Name: "Away", Trades: "wheels", State: models.SpecialistPaused}} {
			if err := store.SaveSpecialist(&p); err != nil {
				t.Fatal(err)
			}
		}
	})
	s := b.w.showVisit()
	offered := func() (titles []string) {
		for _, o := range s.findSpecialists("whe") {
			titles = append(titles, o.Title)
		}
		return titles
	}
	if got := offered(); !slices.Equal(got, []string{"Spoke Works", "whe"}) {
		t.Errorf("offered %q", got)
	}
	modelstest.Specialist(t, b.store(), "Round & Co", "wheels")
	if got := offered(); !slices.Equal(got, []string{"Round & Co", "Spoke Works", "whe"}) {
		t.Errorf("with another in the book, offered %q", got)
	}
	isSpecialist := func(o kit.Option) bool { return o.Badge == kindWord(models.ToSpecialist) }
	brought := slices.DeleteFunc(s.after.sender.search("whe"), func(o kit.Option) bool { return !isSpecialist(o) })
	if len(brought) == 0 || brought[0].Title != "Round & Co" {
		t.Errorf("who brought somebody may be %+v", brought)
	}
}
