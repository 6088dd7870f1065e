package views

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// binScreen is everything that was taken out and can be put back, the latest first.
type binScreen struct {
	w       *Window
	all     []models.BinRow
	rows    []models.BinRow // those of all that hold what was typed
	find    *kit.FilterEntry
	old     int             // how many of them may be let go
	strip   *fyne.Container // says so
	list    *kit.List
	card    fyne.CanvasObject
	place   *fyne.Container // the list, or what stands there while the bin is empty
	content fyne.CanvasObject
}

func newBin(w *Window) *binScreen {
	s := &binScreen{w: w, strip: page(nil), place: page(nil)}
	s.list = kit.NewList(func() int { return len(s.rows) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled().TailBeneath()
	s.list.OnActivated = s.putBack
	s.list.OnTyped = func(r rune) { kit.TypeInto(s.find, r) }
	s.find = kit.NewFilterEntry(kit.T("bin.find"))
	s.find.OnTyped = func(string) { s.onFind() }
	s.find.OnList = s.enterList
	s.card = kit.CardFilled(s.list)
	changes := kit.NewButton(kit.T("place.changes"), func() { w.do("changes") })
	head := kit.PageHead(kit.Title(kit.T("place.bin")), kit.Quiet(kit.T("bin.subtitle")), changes)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.strip, s.find, kit.Grow(s.place)))
	return s
}

// Title is what the page is called.
func (s *binScreen) Title() string { return kit.T("place.bin") }

// Content is what the window shows.
func (s *binScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what can be taken out.
func (s *binScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindCustomer | models.KindVisit | models.KindSpecialist | models.KindSource | models.KindReferral)
}

// FocusFirst puts the keyboard on the list.
func (s *binScreen) FocusFirst() {
	if len(s.rows) > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Reload reads the bin anew; the place in the list stays.
func (s *binScreen) Reload() (err error) {
	if s.all, err = s.w.store().Bin(); err != nil {
		return err
	}
	old, err := s.w.store().BinOld()
	if err != nil {
		return err
	}
	s.showOld(len(old))
	s.find.Hidden = len(s.all) == 0
	s.sift()
	at, chosen := s.list.Offset(), s.list.Selected()
	s.list.Reset()
	s.list.Select(min(chosen, len(s.rows)-1))
	s.list.ScrollTo(at)
	s.content.Refresh()
	return nil
}

// sift takes those that hold every word that was typed, whatever its case and accents.
func (s *binScreen) sift() {
	words := strings.Fields(models.Fold(s.find.Text))
	s.rows = slices.DeleteFunc(slices.Clone(s.all), func(r models.BinRow) bool {
		about := models.Fold(binName(r) + " " + binWhat(r))
		return slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(about, word) })
	})
	s.place.Objects = []fyne.CanvasObject{s.card}
	switch {
	case len(s.all) == 0:
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("bin.empty"), "", nil))}
	case len(s.rows) == 0:
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("bin.noMatch", "Text", s.find.Text), "", nil))}
	}
}

// onFind shows what was typed, from its beginning.
func (s *binScreen) onFind() {
	s.sift()
	s.list.Reset()
	s.list.Select(min(0, len(s.rows)-1))
	s.content.Refresh()
}

// enterList goes from the field into the list.
func (s *binScreen) enterList() {
	if len(s.rows) > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// showOld offers to let go what has been here for long.
func (s *binScreen) showOld(n int) {
	s.old = n
	s.strip.Objects = nil
	if n > 0 {
		row := kit.NewRow().Set(kit.RowContent{Title: kit.RichTN("bin.old", n), Second: kit.TN("bin.oldWhy", n), Wrap: true,
			Buttons: []kit.RowButton{{Label: kit.T("bin.remove"), OnTap: s.askToRemove}}})
		s.strip.Objects = []fyne.CanvasObject{kit.Card(kit.Rows(row))}
	}
	s.strip.Hidden = n == 0
}

func (s *binScreen) bind(i int, o fyne.CanvasObject) {
	if i >= len(s.rows) {
		return
	}
	r := s.rows[i]
	day := s.w.dayText(models.DayOf(r.At.In(s.w.app.Now().Location())))
	what, second := binWhat(r), kit.RichT("bin.second", "When", day, "Kept", s.keptText(r))
	if isMerged(r) { // with whom is too long for the first line
		what, second = thingWord(r.Thing), kit.RichT("bin.secondMerged", "Customer", r.Customer, "When", day, "Kept", s.keptText(r))
	}
	o.(*kit.Row).Set(kit.RowContent{
		Title:   kit.RichT("changes.title", "Name", binName(r), "What", what),
		Second:  second,
		Buttons: []kit.RowButton{{Label: kit.T("bin.putBack"), OnTap: func() { s.putBackRow(r) }}},
	})
}

// binName is what the owner calls what was taken out.
func binName(r models.BinRow) string {
	switch {
	case r.Thing == models.ThingReferralIn:
		return kit.T("bin.sent", "Referrer", r.Label, "Referee", r.Customer)
	case r.Label != "":
		return r.Label
	case r.Customer != "":
		return r.Customer
	}
	return kit.T("changes.stranger")
}

// binWhat is the sort of thing and, where it has a name of its own, whom it is about.
func binWhat(r models.BinRow) string {
	switch {
	case isMerged(r):
		return kit.T("bin.merged", "Kind", thingWord(r.Thing), "Customer", r.Customer)
	case (r.Thing == models.ThingVisit || r.Thing == models.ThingPraise) && r.Label != "" && r.Customer != "":
		return kit.T("changes.of", "Kind", thingWord(r.Thing), "Customer", r.Customer)
	}
	return thingWord(r.Thing)
}

// isMerged tells whether it is somebody who was made one with another.
func isMerged(r models.BinRow) bool { return r.Thing == models.ThingCustomer && r.Customer != "" }

// binDays is how long what is in the bin is kept at least, as models has it.
const binDays = 30

// keptText says how long a thing is kept at least: nothing goes by itself afterwards either.
func (s *binScreen) keptText(r models.BinRow) string {
	now := s.w.app.Now()
	left := r.At.In(now.Location()).AddDate(0, 0, binDays).Sub(now)
	if left <= 0 {
		return kit.T("bin.keptOn")
	}
	const day = 24 * time.Hour
	return kit.TN("bin.kept", int((left+day-1)/day))
}

func (s *binScreen) putBack(i int) {
	if i < len(s.rows) {
		s.putBackRow(s.rows[i])
	}
}

// putBackRow puts r back. A second press, on a row that has gone meanwhile, has nothing to do.
func (s *binScreen) putBackRow(r models.BinRow) {
	if !slices.ContainsFunc(s.rows, func(in models.BinRow) bool { return in.Thing == r.Thing && in.ID == r.ID }) {
		return
	}
	if err := s.w.store().PutBack(r.Thing, r.ID); err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.Did(kit.T("bin.didPutBack", "Name", binName(r)))
}

// askToRemove asks once more: this is one of the few things that cannot be undone.
func (s *binScreen) askToRemove() {
	kit.Confirm(s.w.canvas(), kit.TN("bin.sure", s.old), kit.T("bin.removeYes"), s.remove)
}

// remove lets go what has been here for long, and cleans the places in the file where it lay.
func (s *binScreen) remove() {
	n, err := s.w.store().EmptyBin()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.Run(kit.T("bin.removing"), sweep(s.w.store()), func(err error) {
		if err != nil {
			s.w.Trouble(err)
			return
		}
		s.w.Say(kit.TN("bin.removed", n))
	})
}
