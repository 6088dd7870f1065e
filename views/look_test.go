package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"goodturn/models"
)

// away is a screen that counts how often it is drawn.
type away struct {
	widget.Label
	drawn int
}

func (a *away) Refresh()                   { a.drawn++ }
func (a *away) Title() string              { return "away" }
func (a *away) Content() fyne.CanvasObject { return a }
func (a *away) Uses(models.Kind) bool      { return false }
func (a *away) Reload() error              { return nil }

// shows tells how often a place's screen is drawn when it is shown.
func (a *away) shows(b *bench, place Place) int {
	a.drawn = 0
	b.w.Show(place)
	return a.drawn
}

// Fyne forgets after a minute how a screen out of sight was drawn, and some of its words stay blank.
func TestAScreenLongAwayIsDrawnAnew(t *testing.T) {
	b := newBench(t, nil)
	a := &away{}
	b.w.screens[PlaceReferrals] = a
	first := a.shows(b, PlaceReferrals)
	b.w.Show(PlaceToday)
	b.clock.Forward(forgottenAfter)
	if again := a.shows(b, PlaceReferrals); again != first {
		t.Errorf("a screen that was away for a moment is drawn %d times, not %d", again, first)
	}
	b.w.Show(PlaceToday)
	b.clock.Forward(forgottenAfter + time.Second)
	theme := b.w.app.Fyne().Settings().Theme()
	if again := a.shows(b, PlaceReferrals); again <= first {
		t.Errorf("a screen that was away for long is drawn %d times, as when it is not drawn anew", again)
	}
	if b.w.app.Fyne().Settings().Theme() != theme {
		t.Error("the fonts of the whole program are read for it")
	}
	b.clock.Forward(2 * forgottenAfter)
	if again := a.shows(b, PlaceReferrals); again != first {
		t.Errorf("a screen that was in front all the time is drawn %d times, not %d", again, first)
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
