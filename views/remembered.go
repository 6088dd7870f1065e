package views

import (
	"slices"

	"goodturn/app"
	"goodturn/views/kit"
)

// rememberedChips begin with what was chosen last. Before the first time, and where that is not offered any more, it is usual.
func rememberedChips(w *Window, of app.Choosing, choices []kit.Choice, usual string, then func(string)) *kit.Chips {
	last := w.app.Prefs.Choice(of, usual)
	if !slices.ContainsFunc(choices, func(c kit.Choice) bool { return c.Value == last }) {
		last = usual
	}
	return kit.NewChips(choices, last, func(value string) {
		w.app.Prefs.SetChoice(of, value)
		then(value)
	})
}
