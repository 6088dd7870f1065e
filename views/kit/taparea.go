package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TapArea makes anything do something when it is clicked, or when Enter or Space is
// pressed on it: a whole row, say.
type TapArea struct {
	control
	content fyne.CanvasObject
	onTap   func()
}

// NewTapArea makes content clickable.
func NewTapArea(content fyne.CanvasObject, onTap func()) *TapArea {
	t := &TapArea{content: content, onTap: onTap}
	t.extend(t)
	return t
}

// Tapped does what the area is for.
func (t *TapArea) Tapped(*fyne.PointEvent) {
	t.focusByMouse()
	t.onTap()
}

// TypedKey does what a click does, for Enter and Space.
func (t *TapArea) TypedKey(key *fyne.KeyEvent) {
	if isTap(key) {
		t.onTap()
		return
	}
	t.control.TypedKey(key)
}

// Parts gives the content.
func (t *TapArea) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// HeightFor gives the height at a width.
func (t *TapArea) HeightFor(width float32) float32 { return HeightFor(t.content, width) }

func (t *TapArea) naturalWidth() float32 { return naturalWidth(t.content) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *TapArea) CreateRenderer() fyne.WidgetRenderer {
	r := &tapRenderer{area: t, glaze: canvas.NewRectangle(nil), ring: newRing()}
	r.paint()
	return r
}

type tapRenderer struct {
	area        *TapArea
	glaze, ring *canvas.Rectangle
}

func (*tapRenderer) Destroy()             {}
func (r *tapRenderer) MinSize() fyne.Size { return r.area.content.MinSize() }
func (r *tapRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.glaze, r.area.content, r.ring}
}

func (r *tapRenderer) Layout(size fyne.Size) {
	r.area.content.Resize(size)
	placeRing(r.glaze, fyne.Position{}, size, 2)
	placeRing(r.ring, fyne.Position{}, size, 2)
}

func (r *tapRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.area.self)
}

func (r *tapRenderer) paint() {
	r.glaze.FillColor, r.glaze.CornerRadius = role(ColorHover), radiusField
	r.glaze.Hidden = !r.area.hovered
	paintRing(r.ring, r.area.ringShown(), radiusField, ColorPrimary)
}
