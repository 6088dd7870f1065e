package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// BadgeText is what a badge says.
type BadgeText struct {
	Text string
	Tone Tone
}

// RowButton is a small button at the right of a row.
type RowButton struct {
	Label string
	OnTap func()
}

// RowContent is what a Row shows. Whatever is empty takes no room.
type RowContent struct {
	Initials string      // in the circle at the left; see Initials
	Photo    image.Image // in the place of the initials, where there is one
	Title    string      // markup
	Second   string      // markup, beneath the title
	Side     string      // plain quiet text before the badges, which stay in their column; beneath them in a narrow row
	Badges   []BadgeText // at the right
	Buttons  []RowButton // at the far right, three at most
	Pick     Pick        // in the circle, in the place of the initials
	Wrap     bool        // title and second take the lines they need, instead of "…"
	Beneath  bool        // there is more about whoever the row above is about: its words begin where those of that one do
	OnLink   func(target string)
}

// Row is a line about a person or a thing: a circle with initials, two lines of text,
// badges, and small buttons. A List reuses rows, so everything is given to Set.
type Row struct {
	widget.BaseWidget
	avatar        *Avatar
	title, second *RichLine
	side          *RichLine
	badges        *fyne.Container
	buttons       [3]*Button
	taps          [3]func()
	words, tail   *fyne.Container
	content       *fyne.Container
	layout        rowLayout
}

// NewRow makes an empty row of two lines.
func NewRow() *Row {
	r := &Row{avatar: NewAvatar(""), title: Rich(" ").Ellipsis(), second: Rich(" ").Ellipsis()}
	r.side = Quiet("").Ellipsis()
	r.badges = HStack(6)
	for i := range r.buttons {
		r.buttons[i] = NewButton("", func() { r.tap(i) }).Small()
	}
	r.buttons[2].Hide() // few rows have a third, and a list measures an empty one
	words := &wordsLayout{}
	r.words = box(words, r.title, r.second)
	tail := &tailLayout{hstack: hstack{gapRow, crossMiddle}}
	r.tail = box(tail, r.side, r.badges, r.buttons[0], r.buttons[1], r.buttons[2])
	r.layout.words, r.layout.tail, r.layout.narrow, r.layout.sided = words, tail, r.onlyBadges, r.badgesAndSide
	r.content = box(&r.layout, r.avatar, r.words, r.tail)
	r.ExtendBaseWidget(r)
	return r
}

// onlyBadges tells whether there is nothing at the right but badges, or but words, and a second line to make room for.
func (r *Row) onlyBadges() bool {
	return !r.layout.stacks && r.second.Visible() && r.badges.Visible() != r.side.Visible() && !r.buttons[0].Visible()
}

// setUnder puts badges and buttons beneath the words, or back.
func (r *Row) setUnder(under bool) {
	if r.layout.under != under {
		r.layout.under = under
		r.relayout()
	}
}

// badgesAndSide tells whether there are badges and words at the right, and a line for each.
func (r *Row) badgesAndSide() bool {
	return !r.layout.stacks && r.second.Visible() && r.badges.Visible() && r.side.Visible() && !r.buttons[0].Visible()
}

func (r *Row) tap(i int) {
	if r.taps[i] != nil {
		r.taps[i]()
	}
}

// Set shows other content and gives the row back.
func (r *Row) Set(c RowContent) *Row {
	r.avatar.SetInitials(c.Initials)
	r.avatar.SetPhoto(c.Photo)
	r.avatar.Hidden = c.Initials == ""
	r.avatar.SetPick(c.Pick)
	lines := 1
	if c.Wrap {
		lines = 0
	}
	for _, part := range []struct {
		line   *RichLine
		markup string
	}{{r.title, c.Title}, {r.second, c.Second}} {
		part.line.Lines(lines)
		part.line.OnLink = c.OnLink
		part.line.Hidden = part.markup == ""
		part.line.SetMarkup(part.markup)
	}
	r.side.SetText(c.Side)
	r.side.Hidden = c.Side == ""
	r.setBadges(c.Badges)
	r.setButtons(c.Buttons)
	r.tail.Hidden = c.Side == "" && len(c.Badges) == 0 && len(c.Buttons) == 0
	r.layout.stacks, r.layout.beneath = c.Wrap, c.Beneath
	r.relayout()
	return r
}

func (r *Row) setBadges(badges []BadgeText) {
	for len(r.badges.Objects) < len(badges) {
		r.badges.Objects = append(r.badges.Objects, NewBadge("", TonePlain))
	}
	for i, o := range r.badges.Objects {
		badge := o.(*Badge)
		badge.Hidden = i >= len(badges)
		if !badge.Hidden {
			badge.Set(badges[i].Text, badges[i].Tone)
		}
	}
	r.badges.Hidden = len(badges) == 0
}

func (r *Row) setButtons(buttons []RowButton) {
	for i, b := range r.buttons {
		b.Hidden = i >= len(buttons)
		if b.Hidden {
			r.taps[i] = nil
			continue
		}
		b.SetText(buttons[i].Label)
		r.taps[i] = buttons[i].OnTap
	}
}

// relayout puts the parts where the new content wants them.
func (r *Row) relayout() {
	for _, c := range []*fyne.Container{r.badges, r.words, r.tail, r.content} {
		c.Layout.Layout(c.Objects, c.Size())
	}
	r.Refresh()
}

// Room above and below a row's words.
const rowPad = 8

// MinSize is at least the height of what is clicked.
func (r *Row) MinSize() fyne.Size {
	size := r.content.MinSize().AddWidthHeight(2*gapPart, 2*rowPad)
	return fyne.NewSize(size.Width, max(size.Height, rowHeight))
}

// HeightFor gives the height at a width.
func (r *Row) HeightFor(width float32) float32 {
	return max(HeightFor(r.content, width-2*gapPart)+2*rowPad, rowHeight)
}

// FocusTarget is the first button, or nil where there is none.
func (r *Row) FocusTarget() fyne.Focusable {
	if r.buttons[0].Visible() {
		return r.buttons[0]
	}
	return nil
}

// Holds tells whether o is the row or something in it.
func (r *Row) Holds(o fyne.CanvasObject) bool {
	_, found := scrollsAround(r, o)
	return found
}

// Parts gives the children, for the search for a focused widget's scrolls.
func (r *Row) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Inset(gapPart, rowPad, gapPart, rowPad, r.content))
}

// Rows puts rows below each other with hairlines between them, as cards show them.
func Rows(rows ...fyne.CanvasObject) *fyne.Container {
	parts := make([]fyne.CanvasObject, 0, 2*len(rows))
	const back = -gapPart // the room around a row's words is the card's already
	for i, row := range rows {
		if i > 0 {
			parts = append(parts, Hairline())
		}
		parts = append(parts, Inset(back, 0, back, 0, row))
	}
	return Inset(0, back, 0, back, VStack(0, parts...))
}
