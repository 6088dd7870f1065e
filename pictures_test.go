//go:build e2e && pictures

package main_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// look is one way the program can look.
type look struct {
	name          string
	width, height int
	theme         string
	shop          func(t testing.TB, path string) // makes the shop file that is open
	keys          []string                        // pressed before the first picture
}

var looks = []look{
	{name: "light", width: 1280, height: 800, theme: "light", shop: smallShop},
	{name: "dark", width: 1280, height: 800, theme: "dark", shop: smallShop},
	{name: "small-window", width: 1024, height: 700, theme: "light", shop: smallShop},
	{name: "largest-text", width: 1280, height: 800, theme: "light", shop: smallShop, keys: largestText},
	{name: "empty-shop", width: 1280, height: 800, theme: "light", shop: emptyShop},
	{name: "large-shop", width: 1280, height: 800, theme: "light", shop: largeShop},
}

// largestText asks for larger text more often than there are sizes.
var largestText = []string{"ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal"}

func smallShop(t testing.TB, path string) {
	t.Helper()
	if err := modelstest.Counter(path, time.Now()); err != nil {
		t.Fatal(err)
	}
}

// emptyShop has nothing but its name: without one it would be the first start.
func emptyShop(t testing.TB, path string) {
	t.Helper()
	store, err := models.Open(path, models.Create())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	shop.Name = "Harbour Cycles"
	if err := store.SaveShop(&shop); err != nil {
		t.Fatal(err)
	}
}

func largeShop(t testing.TB, path string) {
	t.Helper()
	large, err := os.ReadFile(modelstest.Kept(t, "large"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, large, 0o600); err != nil {
		t.Fatal(err)
	}
}

// scene is one thing to photograph, and the keys that lead there from the scene before.
type scene struct {
	name string
	keys []string
}

var scenes = []scene{
	{"today", []string{"ctrl+1"}},
	{"customers", []string{"ctrl+2"}},
	{"service-log", []string{"ctrl+3"}},
	{"referrals", []string{"ctrl+4"}},
	{"thank-yous", []string{"ctrl+5"}},
	{"specialists", []string{"ctrl+6"}},
	{"backups", []string{"ctrl+shift+b"}},
	{"changes", []string{"ctrl+h"}},
	{"settings", []string{"ctrl+comma"}},
	{"keys", []string{"F1"}},
	{"new-customer", []string{"Escape", "ctrl+shift+n"}},
	{"new-referral", []string{"Escape", "ctrl+r"}},
	{"visit", []string{"Escape", "ctrl+n"}},
}

// TestPictures photographs every scene in every look into pictures/LOOK-SCENE.png.
func TestPictures(t *testing.T) {
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, l.width, l.height)
			d.Set("FYNE_THEME", l.theme)
			shop := d.Path("Harbour Cycles.goodturn")
			l.shop(t, shop)
			d.Start("--file", shop)
			if len(l.keys) > 0 {
				before := d.Settle()
				d.Key(l.keys...)
				d.Until("another look", func() bool { return !still(before, d.look()) })
			}
			for i, s := range scenes {
				before := d.Settle()
				d.Key(s.keys...)
				if i > 0 {
					d.Until(s.name, func() bool { return !still(before, d.look()) })
				}
				d.Settle()
				t.Log(d.Shot(filepath.Join("pictures", l.name+"-"+s.name+".png")))
			}
		})
	}
}
