package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// thingsBench is a bench with two things that are one: a saddle was asked for, was not there, and somebody waits for it.
func thingsBench(t *testing.T) *visitBench {
	v := newVisitBench(t)
	v.turnedDown("saddle", models.Alternative{Kind: models.AnotherItem, Description: "Selle", State: models.AlternativeDeclined, DeclineReason: "too dear"})
	v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), Requests: []models.Request{
		{Item: "sadle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}}}))
	return v
}

// top is what is shown over everything.
func (v *visitBench) top() fyne.CanvasObject { return v.w.canvas().Overlays().Top() }

// expectOnTop checks which words stand in the open sheet.
func (v *visitBench) expectOnTop(words ...string) {
	v.t.Helper()
	if !kit.SheetOpen(v.w.canvas()) {
		v.t.Fatal("no sheet is open")
	}
	for _, word := range words {
		if !holdsText(v.top(), word) {
			v.t.Errorf("%q does not stand in %q", word, drawnWords(v.top()))
		}
	}
}

// thing gives the thing of that name.
func (v *visitBench) thing(name string) models.ItemID {
	v.t.Helper()
	items, err := v.store().FindItems(name, 1)
	v.must(err)
	if len(items) == 0 {
		v.t.Fatalf("there is no %s", name)
	}
	return items[0].ID
}

// From the log, a thing's page is one key away; there it is merged with another, and parted again, each with Undo.
func TestAThingIsMergedAndParted(t *testing.T) {
	v := thingsBench(t)
	v.w.do("log")
	v.w.canvas().Focus(v.w.screens[PlaceLog].(*serviceLogScreen).list)
	v.press(fyne.KeyDown, fyne.KeyDown) // the saddle: the sadle was logged after it
	v.w.do("thing")
	v.expectOnTop("saddle", "It was not there once", ", once not there", "Selle", "taken 0 of 1", "No, because: too dear")
	showItemMerge(v.w, models.Item{ID: v.thing("saddle"), Name: "saddle"})
	v.typed("sadle")
	v.press(fyne.KeyReturn)
	v.ctrlEnterSheet()
	showItem(v.w, v.thing("saddle"))
	v.expectOnTop("Asked for 2 times", "2 people went without", "Also called", "sadle", "Ann Hughes", "Waiting for it")
	page, err := v.store().ItemPage(v.thing("saddle"))
	v.must(err)
	(&itemSheet{w: v.w, page: page, sheet: kit.ShowSheet(v.w.canvas(), "", kit.Body(""), kit.SheetOptions{})}).onPart(page.Names[0])
	if page, err = v.store().ItemPage(page.ID); err != nil || page.AskedN != 1 || len(page.Names) != 0 {
		t.Errorf("parted it is %+v, %v", page, err)
	}
	v.takeToast()
	if page, err = v.store().ItemPage(page.ID); err != nil || page.AskedN != 2 {
		t.Errorf("after Undo it is %+v, %v", page, err)
	}
}

// Who waits for a thing is told on its page as in the list of calls, which is one button away.
func TestAThingTellsWhoWaitsAsTheCallsDo(t *testing.T) {
	v := thingsBench(t)
	id := v.thing("sadle")
	v.must(v.store().SetWantState(1, models.WantReady))
	calls := newWaitingList(v.w)
	v.must(calls.show(id))
	showItem(v.w, id)
	v.expectOnTop(drawnWords(calls.lines[0])...)
	v.must(v.tapInSheet(kit.T("item.calls")))
	if v.w.place != PlaceWanted || kit.SheetOpen(v.w.canvas()) || v.w.screens[PlaceWanted].(*wantedScreen).chosenThing() != id {
		t.Errorf("its calls lead to %s", v.w.place)
	}
}

// ctrlEnterSheet saves the open sheet.
func (v *visitBench) ctrlEnterSheet() {
	v.t.Helper()
	layer, ok := v.top().(*kit.Layer)
	if !ok || layer.OnSave == nil {
		v.t.Fatal("nothing is to be saved")
	}
	layer.OnSave()
}

// A thing is renamed, and a name that another has is refused beside its field.
func TestAThingIsRenamed(t *testing.T) {
	v := thingsBench(t)
	page, err := v.store().ItemPage(v.thing("sadle"))
	v.must(err)
	(&itemSheet{w: v.w, page: page, sheet: kit.ShowSheet(v.w.canvas(), "", kit.Body(""), kit.SheetOptions{})}).onRename()
	v.typed("saddle")
	v.ctrlEnterSheet()
	v.expectOnTop("There is “saddle” already")
	v.press(fyne.KeyEnd)
	v.typed(" of leather")
	v.ctrlEnterSheet()
	if kit.SheetOpen(v.w.canvas()) || v.thing("leather") != page.ID {
		t.Error("it is not renamed")
	}
}

// The search box leads to the page of a thing, and from anywhere a key asks for one.
func TestAThingIsFoundFromAnywhere(t *testing.T) {
	v := thingsBench(t)
	v.w.do("find")
	v.typed("sadle")
	v.press(fyne.KeyReturn)
	v.expectOnTop("sadle", "Asked for once")
	v.w.canvas().Overlays().Remove(v.top())
	v.w.do("today")
	v.w.do("thing")
	v.ctrlEnterSheet()
	v.expectOnTop("Which thing? Choose one of the list.")
	v.typed("saddle")
	v.press(fyne.KeyReturn)
	v.expectOnTop("Offered in its place")
	modelstest.Visit(t, v.store(), 0, "Bell")
}
