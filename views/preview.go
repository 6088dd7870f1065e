package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"goodturn/app/paper"
)

// pageView draws a laid-out page of paper, as large as its room allows. Paper is white and its ink dark, whatever the window's look.
// Enlarged it draws what is in view alone: a poster has thousands of marks, and each is a picture of its own.
type pageView struct {
	widget.BaseWidget
	page *paper.Page
	from fyne.Position // the part that is in view
	view fyne.Size     // zero where that is all of it
}

func newPageView() *pageView {
	v := &pageView{}
	v.ExtendBaseWidget(v)
	return v
}

// show draws another page.
func (v *pageView) show(page *paper.Page) {
	v.page = page
	v.Refresh()
}

// look says which part is in view.
func (v *pageView) look(from fyne.Position, view fyne.Size) {
	v.from, v.view = from, view
	v.Refresh()
}

// MinSize is small: a page is drawn at any size.
func (v *pageView) MinSize() fyne.Size { return fyne.NewSize(120, 160) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{view: v} }

type pageRenderer struct {
	view    *pageView
	drawn   *paper.Page
	size    fyne.Size
	plot    plotter
	sheet   *canvas.Rectangle
	marks   []paper.Mark
	made    []fyne.CanvasObject // of each mark, once it was in view
	objects []fyne.CanvasObject
}

func (*pageRenderer) Destroy()                       {}
func (r *pageRenderer) MinSize() fyne.Size           { return r.view.MinSize() }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pageRenderer) Refresh() {
	r.Layout(r.view.Size())
	canvas.Refresh(r.view)
}

func (r *pageRenderer) Layout(size fyne.Size) {
	page := r.view.page
	if page == nil || size.Width <= 0 {
		return
	}
	if page != r.drawn || size != r.size {
		r.begin(page, size)
	}
	r.draw()
}

// begin is with another page, or the same at another size: every mark is drawn anew, so that it is sharp.
func (r *pageRenderer) begin(page *paper.Page, size fyne.Size) {
	r.drawn, r.size = page, size
	r.plot = plotter{scale: min(size.Width/float32(page.Width), size.Height/float32(page.Height))}
	r.plot.left = (size.Width - float32(page.Width)*r.plot.scale) / 2
	r.sheet = r.plot.rect(paper.Rect{W: page.Width, H: page.Height, Fill: &paper.Color{R: 0xFF, G: 0xFF, B: 0xFF}, Ink: &paper.Color{R: 0xD8, G: 0xCD, B: 0xBB}})
	r.sheet.StrokeWidth = 1
	r.marks = flattened(page.Marks)
	r.made = make([]fyne.CanvasObject, len(r.marks))
}

// draw draws the marks in view.
func (r *pageRenderer) draw() {
	from, view := r.view.from, r.view.view
	if view.IsZero() {
		view = r.size
	}
	r.objects = append(r.objects[:0:0], r.sheet)
	for i, mark := range r.marks {
		if !r.plot.within(mark, from, view) {
			continue
		}
		if r.made[i] == nil {
			r.made[i] = r.plot.object(mark)
		}
		r.objects = append(r.objects, r.made[i])
	}
}
