package views

import (
	"context"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// finder is the search box of the window: customers, phones, items and notes from anywhere.
type finder struct {
	w    *Window
	box  *kit.Picker
	open []func()       // what choosing the option with that ID does
	said *saidSearch    // for words too short to be found at once
	from fyne.Focusable // what had the focus before; may be nil
}

// What the search box offers: as many as are seen at once, and of each sort beside the customers so many where there is room.
const (
	foundAll    = 8
	foundOthers = 2
	foundLeast  = 1 // of each, beside as many customers as fit
)

func newFinder(w *Window) *finder {
	f := &finder{w: w}
	f.box = kit.NewPicker(f.search)
	f.box.SetPlaceHolder(kit.T("bar.find", "Keys", w.shortcutText("find")), kit.T("bar.find.short"))
	f.box.OnChosen = f.onChosen
	f.box.OnEscape = f.onEscape
	f.said = newSaidSearch(w, f.askSaid, f.box.Again)
	return f
}

// begin puts the cursor into the box.
func (f *finder) begin() {
	box := f.box.FocusTarget()
	if now := f.w.canvas().Focused(); now != box {
		f.from = now
	}
	f.w.canvas().Focus(box)
}

// onEscape forgets what was typed and goes back to where the owner was, where that is still on the page.
func (f *finder) onEscape() {
	f.box.Clear()
	f.said.forget()
	f.w.canvas().Unfocus()
	if f.from != nil {
		f.w.canvas().Focus(f.from)
	}
}

func (f *finder) search(text string) []kit.Option {
	hits, err := f.w.store().Search(text, foundAll)
	if err != nil {
		f.w.Trouble(err)
		return nil
	}
	notes, roomForNotes, err := f.notes(hits, text)
	if err != nil {
		f.w.Trouble(err)
		return nil
	}
	others := foundOthers
	if len(hits.Customers)+3*foundOthers > foundAll {
		others = foundLeast
	}
	items, asked, notes := firstOf(hits.Items, others), firstOf(hits.Asked, others), firstOf(notes, others)
	people := firstOf(hits.Customers, foundAll-len(items)-len(asked)-max(len(notes), roomForNotes))
	f.open = f.open[:0]
	var options []kit.Option
	for _, c := range people {
		options = f.add(options, f.w.foundOption(c, text), func() { f.w.OpenCustomer(c.ID) })
	}
	for _, i := range items {
		options = f.add(options, kit.Option{Title: i.Name, Second: foundThing(i.AskedN)}, func() { showItem(f.w, i.ID) })
	}
	for _, a := range asked {
		why := models.Found{Reason: models.FoundByAsked, Why: a.Item, Day: a.Day}
		options = f.add(options, kit.Option{Title: a.Customer, Why: f.w.foundWhy(why, text)}, func() { f.w.OpenCustomer(a.CustomerID) })
	}
	for _, n := range notes {
		options = f.add(options, f.noteOption(n, text), func() { f.openNote(n) })
	}
	if len(hits.Customers) == 0 {
		options = f.add(options, kit.Option{Title: text, Add: true}, func() { f.w.NewCustomer(text) })
	}
	return options
}

// notes gives what was noted, and for how much that comes later room is left: a line that is there must not give way to it.
func (f *finder) notes(hits models.Hits, text string) (notes []models.NoteHit, room int, err error) {
	said := f.said.of(models.CustomerFilter{Text: text})
	if !models.IsShort(text) {
		return hits.Notes, 0, nil
	}
	notes, err = f.w.store().SaidNotes(text, said)
	return notes, foundLeast, err
}

// askSaid looks through what everybody said.
func (f *finder) askSaid(asked models.CustomerFilter) (func(context.Context) ([]models.VisitID, error), error) {
	store := f.w.store()
	return func(ctx context.Context) ([]models.VisitID, error) { return store.FindSaid(ctx, asked.Text) }, nil
}

func firstOf[T any](all []T, n int) []T { return all[:min(len(all), n)] }

// add adds an option, and what choosing it does.
func (f *finder) add(options []kit.Option, o kit.Option, open func()) []kit.Option {
	o.ID = int64(len(f.open))
	f.open = append(f.open, open)
	return append(options, o)
}

func (f *finder) noteOption(n models.NoteHit, text string) kit.Option {
	who := n.Customer
	if who == "" {
		who = kit.T("found.stranger")
		if n.PraiseID != 0 {
			who = kit.T("praise.unsigned")
		}
	}
	why := models.Found{Reason: models.FoundBySaid, Why: n.Text, Day: n.Day}
	if n.PraiseID != 0 {
		why.Reason = models.FoundByPraise
	}
	return kit.Option{Title: who, Why: f.w.foundWhy(why, text)}
}

func (f *finder) openNote(n models.NoteHit) {
	if n.PraiseID != 0 {
		f.w.OpenPraise(n.PraiseID)
		return
	}
	if n.CustomerID == 0 {
		f.w.EditVisit(n.VisitID)
		return
	}
	f.w.OpenCustomer(n.CustomerID)
}

func (f *finder) onChosen(o kit.Option) {
	f.box.Clear()
	f.said.forget()
	f.from = nil // where it leads is another page
	if int(o.ID) < len(f.open) {
		f.open[o.ID]()
	}
}
