//go:build e2e

package main_test

import "testing"

// TestE2EListsAndArchive filters the book, keeps the filter as a list, tags everybody on it, lets one of them go into the
// archive and takes that back, with the keyboard alone.
func TestE2EListsAndArchive(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.addCustomer("Ben Castillo", "0171 555 0120")
	d.addCustomer("Peter Lowe", "0171 555 0130")

	d.Key("ctrl+2", "Tab", "Return")
	d.See("How far they have come")
	d.Key("space", "ctrl+Return") // who has not been here yet
	d.See("Show everybody")
	d.Key("Tab", "Tab", "Tab", "Tab", "Tab", "Return", "Return")
	d.See("What do you call this list?")
	d.Type("To invite")
	d.Key("Return")
	d.UntilSQL(d.homeFile(), "SELECT name FROM saved_list", "To invite")

	d.Key("Tab", "Return", "ctrl+a") // into the list, and all of it
	d.See("3 chosen")
	d.Key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
	d.See("Tag 3 customers")
	d.Type("newsletter")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), "SELECT count(*) || name FROM customer_tag k JOIN tag t ON t.id = k.tag_id", "3newsletter")

	d.Key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "Return", "Home", "space") // lets them go, and chooses the first
	d.See("1 chosen")
	d.Key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
	d.See("Another reason")
	d.Key("Right", "space", "ctrl+Return")
	const archived = "SELECT ifnull(group_concat(name || ' ' || archived_why), 'nobody') FROM customer WHERE state = 'archived'"
	d.UntilSQL(d.homeFile(), archived, "Ann Hughes died")
	d.Key("ctrl+z")
	d.UntilSQL(d.homeFile(), archived, "nobody")
	d.Key("ctrl+z")
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM customer_tag", "0")
}
