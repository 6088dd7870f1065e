package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// wantedScreen is what was asked for and not there, what most people want first; one of the things in its place once it is opened.
type wantedScreen struct {
	w        *Window
	span     *kit.Chips
	subtitle *kit.RichLine
	print    *kit.Button
	rows     *paged[models.WantedRow]
	list     *kit.List
	card     fyne.CanvasObject
	place    *fyne.Container   // the list, or what stands there when it is empty
	all      fyne.CanvasObject // the page with the list
	thing    *wantedThing      // the page of the thing that is open; nil for none
	content  *fyne.Container   // one of the two
	chosen   models.ItemID
}

// spanQuarter are the last three months; see the spans of the service log.
const spanQuarter = "quarter"

func newWanted(w *Window) *wantedScreen {
	s := &wantedScreen{w: w, subtitle: kit.Quiet(""), place: page(nil), content: page(nil)}
	span := w.app.Prefs.WantedRange()
	if span == "" {
		span = spanQuarter
	}
	s.span = kit.NewChips([]kit.Choice{{Value: spanQuarter, Label: kit.T("wanted.span.quarter")}, {Value: spanYear, Label: kit.T("wanted.span.year")},
		{Value: spanAll, Label: kit.T("wanted.span.all")}}, span, s.onSpan)
	s.rows = newPaged(s.read, w.Trouble)
	s.list = kit.NewList(s.rows.len, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked, s.list.OnActivated = s.onActivated, s.onActivated // nothing beside the list shows more
	s.card = kit.CardFilled(s.list)
	every := kit.NewButton(kit.T("wanted.log"), func() { w.do("log") }).Hint(w.shortcutText("log"))
	missed := kit.NewButton(kit.T("log.missed"), func() { w.do("missed") }).Hint(w.shortcutText("missed"))
	s.print = kit.NewButton(kit.T("wanted.print"), s.Print).Hint(w.shortcutText("print"))
	head := kit.PageHead(kit.Title(kit.T("place.wanted")), s.subtitle, s.print, every, missed)
	s.all = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.span, kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *wantedScreen) Title() string { return kit.T("place.wanted") }

// Content is what the window shows.
func (s *wantedScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: what was asked for and by whom, who waits, and who ordered it.
func (s *wantedScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindVisit | models.KindItem | models.KindWant | models.KindFollowUp | models.KindCustomer | models.KindStaff | models.KindShop)
}

// FocusFirst puts the keyboard on the list, or on the first thing to do for the one that is open, which Escape leaves.
func (s *wantedScreen) FocusFirst() {
	s.w.layer.OnEscape = s.back
	switch {
	case s.thing != nil:
		s.thing.focus()
	case s.rows.len() > 0:
		s.w.canvas().Focus(s.list)
	}
}

// Leave gives Escape back, and leaves the list for the next time.
func (s *wantedScreen) Leave() {
	s.w.layer.OnEscape = nil
	if s.thing != nil {
		s.thing = nil
		s.reload()
	}
}

// Reload reads the list anew, or the thing that is open; the chosen one stays chosen.
func (s *wantedScreen) Reload() error {
	if s.thing != nil {
		s.content.Objects = []fyne.CanvasObject{s.thing.content}
		s.content.Refresh()
		return s.thing.reload()
	}
	if err := s.rows.reset(); err != nil {
		return err
	}
	s.subtitle.SetText(kit.TN("wanted.count", s.rows.len(), "Count", kit.Count(s.rows.len())))
	s.subtitle.Hidden = s.rows.len() == 0 // what stands in place of the list says it
	s.place.Objects = []fyne.CanvasObject{s.card}
	s.span.Show()
	if s.rows.len() == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
	}
	some, err := s.anyToPrint()
	if err != nil {
		return err
	}
	setEnabled(s.print, some)
	s.content.Objects = []fyne.CanvasObject{s.all}
	s.content.Refresh()
	s.list.Reset()
	for i := range min(s.rows.len(), pageRows) {
		if row, ok := s.rows.at(i); ok && row.ItemID == s.chosen {
			s.list.Select(i)
		}
	}
	return nil
}

// anyToPrint tells whether there may be somebody to call: of a thing that is listed, or waiting since before that.
func (s *wantedScreen) anyToPrint() (bool, error) {
	if s.rows.len() > 0 {
		return true, nil
	}
	waiting, err := s.w.store().CallList(models.CallListFilter{})
	return len(waiting) > 0, err
}

// empty is what stands in place of no rows: where they come from, or how to see older ones.
func (s *wantedScreen) empty() fyne.CanvasObject {
	if s.span.Value() == spanAll || !s.everMissed() {
		s.span.Hide() // there is nothing in any days
		return kit.EmptyState(kit.T("wanted.empty"), kit.T("log.missed"), func() { s.w.do("missed") })
	}
	return kit.EmptyState(kit.T("wanted.none"), kit.T("wanted.showAll"), func() { s.span.SetValue(spanAll); s.onSpan(spanAll) })
}

// everMissed tells whether anything was ever asked for in vain: else there is nothing in other days to show.
func (s *wantedScreen) everMissed() bool {
	_, n, err := s.w.store().WantedItems(models.WantedFilter{Limit: 1})
	if err != nil {
		s.w.Trouble(err)
	}
	return n > 0
}

func (s *wantedScreen) read(offset, limit int) ([]models.WantedRow, int, error) {
	return s.w.store().WantedItems(models.WantedFilter{Since: s.since(), Offset: offset, Limit: limit})
}

// since is the first day of the chosen span.
func (s *wantedScreen) since() models.Day {
	now := s.w.app.Now()
	first := func(months int) models.Day {
		return models.DayOf(time.Date(now.Year(), now.Month()-time.Month(months), now.Day(), 0, 0, 0, 0, now.Location()))
	}
	switch s.span.Value() {
	case spanYear:
		return first(12)
	case spanAll:
		return ""
	}
	return first(3)
}

func (s *wantedScreen) onSpan(span string) {
	s.w.app.Prefs.SetWantedRange(span)
	s.reload()
}

func (s *wantedScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

func (s *wantedScreen) onSelected(i int) {
	if row, ok := s.rows.at(i); ok {
		s.chosen = row.ItemID
	}
}

func (s *wantedScreen) onActivated(i int) {
	if row, ok := s.rows.at(i); ok {
		s.open(row.ItemID)
	}
}

// chosenThing is the thing that is open, or else the chosen one; 0 where none is.
func (s *wantedScreen) chosenThing() models.ItemID {
	if s.thing != nil {
		return s.chosen
	}
	row, _ := s.rows.chosen(s.list)
	return row.ItemID
}

// open shows the page of a thing.
func (s *wantedScreen) open(id models.ItemID) {
	s.chosen, s.thing = id, newWantedThing(s.w, id, s.since, s.back, s.Print)
	s.reload()
	s.FocusFirst()
}

// back leaves the page of a thing.
func (s *wantedScreen) back() {
	if s.thing == nil {
		return
	}
	s.thing = nil
	s.reload()
	s.FocusFirst()
}

func (s *wantedScreen) bind(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	content := kit.RowContent{
		Title:  "**" + kit.Escape(row.Item) + "**",
		Second: s.w.askedBy(row.Wanted),
		Side:   kit.T("wanted.last", "Day", s.w.dayText(row.Last)),
	}
	if row.Waiting > row.Here {
		content.Side = kit.T("wanted.since", "Day", s.w.dayText(row.Since)) // not on the badge, which is never cut: the name would be
		content.Badges = append(content.Badges, kit.BadgeText{Text: kit.TN("wanted.wait", row.Waiting), Tone: kit.ToneWarn})
	}
	if row.Here > 0 {
		content.Badges = append(content.Badges, kit.BadgeText{Text: kit.T("wanted.here"), Tone: kit.ToneOK})
	}
	o.(*kit.Row).Set(content)
}

// askedBy tells how many asked for a thing that was not there, and what is at stake.
func (w *Window) askedBy(asked models.Wanted) string {
	text := kit.TN("wanted.people", asked.People, "Count", kit.Count(asked.People))
	switch {
	case asked.Strangers == asked.People:
		text = kit.TN("wanted.passing", asked.People, "Count", kit.Count(asked.People))
	case asked.Strangers > 0:
		text = kit.T("wanted.and", "Some", text, "More", kit.TN("wanted.strangers", asked.Strangers, "Count", kit.Count(asked.Strangers)))
	}
	if asked.Stake > 0 {
		text = kit.T("wanted.and", "Some", text, "More", kit.RichT("wanted.stake", "Money", w.money(asked.Stake)))
	}
	return text
}

// OpenWanted shows who asked in vain for a thing, and who waits for it.
func (w *Window) OpenWanted(id models.ItemID) {
	w.Show(PlaceWanted)
	w.screens[PlaceWanted].(*wantedScreen).open(id)
}
