package views

import (
	"testing"

	"goodturn/app"
	"goodturn/assets"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// Every page of a shop with something in it fits the smallest window the program is made for, at the largest text.
func TestEveryPageFitsTheSmallestWindow(t *testing.T) {
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	t.Cleanup(b.w.speak)
	for _, language := range kit.Languages() {
		kit.Speak(assets.Translations, language.Code, "")
		b.w.makeAnew()
		everyPageFits(t, b, language.Code)
	}
}

// everyPageFits goes through the pages in a language.
func everyPageFits(t *testing.T, b *bench, language string) {
	t.Helper()
	b.w.win.Resize(smallest)
	for _, place := range append([]Place{PlaceGuide}, everyPlace...) {
		for _, scale := range []float32{1, app.LargestText} {
			b.w.app.Prefs.SetTextScale(scale)
			b.w.applyLook()
			b.w.Show(place)
		}
		if least := b.w.canvas().Content().MinSize(); least.Width > smallest.Width || least.Height > smallest.Height {
			t.Errorf("%s: %s needs %v", language, place, least)
		}
	}
}

// At the largest text in the smallest window the list of who was sent to us, and the tree of somebody, keep room for some of them.
func TestSomeReferralsAreAlwaysInView(t *testing.T) {
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	b.w.win.Resize(smallest)
	b.w.app.Prefs.SetTextScale(app.LargestText)
	b.w.applyLook()
	b.w.Show(PlaceReferrals)
	list := b.w.screens[PlaceReferrals].(*referralsScreen).brought.list
	if height := list.Size().Height; height < 180 {
		t.Errorf("the list is %v high", height)
	}
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen Müller")})
	if height := b.w.screens[PlaceFamily].(*familyScreen).tree.Size().Height; height < 200 {
		t.Errorf("the tree is %v high", height)
	}
}
