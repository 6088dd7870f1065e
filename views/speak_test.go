package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/assets"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// speaks has the bench speak a language until the test is over.
func (b *bench) speaks(code string) {
	b.t.Helper()
	b.t.Cleanup(func() { b.w.app.Prefs.SetLanguage(""); b.w.speak() })
	b.w.Show(PlaceSettings)
	b.w.screens[PlaceSettings].(*settingsScreen).look.language.onChoice(code)
}

func TestEveryLanguageIsOfferedByItsOwnName(t *testing.T) {
	choices := languageChoices()
	if len(choices) != len(kit.Languages())+1 || choices[0].Value != asSystem {
		t.Errorf("offered are %v", choices)
	}
}

// What is typed and what is chosen stays where the language is chosen.
func TestALanguageIsSpokenAtOnce(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Mike Brown")
	s.choose(1)
	b.w.LogVisit(VisitStart{})
	form := b.w.screens[PlaceVisit].(*visitScreen)
	form.after.note.SetText("rang at noon")
	b.speaks("en")
	if again := b.w.screens[PlaceVisit].(*visitScreen); again == form || again.after.note.Text != "rang at noon" {
		t.Errorf("the visit being typed says %q", again.after.note.Text)
	}
	if card := b.w.screens[PlaceCustomers].(*customersScreen).card; card.id != 2 {
		t.Errorf("the card chosen is of %d", card.id)
	}
	if b.w.place != PlaceSettings || b.w.canvas().Focused() == nil {
		t.Errorf("at %q, the keyboard on %v", b.w.place, b.w.canvas().Focused())
	}
	if b.w.app.Prefs.Language() != "en" {
		t.Errorf("remembered is %q", b.w.app.Prefs.Language())
	}
}

// Fyne reads all fonts again with a new theme, which is waited for: only the language with letters of its own needs one.
func TestOnlyOtherLettersAreReadAnew(t *testing.T) {
	b := newBench(t, nil)
	theme := func() fyne.Theme { return b.w.app.Fyne().Settings().Theme() }
	inEnglish := theme()
	b.speaks("de")
	if theme() != inEnglish {
		t.Error("German has the theme set, though its letters are those of English")
	}
	b.speaks("uk")
	if !kit.InItsFonts(theme()) || theme() == inEnglish {
		t.Error("Ukrainian is drawn in the letters of English")
	}
	b.speaks("fr")
	if !kit.InItsFonts(theme()) {
		t.Error("French is drawn in the letters of Ukrainian")
	}
}

func TestAnOfferToGoOnOutlivesTheLanguage(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	f := newCustomerForm(b.w, customerFrom(""), nil)
	b.must(f.open())
	b.typed("Zoe Hill")
	f.changed()
	b.passFor(draftPause)
	b.killed()
	b.speaks("en")
	if said := b.takeOffer("Zoe"); said == "" {
		t.Error("nobody is offered to go on with")
	}
}

// germanBench is a window that speaks German, with somebody in it.
func germanBench(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Visit(t, store, ann, "Bell")
	})
	b.speaks("de")
	return b
}

func TestTheWindowSpeaksGerman(t *testing.T) {
	b := germanBench(t)
	settings := strings.Join(drawnWords(b.w.canvas().Content()), " | ")
	for _, words := range []string{"Einstellungen", "Heute", "Kunden", "Deutsch", "18,50\u00a0£"} {
		if !strings.Contains(settings, words) {
			t.Errorf("the settings say no %q: %s", words, settings)
		}
	}
	for _, words := range []string{"Shop and settings", "Customers", "£18.50"} {
		if strings.Contains(settings, words) {
			t.Errorf("%q is still said", words)
		}
	}
	b.w.OpenCustomer(1)
	if card := strings.Join(drawnWords(b.w.canvas().Content()), " | "); !strings.Contains(card, "heute") {
		t.Errorf("the card says %s", card)
	}
	if menu := b.w.win.MainMenu().Items[0].Label; menu == "Shop" && kit.T("menu.shop") != menu {
		t.Errorf("the first menu is %q", menu)
	}
	b.w.screens[PlaceSettings].(*settingsScreen).look.language.onChoice(asSystem)
	if words := strings.Join(drawnWords(b.w.canvas().Content()), " | "); !strings.Contains(words, "Customers") || b.w.app.Prefs.Language() != "" {
		t.Errorf("back in English it says %s", words)
	}
}

// What is typed in German is understood, and said again as people say it there.
func TestTheFormReadsGerman(t *testing.T) {
	b := germanBench(t)
	b.w.LogVisit(VisitStart{Stranger: true})
	s := b.w.screens[PlaceVisit].(*visitScreen)
	s.after.spent.entry.SetText("1.234,5")
	if amount, words := s.after.spent.read(); amount != 123450 || words != "" {
		t.Errorf("1.234,5 is %d, %q", amount, words)
	}
	s.after.spent.entry.FocusLost()
	if s.after.spent.entry.Text != "1.234,50\u00a0£" {
		t.Errorf("it stands as %q", s.after.spent.entry.Text)
	}
	now := b.w.app.Now()
	for text, day := range map[string]int{"gestern": now.AddDate(0, 0, -1).Day(), "vor 3 Tagen": now.AddDate(0, 0, -3).Day()} {
		at, err := kit.ParseMoment(text, now, kit.DayOrderHere())
		if err != nil || at.Day() != day {
			t.Errorf("%q is %v, %v", text, at, err)
		}
	}
}

// A computer set up in German speaks German without being told to, and one in a language nobody translated speaks English.
func TestTheComputersLanguageIsSpoken(t *testing.T) {
	for locale, today := range map[string]string{"de-AT": "Heute", "en-GB": "Today", "ja-JP": "Today", "fr-FR": "Aujourd’hui"} {
		b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn", more: []app.Option{app.InPlace(locale)}}
		b.must(modelstest.Open(t, b.path, b.clock).Close())
		b.open()
		if said := kit.T("place.today"); said != today {
			t.Errorf("%s: the first place is %q", locale, said)
		}
	}
	kit.Speak(assets.Translations, "", "en-GB")
}

// A new shop prints and reckons as people do where it is.
func TestANewShopIsOfItsCountry(t *testing.T) {
	for locale, of := range map[string]string{"en-US": "USD $ 2 Letter", "de-DE": "EUR € 2 A4", "pl-PL": "PLN zł 2 A4", "ja-JP": "JPY ¥ 0 A4", "en": "GBP £ 2 A4"} {
		b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn", more: []app.Option{app.InPlace(locale)}}
		b.must(modelstest.Open(t, b.path, b.clock).Close())
		b.open()
		b.must(nameShop(b.w, "Corner"))
		shop := b.shop()
		if got := fmt.Sprint(shop.Currency, " ", shop.Symbol, " ", shop.Decimals, " ", shop.Paper); got != of {
			t.Errorf("%s: %s, want %s", locale, got, of)
		}
		sources, err := b.store().Sources()
		if b.must(err); (sources[0].Name == "Ein Freund") != (locale == "de-DE") {
			t.Errorf("%s: customers find the shop through %q", locale, sources[0].Name)
		}
		shop.Symbol = "Fr."
		b.must(b.store().SaveShop(&shop))
		b.must(nameShop(b.w, "Corner two"))
		if b.shop().Symbol != "Fr." {
			t.Errorf("%s: another name took the owner's choice away", locale)
		}
	}
	kit.Speak(assets.Translations, "", "en-GB")
}
