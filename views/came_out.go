package views

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// cameAsk is what is noted once the owner says that a print came out.
type cameAsk struct {
	store  *models.Store        // the pages were worded from; where another shop was opened meanwhile, nothing is noted in that one
	thanks []models.ThankYouRow // are then printed; none for what thanks nobody
	labels *labelsUsed          // of the last sheet of labels; nil for other paper
}

// labelsUsed is what a print used of a sheet of labels.
type labelsUsed struct {
	sheet models.LabelSheet
	left  *models.LabelLeft // the one that was begun with; nil for a new one
	used  []int             // places of the last sheet
}

// cameOut asks which of the pages came out, and notes it: printed is only what did.
type cameOut struct {
	cameAsk
	w       *Window
	without map[models.ThankYouID]bool // those unticked
	list    *kit.List                  // nil for fewer than two: there is nothing to choose
	form    *kit.Form
	name    *kit.Entry // of what is left of the sheet of labels
	front   *kit.Sheet
}

// askCameOut asks it. Of pages that were saved as a file it asks in passing: they may be printed elsewhere, later, or never.
func (w *Window) askCameOut(ask cameAsk, out printedPages) {
	c := &cameOut{cameAsk: ask, w: w, without: map[models.ThankYouID]bool{}, form: kit.NewForm(), name: kit.NewEntry("")}
	switch {
	case ask.store != w.store():
		w.Say(kit.T("print.did.otherShop"))
	case len(ask.thanks) == 0 && ask.labels == nil:
		w.sayPrinted(out)
	case out.Way == app.PrintFile:
		saved := kit.T("desk.did.file", "File", filepath.Base(out.path), "Folder", placeName(filepath.Dir(out.path)))
		w.Offer(kit.T("came.saved", "Saved", saved), kit.T("came.saved.do"), func() { c.show(out) })
	default:
		c.show(out)
	}
}

// show opens the question. Enter says yes: that is how it mostly goes.
func (c *cameOut) show(out printedPages) {
	if c.store != c.w.store() {
		return
	}
	body := kit.VStack(12, kit.Body(c.where(out)))
	if c.labels != nil {
		c.addDrawer(body)
	}
	if len(c.thanks) > 1 {
		body.Add(c.people())
	}
	c.front = kit.ShowSheet(c.w.canvas(), kit.T("came.title"), body,
		kit.SheetOptions{Help: "printing", Save: c.yesText(), OnSave: c.yes, Cancel: kit.T("came.no"), OnCancel: c.no, Width: 560})
	c.w.canvas().Focus(c.front.SaveButton())
}

// where says where the pages went.
func (c *cameOut) where(out printedPages) string {
	switch {
	case out.Way == app.PrintQueue:
		return kit.T("desk.did.queue", "Printer", out.Printer)
	case out.Way == app.PrintFile:
		return kit.T("desk.did.file", "File", filepath.Base(out.path), "Folder", placeName(filepath.Dir(out.path)))
	case c.labels != nil:
		return kit.T("labels.came.open")
	}
	return kit.T("came.program")
}

// people are those on the pages, with a tick each.
func (c *cameOut) people() fyne.CanvasObject {
	c.list = kit.NewList(func() int { return len(c.thanks) }, func() fyne.CanvasObject { return kit.NewRow() }, c.bind).Ruled()
	c.list.OnClicked = c.turn
	c.list.OnActivated = c.turn
	c.list.SetPicks(&kit.ListPicks{Picked: c.ticked, OnPick: c.onPick, OnPickAll: func() { c.onPick(0, len(c.thanks)-1, true) }})
	const row, atMost, others = 58, 420, 330 // the rest of the sheet, with the name of what is left of the labels
	height := max(min(float32(row*len(c.thanks)+8), atMost, kit.SheetRoom(c.w.canvas())-others*c.w.app.Prefs.TextScale()), 3*row)
	return kit.VStack(8, kit.Quiet(kit.T("came.untick")), kit.CardFilled(kit.Over(kit.VGap(height), c.list)))
}

func (c *cameOut) bind(i int, o fyne.CanvasObject) {
	t, pick := c.thanks[i], kit.PickOff
	if c.ticked(i) {
		pick = kit.PickOn
	}
	o.(*kit.Row).Set(kit.RowContent{Initials: kit.Initials(t.Name), Title: "**" + kit.Escape(t.Name) + "**", Second: c.w.thanksWhy(t), Side: channelWord(t.Channel), Pick: pick})
}

func (c *cameOut) ticked(i int) bool { return i < len(c.thanks) && !c.without[c.thanks[i].Same()] }

// turn is what a click and Enter do to a row, as Space does.
func (c *cameOut) turn(i int) { c.onPick(i, i, !c.ticked(i)) }

func (c *cameOut) onPick(first, last int, on bool) {
	for _, t := range c.thanks[first : last+1] {
		if on {
			delete(c.without, t.Same())
		} else {
			c.without[t.Same()] = true
		}
	}
	c.list.Refresh()
	yes := c.front.SaveButton()
	yes.SetText(c.yesText())
	setEnabled(yes, len(c.came()) > 0)
	c.front.Refit()
}

// came are those that came out.
func (c *cameOut) came() (rows []models.ThankYouRow) {
	for _, t := range c.thanks {
		if !c.without[t.Same()] {
			rows = append(rows, t)
		}
	}
	return rows
}

// yesText is what the main button says: how many, where not all.
func (c *cameOut) yesText() string {
	switch n := len(c.came()); {
	case n < len(c.thanks):
		return kit.TN("came.some", n, "Count", kit.Count(n), "All", kit.Count(len(c.thanks)))
	case n > 1:
		return kit.T("came.all")
	}
	return kit.T("came.yes")
}

// no notes nothing.
func (c *cameOut) no() {
	key := "came.again"
	if len(c.thanks) == 0 {
		key = "labels.came.again"
	}
	c.w.Say(kit.T(key))
}
