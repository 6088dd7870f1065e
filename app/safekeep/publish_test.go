package safekeep

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFileName(t *testing.T) {
	at := time.Date(2026, time.November, 21, 10, 24, 59, 0, time.UTC)
	for shop, want := range map[string]string{
		"Harbour Cycles":                 "Harbour Cycles",
		"  Harbour\tCycles ":             "Harbour Cycles",
		`A/B\C:D*E?F"G<H>I|J`:            "A B C D E F G H I J",
		"../../etc/passwd":               "etc passwd",
		".hidden":                        "hidden",
		"nul.x":                          "nul x",
		"Dr. Bike's":                     "Dr Bike's",
		"港の自転車屋":                         "港の自転車屋",
		"دراجات الميناء":                 "دراجات الميناء",
		"می\u200cخواهم":                  "می\u200cخواهم",
		"Bike 👩‍🔧":                       "Bike 👩‍🔧",
		"safe\u202eexe":                  "safeexe",
		"bad\xff bytes":                  "bad bytes",
		"":                               "Goodturn",
		"...":                            "Goodturn",
		strings.Repeat("é", longestName): strings.Repeat("é", longestName/2),
		strings.Repeat("港", longestName): strings.Repeat("港", longestName/3),
		strings.Repeat("x", longestName-1) + " yz": strings.Repeat("x", longestName-1),
	} {
		if got := fileName(shop, at, 1); got != want+" 2026-11-21 1024.goodturn" {
			t.Errorf("%q gives %q", shop, got)
		}
	}
	if got := fileName("Harbour Cycles", at, 12); got != "Harbour Cycles 2026-11-21 1024 (12).goodturn" {
		t.Errorf("the twelfth is %q", got)
	}
}

// Whatever the shop is called, there is a file of that name, in that folder, and nowhere else.
func TestAnyShopHasAFileName(t *testing.T) {
	folder := t.TempDir()
	at := time.Date(2026, time.November, 21, 10, 24, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		name := fileName(rapid.String().Draw(t, "shop"), at, rapid.IntRange(1, 9999).Draw(t, "n"))
		if len(name)+len(HashSuffix) > 143 || !utf8.ValidString(name) || strings.ContainsAny(name, `<>:"/\|?*`) || strings.Count(name, ".") != 1 {
			t.Fatalf("the name is %q", name)
		}
		path := filepath.Join(folder, name)
		if filepath.Dir(path) != folder || strings.TrimSpace(name) != name {
			t.Fatalf("the path is %q", path)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	})
}
