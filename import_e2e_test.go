//go:build e2e

package main_test

import (
	"os"
	"testing"
)

// TestE2EImportByKeys brings in what a German till wrote, by keys alone: the file is chosen, one of its columns left
// out, tried, stored, somebody found by another spelling, and all of it taken back.
func TestE2EImportByKeys(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	file := d.Path("kunden.csv")
	d.must(os.WriteFile(file, []byte("Notiz;Kunde;Handy;Ort;Besuche;Empfohlen von\r\nalt;J\xfcrgen Gro\xdf;0171 555 0120;K\xf6ln;12;\r\nalt;\xc9mile Fa\xe7on;0171 555 0121;;;J\xfcrgen Gro\xdf\r\n"), 0o600))

	d.Key("alt", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Return")
	d.See("Step 1 of 3")
	d.Key("Return")
	d.See("Which file are your customers in?")
	d.Key("ctrl+a")
	d.Type(file)
	d.Key("Return")
	d.See("Step 2 of 3")
	d.See("Windows-1252")
	d.Key("Return") // the first column: leave it out
	d.See("What is in")
	d.Key("Home", "Return")
	d.See("Leave out")
	d.Key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab") // back over how it was read
	d.Key("Return")
	d.See("Step 3 of 3")
	const people = "SELECT group_concat(name) FROM (SELECT name FROM customer ORDER BY name)"
	if got := d.SQL(d.homeFile(), people); got != "Ann Hughes" {
		t.Errorf("before anything is stored the book holds %q", got)
	}
	d.Key("Return")
	d.UntilSQL(d.homeFile(), people, "Ann Hughes,Jürgen Groß,Émile Façon")
	d.UntilSQL(d.homeFile(), "SELECT (SELECT visit_n FROM earlier) || ' ' || (SELECT count(*) FROM remember) || ' ' || (SELECT count(*) FROM referral_in)", "12 0 1")
	d.See("Another file") // what follows is for the owner who waits; whoever does not keeps the keyboard all the same
	d.Key("ctrl+f")
	d.Type("gross")
	d.See("0171")
	d.Key("Escape", "Escape")

	d.Key("alt", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Return")
	d.See("Brought in lately")
	d.Key("Tab", "Return")
	d.See("Take this import back?")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), people, "Ann Hughes")
}
