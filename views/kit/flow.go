package kit

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"
)

const ellipsis = "…"

// piece is part of a run that stands on one line.
type piece struct {
	run  int // index of its run
	text string
	line int
	x, w float32
}

// measurer gives the width of text when it is drawn in the style of run i.
type measurer func(i int, text string) float32

// flower lays runs out into lines, left to right.
type flower struct {
	runs     []run
	width    float32 // of a line; pieces wider than it are broken
	maxLines int     // 0 for no limit; beyond it the text ends in "…"
	measure  measurer

	pieces []piece
	line   int
	x      float32
	full   bool
}

// flow breaks runs into lines no wider than width and tells whether text was cut.
func flow(runs []run, width float32, maxLines int, measure measurer) (pieces []piece, lines int, cut bool) {
	f := flower{runs: runs, width: width, maxLines: maxLines, measure: measure}
	for i := range runs {
		f.placeRun(i)
		if f.full {
			break
		}
	}
	return f.pieces, f.line + 1, f.full
}

// placeRun puts the tokens of one run behind what stands already.
func (f *flower) placeRun(i int) {
	if f.runs[i].badge {
		f.place(i, f.runs[i].text, "")
		return
	}
	rest := f.runs[i].text
	for rest != "" && !f.full {
		token, newline := nextToken(rest)
		following := rest[len(token):]
		word := strings.TrimRight(token, "\r\n")
		if word != "" {
			f.place(i, word, following)
		}
		rest = following
		if newline && !f.full {
			f.breakLine(i, rest)
		}
	}
}

// place puts one token on this line, or on the next when it does not fit.
// following is what comes after it in the same run, wanted when the text is cut.
func (f *flower) place(i int, token, following string) {
	w := f.measure(i, token)
	visible := w
	if trimmed := strings.TrimRight(token, " "); len(trimmed) != len(token) {
		visible = f.measure(i, trimmed)
	}
	if f.x+visible <= f.width {
		f.put(i, token, w)
		return
	}
	if f.x > 0 && !f.onLastLine() {
		f.line++
		f.x = 0
		f.place(i, strings.TrimLeft(token, " "), following)
		return
	}
	if f.onLastLine() {
		f.cut(i, token+following)
		return
	}
	f.split(i, token, following)
}

// put adds a piece, joined to the one before it when it continues the same run.
func (f *flower) put(i int, text string, w float32) {
	if text == "" {
		return
	}
	if n := len(f.pieces); n > 0 && !f.runs[i].badge {
		last := &f.pieces[n-1]
		if last.run == i && last.line == f.line {
			last.text += text
			last.w = f.measure(i, last.text)
			f.x = last.x + last.w
			return
		}
	}
	f.pieces = append(f.pieces, piece{run: i, text: text, line: f.line, x: f.x, w: w})
	f.x += w
}

// split breaks a word that is wider than a whole line: an e-mail address or a double name behind one of its signs, any other
// where the line ends.
func (f *flower) split(i int, token, following string) {
	n := f.fits(i, token, f.width, "")
	if n == 0 {
		_, n = utf8.DecodeRuneInString(token)
	}
	if n < len(token) {
		n = jointIn(token, n)
	}
	f.put(i, token[:n], f.measure(i, token[:n]))
	if n < len(token) {
		f.line++
		f.x = 0
		f.place(i, token[n:], following)
	}
}

// jointIn gives where to break a word of which n bytes fit: behind its @, failing that behind the last of its dashes, in an
// address behind its dots and strokes too; n where it has none.
func jointIn(token string, n int) int {
	signs := "-"
	if strings.ContainsAny(token, "@/") {
		signs = ".-_/"
	}
	if at := strings.IndexByte(token[:n], '@'); at >= 0 {
		return at + 1
	}
	if at := strings.LastIndexAny(token[:n], signs); at > 0 {
		return at + 1
	}
	return n
}

// onLastLine tells whether no further line may be begun.
func (f *flower) onLastLine() bool {
	return f.maxLines > 0 && f.line == f.maxLines-1
}

// breakLine begins the next line, or ends the text when there is none to begin.
func (f *flower) breakLine(i int, rest string) {
	if !f.onLastLine() {
		f.line++
		f.x = 0
		return
	}
	if rest != "" {
		f.cut(i, "")
	}
}

// cut ends the text with as much of it as fits and "…".
func (f *flower) cut(i int, text string) {
	f.full = true
	if f.runs[i].badge {
		return
	}
	for {
		n := f.fits(i, text, f.width-f.x, ellipsis)
		if n > 0 || len(f.pieces) == 0 || f.x+f.measure(i, ellipsis) <= f.width {
			shown := strings.TrimRight(text[:n], " ") + ellipsis
			f.put(i, shown, f.measure(i, shown))
			return
		}
		last := f.pieces[len(f.pieces)-1]
		if last.line != f.line || f.runs[last.run].badge {
			return
		}
		f.pieces = f.pieces[:len(f.pieces)-1]
		i, text, f.x = last.run, last.text, last.x
	}
}

// fits gives how many bytes of text, in whole signs, are no wider than width with tail behind them.
func (f *flower) fits(i int, text string, width float32, tail string) int {
	ends := graphemeEnds(text)
	low, high := 0, len(ends)
	for low < high {
		mid := (low + high + 1) / 2
		if f.measure(i, text[:ends[mid-1]]+tail) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return 0
	}
	return ends[low-1]
}

// nextToken gives the beginning of text up to where a line may be broken, and
// whether it must be broken there. The rules are Unicode's line breaking
// algorithm (UAX 14); plain ASCII, nearly all of it, breaks behind spaces.
func nextToken(text string) (token string, newline bool) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return unicodeToken(text)
		case c == '\n':
			return text[:i+1], true
		case c == ' ' && (i+1 == len(text) || (text[i+1] != ' ' && text[i+1] < utf8.RuneSelf)):
			return text[:i+1], false
		}
	}
	return text, false
}

// unicodeToken is nextToken for text in any script.
func unicodeToken(text string) (string, bool) {
	runes := []rune(text)
	var seg segmenter.Segmenter
	seg.Init(runes)
	lines := seg.LineIterator()
	if !lines.Next() {
		return text, false
	}
	line := lines.Line()
	n := len(string(line.Text))
	return text[:n], line.IsMandatoryBreak && strings.HasSuffix(text[:n], "\n")
}

// graphemeEnds gives the byte offsets at which the signs a reader sees end (UAX 29).
func graphemeEnds(text string) []int {
	runes := []rune(text)
	var seg segmenter.Segmenter
	seg.Init(runes)
	var ends []int
	at := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		at += len(string(it.Grapheme().Text))
		ends = append(ends, at)
	}
	return ends
}

// textExtent is the size of text in a style, and how far below its top the baseline lies.
func textExtent(text string, size float32, style fyne.TextStyle) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(text, size, style, nil)
}
