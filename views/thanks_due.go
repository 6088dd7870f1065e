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
	total   int                        // of all that are due
	fit     int                        // of those that the owner chose to see
	without map[models.ThankYouID]bool // those the owner has unticked, by ThankYou.Same
	shown   int

	all     *kit.Tick
	boxes   *kit.TickColumn
	count   *kit.RichLine
	how     *kit.MenuButton
	aside   *kit.Button
	mark    *kit.Button
	posted  *postedLine
	narrow  *narrowedLine
	lines   []*thanksLine // reused, so that the keyboard stays where it is
	list    *fyne.Container
	more    *kit.Button
	note    *kit.RichLine
	object  fyne.CanvasObject
	changed func()           // other ones are ticked
	again   func(tab string) // other ones are to be read
}

// How many are read and how many of those stand there before the owner asks for more. A list of hundreds is a
// heap of paper that nobody writes through, and slow to read at every change; the oldest come first.
const (
	thanksRead  = 200
	thanksShown = 30
)

func newThanksDue(w *Window, changed func(), again func(tab string)) *thanksDue {
	d := &thanksDue{w: w, without: map[models.ThankYouID]bool{}, shown: thanksShown, changed: changed, again: again}
	d.all = kit.NewTick("", true, d.onAll)
	d.count = kit.Quiet("")
	d.boxes = kit.NewTickColumn(d.onTick, func() { d.onAll(true) })
	d.mark = kit.NewButton("", d.onMark).Small()
	d.aside = kit.NewButton(kit.T("thanks.aside"), d.onAside).Small()
	d.how = kit.NewMenuButton(kit.T("thanks.how"), d.ways).Small()
	d.posted, d.narrow = newPostedLine(w), newNarrowedLine(w, d.onEverybody)
	d.more = kit.NewButton("", d.onMore).Link()
	d.note = kit.Quiet("")
	d.list = kit.VStack(0)
	head := kit.Ends(kit.HStack(8, d.all, d.count), d.how, d.aside, d.mark)
	foot := kit.VStack(8, d.more, d.note, kit.Quiet(kit.T("thanks.keeps")))
	above := kit.VStack(8, d.posted.object, d.narrow.object)
	d.object = kit.CardFilled(kit.VStack(8, head, kit.Hairline(), kit.Grow(kit.Scroll(kit.VStack(12, above, d.list, foot)))))
	return d
}

func (d *thanksDue) reload() (err error) {
	chosen := d.w.app.Prefs.ThanksChoices()
	if d.rows, d.fit, err = d.w.store().ThankYous(chosen.Filter(thanksRead)); err != nil {
		return err
	}
	if d.total = d.fit; chosen.Narrowed() {
		if _, d.total, err = d.w.store().ThankYous(models.ThanksFilter{}); err != nil {
			return err
		}
	}
	d.narrow.set(chosen, d.fit)
	if err := d.posted.reload(); err != nil {
		return err
	}
	due := make(map[models.ThankYouID]bool, len(d.rows))
	for _, t := range d.rows {
		due[t.Same()] = true
	}
	for id := range d.without {
		if !due[id] && !chosen.Narrowed() {
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
	boxes := make([]*kit.Tick, n)
	for i := range n {
		boxes[i] = d.lines[i].tick
		if i > 0 {
			d.list.Objects = append(d.list.Objects, kit.Hairline())
		}
		d.lines[i].set(d.rows[i], !d.without[d.rows[i].Same()])
		d.list.Objects = append(d.list.Objects, d.lines[i].object)
	}
	d.boxes.Set(boxes)
	d.more.Hidden = n == len(d.rows)
	d.more.SetText(kit.TN("thanks.more", len(d.rows)-n))
	d.note.Hidden = d.fit == len(d.rows)
	d.note.SetText(kit.T("thanks.oldest", "N", kit.Count(len(d.rows)), "Total", kit.Count(d.fit)))
	d.countTicks()
	d.object.Refresh()
}

// countTicks says how many are ticked, and on the button what that means.
func (d *thanksDue) countTicks() {
	n := len(d.ticked())
	d.all.SetOn(n == len(d.rows))
	d.count.SetText(kit.T("thanks.ticked", "N", kit.Count(n), "Of", kit.Count(len(d.rows))))
	d.mark.SetText(kit.TN("thanks.mark", n))
	for _, control := range []fyne.Disableable{d.mark, d.aside, d.how} {
		if n == 0 {
			control.Disable()
		} else {
			control.Enable()
		}
	}
}

// ticked gives those that are ticked.
func (d *thanksDue) ticked() []models.ThankYouRow {
	var rows []models.ThankYouRow
	for _, t := range d.rows {
		if !d.without[t.Same()] {
			rows = append(rows, t)
		}
	}
	return rows
}

// onTick notes that the boxes from first to last were turned over.
func (d *thanksDue) onTick(first, last int, on bool) {
	for _, l := range d.lines[first : last+1] {
		if on {
			delete(d.without, l.t.Same())
		} else {
			d.without[l.t.Same()] = true
		}
	}
	d.countTicks()
	d.object.Refresh()
	d.changed()
}

func (d *thanksDue) onAll(on bool) {
	for _, t := range d.rows {
		if on {
			delete(d.without, t.Same())
		} else {
			d.without[t.Same()] = true
		}
	}
	d.fill()
	d.changed()
}

// onEverybody shows all again.
func (d *thanksDue) onEverybody() {
	d.w.app.Prefs.SetThanksChoices(d.w.app.Prefs.ThanksChoices().Everybody())
	d.again(tabDue)
}

func (d *thanksDue) onMark()  { showThanked(d.w, d.ticked()) }
func (d *thanksDue) onAside() { showPutAside(d.w, d.ticked()) }

// ways are the other ways in which those ticked can be thanked.
func (d *thanksDue) ways() []kit.MenuItem {
	items := make([]kit.MenuItem, len(models.Channels))
	for i, channel := range models.Channels {
		items[i] = kit.MenuItem{Label: channelWord(channel), OnTap: func() { d.onHow(channel) }}
	}
	return items
}

// onHow has all that are ticked thanked in one way. Whoever asked not to be is told of in their line, as ever.
func (d *thanksDue) onHow(channel models.Channel) {
	rows := d.ticked()
	if err := d.w.store().SetThankYouChannels(idsOf(rows), channel); err != nil {
		d.w.Trouble(err)
		return
	}
	d.w.Did(kit.TN("thanks.did.howMany", len(rows), "Name", rows[0].Name, "How", channelWord(channel)))
}

func (d *thanksDue) onMore() {
	d.shown += thanksShown
	d.fill()
}
