package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Panes is a list with what is chosen in it at its right. Where there is no room for
// both, as with large text in a small window, it shows one of them at a time.
type Panes struct {
	widget.BaseWidget

	// OnNarrow is told when there is room for one pane only, and when for both again.
	// May be nil.
	OnNarrow func(narrow bool)
	// OnAlone is told when the detail stands alone, with no list beside it to go on from, and when not any more. May be nil.
	OnAlone func(alone bool)

	list, detail fyne.CanvasObject
	width, least float32
	narrow       bool
	inDetail     bool
	alone        bool // as it was told last
}

// panesGap is the room between list and detail.
const panesGap = 18

// NewPanes puts list, listWidth wide at most, at the left of detail. Both are shown as
// long as detail is left at least detailLeast; both widths grow with the text.
func NewPanes(list, detail fyne.CanvasObject, listWidth, detailLeast float32) *Panes {
	p := &Panes{list: list, detail: detail, width: listWidth, least: detailLeast}
	p.ExtendBaseWidget(p)
	return p
}

// Narrow tells whether one pane is shown at a time.
func (p *Panes) Narrow() bool { return p.narrow }

// ShowDetail brings the detail to the front where there is room for one only.
func (p *Panes) ShowDetail() { p.front(true) }

// ShowList brings the list to the front where there is room for one only.
func (p *Panes) ShowList() { p.front(false) }

func (p *Panes) front(detail bool) {
	p.inDetail = detail
	p.Refresh()
}

// listShare is the largest part of the width that the list may take.
const listShare = 0.38

// split gives the width of the list, and whether there is room for one pane only.
func (p *Panes) split(width float32) (list float32, narrow bool) {
	list = min(scaled(p.width), width*listShare)
	return list, width-list-panesGap < scaled(p.least)
}

func (p *Panes) layout(size fyne.Size) {
	list, narrow := p.split(size.Width)
	show(p.list, !narrow || !p.inDetail)
	show(p.detail, !narrow || p.inDetail)
	if narrow {
		place(p.list, 0, 0, size.Width, size.Height)
		place(p.detail, 0, 0, size.Width, size.Height)
	} else {
		place(p.list, 0, 0, list, size.Height)
		place(p.detail, list+panesGap, 0, size.Width-list-panesGap, size.Height)
	}
	if p.narrow != narrow {
		p.narrow = narrow
		if p.OnNarrow != nil {
			p.OnNarrow(narrow)
		}
	}
	if alone := narrow && p.inDetail; p.alone != alone {
		p.alone = alone
		if p.OnAlone != nil {
			p.OnAlone(alone)
		}
	}
}

// show shows or hides o, and leaves alone what is so already.
func show(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

// Parts gives the panes that are shown.
func (p *Panes) Parts() []fyne.CanvasObject { return visible([]fyne.CanvasObject{p.list, p.detail}) }

// MinSize is small: both panes scroll.
func (p *Panes) MinSize() fyne.Size { return fyne.NewSize(240, 240) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer { return &panesRenderer{p} }

type panesRenderer struct{ panes *Panes }

func (*panesRenderer) Destroy()             {}
func (r *panesRenderer) MinSize() fyne.Size { return r.panes.MinSize() }
func (r *panesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.panes.list, r.panes.detail}
}
func (r *panesRenderer) Layout(size fyne.Size) { r.panes.layout(size) }
func (r *panesRenderer) Refresh() {
	r.panes.layout(r.panes.Size())
	repaint(r.panes)
}
