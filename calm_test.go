package main_test

import (
	"os"
	"regexp"
	"testing"
)

// Nothing moves by itself: Fyne is built without animations, and no code of ours makes one. What comes and goes does so at once.
func TestNothingMovesByItself(t *testing.T) {
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^TAGS := .*\bno_animations\b`).Match(makefile) {
		t.Error("the Makefile builds the program with Fyne's animations")
	}
	moves := regexp.MustCompile(`\bNew\w*Animation\(|\bStartAnimation\(`)
	for name := range programFiles(t) {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := moves.Find(source); found != nil {
			t.Errorf("%s has something move: %s", name, found)
		}
	}
}
