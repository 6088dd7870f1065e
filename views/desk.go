package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// deskPaper is a kind of paper as a desk shows and prints it.
type deskPaper struct {
	kind    app.PaperKind     // what it was printed with last is remembered by
	title   string            // of the sheet
	choices fyne.CanvasObject // at the left; nil for none
	width   float32           // of the choices at 100 % text; 0 for the usual
	head    fyne.CanvasObject // above the page; nil for nothing
	beside  fyne.CanvasObject // beneath the choice of the printer; nil for nothing
	upon    fyne.CanvasObject // laid over the page; nil for nothing

	prepare  func() (layOut, error) // words the pages as they are to be seen and, without whole, printed
	empty    func() bool            // tells that there is nothing on the pages that were worded last, so that they are not printed; nil for never
	whole    func() (layOut, error) // words the pages as they are to be printed, where more or other ones are than those to be seen; else nil
	fileName func() string          // names the PDF; nil for the title of the pages

	turned  func(at int)       // told which page is in front; may be nil
	printer func()             // told that another printer is chosen; may be nil
	printed func(printedPages) // told once the pages are out and the sheet is gone; nil for a toast that says where they are
	closed  func()             // told that the sheet is gone, whether or not anything was printed; may be nil
}

// desk is the sheet in which every kind of paper is looked at and printed: its choices at the left and beneath them the way out; at the
// right the very pages that will print, to turn and to enlarge. Enter prints as that kind of paper was printed last.
type desk struct {
	w       *Window
	what    deskPaper
	preview *pagesPreview
	pane    *kit.ZoomPane
	zoom    *kit.Chips
	through *printerChoice
	sheet   *kit.Sheet
	allowed bool // there is something to print
}

// How wide the parts of a desk are, at 100 % text.
const (
	deskChoices = 230
	deskPages   = 880 // a page of A4 at 100 %, with its ground
	deskGap     = 18
)

// showDesk opens a desk and lays the pages out.
func showDesk(w *Window, what deskPaper) *desk {
	d := newDesk(w, what)
	d.renew()
	d.through.find()
	return d
}

// newDesk opens a desk without any pages yet.
func newDesk(w *Window, what deskPaper) *desk {
	if what.width == 0 {
		what.width = deskChoices
	}
	d := &desk{w: w, what: what, allowed: true}
	d.preview = newPagesPreview(w, d.prepare)
	d.preview.turned = d.onTurned
	d.pane = d.preview.enlarge()
	d.pane.OnZoomed = d.sayZoom
	d.pane.OnEnter = d.print
	if what.upon != nil {
		d.preview.area.Add(what.upon)
	}
	d.through = newPrinterChoice(w, what.kind, d.onPrinter)
	d.zoom = kit.NewChips(zoomChoices(), strconv.Itoa(kit.ZoomWhole), d.onZoom)
	d.zoom.ArrowsChoose = true
	room := kit.SheetRoom(w.canvas())
	body := kit.HStackTop(deskGap, kit.Fixed(what.width, d.column(room)), kit.Grow(kit.Over(kit.VGap(room), d.pages())))
	d.sheet = kit.ShowSheet(w.canvas(), what.title, body, kit.SheetOptions{Help: paperPage(what.kind), Save: d.through.verb(), OnSave: d.print, OnCancel: d.onClosed, Width: what.width + deskPages})
	d.sheet.Layer().OnKey = d.onKey
	w.canvas().Focus(d.sheet.SaveButton())
	return d
}

// column has the choices, which scroll where they are many, and beneath them the way out, which stays in view.
func (d *desk) column(height float32) fyne.CanvasObject {
	out := kit.VStack(2, kit.VStack(10, d.through.field, d.through.number))
	if d.what.beside != nil {
		out.Add(d.what.beside)
	}
	if d.what.choices == nil {
		return out
	}
	return kit.Pinned(height, 14, d.what.choices, out)
}

// pages has the preview with what belongs to it.
func (d *desk) pages() fyne.CanvasObject {
	p := d.preview
	head := kit.Ends(p.caption, d.zoom, p.back, p.next)
	stack := kit.VStack(8)
	if d.what.head != nil {
		stack.Add(d.what.head)
	}
	stack.Add(head)
	stack.Add(kit.Grow(p.ground()))
	p.object = stack
	return stack
}

func zoomChoices() []kit.Choice {
	var choices []kit.Choice
	for _, percent := range kit.ZoomSteps() {
		label := kit.T("desk.zoom", "Percent", percent)
		if percent == kit.ZoomWhole {
			label = kit.T("desk.zoom.whole")
		}
		choices = append(choices, kit.Choice{Value: strconv.Itoa(percent), Label: label})
	}
	return choices
}

// prepare words the pages, and gives the choices the room they need by then.
func (d *desk) prepare() (layOut, error) {
	defer d.sheet.Refit()
	lay, err := d.what.prepare()
	if err == nil && d.what.empty != nil {
		d.allow(!d.what.empty())
		d.stepAside()
	}
	return lay, err
}

// renew lets the pages show what is chosen now.
func (d *desk) renew() { d.preview.renew() }

// allow says whether there is anything to print.
func (d *desk) allow(on bool) {
	d.allowed = on
	setEnabled(d.sheet.SaveButton(), on)
}

// stepAside leads the keyboard from a button that does nothing, because the paper is empty, to what can be chosen instead.
func (d *desk) stepAside() {
	if !d.allowed && d.w.canvas().Focused() == d.sheet.SaveButton() {
		d.w.canvas().Unfocus()
		d.w.canvas().FocusNext()
	}
}

// onPrinter follows the choice of the way out.
func (d *desk) onPrinter() {
	if d.sheet != nil {
		d.sheet.SaveButton().SetText(d.through.verb())
		d.sheet.Refit()
	}
	if d.what.printer != nil {
		d.what.printer()
	}
}

// onTurned follows the page in front, which may be of another size.
func (d *desk) onTurned(at int) {
	const perMillimetre = 96 / 25.4 // at 100 % a page is as large as it comes out, on a screen that tells the truth
	page := d.preview.sheet.page
	d.pane.SetNatural(fyne.NewSize(float32(page.Width)*perMillimetre, float32(page.Height)*perMillimetre))
	if d.what.turned != nil {
		d.what.turned(at)
	}
}

func (d *desk) onZoom(value string) {
	if percent, err := strconv.Atoi(value); err == nil {
		d.enlarge(func() { d.pane.SetPercent(percent) })
	}
}

func (d *desk) sayZoom() { d.zoom.SetValue(strconv.Itoa(d.pane.Percent())) }

// onKey turns and enlarges the pages, wherever the keyboard is but where the same keys mean something else.
func (d *desk) onKey(key *fyne.KeyEvent) {
	switch d.w.canvas().Focused().(type) {
	case nil, *kit.Button, *kit.Tick, *kit.Chips, *kit.ZoomPane:
	default:
		return
	}
	switch key.Name {
	case fyne.KeyPageDown:
		d.page(+1)
	case fyne.KeyPageUp:
		d.page(-1)
	case fyne.KeyHome:
		d.preview.turn(-d.preview.at)
		d.pane.ShowStart()
	case fyne.KeyEnd:
		d.preview.turn(d.preview.last() - d.preview.at)
		d.pane.ShowTop()
	case fyne.KeyPlus, fyne.KeyEqual:
		d.step(+1)
	case fyne.KeyMinus:
		d.step(-1)
	case fyne.Key0:
		d.pane.SetPercent(kit.ZoomWhole)
		d.sayZoom()
	}
}

func (d *desk) step(by int) {
	d.enlarge(func() { d.pane.Step(by) })
	d.sayZoom()
}

// enlarge does zoom. Whoever has seen all of a page begins where its text does.
func (d *desk) enlarge(zoom func()) {
	whole := d.pane.Percent() == kit.ZoomWhole
	zoom()
	if whole {
		d.pane.ShowStart()
	}
}

// page goes a view on within an enlarged page, and from its end to the next page.
func (d *desk) page(by int) {
	if d.pane.Page(by) {
		return
	}
	before := d.preview.at
	d.preview.turn(by)
	switch {
	case d.preview.at == before:
	case by > 0:
		d.pane.ShowTop()
	default:
		d.pane.ShowBottom()
	}
}
