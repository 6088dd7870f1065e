package paper

import (
	"io"
	"log"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// systemFace asks the system's fonts: first those for the script of the text
// around, then those for the rune's own, which for signs is another.
func (t *Typesetter) systemFace(grapheme []rune, script language.Script, bold bool) *face {
	t.scan()
	if t.system == nil {
		return nil
	}
	aspect := font.Aspect{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal}
	if bold {
		aspect.Weight = font.WeightBold
	}
	var best *face
	for _, s := range []language.Script{script, language.LookupScript(grapheme[0])} {
		t.system.SetQuery(fontscan.Query{Families: familiesFor(s), Aspect: aspect})
		t.system.SetScript(s)
		f, whole := t.resolve(grapheme)
		if whole {
			return f
		}
		if best == nil {
			best = f
		}
	}
	return best
}

// resolve returns a system font that has the whole grapheme, else one that has
// at least its first rune, else nil.
func (t *Typesetter) resolve(grapheme []rune) (f *face, whole bool) {
	for _, r := range grapheme {
		found := t.system.ResolveFace(r)
		if found == nil {
			continue
		}
		candidate := t.adopt(found)
		if candidate.hasAll(grapheme) {
			return candidate, true
		}
		if f == nil && candidate.has(grapheme[0]) {
			f = candidate
		}
	}
	return f, false
}

// familiesFor names fonts that sit well beside the bundled one, first those
// that Linux, then those that Windows and macOS bring. Without it the first
// font that happens to have a rune is taken.
func familiesFor(script language.Script) []string {
	switch script {
	case language.Arabic:
		return []string{"Noto Sans Arabic", "Segoe UI", "Geeza Pro", fontscan.SansSerif}
	case language.Hebrew:
		return []string{"Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", fontscan.SansSerif}
	case language.Thai:
		return []string{"Noto Sans Thai", "Leelawadee UI", "Thonburi", fontscan.SansSerif}
	case language.Devanagari:
		return []string{"Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", fontscan.SansSerif}
	case language.Han:
		return []string{"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", fontscan.SansSerif}
	case language.Hiragana, language.Katakana:
		return []string{"Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", fontscan.SansSerif}
	case language.Hangul:
		return []string{"Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", fontscan.SansSerif}
	}
	return []string{"Noto Sans", "Segoe UI", fontscan.SansSerif}
}

// scan reads the index of the system's fonts, once. A system without fonts or
// without a place for the index prints with the bundled ones.
func (t *Typesetter) scan() {
	if t.scanned {
		return
	}
	t.scanned = true
	fonts := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if fonts.UseSystemFonts(t.cacheDir) == nil {
		t.system = fonts
	}
}
