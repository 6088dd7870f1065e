//go:build e2e && pictures

package main_test

import (
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
	shop          func(path string) error // makes the shop file that is open
	keys          []string                // pressed before the first picture
}

var looks = []look{
	{name: "light", width: 1280, height: 800, theme: "light", shop: smallShop},
	{name: "dark", width: 1280, height: 800, theme: "dark", shop: smallShop},
	{name: "small-window", width: 1024, height: 700, theme: "light", shop: smallShop},
	{name: "largest-text", width: 1280, height: 800, theme: "light", shop: smallShop, keys: largestText},
	{name: "empty-shop", width: 1280, height: 800, theme: "light", shop: emptyShop},
}

// largestText asks for larger text more often than there are sizes.
var largestText = []string{"ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal"}

func smallShop(path string) error { return modelstest.Counter(path, time.Now()) }

func emptyShop(path string) error {
	store, err := models.Open(path, models.Create())
	if err != nil {
		return err
	}
	defer store.Close()
	shop, err := store.Shop()
	if err != nil {
		return err
	}
	shop.Name = "Harbour Cycles" // without a name it would be the first start
	return store.SaveShop(&shop)
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
			d.must(l.shop(shop))
			d.Start("--file", shop)
			d.Key(l.keys...)
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
