package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// textLook is the style a RichLine draws its plain words in.
type textLook struct {
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	bold  bool
}

// RichLine draws words that flow over one or more lines, with bold and quiet
// parts, links and badges among them. Its height follows from the width it is given.
type RichLine struct {
	widget.BaseWidget

	// OnLink is called with the target of the link that was followed.
	OnLink func(target string)
	// OnCopy is called with the target of the link that was copied, by Ctrl+C on it or the mouse's other button. May be nil.
	OnCopy func(target string)

	look     textLook
	runs     []run
	maxLines int
	align    fyne.TextAlign
	cached   *flowed
	natural  float32             // naturalWidth at size; 0 when it is not known
	size     float32             // of body text when cached and natural were computed
	parts    []fyne.CanvasObject // what is drawn
}

// flowed is the outcome of a layout for one width.
type flowed struct {
	width   float32
	pieces  []piece
	heights []float32 // of each line
	bases   []float32 // baseline of each line, from the line's top
	cut     bool
}

// Rich makes a wrapping line of the house's markup:
//
//	**bold**   _quiet_   [words](target)   {ok|badge}
//
// Text that people typed must pass through Escape, or come in by RichT.
func Rich(markup string) *RichLine {
	r := newRichLine(textLook{size: SizeBody, color: ColorInk})
	r.runs = parseMarkup(markup)
	return r
}

func newRichLine(look textLook) *RichLine {
	r := &RichLine{look: look}
	r.ExtendBaseWidget(r)
	return r
}

// SetMarkup replaces what is written; see Rich.
func (r *RichLine) SetMarkup(markup string) { r.setRuns(parseMarkup(markup)) }

// SetText replaces what is written by plain text, in which nothing is a mark.
func (r *RichLine) SetText(text string) { r.setRuns(plainRuns(text)) }

func plainRuns(text string) []run {
	if text == "" {
		return nil
	}
	return []run{{text: text}}
}

func (r *RichLine) setRuns(runs []run) {
	r.runs = runs
	r.forget()
	r.Refresh()
}

// Parts gives what is drawn, links among it.
func (r *RichLine) Parts() []fyne.CanvasObject { return r.parts }

// Text gives what is written, without marks.
func (r *RichLine) Text() string {
	text := ""
	for _, part := range r.runs {
		text += part.text
	}
	return text
}

// Ellipsis keeps the text on one line and ends it in "…" when there is no room.
func (r *RichLine) Ellipsis() *RichLine { return r.Lines(1) }

// Lines lets the text take n lines at most; 0 is any number.
func (r *RichLine) Lines(n int) *RichLine {
	r.maxLines = n
	r.forget()
	return r
}

// Centered puts every line in the middle.
func (r *RichLine) Centered() *RichLine {
	r.align = fyne.TextAlignCenter
	return r
}

// Trailing puts every line to the right.
func (r *RichLine) Trailing() *RichLine {
	r.align = fyne.TextAlignTrailing
	return r
}

// Colored draws the plain words in another role's colour.
func (r *RichLine) Colored(name fyne.ThemeColorName) *RichLine {
	r.look.color = name
	r.Refresh()
	return r
}

// Cut tells whether "…" stands in for part of the text at the present width.
func (r *RichLine) Cut() bool { return r.flowFor(r.Size().Width).cut }

// HeightFor gives the height the text takes when it is width wide.
func (r *RichLine) HeightFor(width float32) float32 {
	total := float32(0)
	for _, h := range r.flowFor(width).heights {
		total += h
	}
	return total
}

// forget drops what was computed for the text before.
func (r *RichLine) forget() { r.cached, r.natural = nil, 0 }

// fresh drops what was computed for another text size.
func (r *RichLine) fresh() {
	if size := theme.Size(SizeBody); size != r.size {
		r.forget()
		r.size = size
	}
}

// naturalWidth is the width at which nothing is wrapped or cut.
func (r *RichLine) naturalWidth() float32 {
	r.fresh()
	if r.natural == 0 {
		r.natural = r.measureNatural()
	}
	return r.natural
}

func (r *RichLine) measureNatural() float32 {
	width, widest := float32(0), float32(0)
	for i := range r.runs {
		for _, line := range splitLines(r.runs[i].text) {
			if line.first {
				width = 0
			}
			width += r.measure(i, line.text)
			widest = max(widest, width)
		}
	}
	// A hair more, so that rounding never breaks a line that fits.
	return widest + 0.5
}

// MinSize is narrow, because the text can wrap or be cut, and as high as the
// text is at its present width.
func (r *RichLine) MinSize() fyne.Size {
	if len(r.runs) == 0 {
		return fyne.NewSize(0, r.lineHeight())
	}
	// A trace of the natural width goes into the least one, so that Fyne sees that the
	// text has changed and lays out again what is around it.
	natural := r.naturalWidth()
	width := min(natural, scaled(48)) + natural/10000
	if r.Size().Width <= 0 {
		return fyne.NewSize(width, r.lineHeight())
	}
	return fyne.NewSize(width, r.HeightFor(r.Size().Width))
}

// lineHeight is the height of one line of plain words.
func (r *RichLine) lineHeight() float32 {
	size, _ := textExtent("M", theme.Size(r.look.size), fyne.TextStyle{Bold: r.look.bold})
	return size.Height
}

// styleOf is how run i is drawn.
func (r *RichLine) styleOf(i int) (size float32, style fyne.TextStyle, color fyne.ThemeColorName) {
	part, look := r.runs[i], r.look
	if part.quiet {
		look.color = ColorQuiet
		if look.size == SizeBody || look.size == SizeHeading {
			look.size = SizeSecond
		}
	}
	if part.link != "" {
		look.color = ColorPrimary
	}
	return theme.Size(look.size), fyne.TextStyle{Bold: look.bold || part.bold}, look.color
}

func (r *RichLine) measure(i int, text string) float32 {
	if r.runs[i].badge {
		return badgeSize(text).Width
	}
	size, style, _ := r.styleOf(i)
	extent, _ := textExtent(text, size, style)
	return extent.Width
}

// flowFor lays the text out for a width, and remembers the last answer.
func (r *RichLine) flowFor(width float32) *flowed {
	r.fresh()
	if r.cached != nil && r.cached.width == width {
		return r.cached
	}
	pieces, lines, cut := flow(r.runs, width, r.maxLines, r.measure)
	f := &flowed{width: width, pieces: pieces, cut: cut, heights: make([]float32, lines), bases: make([]float32, lines)}
	for i := range f.heights {
		f.heights[i] = r.lineHeight()
	}
	for _, p := range pieces {
		h, base := r.pieceExtent(p)
		f.bases[p.line] = max(f.bases[p.line], base)
		f.heights[p.line] = max(f.heights[p.line], h)
	}
	r.cached = f
	return f
}

// pieceExtent is the height of a piece and its baseline.
func (r *RichLine) pieceExtent(p piece) (height, base float32) {
	if r.runs[p.run].badge {
		size, base := textExtent(p.text, theme.Size(SizeBadge), fyne.TextStyle{Bold: true})
		pad := (badgeSize(p.text).Height - size.Height) / 2
		return badgeSize(p.text).Height, base + pad
	}
	size, style, _ := r.styleOf(p.run)
	extent, base := textExtent(p.text, size, style)
	return extent.Height, base
}
