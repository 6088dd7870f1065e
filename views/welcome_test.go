package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// newcomer opens a window on a shop file that nobody has named yet.
func newcomer(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Open(t, b.path, b.clock).Close())
	b.open()
	return b
}

func (b *bench) staffNames() (names []string) {
	b.t.Helper()
	staff, err := b.store().Staff(false)
	b.must(err)
	for _, m := range staff {
		names = append(names, m.Name)
	}
	return names
}

func (b *bench) shop() models.Shop {
	b.t.Helper()
	shop, err := b.store().Shop()
	b.must(err)
	return shop
}

func TestFirstStartByKeyboard(t *testing.T) {
	b := newcomer(t)
	b.keys(fyne.KeyReturn)
	if b.shop().Name != "" || !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("a shop without a name was taken")
	}
	b.typed("Harbour Cycles")
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("Step 2 of 3") {
		t.Error("the second step does not say which it is")
	}
	for _, name := range []string{"Mike", "Ivy", "mike"} {
		b.typed(name)
		b.keys(fyne.KeyReturn)
	}
	if !b.sheetHolds("Step 2 of 3") {
		t.Fatal("two people of one name were taken")
	}
	b.keys(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	b.typed("José")
	b.topSave()
	b.keys(fyne.KeyReturn) // an empty book
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceToday {
		t.Fatalf("the welcome ended on %q", b.w.place)
	}
	if b.shop().Name != "Harbour Cycles" {
		t.Errorf("the shop is called %q", b.shop().Name)
	}
	if names := b.staffNames(); len(names) != 3 || names[0] != "Ivy" || names[1] != "José" || names[2] != "Mike" {
		t.Errorf("here work %q", names)
	}
}

func TestSkippedWelcomeDoesNotComeBack(t *testing.T) {
	b := newcomer(t)
	b.keys(fyne.KeyEscape)
	b.typed("Mike")
	b.keys(fyne.KeyEscape, fyne.KeyEscape)
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceToday {
		t.Fatalf("skipping led to %q", b.w.place)
	}
	if names := b.staffNames(); len(names) != 1 || names[0] != "Mike" {
		t.Errorf("the name that was typed is lost: %q", names)
	}
	b.w.app.Close()
	b.open()
	if kit.SheetOpen(b.w.canvas()) || b.w.isNew() {
		t.Error("the welcome came back")
	}
}

func TestWelcomeTakesSomebodyBack(t *testing.T) {
	b := newcomer(t)
	b.typed("Harbour Cycles")
	b.keys(fyne.KeyReturn)
	for _, name := range []string{"Mkie", "Mike"} {
		b.typed(name)
		b.keys(fyne.KeyReturn)
	}
	b.keys(fyne.KeyTab, fyne.KeySpace) // the cross beside the first name
	b.keys(fyne.KeyReturn)             // on the empty field: that is all
	b.keys(fyne.KeyReturn)             // an empty book
	if names := b.staffNames(); len(names) != 1 || names[0] != "Mike" {
		t.Errorf("here work %q", names)
	}
}
