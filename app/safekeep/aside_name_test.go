package safekeep

import (
	"testing"
	"time"
)

// A file that was set aside is known again in whatever language it was named, also where a system wrote its accents apart.
func TestFilesSetAsideAreKnownInEachLanguage(t *testing.T) {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for _, mark := range asideMarks {
		name := asideName("Harbour Cycles", mark, noon)(1)
		if !IsAside("/shops/"+name) || asideMark(name) != mark {
			t.Errorf("%q is marked %q, want %q", name, asideMark(name), mark)
		}
	}
	if name := asideName("Harbour Cycles", "davor", noon)(1); asideMark(name) != "before restore" {
		t.Errorf("with a word that is no mark it is called %q", name)
	}
	if !IsAside("/shops/Rowery przed przywro\u0301ceniem 2026-11-22 1200.goodturn") {
		t.Error("with its accent apart it is not known")
	}
	if IsAside("/shops/Harbour Cycles 2026-11-22 1200.goodturn") {
		t.Error("a backup is taken for one set aside")
	}
}
