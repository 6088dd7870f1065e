package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// scene is something the owner can have before them: a page, or a sheet over one. All of them together are the whole program, and
// what holds of every page is tried on each.
type scene struct {
	name string
	of   string // the file in which what is shown is made: every file that makes a sheet has a scene
	open func(s *stage)
}

// stage is the bench on which scenes are shown, in the sample shop.
type stage struct{ *bench }

// newStage opens the sample shop, which has something to show everywhere.
func newStage(t *testing.T) *stage {
	t.Helper()
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, t.TempDir())
	return &stage{b}
}

// set clears away the scene before and shows another.
func (s *stage) set(c scene) {
	s.t.Helper()
	closeSheets(s.bench)
	s.w.layer.HideFloat()
	s.w.layer.HideToasts()
	c.open(s)
	s.w.layer.HideToasts() // offers of a scene before
}

// everyScene is every page, and then every sheet.
func everyScene() []scene {
	var all []scene
	for _, place := range everyPlace {
		if place != PlaceVisit { // which is nothing before a visit is begun
			all = append(all, scene{name: string(place), open: func(s *stage) { s.w.Show(place) }})
		}
	}
	for _, more := range [][]scene{peopleScenes, visitScenes, thanksScenes, wordScenes, paperScenes, figureScenes, shopScenes, safeScenes, fileScenes} {
		all = append(all, more...)
	}
	return all
}

// tap clicks the first button in front that reads so.
func (s *stage) tap(key string, args ...any) {
	s.t.Helper()
	s.must(tapLabelled(s.front(), kit.T(key, args...)))
}

// tapOn clicks the first button that reads so on the page of a place.
func (s *stage) tapOn(place Place, key string) {
	s.t.Helper()
	s.w.Show(place)
	s.tap(key)
}

// front is what is in front: the topmost sheet, or the page.
func (s *stage) front() fyne.CanvasObject {
	if top := s.w.canvas().Overlays().Top(); top != nil {
		return top
	}
	return s.w.canvas().Content()
}

// card opens the card of somebody.
func (s *stage) card(name string) *customerCard {
	s.w.OpenCustomer(s.named(name))
	return s.w.screens[PlaceCustomers].(*customersScreen).card
}

// due are the thank-yous that are due.
func (s *stage) due() []models.ThankYouRow {
	rows, _, err := s.store().ThankYous(models.ThanksFilter{Limit: 5})
	s.must(err)
	return rows
}
