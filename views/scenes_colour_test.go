package views

import (
	"fmt"
	"image/color"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"goodturn/views/kit"
)

// telling are the roles whose colour says something: that a thing is well, due, bad, or on which rung somebody stands.
var telling = []fyne.ThemeColorName{
	kit.ColorUnavailable, kit.ColorOK, kit.ColorOKTint, kit.ColorWarn, kit.ColorWarnTint, kit.ColorBad, kit.ColorBadTint,
	kit.ColorAdvocate, kit.ColorAdvocateTint, kit.ColorLoyal, kit.ColorLoyalTint, kit.ColorPraise,
}

// Nothing is told by colour alone. A bar, a dot or a ground in a colour that says something has words or a sign in the same piece,
// and whatever reads alike is of one colour: were it of two, only the colour would tell them apart.
func TestNoSceneTellsByColourAlone(t *testing.T) {
	s := newStage(t)
	seen := colourSight{roles: map[color.Color]fyne.ThemeColorName{}, read: map[reading]map[string]string{}}
	for _, role := range telling {
		seen.roles[solid(theme.Color(role))] = role
	}
	for _, c := range everyScene() {
		t.Run(c.name, func(t *testing.T) {
			s.t = t
			s.set(c)
			seen.t, seen.scene = t, c.name
			seen.scan(s.front())
		})
	}
	seen.t = t
	seen.alike()
}

// reading is how a text reads to somebody who sees no colour.
type reading struct {
	words, piece string
	size         float32
	bold         bool
}

// colourSight goes over what is drawn in the scenes, and keeps in which colours what reads alike was drawn, and where first.
type colourSight struct {
	t      *testing.T
	scene  string
	roles  map[color.Color]fyne.ThemeColorName
	read   map[reading]map[string]string
	words  []area // of the scene
	shapes []shape
}

// area is where something lies in the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// shape is a shape in a telling colour.
type shape struct {
	area
	called string
}

// scan goes over one scene.
func (l *colourSight) scan(front fyne.CanvasObject) {
	l.words, l.shapes = nil, nil
	l.at(front, fyne.Position{}, nil)
	for _, s := range l.shapes {
		if !slices.ContainsFunc(l.words, s.beside) {
			l.t.Errorf("%s at %v has nothing written beside it", s.called, s.at)
		}
	}
}

// beside tells whether words or a sign stand where the eye takes them for those of the shape: on it, or next to it in one line.
func (a area) beside(words area) bool {
	const reach = 48
	return a.at.X-reach < words.at.X+words.size.Width && words.at.X < a.at.X+a.size.Width+reach &&
		a.at.Y-reach/4 < words.at.Y+words.size.Height && words.at.Y < a.at.Y+a.size.Height+reach/4
}

// at looks at o, which lies at a place in the window and in the widget piece, and at all there is in it.
func (l *colourSight) at(o fyne.CanvasObject, place fyne.Position, piece fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	place = place.Add(o.Position())
	if _, ok := o.(fyne.Widget); ok {
		piece = o
	}
	l.look(o, area{place, o.Size()}, piece)
	for _, part := range partsOf(o) {
		l.at(part, place, piece)
	}
}

// partsOf are the things drawn for o.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// look keeps what a text reads, and which shapes are in a telling colour.
func (l *colourSight) look(o fyne.CanvasObject, where area, piece fyne.CanvasObject) {
	if text, ok := o.(*canvas.Text); ok {
		if wordless.ReplaceAllString(text.Text, "") != "" {
			l.words = append(l.words, where)
		}
		l.keep(text, piece)
		return
	}
	for _, drawn := range colours(o) {
		switch role, tells := l.roles[solid(drawn)]; {
		case tells && isStroke(o):
			l.words = append(l.words, where)
		case tells:
			l.shapes = append(l.shapes, shape{where, fmt.Sprintf("a %T of a %T, in %s,", o, piece, role)})
		}
	}
}

// isStroke tells whether o is a stroke of a drawing: the broken edge, the hatching or the slope by which a chart's parts are told
// apart without their colour.
func isStroke(o fyne.CanvasObject) bool {
	_, line := o.(*canvas.Line)
	return line
}

// colours are those a shape is drawn in.
func colours(o fyne.CanvasObject) []color.Color {
	switch o := o.(type) {
	case *canvas.Rectangle:
		return []color.Color{o.FillColor, stroked(o.StrokeColor, o.StrokeWidth)}
	case *canvas.Circle:
		return []color.Color{o.FillColor, stroked(o.StrokeColor, o.StrokeWidth)}
	case *canvas.Line:
		return []color.Color{stroked(o.StrokeColor, o.StrokeWidth)}
	}
	return nil
}

func stroked(c color.Color, width float32) color.Color {
	if width == 0 {
		return color.Transparent
	}
	return c
}

func solid(c color.Color) color.Color {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c)
}

// wordless is what says nothing by itself: a text that is more than a number has something else too.
var (
	wordless = regexp.MustCompile(`[\d\s.,:·]+`)
	figures  = regexp.MustCompile(`\d+`)
)

// keep notes in which colour the text was drawn.
func (l *colourSight) keep(text *canvas.Text, piece fyne.CanvasObject) {
	words := figures.ReplaceAllString(strings.TrimSpace(text.Text), "#")
	if words == "" {
		return
	}
	as := reading{words, fmt.Sprintf("%T", piece), text.TextSize, text.TextStyle.Bold}
	if l.read[as] == nil {
		l.read[as] = map[string]string{}
	}
	role := "no telling colour"
	if tells, ok := l.roles[solid(text.Color)]; ok {
		role = string(tells)
	}
	if l.read[as][role] == "" {
		l.read[as][role] = l.scene
	}
}

// alike complains about what reads alike and is of several colours.
func (l *colourSight) alike() {
	for as, roles := range l.read {
		if len(roles) > 1 {
			l.t.Errorf("%q in a %s is of several colours, and only they tell why: %v", as.words, as.piece, roles)
		}
	}
}
