package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// postedLine asks, above those to be thanked, which of the printed ones went out. Printing thanks nobody, and so it stays until the
// owner has said it.
type postedLine struct {
	w      *Window
	rows   []models.ThankYouRow // printed, oldest first
	total  int
	ask    *kit.RichLine
	object *fyne.Container
}

func newPostedLine(w *Window) *postedLine {
	p := &postedLine{w: w, ask: kit.Strong("")}
	button := kit.NewButton(kit.T("thanks.posted.do"), p.onAsk).Small()
	p.object = kit.VStack(8, kit.HFill(8, kit.Grow(p.ask), button), kit.Hairline())
	return p
}

func (p *postedLine) reload() (err error) {
	p.rows, p.total, err = p.w.store().ThankYous(models.ThanksFilter{Printed: true, Limit: thanksRead})
	p.object.Hidden = p.total == 0
	p.ask.SetText(kit.TN("thanks.posted.ask", p.total))
	return err
}

func (p *postedLine) onAsk() { showPosted(p.w, p.rows, p.total-len(p.rows)) }

// postedSheet has all that are printed, ticked: those that did not go out are unticked, and the others marked as thanked.
type postedSheet struct {
	w     *Window
	rows  []models.ThankYouRow
	ticks []*kit.Tick
	by    *kit.Select
	form  *kit.Form
	sheet *kit.Sheet
}

// showPosted opens the sheet for rows, of which there is at least one; left is how many more are printed.
func showPosted(w *Window, rows []models.ThankYouRow, left int) {
	usual, err := w.usualStaff()
	if err != nil {
		w.Trouble(err)
		return
	}
	staff, err := w.staffChoices(kit.T("thanks.by.none"), 0)
	if err != nil {
		w.Trouble(err)
		return
	}
	p := &postedSheet{w: w, rows: rows, form: kit.NewForm(), by: kit.NewSelect(staff, idText(usual), nil)}
	body := kit.VStack(14, kit.Quiet(kit.T("thanks.posted.hint")), p.list())
	if left > 0 {
		body.Add(kit.Quiet(kit.TN("thanks.posted.left", left)))
	}
	body.Add(kit.NewField(kit.T("thanks.by"), p.by))
	p.sheet = kit.ShowSheet(w.canvas(), kit.T("thanks.posted.title"), body,
		kit.SheetOptions{Help: "thank-yous", Save: kit.TN("thanks.mark", len(rows)), OnSave: p.save, Dirty: p.dirty, Width: 560})
}

// list has a line with a box for each.
func (p *postedSheet) list() fyne.CanvasObject {
	column := kit.NewTickColumn(func(int, int, bool) { p.count() }, p.tickAll)
	list := kit.VStack(0)
	for _, t := range p.rows {
		tick := kit.NewTick("", true, nil)
		p.ticks = append(p.ticks, tick)
		words := kit.Rich(kit.RichT("thanks.posted.row", "Name", t.Name, "How", channelWord(t.Channel), "Day", p.w.momentText(t.PrintedAt))).Ellipsis()
		list.Add(kit.HStack(8, tick, kit.Grow(words)))
	}
	column.Set(p.ticks)
	return list
}

func (p *postedSheet) tickAll() {
	for _, tick := range p.ticks {
		tick.SetOn(true)
	}
	p.count()
}

// went gives those that are ticked.
func (p *postedSheet) went() (rows []models.ThankYouRow) {
	for i, tick := range p.ticks {
		if tick.On() {
			rows = append(rows, p.rows[i])
		}
	}
	return rows
}

// count says on the button how many are marked.
func (p *postedSheet) count() { p.sheet.SaveButton().SetText(kit.TN("thanks.mark", len(p.went()))) }

func (p *postedSheet) dirty() bool { return len(p.went()) < len(p.rows) }

func (p *postedSheet) save() {
	rows := p.went()
	if len(rows) == 0 {
		p.sheet.Close() // nothing went out: all stay
		return
	}
	if err := p.w.store().MarkThanked(idsOf(rows), idFrom[models.StaffID](p.by.Value()), ""); err != nil {
		p.w.Trouble(p.form.Show(err))
		return
	}
	p.sheet.Close()
	p.w.Did(kit.TN("thanks.did.thanked", len(rows), "Name", rows[0].Name))
}
