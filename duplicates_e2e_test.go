//go:build e2e

package main_test

import "testing"

// TestE2ETheSecondAnn writes somebody down a second time, is told so and saves anyway, finds the pair, makes one card of the
// two, takes that back, does it again and parts the two from the bin: by the keyboard alone.
func TestE2ETheSecondAnn(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.Key("ctrl+shift+n")
	d.Type("Ann Hughes")
	d.See("You may mean")
	d.Key("ctrl+Return")
	const cards = "SELECT group_concat(state) FROM (SELECT state FROM customer ORDER BY id)"
	d.UntilSQL(d.homeFile(), cards, "active,active")

	d.Key("ctrl+d")
	d.See("same name")
	d.Key("Return")
	d.See("Keep the other card instead")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), cards, "active,merged")
	d.Key("ctrl+z")
	d.UntilSQL(d.homeFile(), cards, "active,active")
	d.See("same name")
	d.Key("Return", "ctrl+Return")
	d.UntilSQL(d.homeFile(), cards, "active,merged")

	d.Key("ctrl+shift+h")
	d.See("Put back")
	d.Key("Return")
	d.UntilSQL(d.homeFile(), cards, "active,active")
}
