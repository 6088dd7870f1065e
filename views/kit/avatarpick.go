package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Pick says whether a row is picked; see ListPicks.
type Pick int

// The picks of a row.
const (
	PickNone Pick = iota // nothing is being picked: the circle has its initials
	PickOff
	PickOn
)

// SetPick shows a tick, or an empty circle to click on, in the place of the initials.
func (a *Avatar) SetPick(p Pick) {
	if a.pick != p {
		a.pick = p
		a.Refresh()
	}
}

// layoutTick places the two strokes of the tick in the circle.
func (r *avatarRenderer) layoutTick(size fyne.Size, side float32) {
	at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.short.Position1 = at.AddXY(side*0.31, side*0.52)
	r.short.Position2 = at.AddXY(side*0.44, side*0.65)
	r.long.Position1 = r.short.Position2
	r.long.Position2 = at.AddXY(side*0.69, side*0.37)
}

// paintTick colours the circle for its pick.
func (r *avatarRenderer) paintTick() {
	pick := r.avatar.pick
	r.text.Hidden = pick != PickNone
	r.disc.StrokeWidth, r.disc.StrokeColor = 0, role(ColorFieldBorder)
	switch pick {
	case PickOff:
		r.disc.FillColor, r.disc.StrokeWidth = role(ColorCard), 1.5
	case PickOn:
		r.disc.FillColor = role(ColorPrimary)
	}
	for _, line := range []*canvas.Line{r.short, r.long} {
		line.StrokeColor, line.StrokeWidth, line.Hidden = role(ColorOnPrimary), 2.5, pick != PickOn
	}
}
