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

// findSpecialists gives those we send people to whose trade or name fits a text, and the line that adds one.
func (s *visitScreen) findSpecialists(typed string) []kit.Option {
	options := s.w.specialistOptions(typed)
	if typed == "" {
		return options
	}
	return append(options, kit.Option{Title: typed, Add: true})
}

// specialistOptions gives those we send people to whose trade or name fits a text, each with how it went with earlier customers. Of
// no text it gives all by their trades.
func (w *Window) specialistOptions(typed string) []kit.Option {
	found, err := w.store().SpecialistsFor(typed, personFound)
	w.Trouble(err)
	options := make([]kit.Option, len(found))
	for i, p := range found {
		options[i] = kit.Option{ID: int64(p.ID), Title: p.Name, Second: p.Trades}
		if badges := specialistBadges(p); len(badges) > 0 {
			options[i].Badge, options[i].Tone = badges[0].Text, badges[0].Tone
		}
	}
	return options
}

// specialistWarning is what to know before the next customer is sent to somebody who disappointed two or more, or "".
func (w *Window) specialistWarning(p models.SpecialistRow) (string, error) {
	if !p.Disappointed() {
		return "", nil
	}
	last, err := w.store().LastDisappointed(p.ID)
	if last.OutcomeNote == "" {
		return kit.RichTN("visit.specialist.warn", p.NotSatisfiedN, "Name", p.Name, "Day", w.dayText(last.SentOn)), err
	}
	return kit.RichTN("visit.specialist.warn.words", p.NotSatisfiedN, "Name", p.Name, "Day", w.dayText(last.SentOn), "Words", last.OutcomeNote), err
}
