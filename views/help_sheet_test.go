package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/docs/guide"
	"goodturn/views/kit"
)

// The guide opens over a sheet at what the sheet is about, by both its keys, and leaves it as it was.
func TestHelpOnASheet(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("missed")
	b.typed("Pannier set")
	for name, ask := range map[string]func(){
		"key": func() { b.w.do("helpHere") },
		"F1":  func() { kit.TopLayer(b.w.canvas()).OnHelp() },
	} {
		ask()
		if open := len(b.w.canvas().Overlays().List()); open != 2 {
			t.Fatalf("%s: %d sheets are open", name, open)
		}
		if words := b.sheetWords(); !strings.Contains(words, "Not available, and Wanted") {
			t.Errorf("%s: the guide says %.80q", name, words)
		}
		b.w.do("helpHere") // about which there is no more to say
		kit.TopLayer(b.w.canvas()).OnEscape()
		if open := len(b.w.canvas().Overlays().List()); open != 1 {
			t.Errorf("%s: afterwards %d sheets are open", name, open)
		}
	}
	kit.TopLayer(b.w.canvas()).OnEscape()
	if words := b.sheetWords(); !strings.Contains(words, "has not been saved") {
		t.Errorf("what was typed is lost: %q", words)
	}
}

// A link leads on to another page.
func TestALinkOfHelpOnASheet(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("newSpecialist")
	h := showHelpSheet(b.w, "specialists")
	h.onLink("slips.md#anything")
	if h.shown != "slips" {
		t.Errorf("it shows %s", h.shown)
	}
	b.keys(fyne.KeyPageDown)
}

// What asks one thing has nothing to explain.
func TestNoHelpOnAQuestion(t *testing.T) {
	b := newBench(t, nil)
	kit.Confirm(b.w.canvas(), "Sure?", "Yes", func() {})
	b.w.do("helpHere")
	if open := len(b.w.canvas().Overlays().List()); open != 1 || b.w.place == PlaceGuide {
		t.Errorf("%d sheets are open", open)
	}
}

// Every sheet of the program opens a page that is written.
func TestHelpOnEverySheet(t *testing.T) {
	index := newGuideIndex(guide.Pages("en"))
	s := newStage(t)
	for _, c := range everyScene() {
		s.set(c)
		top := kit.TopLayer(s.w.canvas())
		asked, help := "", s.w.layer.OnSheetHelp
		s.w.layer.OnSheetHelp = func(about string) { asked = about }
		if kit.SheetOpen(s.w.canvas()) && top.OnHelp != nil {
			top.OnHelp()
		}
		s.w.layer.OnSheetHelp = help
		if asked != "" && index.at(asked) < 0 {
			t.Errorf("%s is about %q, of which there is no page", c.name, asked)
		}
	}
}
