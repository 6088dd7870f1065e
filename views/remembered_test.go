package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// What was chosen stands the next time, on pages and sheets that are made anew.
func TestTheLastChoicesAreRemembered(t *testing.T) {
	b := newBench(t, nil)
	choose := func(chips *kit.Chips) {
		b.w.canvas().Focus(chips)
		b.keys(fyne.KeyRight, fyne.KeySpace)
	}
	b.w.Show(PlaceReferrals)
	choose(b.w.screens[PlaceReferrals].(*referralsScreen).side)
	b.w.Show(PlaceBringers)
	bringers := b.w.screens[PlaceBringers].(*bringersScreen)
	choose(bringers.period)
	choose(bringers.side)
	b.w.Show(PlaceStaff)
	choose(b.w.screens[PlaceStaff].(*staffScreen).span)
	again := newBringers(b.w)
	for what, got := range map[string]string{sideSent: newReferrals(b.w).side.Value(), sideUsed: again.side.Value(), "year": again.period.Value(), spanAll: newStaffFigures(b.w).span.Value()} {
		if got != what {
			t.Errorf("remembered is %q, not %q", got, what)
		}
	}
}

// A choice that is not offered any more is the usual one.
func TestAChoiceThatIsGone(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Prefs.SetChoice(app.ChoosingFamilyPaper, "A0")
	chips := rememberedChips(b.w, app.ChoosingFamilyPaper, []kit.Choice{{Value: "A3"}, {Value: "A4"}}, "A4", func(string) {})
	if chips.Value() != "A4" {
		t.Errorf("chosen is %q", chips.Value())
	}
}
