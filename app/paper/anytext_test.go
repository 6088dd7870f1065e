package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// hostile are texts that have broken a printer of text somewhere.
func hostile() []string {
	return []string{
		"", " ", "\x00", "\xff\xfe", "a\x80b", "\xed\xa0\x80", "\n\r\n\t", "\u200b", "\u200d", "\ufe0f", "\u202e evil \u202c",
		"\u2066\u2066\u2066", "\U0010FFFF", "\uFFFE", "\uFFFD", "\U000E0041", "()\\", "(((", ")\\r\\", "<</A>>", "%PDF", "{nb}",
		"e\u0301\u0301\u0301", strings.Repeat("\u0301", 300), "👩‍👩‍👧‍👦", "👩\u200d", "🇩", "🇩🇪🇫", "1\ufe0f\u20e3", "\u0600", "ا\u0301",
		"क्ष्म्य", "\u0d4d\u0d4d", "ﷺ", "\u1100\u1161\u11a8", "\u061c", "𝒜", "𠮷", "ﬁ", "\u00ad", strings.Repeat("W", 3000),
		strings.Repeat("محمد ", 500), strings.Repeat("\u200d", 500), strings.Repeat("👍🏽", 200), "\u0e33\u0e33", "\ufeffa",
	}
}

// anyText draws texts of all kinds: any bytes, any runes, and the hostile ones
// glued together.
func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom(hostile()),
		rapid.StringN(0, 40, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 40), func(b []byte) string { return string(b) }),
		rapid.Map(rapid.SliceOfN(rapid.Int32Range(0, 0x10FFFF), 0, 20), func(r []int32) string { return string(r) }),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 4), func(s []string) string { return strings.Join(s, "") })
}

// TestAnyTextPrints: whatever stands in the book, a valid PDF comes out.
func TestAnyTextPrints(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := func(label string) string { return anyText().Draw(rt, label) }
		in := listOf(setter, rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"), ThankYouRow{
			Name: text("name"), Contact: text("contact"), Why: text("why"),
			Since: text("since"), How: text("how"), Sent: []string{text("sent"), text("sent")},
		})
		in.Shop, in.Language, in.Logo = text("shop"), text("language"), []byte(text("logo"))
		in.Words.Title, in.Words.Count = text("title"), text("count")
		printed(t, in)
	})
}

// TestAnyTextKeepsItsWidth: no line is wider than asked for, and none is lost
// between the lines of a wrapped text.
func TestAnyTextKeepsItsWidth(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, width := anyText().Draw(rt, "text"), rapid.Float64Range(3, 60).Draw(rt, "width")
		if line := setter.fit(s, false, width); line.width > width+1e-9 {
			rt.Fatalf("one line is %.2f em wide, of %.2f", line.width, width)
		}
		var said strings.Builder
		for _, line := range setter.wrap(s, true, width, 1<<30) {
			if line.width > width+1e-9 && line.to-line.from > 1 && clusters(line) > 1 {
				rt.Fatalf("%q is %.2f em wide, of %.2f", line.content(), line.width, width)
			}
			said.WriteString(line.content())
		}
		whole := string(setter.paragraph(s, true).text)
		if squeezed(said.String()) != squeezed(whole) {
			rt.Fatalf("%q became %q", whole, said.String())
		}
	})
}

// clusters counts where a line could be broken; plain text is kept in one piece, but could be at every rune.
func clusters(l setLine) int {
	n := 0
	for _, r := range l.runs {
		if n += len(r.clusters); r.plain {
			n += r.to - r.from
		}
	}
	return n
}

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }

func FuzzAnyText(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s, "Ann")
	}
	for _, name := range names() {
		f.Add(name, name)
	}
	setter := newSetter(f)
	f.Fuzz(func(t *testing.T, name, why string) {
		printed(t, listOf(setter, A4, ThankYouRow{Name: name, Why: why, How: name, Sent: []string{why, name}}))
	})
}
