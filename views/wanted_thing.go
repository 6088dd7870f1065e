package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// wantedThing is the page of one thing that was not there: how often it was asked for, who waits for it in the order they asked, and
// what to do for them.
type wantedThing struct {
	w               *Window
	id              models.ItemID
	name            string
	since           func() models.Day
	title, subtitle *kit.RichLine
	ordered, cameIn *kit.Button
	back            *kit.Button
	list            *waitingList
	content         fyne.CanvasObject
}

// newWantedThing makes the page; since is the day from which it tells who asked, and back leads to the list.
func newWantedThing(w *Window, id models.ItemID, since func() models.Day, back, print func()) *wantedThing {
	t := &wantedThing{w: w, id: id, since: since, title: kit.Title(""), subtitle: kit.Quiet(""), list: newWaitingList(w)}
	t.cameIn = kit.NewButton(kit.T("wanted.cameIn"), t.onCameIn).Primary()
	t.ordered = kit.NewButton(kit.T("wanted.ordered"), func() { showOrdered(w, t.id, t.name) })
	about := kit.NewButton(kit.T("wanted.about"), func() { showItem(w, t.id) })
	t.back = kit.NewButton(kit.T("wanted.back"), back).Hint(kit.T("wanted.back.key"))
	onPaper := kit.NewButton(kit.T("wanted.print"), print).Hint(w.shortcutText("print"))
	head := kit.PageHead(t.title, t.subtitle, t.back, onPaper, about, t.ordered, t.cameIn)
	t.content = windowColumn(kit.Inset(22, 16, 22, 12, head), kit.Scroll(kit.Inset(22, 0, 22, 22, kit.VStack(0, t.list.object))))
	return t
}

// reload reads the thing and those who wait for it anew.
func (t *wantedThing) reload() error {
	row, err := t.w.store().WantedItem(t.id, t.since())
	if err != nil {
		return err
	}
	if err := t.list.show(t.id); err != nil {
		return err
	}
	t.name = row.Item
	t.title.SetText(row.Item)
	t.subtitle.SetMarkup(t.asked(row))
	t.subtitle.Show()
	t.ordered.Hidden = row.ToOrder == 0
	t.cameIn.Hidden = row.Waiting == row.Here
	t.content.Refresh()
	return nil
}

// asked tells who asked, and between which days.
func (t *wantedThing) asked(row models.WantedRow) string {
	switch {
	case row.People == 0:
		return kit.T("wanted.nobodyAsked")
	case row.First == row.Last:
		return kit.T("wanted.askedOn", "Asked", t.w.askedBy(row.Wanted), "Day", kit.Escape(t.w.dayText(row.First)))
	}
	return kit.T("wanted.askedSince", "Asked", t.w.askedBy(row.Wanted), "First", kit.Escape(t.w.dayText(row.First)), "Last", kit.Escape(t.w.dayText(row.Last)))
}

// focus puts the keyboard on the first call, or else on the main button, or where there is none on the way back.
func (t *wantedThing) focus() {
	switch {
	case t.list.focus(0):
	case !t.cameIn.Hidden:
		t.w.canvas().Focus(t.cameIn)
	default:
		t.w.canvas().Focus(t.back)
	}
}

// onCameIn makes the list of calls.
func (t *wantedThing) onCameIn() {
	n, err := t.w.store().CameIn(t.id)
	if err != nil {
		t.w.Trouble(err)
		return
	}
	t.w.Did(kit.TN("wanted.did.cameIn", n, "What", t.name))
	t.list.focus(0)
}
