package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

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

// At the largest text in the smallest window the lists beneath much else, and the tree of somebody, keep room for some lines.
func TestSomeLinesAreAlwaysInView(t *testing.T) {
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
	b.w.Show(PlacePraise)
	if height := b.w.screens[PlacePraise].(*praiseScreen).list.Size().Height; height < 200 {
		t.Errorf("the list of what people say is %v high", height)
	}
	b.w.Show(PlaceThanks)
	thanks := b.w.screens[PlaceThanks].(*thanksScreen)
	if height := thanks.due.object.Size().Height; height < 500 {
		t.Errorf("who is to be thanked takes %v", height)
	}
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen Müller")})
	if height := b.w.screens[PlaceFamily].(*familyScreen).tree.Size().Height; height < 200 {
		t.Errorf("the tree is %v high", height)
	}
}

// At the largest text in the smallest window a row of those thanked says its names, and the buttons of a call stay on their card.
func TestRowsKeepTheirWordsAtTheLargestText(t *testing.T) {
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	b.w.win.Resize(smallest)
	b.w.app.Prefs.SetTextScale(app.LargestText)
	b.w.applyLook()
	b.w.Show(PlaceThanks)
	s := b.w.screens[PlaceThanks].(*thanksScreen)
	s.tab.SetValue(tabDone)
	s.onTab(tabDone)
	rows := 0
	for _, o := range test.LaidOutObjects(s.content) {
		if line, ok := o.(*kit.RichLine); ok && strings.Contains(line.Text(), "by Mike") {
			if rows++; line.Size().Width < 450 {
				t.Errorf("%q has %v to be read in", line.Text(), line.Size().Width)
			}
		}
	}
	if rows == 0 {
		t.Error("nobody was thanked")
	}
	found, err := b.store().FindItems("Touring frame, 54 cm", 1)
	b.must(err)
	b.w.OpenWanted(found[0].ID)
	list := b.w.screens[PlaceWanted].(*wantedScreen).thing.list
	for _, button := range list.calls[0] {
		driver := b.w.app.Fyne().Driver()
		if foot, card := driver.AbsolutePositionForObject(button).Y+button.Size().Height, driver.AbsolutePositionForObject(list.object).Y+list.object.Size().Height; foot > card {
			t.Errorf("%q ends at %v, its card at %v", button.Text(), foot, card)
		}
	}
}
