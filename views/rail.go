package views

import (
	"fyne.io/fyne/v2"

	"goodturn/assets"
	"goodturn/views/kit"
)

// rail is the list of places at the left, with the shop's name above and the state of the backup below.
type rail struct {
	w      *Window
	object fyne.CanvasObject
	brand  *kit.Brand
	items  map[Place]*kit.RailItem
	backup *backupCorner
	spot   fyne.CanvasObject // the room between the places and the foot, for toasts
}

func newRail(w *Window) *rail {
	icon := fyne.NewStaticResource("icon.png", assets.Icon)
	r := &rail{w: w, brand: kit.NewBrand(icon, "Goodturn", ""), items: map[Place]*kit.RailItem{}, backup: newBackupCorner(w), spot: kit.Spacer()}
	var places []*kit.RailItem
	for _, place := range railPlaces {
		places = append(places, r.item(place))
	}
	foot := kit.VStack(8, kit.Rail(r.item(PlaceSettings)), kit.Hairline(), r.backup.object)
	inside := kit.Inset(10, 14, 10, 14, kit.VStack(10, r.brand, kit.Rail(places...), r.spot, foot))
	r.object = kit.Fixed(196, kit.Over(kit.Ground(kit.ColorRail, 0), inside))
	r.backup.rail = r.object
	return r
}

func (r *rail) item(place Place) *kit.RailItem {
	item := kit.NewRailItem(kit.T("place."+string(place)), func() { r.w.Show(place) })
	r.items[place] = item
	return item
}

// mark shows which place the page belongs to; logging a visit and what is wanted belong to the service log, what is about the file to the settings.
func (r *rail) mark(place Place) {
	switch place {
	case PlaceVisit, PlaceWanted:
		place = PlaceLog
	case PlaceFamily, PlaceBringers:
		place = PlaceReferrals
	case PlaceImport, PlaceDuplicates, PlaceLeaving:
		place = PlaceCustomers
	case PlacePraise:
		place = PlaceReferrals
	case PlaceBackups, PlaceChanges, PlaceBin, PlaceStaff:
		place = PlaceSettings
	}
	for p, item := range r.items {
		item.SetSelected(p == place)
	}
}

// recount brings the numbers beside the names up to date.
func (r *rail) recount() {
	n, err := r.w.store().RailCounts()
	if err != nil {
		r.w.Trouble(err)
		return
	}
	r.items[PlaceToday].SetCount(n.Today)
	r.items[PlaceThanks].SetCount(n.Thanks)
}

func (r *rail) setShop(name string) { r.brand.SetShop(name) }
