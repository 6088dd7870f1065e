package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// thanksFound is a list of thank-yous nobody waits for, with a field to find somebody in it once it is long.
type thanksFound struct {
	w      *Window
	past   *thanksPast
	find   *kit.FilterEntry
	soon   soon
	head   *fyne.Container
	list   *fyne.Container // the list, or that nobody fits
	object fyne.CanvasObject
}

func newThanksFound(w *Window, past *thanksPast) *thanksFound {
	f := &thanksFound{w: w, past: past, list: page(past.object)}
	f.find = kit.NewFilterEntry(kit.T("thanks.found.find"))
	f.find.OnTyped = func(string) { f.soon.plan(w.app, typingPause, f.narrow) }
	f.find.OnList = func() { w.canvas().Focus(past.list) }
	f.head = kit.HStack(0, kit.Fixed(280, f.find))
	f.object = kit.VStack(10, f.head, kit.Grow(f.list))
	return f
}

// show lays out what was read of the list, of which there are all.
func (f *thanksFound) show(all int) {
	f.head.Hidden = all <= thanksShown && f.past.filter.Who == ""
	shown := f.past.object
	if f.past.rows.len() == 0 {
		shown = kit.CardFilled(kit.EmptyState(kit.T("thanks.found.nobody"), kit.T("thanks.found.show"), f.showAll))
	}
	f.list.Objects = []fyne.CanvasObject{shown}
	f.list.Refresh()
}

// narrow shows what is for whoever is typed.
func (f *thanksFound) narrow() {
	f.soon.drop()
	f.past.filter.Who = strings.TrimSpace(f.find.Text)
	if err := f.past.reload(); err != nil {
		f.w.Trouble(err)
		return
	}
	f.past.list.Reset()
	all, err := f.past.count(0)
	if err != nil {
		f.w.Trouble(err)
		return
	}
	f.show(all)
}

func (f *thanksFound) showAll() {
	f.find.Clear()
	f.narrow()
	f.w.canvas().Focus(f.find)
}
