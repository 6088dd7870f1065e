package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// finder is the search box of the window: customers, phones, items and notes from anywhere.
type finder struct {
	w    *Window
	box  *kit.Picker
	open []func()       // what choosing the option with that ID does
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
	f.box.SetPlaceHolder(kit.T("bar.find", "Keys", w.shortcutText("find")))
	f.box.OnChosen = f.onChosen
	f.box.OnEscape = f.onEscape
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
	others := foundOthers
	if len(hits.Customers)+3*foundOthers > foundAll {
		others = foundLeast
	}
	items, asked, notes := firstOf(hits.Items, others), firstOf(hits.Asked, others), firstOf(hits.Notes, others)
	people := firstOf(hits.Customers, foundAll-len(items)-len(asked)-len(notes))
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
	}
	why := models.Found{Reason: models.FoundBySaid, Why: n.Text, Day: n.Day}
	return kit.Option{Title: who, Why: f.w.foundWhy(why, text)}
}

func (f *finder) openNote(n models.NoteHit) {
	if n.CustomerID == 0 {
		f.w.EditVisit(n.VisitID)
		return
	}
	f.w.OpenCustomer(n.CustomerID)
}

func (f *finder) onChosen(o kit.Option) {
	f.box.Clear()
	f.from = nil // where it leads is another page
	if int(o.ID) < len(f.open) {
		f.open[o.ID]()
	}
}
