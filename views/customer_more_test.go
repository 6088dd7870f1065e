package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

func TestCustomerMoreByKeys(t *testing.T) {
	b, c := annsCard(t)
	b.w.canvas().Focus(c.more)
	b.keys(fyne.KeyDown)
	if !c.more.Open() {
		t.Fatal("Down does not open the menu")
	}
	b.keys(fyne.KeyEscape)
	if c.more.Open() || b.w.canvas().Focused() != fyne.Focusable(c.more) {
		t.Fatal("Escape does not close the menu alone")
	}
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if b.w.place != PlaceChanges {
		t.Errorf("the first line leads to %s", b.w.place)
	}
	b.w.OpenCustomer(c.id)
	b.w.canvas().Focus(c.more)
	b.keys(fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("the last line asks nothing before it erases")
	}
}

func TestCustomerMoreEndsWithWhatIsGrave(t *testing.T) {
	_, c := annsCard(t)
	items := c.moreItems()
	if n := len(items); items[n-1].Label != kit.T("customers.erase") || items[n-2].Label != kit.T("customers.delete") || !items[n-2].Apart {
		t.Errorf("the menu holds %+v", items)
	}
}
