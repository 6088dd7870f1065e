package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// findSpecialists gives those whose name or trades hold every word of text, at most limit; those we send nobody to come
// last.
func (w *Window) findSpecialists(text string, limit int) []models.Specialist {
	found, err := w.store().FindSpecialists(text, limit)
	w.Trouble(err)
	return found
}

// findSpecialists gives those we send people to who fit a text, and the line that adds one.
func (s *visitScreen) findSpecialists(typed string) []kit.Option {
	var options []kit.Option
	for _, p := range s.w.findSpecialists(typed, personFound) {
		if p.State == models.SpecialistActive && !p.DoNotUse {
			options = append(options, kit.Option{ID: int64(p.ID), Title: p.Name, Second: p.Trades})
		}
	}
	return append(options, kit.Option{Title: typed, Add: true})
}
