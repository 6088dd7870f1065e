package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksDue is the card of those to be thanked, oldest first: a box to tick each, all ticked at first.
type thanksDue struct {
	w       *Window
	rows    []models.ThankYouRow
	total   int
	without map[models.ThankYouID]bool // those the owner has unticked
	shown   int

	all     *kit.Tick
	count   *kit.RichLine
	mark    *kit.Button
	lines   []*thanksLine // reused, so that the keyboard stays where it is
	list    *fyne.Container
	more    *kit.Button
	note    *kit.RichLine
	object  fyne.CanvasObject
	changed func() // other ones are ticked
}

// How many are read and how many of those stand there before the owner asks for more. A list of hundreds is a
// heap of paper that nobody writes through, and slow to read at every change; the oldest come first.
const (
	thanksRead  = 200
	thanksShown = 30
)

func newThanksDue(w *Window, changed func()) *thanksDue {
	d := &thanksDue{w: w, without: map[models.ThankYouID]bool{}, shown: thanksShown, changed: changed}
	d.all = kit.NewTick("", true, d.onAll)
	d.count = kit.Quiet("")
	d.mark = kit.NewButton("", d.onMark)
	d.more = kit.NewButton("", d.onMore).Link()
	d.note = kit.Quiet("")
	d.list = kit.VStack(0)
	head := kit.HStack(8, d.all, kit.Grow(d.count), d.mark)
	foot := kit.VStack(8, d.more, d.note, kit.Quiet(kit.T("thanks.keeps")))
	d.object = kit.CardFilled(kit.VStack(8, head, kit.Hairline(), kit.Grow(kit.Scroll(kit.VStack(12, d.list, foot)))))
	return d
}

func (d *thanksDue) reload() (err error) {
	if d.rows, d.total, err = d.w.store().ThankYous(models.ThanksFilter{Limit: thanksRead}); err != nil {
		return err
	}
	due := make(map[models.ThankYouID]bool, len(d.rows))
	for _, t := range d.rows {
		due[t.ID] = true
	}
	for id := range d.without {
		if !due[id] {
			delete(d.without, id)
		}
	}
	d.fill()
	return nil
}

// fill writes the rows into the lines, and what follows from them into the rest of the card.
func (d *thanksDue) fill() {
	n := min(d.shown, len(d.rows))
	for len(d.lines) < n {
		d.lines = append(d.lines, newThanksLine(d.w, d))
	}
	d.list.Objects = d.list.Objects[:0]
	for i := range n {
		if i > 0 {
			d.list.Objects = append(d.list.Objects, kit.Hairline())
		}
		d.lines[i].set(d.rows[i], !d.without[d.rows[i].ID])
		d.list.Objects = append(d.list.Objects, d.lines[i].object)
	}
	d.more.Hidden = n == len(d.rows)
	d.more.SetText(kit.TN("thanks.more", len(d.rows)-n))
	d.note.Hidden = d.total == len(d.rows)
	d.note.SetText(kit.T("thanks.oldest", "N", kit.Count(len(d.rows)), "Total", kit.Count(d.total)))
	d.countTicks()
	d.object.Refresh()
}

// countTicks says how many are ticked, and on the button what that means.
func (d *thanksDue) countTicks() {
	n := len(d.rows) - len(d.without)
	d.all.SetOn(n == len(d.rows))
	d.count.SetText(kit.T("thanks.ticked", "N", kit.Count(n), "Of", kit.Count(len(d.rows))))
	d.mark.SetText(kit.TN("thanks.mark", n))
	if n == 0 {
		d.mark.Disable()
		return
	}
	d.mark.Enable()
}

// ticked gives those that are ticked.
func (d *thanksDue) ticked() []models.ThankYouRow {
	var rows []models.ThankYouRow
	for _, t := range d.rows {
		if !d.without[t.ID] {
			rows = append(rows, t)
		}
	}
	return rows
}

// tick is what a click on the box of one does.
func (d *thanksDue) tick(id models.ThankYouID, on bool) {
	if on {
		delete(d.without, id)
	} else {
		d.without[id] = true
	}
	d.countTicks()
	d.object.Refresh()
	d.changed()
}

func (d *thanksDue) onAll(on bool) {
	clear(d.without)
	if !on {
		for _, t := range d.rows {
			d.without[t.ID] = true
		}
	}
	d.fill()
	d.changed()
}

func (d *thanksDue) onMark() { showThanked(d.w, d.ticked()) }

func (d *thanksDue) onMore() {
	d.shown += thanksShown
	d.fill()
}
