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

// findSpecialists gives those we send people to whose trade or name fits a text, each with how it went with earlier customers, and the
// line that adds one. Of no text it gives all by their trades.
func (s *visitScreen) findSpecialists(typed string) []kit.Option {
	found, err := s.w.store().SpecialistsFor(typed, personFound)
	s.w.Trouble(err)
	var options []kit.Option
	for _, p := range found {
		o := kit.Option{ID: int64(p.ID), Title: p.Name, Second: p.Trades}
		if badges := specialistBadges(p); len(badges) > 0 {
			o.Badge, o.Tone = badges[0].Text, badges[0].Tone
		}
		options = append(options, o)
	}
	if typed == "" {
		return options
	}
	return append(options, kit.Option{Title: typed, Add: true})
}
