package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// surface is a plain rectangle in a role's colour that follows the theme.
type surface struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	radius       float32
	shadow       bool
}

// newSurface makes a rectangle; stroke may be empty for none.
func newSurface(fill, stroke fyne.ThemeColorName, radius float32) *surface {
	s := &surface{fill: fill, stroke: stroke, radius: radius}
	s.ExtendBaseWidget(s)
	return s
}

// Ground is a rectangle in a role's colour, to lay under things with Over.
func Ground(fill fyne.ThemeColorName, radius float32) fyne.CanvasObject {
	return newSurface(fill, "", radius)
}

// Hairline is a rule between things, one pixel high.
func Hairline() fyne.CanvasObject {
	return box(sizeLayout{height: 1}, newSurface(ColorHairline, "", 0))
}

// VHairline is a rule between things, one pixel wide.
func VHairline() fyne.CanvasObject {
	return box(sizeLayout{width: 1}, newSurface(ColorHairline, "", 0))
}

// MinSize is nothing: a surface takes the room it is given.
func (s *surface) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (s *surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{surface: s, rect: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type surfaceRenderer struct {
	surface *surface
	rect    *canvas.Rectangle
}

func (*surfaceRenderer) Destroy()                       {}
func (*surfaceRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *surfaceRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }

func (r *surfaceRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.surface)
}

func (r *surfaceRenderer) paint() {
	r.rect.FillColor = role(r.surface.fill)
	r.rect.CornerRadius = r.surface.radius
	if r.surface.stroke != "" {
		r.rect.StrokeColor = role(r.surface.stroke)
		r.rect.StrokeWidth = 1
	}
	if r.surface.shadow {
		r.rect.Shadow = canvas.Shadow{Color: role(ColorShadow), Offset: fyne.NewPos(0, 4), BlurRadius: 12}
	}
}
