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

// What the search box offers of each sort: together as many as are seen at once.
const (
	foundCustomers = 4
	foundOthers    = 2
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
	hits, err := f.w.store().Search(text, foundCustomers)
	if err != nil {
		f.w.Trouble(err)
		return nil
	}
	f.open = f.open[:0]
	var options []kit.Option
	add := func(o kit.Option, open func()) {
		o.ID = int64(len(f.open))
		f.open = append(f.open, open)
		options = append(options, o)
	}
	for _, c := range hits.Customers {
		word, tone := rungWord(c.Rung)
		add(kit.Option{Title: c.Name, Second: customerSecond(c), Badge: word, Tone: tone}, func() { f.w.OpenCustomer(c.ID) })
	}
	for _, i := range hits.Items[:min(len(hits.Items), foundOthers)] {
		add(kit.Option{Title: i.Name, Second: foundThing(i.AskedN)}, func() { f.w.OpenLog(i) })
	}
	for _, n := range hits.Notes[:min(len(hits.Notes), foundOthers)] {
		add(kit.Option{Title: n.Text, Second: f.noteSecond(n)}, func() { f.openNote(n) })
	}
	if len(hits.Customers) == 0 {
		add(kit.Option{Title: text, Add: true}, func() { f.w.NewCustomer(text) })
	}
	return options
}

func customerSecond(c models.CustomerHit) string {
	if c.Why != "" {
		return c.Why
	}
	if c.Phone != "" {
		return c.Phone
	}
	return c.Email
}

func (f *finder) noteSecond(n models.NoteHit) string {
	day := kit.DayText(f.w.app.Now(), string(n.Day))
	if n.Customer == "" {
		return kit.T("found.noteStranger", "Day", day)
	}
	return kit.T("found.note", "Name", n.Customer, "Day", day)
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
