package paper

import (
	"html"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// frameOf is a frame for a test of any kind of paper.
func frameOf(setter *Typesetter, paper Paper) Frame {
	return Frame{Setter: setter, Paper: paper, Language: "en-GB"}
}

// laidOut lays out a kind of paper with a text for every role.
func laidOut(tb testing.TB, k kindOfPaper, f Frame, say func(role string) string) *Document {
	tb.Helper()
	document, err := k.layOut(f, say)
	if err != nil {
		tb.Fatalf("%s on %s: %v", k.name, f.Paper, err)
	}
	return document
}

// onSheet fails where a mark leaves the sheet.
func onSheet(t must, k kindOfPaper, document *Document) {
	t.Helper()
	for i := range document.PageCount() {
		page := document.Page(i)
		for _, mark := range page.Marks {
			left, top, right, foot := extent(mark)
			const hair = 0.01
			if left < -hair || top < -hair || right > page.Width+hair || foot > page.Height+hair || math.IsNaN(left+top+right+foot) {
				t.Fatalf("%s, page %d: %T from %.2f, %.2f to %.2f, %.2f leaves the sheet: %.60q", k.name, i+1, mark, left, top, right, foot, mark)
			}
		}
	}
}

// must is a test, or a draw of one.
type must interface {
	Helper()
	Fatalf(format string, args ...any)
}

// extent is the box a mark is drawn in. A text has its letters above the baseline, and less below.
func extent(mark Mark) (left, top, right, foot float64) {
	switch m := mark.(type) {
	case Text:
		if m.Content == "" {
			return 0, 0, 0, 0
		}
		em := m.Size * mmPerPoint
		return m.X, m.Y - 0.75*em, m.X + m.Width, m.Y + 0.25*em
	case Line:
		return min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)
	case Rect:
		return m.X, m.Y, m.X + m.W, m.Y + m.H
	case Image:
		return m.X, m.Y, m.X + m.W, m.Y + m.H
	case Clipped:
		return m.X, m.Y, m.X + m.W, m.Y + m.H
	}
	return math.NaN(), 0, 0, 0
}

// Whatever stands in the book, on every kind of paper: nothing leaves the sheet, and a valid file comes out.
func TestAnyTextPrintsOnEveryKindOfPaper(t *testing.T) {
	setter, kinds := newSetter(t), kindsOfPaper()
	const each = 2 // rounds of every kind, for each that rapid draws
	round := 0
	rapid.Check(t, func(rt *rapid.T) {
		for range each {
			k := kinds[round%len(kinds)]
			round++
			paper := rapid.SampledFrom(k.papers).Draw(rt, k.name)
			document := laidOut(t, k, frameOf(setter, paper), func(role string) string { return anyText().Draw(rt, role) })
			onSheet(rt, k, document)
			if round%3 == 0 { // the same marks are written whatever they are of
				written(t, document)
			}
		}
	})
}

func FuzzEveryKindOfPaper(f *testing.F) {
	for i, s := range hostile() {
		f.Add(uint8(i), uint8(i/3), s, "Ann")
	}
	setter, kinds := newSetter(f), kindsOfPaper()
	f.Fuzz(func(t *testing.T, kind, paper uint8, some, more string) {
		k, turn := kinds[int(kind)%len(kinds)], 0
		document := laidOut(t, k, frameOf(setter, k.papers[int(paper)%len(k.papers)]), func(string) string {
			turn++
			return []string{some, more, some + more}[turn%3]
		})
		onSheet(t, k, document)
		written(t, document)
	})
}

// sampleNames are what names are written in. Where digits and brackets stand beside words from right to left, readers of PDF files each put
// them in an order of their own, so there the words are looked for; that they are drawn in the right order is seen in bidi_test.go.
func sampleNames() (samples []string) {
	return []string{"Jürg (12) Ż", "محمد علي", "יעל כהן", "王小明", "प्रिया", "สมชาย", "Σωκράτης 7", "王 (3) 李", "محمد 123", "יעל (45)", "Ann محمد (7)"}
}

// wholeNames is how many of sampleNames are found as they are written.
const wholeNames = 7

// What is written in any script is found again in the file.
func TestWordsAreFoundOnEveryKindOfPaper(t *testing.T) {
	setter, samples := newSetter(t), sampleNames()
	for i, k := range kindsOfPaper() {
		turn, asked := i, map[string]int{}
		document := laidOut(t, k, frameOf(setter, k.papers[i%len(k.papers)]), func(role string) string {
			if !k.shows(role) {
				return ""
			}
			turn++
			asked[samples[turn%len(samples)]]++
			return samples[turn%len(samples)]
		})
		text := textIn(t, written(t, document))
		for i, sample := range samples {
			words := []string{sample}
			if i >= wholeNames {
				words = strings.FieldsFunc(sample, func(r rune) bool { return strings.ContainsRune(" ()", r) })
			}
			for _, word := range words {
				if found := strings.Count(text, word); found < asked[sample] {
					t.Errorf("%s: %q stands %d times in the text of the file, of %d:\n%s", k.name, word, found, asked[sample], text)
				}
			}
		}
	}
}

// Every file says what it is, whose it is and in which language.
func TestEveryKindOfPaperSaysWhatItIs(t *testing.T) {
	setter := newSetter(t)
	for _, k := range kindsOfPaper() {
		f := frameOf(setter, k.papers[0])
		f.Language = "de_CH"
		pdf := written(t, laidOut(t, k, f, func(role string) string { return "Müller’s " + role }))
		info := infoOf(t, pdf)
		for _, want := range []string{"Title:           Müller’s title", "Author:          Müller’s shop", "Creator:         Goodturn", "Sat Nov 21 10:24:00 2026"} {
			if !strings.Contains(info, want) {
				t.Errorf("%s: %q is missing from\n%s", k.name, want, info)
			}
		}
		if !strings.Contains(string(pdf), "/Lang (de-CH)") {
			t.Errorf("%s does not tell its language", k.name)
		}
	}
}

// near is how far a text may be from where the layout has it, in millimetres.
const near = 0.5

// On every kind of paper each text that was asked for stands in the file where it was laid out, and the main ones where the layout says.
func TestEveryKindOfPaperHasItsTextsInTheirPlaces(t *testing.T) {
	setter := newSetter(t)
	for _, k := range kindsOfPaper() {
		for _, paper := range k.papers {
			document := laidOut(t, k, frameOf(setter, paper), func(role string) string { return "H" + strings.ReplaceAll(role, " ", "") + "H" })
			words := wordsIn(t, written(t, document))
			for i := range document.PageCount() {
				for _, text := range textsOn(document.Page(i).Marks) {
					if strings.HasPrefix(text.Content, "H") && strings.HasSuffix(text.Content, "H") && !standsAt(words, i, text.Content, text.X, text.X+text.Width, text.Y) {
						t.Errorf("%s on %s: %q is not at %.1f, %.1f of page %d", k.name, paper, text.Content, text.X, text.Y, i+1)
					}
				}
			}
			wide := document.Page(0).Width
			for _, p := range k.places {
				if !p.met(words, wide) {
					t.Errorf("%s on %s: the %s is not at %.1f, %.1f, but at %+v", k.name, paper, p.role, p.x, p.baseline, wordsSaying(words, p.said()))
				}
			}
		}
	}
}

// textsOn gives the texts among marks, those that are clipped too.
func textsOn(marks []Mark) (texts []Text) {
	for _, mark := range marks {
		switch m := mark.(type) {
		case Text:
			texts = append(texts, m)
		case Clipped:
			texts = append(texts, textsOn(m.Marks)...)
		}
	}
	return texts
}

// standsAt tells whether a word stands there in the file: between left and right, on the baseline.
func standsAt(words []word, page int, said string, left, right, baseline float64) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return w.page == page && w.said == html.EscapeString(said) && math.Abs(w.left-left) < near && math.Abs(w.right-right) < near && math.Abs(w.baseline()-baseline) < near
	})
}

// baseline is where the word's baseline is: pdftotext gives the box of the font's highest and lowest letters.
func (w word) baseline() float64 {
	const below = 0.218 // of the box's height
	return w.foot - (w.foot-w.top)*below
}

func wordsSaying(words []word, said string) (all []word) {
	for _, w := range words {
		if w.said == said {
			all = append(all, w)
		}
	}
	return all
}

func (p place) said() string { return "H" + strings.ReplaceAll(p.role, " ", "") + "H" }

// met tells whether the first page has the text in its place.
func (p place) met(words []word, wide float64) bool {
	return slices.ContainsFunc(wordsSaying(words, p.said()), func(w word) bool {
		at := w.left - p.x
		if p.x < 0 {
			at = w.right - wide - p.x
		}
		return w.page == 0 && math.Abs(at) < near && math.Abs(w.baseline()-p.baseline) < near
	})
}
