package views

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

func TestEveryShortcutIsOnTheSheetOfKeys(t *testing.T) {
	b := newBench(t, nil)
	lines := append(b.w.actionKeys(), fixedKeys()...)
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

// What has no key of its own can be reached without a mouse all the same.
func TestEveryActionIsDoneFromTheSheetOfKeys(t *testing.T) {
	b := newBench(t, nil)
	for _, a := range b.w.actions {
		at := slices.IndexFunc(b.w.actionKeys(), func(line keyLine) bool { return line.action == a.name })
		if at < 0 && a.name != "" && a.name != "keys" && !a.onlyFound {
			t.Errorf("%s is not on the sheet", a.name)
		}
	}
	b.w.do("keys")
	at := slices.IndexFunc(b.w.actionKeys(), func(line keyLine) bool { return line.action == "about" })
	b.keys(slices.Repeat([]fyne.KeyName{fyne.KeyDown}, at-1)...)
	b.keys(fyne.KeyReturn)
	if words := b.sheetWords(); !strings.Contains(words, "MIT") {
		t.Errorf("choosing About shows %q", words)
	}
}

// The ring begins on something that can be done, not on a heading.
func TestSheetOfKeysBeginsOnAnAction(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("keys")
	list, ok := b.w.canvas().Focused().(*kit.List)
	if !ok || b.w.actionKeys()[list.Selected()].action != "logVisit" {
		t.Errorf("the keyboard is on %T", b.w.canvas().Focused())
	}
}

// A computer without a program that opens folders is told where the folder is.
func TestFolderThatNothingOpens(t *testing.T) {
	b := newBench(t, nil)
	b.printing().err = errors.New("xdg-open: not found")
	folder := t.TempDir()
	showFolder(b.w, folder)
	if said := b.sheetWords(); !strings.Contains(said, folder) || strings.Contains(said, "went wrong") {
		t.Errorf("told %q", said)
	}
}
