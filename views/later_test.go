package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// What is put off is put off to a day to come; to call somebody back, today will do.
func TestNothingIsPutOffToADayThatIsOver(t *testing.T) {
	b := newBench(t, nil)
	var put []models.Day
	keep := func(due models.Day) error { put = append(put, due); return nil }
	choose := func(day string) {
		b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
		b.typed(day)
		b.topSave()
	}
	for _, over := range []string{"yesterday", "today"} {
		showLater(b.w, "Ann Hughes", keep)
		choose(over)
		if !b.sheetHolds(kit.T("problem.later.over")) || len(put) > 0 {
			t.Errorf("put off to %s: %v, %q", over, put, b.sheetWords())
		}
		b.retype("tomorrow")
		b.topSave()
		if len(put) != 1 || put[0] != b.store().Today().AddDays(1) || kit.SheetOpen(b.w.canvas()) {
			t.Errorf("to tomorrow it is %v", put)
		}
		put = nil
	}
	showDay(b.w, dayAsk{title: "Call back", save: "Save", put: keep, did: func(models.Day) string { return "" }})
	choose("today")
	if len(put) != 1 || put[0] != b.store().Today() {
		t.Errorf("called back today is %v", put)
	}
}
