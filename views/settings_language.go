package views

import (
	"goodturn/views/kit"
)

// languageField chooses the language of the program on this machine.
type languageField struct {
	w      *Window
	choice *kit.Select
	field  *kit.Field
}

func newLanguageField(w *Window) *languageField {
	l := &languageField{w: w}
	l.choice = kit.NewSelect(languageChoices(), asSystem, l.onChoice)
	l.field = kit.NewField(kit.T("settings.language"), l.choice).WithHint(kit.T("settings.language.why"))
	return l
}

// show marks the language that is chosen.
func (l *languageField) show() { l.choice.SetValue(modeValue(l.w.app.Prefs.Language())) }

// languageChoices offers each language by its own name: who cannot read the one now spoken finds theirs.
func languageChoices() []kit.Choice {
	choices := []kit.Choice{{Value: asSystem, Label: kit.T("settings.language.system")}}
	for _, l := range kit.Languages() {
		choices = append(choices, kit.Choice{Value: l.Code, Label: l.Name})
	}
	return choices
}

// onChoice speaks the language from now on, on every screen, and leaves the keyboard where it was.
func (l *languageField) onChoice(code string) {
	if code == asSystem {
		code = ""
	}
	if code == l.w.app.Prefs.Language() {
		return
	}
	l.w.app.Prefs.SetLanguage(code)
	l.w.speakAnew()
	l.w.focusLanguage()
}

// toLanguage leads to the choice of the language, from wherever one is.
func (w *Window) toLanguage() {
	w.Show(PlaceSettings)
	w.focusLanguage()
}

// focusLanguage puts the keyboard on the choice of the language, where the settings were ever shown.
func (w *Window) focusLanguage() {
	if s, ok := w.screens[PlaceSettings].(*settingsScreen); ok {
		w.canvas().Focus(s.look.language.choice)
		s.scroll.Reveal(s.look.language.field)
	}
}
