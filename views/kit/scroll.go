package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// repaint asks for o to be drawn again.
func repaint(o fyne.CanvasObject) { canvas.Refresh(o) }

// ScrollBox scrolls its content up and down, and keeps what has the focus in view.
type ScrollBox struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *wheelScroll
	onMoved func(scrolled bool) // what inside draws only what is in view; nil for nothing
}

// Scroll makes content scroll up and down when it is higher than its room. When Tab
// moves the focus to something out of sight, it comes into view.
func Scroll(content fyne.CanvasObject) *ScrollBox {
	s := &ScrollBox{content: content}
	s.scroll = newWheelScroll(s, box(fitWidth{s}, content))
	s.scroll.OnScrolled = s.onScrolled
	s.ExtendBaseWidget(s)
	return s
}

// ScrollToTop shows the beginning of the content.
func (s *ScrollBox) ScrollToTop() { s.scrollTo(0) }

// scrollTo scrolls, which Fyne then tells nobody of.
func (s *ScrollBox) scrollTo(offset float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	s.moved(true)
}

// onKey scrolls by the keys that move in a text, where nothing else has a use for them.
func (s *ScrollBox) onKey(key *fyne.KeyEvent) {
	const line = 40
	page := s.Size().Height - line
	by := map[fyne.KeyName]float32{fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -s.Offset(), fyne.KeyEnd: s.content.Size().Height}
	if step, moves := by[key.Name]; moves {
		end := max(s.content.Size().Height-s.Size().Height, 0)
		s.scrollTo(min(max(s.Offset()+step, 0), end))
	}
}

// Offset is how far the content is scrolled.
func (s *ScrollBox) Offset() float32 { return s.scroll.Offset.Y }

// Parts gives the content, for the search for a focused widget's scrolls.
func (s *ScrollBox) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// onScrolled keeps a floating list beside its field.
func (s *ScrollBox) onScrolled(fyne.Position) {
	if l := TopLayer(canvasOf(s)); l != nil && l.float != nil {
		l.placeFloat()
	}
	s.moved(true)
}

func (s *ScrollBox) moved(scrolled bool) {
	if s.onMoved != nil {
		s.onMoved(scrolled)
	}
}

// Reveal scrolls until o, which is inside, is in view. It may never have been drawn yet.
func (s *ScrollBox) Reveal(o fyne.CanvasObject) {
	const margin = 16
	top := s.topOf(o) - s.Offset()
	bottom := top + o.Size().Height
	view := s.Size().Height
	offset := s.scroll.Offset.Y
	switch {
	case top < margin:
		offset += top - margin
	case bottom > view-margin:
		offset += min(bottom-view+margin, top-margin)
	default:
		return
	}
	s.scrollTo(offset)
}

// topOf gives how far below the top of the content o begins. Fyne knows the place of what was drawn alone, so it is summed
// up from the parts o lies in, as far as they can be known.
func (s *ScrollBox) topOf(o fyne.CanvasObject) float32 {
	if top, found := topBelow(s.content, o); found {
		return top
	}
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.content).Y
}

// topBelow finds o below root and gives how far below the top of root it begins.
func topBelow(root, o fyne.CanvasObject) (top float32, found bool) {
	if root == o {
		return 0, true
	}
	for _, part := range partsOf(root) {
		if top, found := topBelow(part, o); found {
			if s, ok := root.(*ScrollBox); ok {
				return top - s.Offset(), true
			}
			return top + part.Position().Y, true
		}
	}
	return 0, false
}

// inView gives what part of o, which is inside, is in view, in heights from its top. It holds while the scroll is being
// moved, when nothing is in its place yet.
func (s *ScrollBox) inView(o fyne.CanvasObject) (from, to float32) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.content).Y
	return s.Offset() - bleed - top, s.Offset() + s.Size().Height + bleed - top
}

// MinSize is small: what does not fit is scrolled.
func (s *ScrollBox) MinSize() fyne.Size {
	return fyne.NewSize(s.content.MinSize().Width, 48)
}

// HeightFor gives the height at which nothing has to be scrolled.
func (s *ScrollBox) HeightFor(width float32) float32 { return HeightFor(s.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (s *ScrollBox) CreateRenderer() fyne.WidgetRenderer { return &scrollRenderer{s} }

type scrollRenderer struct{ box *ScrollBox }

func (*scrollRenderer) Destroy()                       {}
func (r *scrollRenderer) MinSize() fyne.Size           { return r.box.MinSize() }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box.scroll} }

// The scroll is drawn a little larger than its room, so that rings and edges at the
// border of the content are not cut off, and the bar stands beside the content.
const (
	bleed    = 6
	bleedBar = 14
)

func (r *scrollRenderer) Layout(size fyne.Size) {
	place(r.box.scroll, -bleed, -bleed, size.Width+bleed+bleedBar, size.Height+2*bleed)
	r.box.scroll.Refresh()
	r.box.moved(false)
}

func (r *scrollRenderer) Refresh() {
	r.box.scroll.Refresh()
	r.box.moved(false)
	repaint(r.box)
}

// fitWidth makes the scrolled content as wide as its scroll and as high as it must be.
type fitWidth struct{ box *ScrollBox }

func (l fitWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, HeightFor(objects[0], l.box.Size().Width)+2*bleed)
}

func (l fitWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], bleed, bleed, l.box.Size().Width, size.Height-2*bleed)
}

// reveal brings o into view in every scroll around it.
func reveal(o fyne.CanvasObject) {
	for _, s := range scrollsOf(o) {
		s.Reveal(o)
	}
}

// scrollsOf gives the scrolls around o, the inner first.
func scrollsOf(o fyne.CanvasObject) []*ScrollBox {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	scrolls, _ := scrollsAround(root, o)
	return scrolls
}

// scrollsAround finds o below root, and the scrolls on the way to it, the inner first.
func scrollsAround(root, o fyne.CanvasObject) (scrolls []*ScrollBox, found bool) {
	if root == o {
		return nil, true
	}
	for _, part := range partsOf(root) {
		inner, found := scrollsAround(part, o)
		if !found {
			continue
		}
		if s, ok := root.(*ScrollBox); ok {
			inner = append(inner, s)
		}
		return inner, true
	}
	return nil, false
}

// partsOf gives the children of o, as far as they can be known from outside.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case interface{ Parts() []fyne.CanvasObject }:
		return o.Parts()
	}
	return nil
}
