package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// specialistBook is the specialists as a picker finds them. They are few, and counting what each was sent takes
// longer than a key press may: they are read once and kept until one changes.
type specialistBook struct {
	w    *Window
	rows []models.SpecialistRow
	read bool
}

// forget lets the book be read anew.
func (b *specialistBook) forget() { b.read = false }

// find gives those whose name or trades hold every word of text; those we send nobody to come last.
func (b *specialistBook) find(text string) []models.SpecialistRow {
	if !b.read {
		rows, err := b.w.store().Specialists("")
		if err != nil {
			b.w.Trouble(err)
			return nil
		}
		b.rows, b.read = rows, true
	}
	words := strings.Fields(models.Fold(text))
	var fits []models.SpecialistRow
	for _, row := range b.rows {
		if holdsAll(row.NameKey, words) {
			fits = append(fits, row)
		}
	}
	return fits
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// findSpecialists gives those we send people to who fit a text, and the line that adds one.
func (s *visitScreen) findSpecialists(typed string) []kit.Option {
	var options []kit.Option
	for _, row := range s.specialists.find(typed) {
		if len(options) < personFound && row.State == models.SpecialistActive && !row.DoNotUse {
			options = append(options, kit.Option{ID: int64(row.ID), Title: row.Name, Second: row.Trades})
		}
	}
	return append(options, kit.Option{Title: typed, Add: true})
}
