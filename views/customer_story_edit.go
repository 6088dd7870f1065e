package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// editLines is how many changed fields are told of one change; the log has the rest.
const editLines = 6

// edit puts a change of the card into words.
func (s *customerStory) edit(c *models.ActivityRow) kit.TimelineEntry {
	e := kit.TimelineEntry{When: s.card.w.momentText(c.At), Kind: kit.T("card.story.changed")}
	switch c.Event {
	case models.Changed:
		e.Lines = s.editLines(c)
	default:
		e.Lines = []string{kit.T("card.story.event." + string(c.Event))}
	}
	if c.Via != models.ByOwner {
		e.Kind = kit.T("card.story.via." + string(c.Via))
	}
	return e
}

// editLines tells each field that was changed.
func (s *customerStory) editLines(c *models.ActivityRow) (lines []string) {
	say := changeWords{w: s.card.w, shop: s.card.shop}
	for _, f := range c.Fields {
		if line := strings.Join(strings.Fields(say.storyLine(f, c.Fields)), " "); line != "" {
			lines = append(lines, kit.Escape(line))
		}
	}
	if more := len(lines) - editLines; more > 0 {
		return append(lines[:editLines], kit.TN("card.story.editMore", more))
	}
	return lines
}
