package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"goodturn/app"
	"goodturn/views/kit"
)

// edition is a version with much that is new.
func edition() app.Option {
	news := "# Changelog\n\n## 7.8.9\n\nThe\nbest one.\n\n### Added\n\n- Pages, and\n  labels.\n" + strings.Repeat("- More.\n", 60) + "- The last.\n\n## 7.8.8\n\n- Old.\n"
	return app.OfEdition(fstest.MapFS{
		"FyneApp.toml": {Data: []byte("[Details]\n  Version = \"7.8.9\"\n")},
		"CHANGELOG.md": {Data: []byte(news)},
		"LICENCES.txt": {Data: []byte("== Go, LICENSE\n")},
	})
}

func TestAboutTellsWhichVersionAndWhereTheFileLies(t *testing.T) {
	b := newBench(t, nil)
	edition()(b.w.app)
	b.w.do("about")
	words := b.sheetWords()
	for _, want := range []string{"Goodturn 7.8.9", b.path, "MIT"} {
		if !strings.Contains(words, want) {
			t.Errorf("does not tell %q, but %q", want, words)
		}
	}
}

func TestAboutTellsWhatIsNew(t *testing.T) {
	b := newBench(t, nil)
	edition()(b.w.app)
	showNews(b.w)
	words := b.sheetWords()
	for _, want := range []string{"The best one.", "Added", "Pages, and labels.", "The last."} {
		if !strings.Contains(words, want) {
			t.Errorf("does not tell %q, but %q", want, words)
		}
	}
	if strings.Contains(words, "Old.") {
		t.Error("tells what was new in the version before")
	}
}

func TestCopyForMailNamesNobody(t *testing.T) {
	b := newBench(t, nil)
	edition()(b.w.app)
	b.w.do("about")
	b.must(b.tapInSheet(kit.T("about.copy")))
	copied := b.w.app.Fyne().Clipboard().Content()
	for _, want := range []string{"goodturn: 7.8.9\n", "system: ", "rows of customer: 0\n"} {
		if !strings.Contains(copied, want) {
			t.Errorf("%q is not in what was copied: %q", want, copied)
		}
	}
	if strings.Contains(copied, "Harbour Cycles") || strings.Contains(copied, filepath.Dir(b.path)) {
		t.Errorf("what was copied tells whose it is: %q", copied)
	}
}

func TestLicencesAreOpenedAsAFile(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	b := newBench(t, nil)
	system := b.printing()
	edition()(b.w.app)
	b.w.do("about")
	b.must(b.tapInSheet(kit.T("about.licences")))
	if len(system.opened) != 1 {
		t.Fatalf("opened %q", system.opened)
	}
	if text, err := os.ReadFile(system.opened[0]); err != nil || string(text) != "== Go, LICENSE\n" {
		t.Errorf("opened a file that says %q, %v", text, err)
	}
}
