package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// What is typed is done by Enter, whatever the thing is called in the menu.
func TestWhatIsTypedIsDone(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("trash")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceBin || kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("typing trash leads to %s", b.w.place)
	}
	b.w.do("commands")
	b.typed("dark")
	b.keys(fyne.KeyReturn)
	if got := b.w.app.Prefs.Mode(); got != "dark" {
		t.Errorf("the look is %q", got)
	}
}

// Who cannot read the language that is spoken finds the choice by their own word for it.
func TestTheLanguageIsFoundInAnyLanguage(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("sprache")
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := b.w.app.Prefs.Language(); got != kit.Languages()[0].Code {
		t.Fatalf("the language chosen is %q", got)
	}
	b.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := b.w.app.Prefs.Language(); got != kit.Languages()[1].Code {
		t.Errorf("from there, the next one is %q", got)
	}
}

// The arrows go on to what fits less well, and a letter typed there goes back into the field.
func TestAnotherOfWhatFits(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("b")
	if lines := b.w.fitting([]string{"b"}); len(lines) < 3 || lines[1].action == string(PlaceBin) {
		t.Fatalf("what begins with b is %v", lines)
	}
	b.keys(fyne.KeyDown, fyne.KeyDown)
	b.typed("in")
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if b.w.place != PlaceBin {
		t.Errorf("it led to %s", b.w.place)
	}
}

// Of what begins alike, that is meant by a word which is one of those it is looked for by.
func TestAboutIsAboutGoodturn(t *testing.T) {
	b := newBench(t, nil)
	if lines := b.w.fitting([]string{"about"}); len(lines) < 2 || lines[0].action != "about" || lines[1].action != "thing" {
		t.Errorf("about finds %v", lines)
	}
}

func TestEveryActionIsFoundByItsName(t *testing.T) {
	b := newBench(t, nil)
	for _, a := range b.w.actions {
		if a.name == "" || a.name == "keys" || a.name == "commands" {
			continue
		}
		lines := b.w.fitting(foldedWords(kit.T("action." + a.name)))
		if len(lines) == 0 || lines[0].what != kit.T("action."+a.name) {
			t.Errorf("%q finds %v first", kit.T("action."+a.name), lines)
		}
		if words := kit.T("command." + a.name); strings.HasPrefix(words, "command.") {
			t.Errorf("%s is found by no other word", a.name)
		}
	}
}

// A name is found as it is written, with its comma.
func TestACommaInANameIsNoWord(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("Staff, side by side …")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceStaff {
		t.Errorf("it leads to %s, and says %q", b.w.place, b.sheetWords())
	}
}

func TestWhatIsCalledNothing(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("xylophone")
	if words := b.sheetWords(); !strings.Contains(words, kit.T("help.find.nothing")) {
		t.Errorf("told %q", words)
	}
	b.keys(fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("Enter does something")
	}
	b.keys(fyne.KeyEscape)
	if words := b.sheetWords(); strings.Contains(words, kit.T("help.find.nothing")) || !strings.Contains(words, kit.T("action.logVisit")) {
		t.Errorf("Escape empties the field and shows %q", words)
	}
}

// What was done lately stands first, the last of it marked: Ctrl+K and Enter do it again.
func TestWhatWasDoneLately(t *testing.T) {
	b := newBench(t, nil)
	for _, words := range []string{"bin", "wanted", "bin"} {
		b.w.do("commands")
		b.typed(words)
		b.keys(fyne.KeyReturn)
	}
	b.w.Show(PlaceToday)
	b.w.do("commands")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceBin || len(b.w.app.Prefs.Lately()) != 2 {
		t.Errorf("it led to %s, of %q", b.w.place, b.w.app.Prefs.Lately())
	}
}

// Without a shop file nothing is offered that needs one.
func TestWhatCanBeDoneWithoutAFile(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	if lines := b.w.fitting([]string{"backup"}); len(lines) > 0 {
		t.Errorf("offered %v", lines)
	}
	var offered []string
	for _, line := range b.w.fitting([]string{"open"}) {
		offered = append(offered, line.action)
	}
	if want := []string{"openFile", "recent"}; !slices.Equal(offered, want) {
		t.Errorf("offered %q, want %q", offered, want)
	}
}
