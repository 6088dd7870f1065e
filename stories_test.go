//go:build e2e

package main_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestE2ETheMouseAlone is the first morning by clicks, but for the words themselves: the shop, a customer, a thing
// somebody passing by asked for in vain (three clicks and its name), and a backup begun from the corner.
func TestE2ETheMouseAlone(t *testing.T) {
	d := newDesk(t, 1280, 800)
	d.Start()
	d.Type("Harbour Cycles")
	d.ClickOn("Next")
	d.Type("Mike")
	skip := d.See("Skip") // "Next" beside it, white on green above what the sheet half hides, is not always read
	d.Click(skip.Max.X+70, (skip.Min.Y+skip.Max.Y)/2)
	fills := d.See("The book fills by itself")
	d.Click(fills.Min.X+40, fills.Min.Y-fills.Dy()/2-24) // on "Start with an empty book" above it, white on green
	d.UntilSQL(d.homeFile(), "SELECT name FROM staff", "Mike")

	d.ClickOn("New customer")
	d.Type("Ann Hughes")
	d.ClickOn("Save")
	d.UntilSQL(d.homeFile(), "SELECT name FROM customer", "Ann Hughes")

	d.ClickOn("Today")
	d.ClickOn("We didn’t have it")
	d.Type("Recumbent trike")
	d.ClickOn("Nothing suitable")
	d.ClickOn("Save")
	d.UntilSQL(d.homeFile(), lastVisit, "nobody: Recumbent trike lost")
	d.ClickOn("Edit") // the menu stays until its words are read; a toast may be gone by then
	again := d.See("Do again")
	d.Click(again.Min.X, again.Min.Y-again.Dy()/2-30) // on "Undo" above it, which is misread beside the search box
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM visit", "0")
}

// TestE2EKilledWhileTyping pulls the plug in the middle of a visit, and goes on with it at the next start.
func TestE2EKilledWhileTyping(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.Key("ctrl+n")
	d.Type("ann")
	d.Key("Return")
	d.Type("Pannier set")
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM draft WHERE body LIKE '%Pannier set%'", "1")
	d.Kill()
	d.Start()
	d.ClickOn("Go on with it")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), lastVisit, "Ann Hughes: Pannier set fulfilled")
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM draft", "0")
}

// TestE2ENotAShopFile opens something else: a sentence says so, and not a byte of it changes.
func TestE2ENotAShopFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1024, 700)
	letter := d.Path("letter.txt")
	words := []byte("Dear Ann, thank you for sending Peter.\n")
	d.must(os.WriteFile(letter, words, 0o600))
	d.Start("--file", letter)
	d.See("This is not a Goodturn shop file")
	d.Close()
	if after, err := os.ReadFile(letter); err != nil || string(after) != string(words) {
		t.Errorf("the file now holds %q, %v", after, err)
	}
}

// TestE2ESecondStart starts the program once more while it runs: no second window opens, the first stays, and the shop
// is free again once it is closed.
func TestE2ESecondStart(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.must(d.command(goodturn()).Run())
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.Close()
	d.Start()
	d.See("Harbour Cycles")
}

// TestE2EYesterdayBack restores a backup with the keyboard alone, takes that back again, and closes the shop, which
// backs it up once more.
func TestE2EYesterdayBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1024, 700)
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.backUp()
	d.addCustomer("Peter Lowe", "0171 555 0120")
	const people = "SELECT group_concat(name) FROM (SELECT name FROM customer WHERE deleted_at = 0 ORDER BY name)"
	d.Key("ctrl+shift+b")
	d.See("Check it")
	d.Key("Return")
	d.See("customer fewer than now")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), people, "Ann Hughes")
	d.Key("ctrl+z")
	d.UntilSQL(d.homeFile(), people, "Ann Hughes,Peter Lowe")
	d.Close()
	kept, err := filepath.Glob(d.Path("USB stick/*.goodturn"))
	d.must(err)
	if len(kept) != 1 || d.SQL(kept[0], people) != "Ann Hughes,Peter Lowe" {
		t.Errorf("after closing the stick holds %q", kept)
	}
}
