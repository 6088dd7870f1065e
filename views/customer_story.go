package views

import (
	"cmp"
	"reflect"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerStory is what happened between the shop and one customer, the latest first, a page at a time as it is scrolled.
type customerStory struct {
	card     *customerCard
	object   fyne.CanvasObject
	tools    *fyne.Container // what narrows the story down
	parts    *kit.Chips
	find     *kit.FilterEntry
	findSoon soon
	timeline *kit.Timeline
	nothing  *kit.RichLine

	id     models.CustomerID
	told   []models.StoryEntry // what was read so far
	next   models.StoryPlace   // where it goes on
	more   bool                // there is more of it
	toldAs storyWords          // how it is written on the screen
}

// storyWords is what the words of a story depend on beside the story itself.
type storyWords struct {
	today models.Day
	shop  models.Shop // whose money its amounts are in
	found string      // what is marked
}

const (
	storyStep  = 20  // how many entries are read at once: more than a window shows, few enough for one frame
	storyAgain = 400 // how many are read again at most when something was changed; what is older hardly changes
	storyShort = 4   // a story of so many entries is seen at a glance: nothing narrows it down
)

func newCustomerStory(c *customerCard) *customerStory {
	s := &customerStory{card: c, timeline: kit.NewTimeline()}
	s.timeline.OnLink, s.timeline.OnEnd = c.w.follow, s.onEnd
	s.nothing = kit.Quiet("")
	choices := make([]kit.Choice, len(models.StoryParts))
	for i, part := range models.StoryParts {
		choices[i] = kit.Choice{Value: partValue(part), Label: kit.T(partKey("card.story.part", part))}
	}
	s.parts = kit.NewChips(choices, partValue(models.StoryAll), func(string) { s.readAnew() })
	s.find = kit.NewFilterEntry(kit.T("card.story.find"))
	s.find.OnTyped = func(string) { s.findSoon.plan(c.w.app, typingPause, s.readAnew) }
	s.find.OnList = func() { s.onList() }
	s.tools = kit.VStack(8, s.parts, s.find)
	s.object = kit.CardWithHeading(kit.T("customers.story"), -1, s.tools, s.nothing, s.timeline)
	return s
}

// partValue is a part of the story as a chip has it, of which none is the empty word.
func partValue(part models.StoryPart) string { return cmp.Or(string(part), allParts) }

const allParts = "all"

// partKey is the key of words about a part of the story.
func partKey(about string, part models.StoryPart) string { return about + "." + partValue(part) }

func (s *customerStory) filter() models.StoryFilter {
	part := models.StoryPart(s.parts.Value())
	if part == allParts {
		part = models.StoryAll
	}
	return models.StoryFilter{Part: part, Text: s.find.Text, Limit: storyStep}
}

// read tells a customer's story from its beginning: as far as it was told before, where it is still theirs.
func (s *customerStory) read(id models.CustomerID) error {
	if s.id != id {
		s.id, s.told = id, nil
		s.parts.SetValue(partValue(models.StoryAll))
		s.find.Clear()
		s.findSoon.drop()
	}
	f := s.filter()
	f.Limit = min(max(len(s.told), storyStep), storyAgain)
	story, next, more, err := s.card.w.store().Story(id, f)
	if err != nil {
		return err
	}
	as := storyWords{today: s.card.w.store().Today(), shop: s.card.shop, found: s.find.Text}
	same := len(story) <= len(s.told) && reflect.DeepEqual(story, s.told[:len(story)])
	if as == s.toldAs && same && len(story) > 0 && (more || len(story) == len(s.told)) {
		return nil // what is further down was read before
	}
	s.told, s.next, s.more, s.toldAs = story, next, more, as
	s.tell()
	return nil
}

// tell writes the story anew.
func (s *customerStory) tell() {
	f := s.filter()
	whole := f.Part == models.StoryAll && f.Text == ""
	s.tools.Hidden = whole && len(s.told) <= storyShort
	s.timeline.SetEntries(s.entries(s.told), f.Text)
	s.nothing.Hidden = len(s.told) > 0
	s.timeline.Hidden = len(s.told) == 0
	switch {
	case whole:
		s.nothing.SetText(kit.T("customers.story.nothing"))
	case f.Text != "":
		s.nothing.SetText(kit.T("card.story.notFound", "Text", f.Text))
	default:
		s.nothing.SetText(kit.T(partKey("card.story.none", f.Part)))
	}
}

func (s *customerStory) entries(told []models.StoryEntry) []kit.TimelineEntry {
	entries := make([]kit.TimelineEntry, len(told))
	for i, e := range told {
		entries[i] = s.entry(e)
	}
	return entries
}

// showPart tells one part of the story.
func (s *customerStory) showPart(part models.StoryPart) {
	s.parts.SetValue(partValue(part))
	s.readAnew()
}

// readAnew tells another part of the story, from its beginning.
func (s *customerStory) readAnew() {
	s.findSoon.drop()
	s.told = nil
	if err := s.read(s.id); err != nil {
		s.card.w.Trouble(err)
		return
	}
	s.card.content.Refresh()
}

// onEnd reads the next page when the end comes into view.
func (s *customerStory) onEnd() {
	if !s.more {
		return
	}
	f := s.filter()
	f.After = s.next
	story, next, more, err := s.card.w.store().Story(s.id, f)
	if err != nil {
		s.more = false // told once, not at every turn of the wheel
		s.card.w.Trouble(err)
		return
	}
	s.told, s.next, s.more = append(s.told, story...), next, more
	s.timeline.Append(s.entries(story))
}

// onList goes from the field into what was found.
func (s *customerStory) onList() {
	s.showNow()
	s.timeline.Focus()
}

// showNow finds what was typed and left for later.
func (s *customerStory) showNow() {
	if s.findSoon.planned() {
		s.readAnew()
	}
}
