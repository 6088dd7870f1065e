package views

import (
	"testing"
	"time"
)

// setsTheme tells whether the theme is set anew by what is done.
func (b *bench) setsTheme(do func()) bool {
	settings := b.w.app.Fyne().Settings()
	before := settings.Theme()
	do()
	return settings.Theme() != before
}

// Fyne forgets after a minute how a screen out of sight was drawn, and some of its words stay blank.
func TestAScreenLongAwayIsDrawnAnew(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceReferrals)
	b.w.Show(PlaceToday)
	b.clock.Forward(forgottenAfter)
	if b.setsTheme(func() { b.w.Show(PlaceReferrals) }) {
		t.Error("a screen is drawn anew that was away for a moment")
	}
	b.w.Show(PlaceToday)
	b.clock.Forward(forgottenAfter + time.Second)
	if b.setsTheme(func() { b.w.Show(PlaceCustomers) }) {
		t.Error("a screen is drawn anew that is shown for the first time")
	}
	if !b.setsTheme(func() { b.w.Show(PlaceReferrals) }) {
		t.Error("a screen that was away for long is not drawn anew")
	}
	b.clock.Forward(2 * forgottenAfter)
	if b.setsTheme(func() { b.w.Show(PlaceReferrals) }) {
		t.Error("a screen is drawn anew that was in front all the time")
	}
}

func TestSettingsFollowTheTextSize(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceSettings)
	b.w.do("larger")
	if got := b.sizeChosen(); got != "110" {
		t.Errorf("the settings say %s %%", got)
	}
	b.w.Show(PlaceToday)
	b.w.do("usual")
	b.w.Show(PlaceSettings)
	if got := b.sizeChosen(); got != "100" {
		t.Errorf("after a change from elsewhere the settings say %s %%", got)
	}
}

// sizeChosen is the text size that the settings show as chosen.
func (b *bench) sizeChosen() string {
	for _, card := range b.w.screens[PlaceSettings].(*settingsScreen).cards {
		if look, ok := card.(*lookCard); ok {
			return look.size.Value()
		}
	}
	b.t.Fatal("the settings have no card for the look")
	return ""
}
