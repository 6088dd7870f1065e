package views

import (
	"context"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// check is a look through the whole shop file, asked for by the owner.
type check struct {
	w     *Window
	found models.CheckReport
	sheet *kit.Sheet
}

// checkShopFile looks through the whole shop file and tells what was found, in plain words.
func checkShopFile(w *Window) {
	// To look at everything is to keep whoever has the file from saving all the while, and needs the right to write.
	if err := w.app.HeldElsewhere(); err != nil {
		w.Trouble(err)
		return
	}
	c := &check{w: w}
	store := w.store()
	look := func(ctx context.Context, report func(done, total int)) (err error) {
		c.found, err = store.FullCheck(ctx, report)
		return err
	}
	w.RunToShow(kit.T("check.running"), look, c.onLooked)
}

func (c *check) onLooked(err error) {
	switch {
	case app.IsDamage(err):
		showDamage(c.w)
	case err != nil:
		c.w.Trouble(err)
	case c.found.Whole():
		kit.ShowSheet(c.w.canvas(), kit.T("check.whole"), kit.Body(kit.T("check.wholeWhat")), kit.SheetOptions{Help: "backups", Width: 480})
	default:
		c.show()
	}
}

// show tells what was found, and offers what mends it: making sums and search anew where that is all, else a backup or
// a rescue.
func (c *check) show() {
	body := kit.VStack(12, findingLines(c.found))
	opts := kit.SheetOptions{Help: "backups", Cancel: kit.T("kit.close"), Width: 560}
	switch {
	case c.repairable() && c.found.Repairable():
		body.Add(kit.Body(kit.T("check.allRepairable")))
	case c.repairable():
		body.Add(kit.Body(kit.T("check.partRepairable")))
	}
	if c.repairable() {
		opts.Save, opts.OnSave = kit.T("check.repair"), c.repair
	}
	if c.damaged() {
		body.Add(kit.Body(kit.T("check.damaged")))
		opts.Save, opts.OnSave = kit.T("backups.open"), func() { c.leaveFor(func() { c.w.do(string(PlaceBackups)) }) }
		rescue := func() { c.leaveFor(func() { askWhereToRescue(c.w, c.w.store().Path()) }) }
		opts.Extra = []fyne.CanvasObject{kit.NewButton(kit.T("rescue.open"), rescue)}
	}
	c.sheet = kit.ShowSheet(c.w.canvas(), kit.T("check.found"), body, opts)
}

// findingLines tells each finding in a sentence, with what it means.
func findingLines(found models.CheckReport) fyne.CanvasObject {
	lines := kit.VStack(12)
	for _, f := range found.Findings {
		lines.Add(kit.VStack(2, kit.Strong(kit.TN("found."+f.Key, f.N)), kit.Quiet(kit.T("found."+f.Key+".why"))))
	}
	return lines
}

// leaveFor closes the sheet before it goes on.
func (c *check) leaveFor(do func()) {
	c.sheet.Close()
	do()
}

// damaged tells whether rows may be lost: no sum that is made anew brings them back.
func (c *check) damaged() bool {
	for _, f := range c.found.Findings {
		if f.Key == "check.damage" || f.Key == "check.links" {
			return true
		}
	}
	return false
}

// repairable tells whether something can be put right, and the file is one that can be written to.
func (c *check) repairable() bool {
	if c.damaged() || c.w.store().IsReadOnly() {
		return false
	}
	for _, f := range c.found.Findings {
		if f.Repairable {
			return true
		}
	}
	return false
}

// repair makes sums and search anew, and looks again.
func (c *check) repair() {
	c.sheet.Close()
	c.w.RunToShow(kit.T("check.repairing"), c.w.store().Repair, c.onRepaired)
}

func (c *check) onRepaired(err error) {
	if err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.onChange(models.KindAll)
	checkShopFile(c.w)
}

// checkSoon has the shop file looked through in the background. Nothing is said of one that is well.
func (w *Window) checkSoon() {
	w.app.CheckSoon(w.onDamage)
}

// onDamage shows it, or where the owner is typing just then, offers to.
func (w *Window) onDamage() {
	if _, types := w.canvas().Focused().(typing); types || kit.SheetOpen(w.canvas()) {
		w.offerLater(kit.T("check.damagedTitle"), func() { showDamage(w) }, nil)
		return
	}
	showDamage(w)
}

// showDamage says in a plain sentence that the shop file is damaged, and offers what can be done.
func showDamage(w *Window) {
	path := w.app.ShopFile()
	var sheet *kit.Sheet
	restore := func() { sheet.Close(); w.do(string(PlaceBackups)) }
	rescue := func() { sheet.Close(); askWhereToRescue(w, path) }
	body := kit.VStack(12, kit.Body(kit.T("check.damagedWhat")), kit.Body(kit.T("check.damaged")))
	sheet = kit.ShowSheet(w.canvas(), kit.T("check.damagedTitle"), body, kit.SheetOptions{
		Help: "backups", Save: kit.T("backups.open"), OnSave: restore, Cancel: kit.T("kit.close"), Width: 560,
		Extra: []fyne.CanvasObject{kit.NewButton(kit.T("rescue.open"), rescue)}})
}
