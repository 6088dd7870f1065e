package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// visitBench is a bench with the form of a visit, and what the owner does there.
type visitBench struct {
	*bench
	ann, jurgen models.CustomerID
	mike        models.StaffID
}

func newVisitBench(t *testing.T) *visitBench {
	t.Helper()
	v := &visitBench{}
	v.bench = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		v.ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		v.jurgen = modelstest.Customer(t, store, "Jürgen Müller", "0171 555 0150")
		v.mike = modelstest.Staff(t, store, "Mike")
		modelstest.Specialist(t, store, "Leather & Co", "leather, saddles")
		modelstest.Visit(t, store, v.ann, "Brooks saddle, honey")
		clock.Days(14)
	})
	return v
}

func (v *visitBench) screen() *visitScreen { return v.w.screens[PlaceVisit].(*visitScreen) }

// press presses keys as the window hands them on: Tab goes to what wants it, else to the next field.
func (v *visitBench) press(names ...fyne.KeyName) {
	v.t.Helper()
	for _, name := range names {
		focused := v.w.canvas().Focused()
		if focused == nil {
			v.t.Fatalf("nothing has the focus for %s", name)
		}
		if tabbable, ok := focused.(fyne.Tabbable); name == fyne.KeyTab && (!ok || !tabbable.AcceptsTab()) {
			v.w.canvas().FocusNext()
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		if focused := v.w.canvas().Focused(); name == fyne.KeySpace && focused != nil {
			focused.TypedRune(' ')
		}
	}
}

// ctrlEnter does what Ctrl+Enter does in the window; the test driver's canvas hands no shortcuts on.
func (v *visitBench) ctrlEnter() {
	v.t.Helper()
	if v.w.layer.OnSave == nil {
		v.t.Fatal("Ctrl+Enter saves nothing here")
	}
	v.w.layer.OnSave()
}

// takeToast does what the toast offers.
func (v *visitBench) takeToast() {
	v.t.Helper()
	if !v.w.layer.TakeToast() {
		v.t.Fatal("no toast offers anything")
	}
}

// pick chooses chip n, from 0, by the keyboard.
func (v *visitBench) pick(chips *kit.Chips, n int) {
	v.t.Helper()
	v.w.canvas().Focus(chips)
	for range 9 {
		v.press(fyne.KeyLeft)
	}
	for range n {
		v.press(fyne.KeyRight)
	}
	v.press(fyne.KeySpace)
}

// write types into a field, in place of what is there.
func (v *visitBench) write(field *kit.Field, text string) {
	v.t.Helper()
	v.w.focusIn(field)
	v.typed(text)
}

// lastVisit is the visit logged last.
func (v *visitBench) lastVisit() *models.VisitEntry {
	v.t.Helper()
	found := v.log()
	if len(found) == 0 {
		v.t.Fatal("nothing is in the log")
	}
	rows, err := v.store().RequestsOf(found[:1])
	v.must(err)
	e, err := v.store().Visit(rows[0].VisitID)
	v.must(err)
	return e
}

func (v *visitBench) logN() int {
	v.t.Helper()
	return len(v.log())
}

// log is all that is in the log, the newest first.
func (v *visitBench) log() []models.RequestID {
	v.t.Helper()
	found, err := v.store().FindRequests(v.t.Context(), models.LogFilter{}, 0)
	v.must(err)
	return found.IDs
}
