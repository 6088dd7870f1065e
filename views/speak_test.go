package views

import (
	"testing"

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
