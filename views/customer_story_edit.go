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
		if f.Key() == "customer.merged_into" {
			lines = append(lines, s.mergedLines(f)...)
			continue
		}
		if line := strings.Join(strings.Fields(say.storyLine(f, c.Fields)), " "); line != "" {
			lines = append(lines, kit.Escape(line))
		}
	}
	if more := len(lines) - editLines; more > 0 {
		return append(lines[:editLines], kit.TN("card.story.editMore", more))
	}
	return lines
}

// mergedLines tell of another card that became one with this, with a way to part the two while there is one, or that it is one
// of its own again.
func (s *customerStory) mergedLines(f models.FieldChange) []string {
	switch {
	case f.To == "" && f.From != "":
		return []string{kit.RichT("card.story.parted", "Name", f.From)}
	case f.To == "":
		return []string{kit.RichT("card.story.mergedErased")}
	}
	lines := []string{kit.RichT("card.story.merged", "Name", f.To)}
	if still, err := s.card.w.store().IsMerged(f.Who, s.id); err == nil && still {
		lines = append(lines, kit.T("card.story.part", "Link", linkPart+":"+idText(f.Who)))
	}
	return lines
}
