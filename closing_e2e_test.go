//go:build e2e

package main_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestE2EACustomerHalfTyped closes the window by its own button in the middle of a form, which asks; then pulls the plug,
// and goes on at the next start.
func TestE2EACustomerHalfTyped(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.Key("ctrl+shift+n")
	d.Type("Ann Hughes")
	d.PressClose()
	d.See("Throw away")
	d.Key("Return") // on "Keep editing"
	d.Key("Tab", "Tab")
	d.Type("0171 555 0110")
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM draft WHERE body LIKE '%Ann Hughes%0171 555 0110%'", "1")
	d.Kill()
	d.Start()
	d.ClickOn("Go on with it")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), "SELECT c.name || ': ' || n.value FROM customer c JOIN contact n ON n.customer_id = c.id", "Ann Hughes: 0171 555 0110")
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM draft", "0")
	d.PressClose()
	select {
	case <-d.ended:
	case <-time.After(patience):
		t.Fatal("the window's own button does not close it")
	}
}

// TestE2EAnOlderShopFile starts with a shop file of the first version: it is backed up, brought up to date, and there.
func TestE2EAnOlderShopFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	old, err := os.ReadFile("models/testdata/v1.goodturn")
	d.must(err)
	path := d.Path("old.goodturn")
	d.must(os.WriteFile(path, old, 0o600))
	d.run("sqlite3", path, "UPDATE shop SET name = 'Harbour Cycles'")
	people := d.SQL(path, "SELECT count(*) FROM customer")
	d.Start("--file", path)
	d.See("Harbour Cycles")
	d.Key("ctrl+2")
	d.See("Hughes")
	if now := d.SQL(path, "SELECT count(*) FROM customer"); now != people || d.SQL(path, "PRAGMA user_version") == "1" {
		t.Errorf("%s people, of %s, in a file of version %s", now, people, d.SQL(path, "PRAGMA user_version"))
	}
	kept, err := filepath.Glob(d.Path(".local/share/Goodturn/Backups/*.goodturn"))
	d.must(err)
	asItWas := func(backup string) bool { return d.SQL(backup, "PRAGMA user_version") == "1" }
	if !slices.ContainsFunc(kept, asItWas) {
		t.Errorf("none is as it was before: %q", kept)
	}
	d.Close()
}
