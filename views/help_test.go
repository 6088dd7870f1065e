package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

func TestEveryShortcutIsOnTheSheetOfKeys(t *testing.T) {
	b := newBench(t, nil)
	lines := append(actionKeys(b.w.actions), fixedKeys()...)
	listed := map[string]bool{}
	for _, line := range lines {
		listed[line.key] = true
		for _, words := range []string{line.heading, line.what, line.key} {
			if strings.HasPrefix(words, "help.") || strings.HasPrefix(words, "action.") || strings.HasPrefix(words, "menu.") {
				t.Errorf("%q has no words", words)
			}
		}
	}
	for _, a := range b.w.actions {
		if a.shortcut != nil && !listed[kit.ShortcutText(a.shortcut)] {
			t.Errorf("%s is not on the sheet", a.name)
		}
	}
	b.w.do("keys")
	b.keys(fyne.KeyEnd)
	if words := b.sheetWords(); !strings.Contains(words, lines[len(lines)-1].what) {
		t.Errorf("End does not show the last line, but %q", words)
	}
	b.keys(fyne.KeyEscape)
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("Escape does not leave the sheet")
	}
}

func TestAboutTellsWhereTheFileLies(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("about")
	if words := b.sheetWords(); !strings.Contains(words, b.path) || !strings.Contains(words, "MIT") {
		t.Errorf("told %q", words)
	}
}
