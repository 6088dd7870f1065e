package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// Whoever mistyped the shop's name sees it in the next step, or in the last, and goes back: what was typed is still there.
func TestBackInTheFirstStart(t *testing.T) {
	b := newcomer(t)
	b.w.onBackKey() // from the first there is no way back
	b.typed("Harbor Cycles")
	b.keys(fyne.KeyReturn)
	for _, name := range []string{"Ivy", "Mkie"} {
		b.typed(name)
		b.keys(fyne.KeyReturn)
	}
	b.typed("Jos")
	b.w.onBackKey()
	if !b.sheetHolds("Step 1 of 3") {
		t.Fatalf("Alt+← leads to %q", b.sheetWords())
	}
	if field := b.w.canvas().Focused().(*kit.Entry); field.Text != "Harbor Cycles" {
		t.Errorf("the shop is called %q", field.Text)
	}
	b.typed("Harbour Cycles") // over what is selected
	b.keys(fyne.KeyReturn)
	if field := b.w.canvas().Focused().(*kit.Entry); field.Text != "Jos" || !b.sheetHolds("Mkie") {
		t.Errorf("of who works there %q is left, and %q", field.Text, b.sheetWords())
	}
	b.keys(fyne.KeyEnd)
	b.typed("é")
	b.topSave()
	if len(b.staffNames()) != 0 {
		t.Errorf("before the last step there work %q", b.staffNames())
	}
	b.must(tapLabelled(b.w.canvas().Overlays().Top(), "Back"))
	if !b.sheetHolds("Step 2 of 3") || !b.sheetHolds("José") {
		t.Fatalf("Back leads to %q", b.sheetWords())
	}
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeySpace) // the cross beside the second
	b.topSave()
	b.keys(fyne.KeyReturn) // an empty book
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceToday {
		t.Fatalf("the first start ends on %q", b.w.place)
	}
	if names := b.staffNames(); !slices.Equal(names, []string{"Ivy", "José"}) || b.shop().Name != "Harbour Cycles" {
		t.Errorf("in %q work %q", b.shop().Name, names)
	}
}

// The last step has one button for each way, and none beside them that does the same as another.
func TestTheLastStepAsksOnce(t *testing.T) {
	b := newcomer(t)
	b.keys(fyne.KeyEscape, fyne.KeyEscape)
	words := buttonsOn(b.w.canvas().Overlays().Top())
	if !strings.Contains(words, "Start with an empty book") || !strings.Contains(words, "Back") || strings.Contains(words, "Skip") || strings.Contains(words, "Close") {
		t.Errorf("it offers %q", words)
	}
}

// Behind the first start nothing moves, and nothing asks for a backup of a shop that has nothing in it.
func TestNothingStirsBehindTheFirstStart(t *testing.T) {
	b := newcomer(t)
	for step := range 3 {
		if b.w.place != PlaceToday {
			t.Errorf("behind step %d stands %q", step+1, b.w.place)
		}
		if said := b.w.rail.backup.line.Text(); strings.TrimSpace(said) != "" {
			t.Errorf("at step %d the corner says %q", step+1, said)
		}
		b.keys(fyne.KeyEscape)
	}
	if said := b.w.rail.backup.line.Text(); !strings.Contains(said, "Not backed up yet") {
		t.Errorf("then the corner says %q", said)
	}
}

// The window closes at whatever step of the first start it is; a shop without a name is asked for it at the next.
func TestTheFirstStartIsLeft(t *testing.T) {
	for step, want := range []string{"", "Mike", "Mike"} {
		b := newcomer(t)
		if step > 0 {
			b.typed("Harbour Cycles")
			b.keys(fyne.KeyReturn)
			b.typed("Mike")
		}
		if step > 1 {
			b.topSave()
		}
		b.w.quit()
		if b.w.app.Store != nil {
			t.Fatalf("at step %d the window stays", step+1)
		}
		b.open()
		if asks := kit.SheetOpen(b.w.canvas()); asks != (step == 0) {
			t.Errorf("left at step %d, the next start asks: %v", step+1, asks)
		}
		if names := strings.Join(b.staffNames(), " "); names != want {
			t.Errorf("left at step %d, there work %q", step+1, names)
		}
	}
}
