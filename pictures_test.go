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
	holds         stock                           // what can be photographed in it
	keys          []string                        // pressed before the first picture
}

// stock is what a shop holds: each kind has what the one before has.
type stock int

const (
	nobody stock = iota
	people
	sorts // people of every sort: two cards of one person, and somebody in the archive
)

// looks are those of the real window. Every page and sheet, light, dark and at the largest text, is photographed in views, where none
// has to be walked to by keys.
var looks = []look{
	{name: "window", width: 1280, height: 800, theme: "light", shop: smallShop, holds: sorts},
	{name: "window-small-dark", width: 1024, height: 700, theme: "dark", shop: smallShop, holds: sorts, keys: largestText},
	{name: "window-empty-shop", width: 1280, height: 800, theme: "light", shop: emptyShop},
	{name: "window-large-shop", width: 1280, height: 800, theme: "light", shop: largeShop, holds: people},
}

// largestText asks for larger text more often than there are sizes.
var largestText = []string{"ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal", "ctrl+equal"}

func smallShop(t testing.TB, path string) {
	t.Helper()
	if err := modelstest.Counter(path, time.Now()); err != nil {
		t.Fatal(err)
	}
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	rows, _, err := store.Customers(models.CustomerFilter{Limit: 1})
	if err != nil || len(rows) != 1 {
		t.Fatal("nobody at the counter", err)
	}
	addCustomer(t, store, rows[0].Name, rows[0].Phone)
	gone := addCustomer(t, store, "Walter Finch", "0171 555 0190")
	if err := store.ArchiveCustomers([]models.CustomerID{gone}, models.ArchivedDied); err != nil {
		t.Fatal(err)
	}
}

func addCustomer(t testing.TB, store *models.Store, name, phone string) models.CustomerID {
	t.Helper()
	c := &models.Customer{Name: name}
	c.SetContact(models.ContactPhone, phone)
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	return c.ID
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
	name  string
	keys  []string
	typed string // after them, and sent off by Enter; "" for nothing
	shows string // what can be read once it is there, where that takes its time; "" for at once
	needs stock
}

var scenes = []scene{
	{name: "today", keys: []string{"ctrl+1"}},
	{name: "today-paper", keys: []string{"ctrl+p"}, shows: "As it will be printed"},
	{name: "customers", keys: []string{"Escape", "ctrl+2"}},
	{name: "service-log", keys: []string{"ctrl+3"}},
	{name: "leaving", keys: []string{"ctrl+shift+l"}},
	{name: "wanted", keys: []string{"ctrl+shift+w"}},
	{name: "wanted-thing", keys: []string{"Home", "Return"}, needs: people},
	{name: "referrals", keys: []string{"ctrl+4"}},
	{name: "thank-yous", keys: []string{"ctrl+5"}},
	{name: "labels", keys: []string{"ctrl+l"}},
	{name: "cards", keys: []string{"Escape", "ctrl+e"}, shows: "As it will be printed"},
	{name: "specialists", keys: []string{"Escape", "ctrl+6"}},
	{name: "praise", keys: []string{"ctrl+shift+p"}},
	{name: "new-praise", keys: []string{"ctrl+shift+r"}},
	{name: "wall", keys: []string{"Escape", "ctrl+p"}, shows: "As it will be printed", needs: people},
	{name: "backups", keys: []string{"Escape", "ctrl+shift+b"}},
	{name: "changes", keys: []string{"ctrl+h"}},
	{name: "settings", keys: []string{"ctrl+comma"}},
	{name: "keys", keys: []string{"F1"}},
	{name: "commands", keys: []string{"Escape", "ctrl+k"}, typed: "new"},
	{name: "new-customer", keys: []string{"Escape", "ctrl+shift+n"}},
	{name: "new-referral", keys: []string{"Escape", "ctrl+r"}},
	{name: "visit", keys: []string{"Escape", "ctrl+n"}},
	{name: "import", keys: []string{"Escape", "ctrl+k"}, typed: "import customers"},
	{name: "import-columns", keys: []string{"Return", "ctrl+a"}, typed: "~/people.csv", shows: "Step 2 of 3"},
	{name: "import-trial", keys: []string{"ctrl+Return"}, shows: "Step 3 of 3"},
	{name: "duplicates", keys: []string{"ctrl+d"}},
	{name: "merge", keys: []string{"Return"}, needs: sorts},
	{name: "export", keys: []string{"Escape", "ctrl+k"}, typed: "export customers", needs: people},
	{name: "archived", keys: []string{"Escape", "ctrl+f"}, typed: "walter finch", needs: sorts},
}

// toImport is a file of which every list of a trial has something.
const toImport = "Name,Phone,Birthday,Referred by\nIda Brook,0171 555 0181,3.4.1980,Zoe Somebody\nOlu Brook,0171 555 0182,31.2.1980,\n" +
	"Ida Brook,0171 555 0181,,\nPia Marsh,0171 555 0183,,Ida Brook\n"

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
			d.must(os.WriteFile(d.Path("people.csv"), []byte(toImport), 0o600))
			for i, s := range scenes {
				if s.needs > l.holds {
					continue
				}
				before := d.Settle()
				for _, key := range s.keys {
					d.Key(key)
					d.Settle() // a page or a menu must be there before the next key is for it
				}
				if s.typed != "" {
					written := d.look()
					d.Type(s.typed)
					d.Until(s.name+" to be typed", func() bool { return !still(written, d.look()) })
					before = d.Settle()
					d.Key("Return")
				}
				if i > 0 {
					d.Until(s.name, func() bool { return !still(before, d.look()) })
				}
				if s.shows != "" {
					d.See(s.shows)
				}
				d.Settle()
				t.Log(d.Shot(filepath.Join("pictures", l.name+"-"+s.name+".png")))
			}
		})
	}
}
