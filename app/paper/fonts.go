package paper

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// Fonts are the bundled font files, as TrueType or OpenType bytes. Regular and
// Bold must be TrueType outlines; Emoji may be empty.
type Fonts struct{ Regular, Bold, Emoji []byte }

// Typesetter turns text into positioned glyphs. Make one and keep it: it holds
// the parsed fonts and, once a text needed them, the system's. It may be used
// from several goroutines; one document at a time goes through it.
type Typesetter struct {
	mu       sync.Mutex
	fonts    Fonts
	regular  *face
	bold     *face
	emoji    *face // nil when there is none
	cacheDir string

	system  *fontscan.FontMap // nil until a rune was missing
	scanned bool
	faces   map[*font.Font]*face
	chosen  map[choice]*face
	shaper  shaping.HarfbuzzShaper
}

// face is a font with the names the PDF back end knows it by.
type face struct {
	*font.Face
	id    int     // unique within its Typesetter
	em    float64 // font units in one em
	plain bool    // embedded whole, so plain text can be drawn with it
	color bool    // its glyphs are pictures
}

type choice struct {
	r      rune
	script language.Script
	bold   bool
}

// NewTypesetter parses the bundled fonts. The index of the system's fonts is
// kept in cacheDir (the system's own cache folder when it is empty) and is read
// only when a text needs it.
func NewTypesetter(fonts Fonts, cacheDir string) (*Typesetter, error) {
	t := &Typesetter{
		fonts: fonts, cacheDir: cacheDir,
		faces: map[*font.Font]*face{}, chosen: map[choice]*face{},
	}
	var err error
	if t.regular, err = t.parse(fonts.Regular); err != nil {
		return nil, fmt.Errorf("paper: regular font: %w", err)
	}
	if t.bold, err = t.parse(fonts.Bold); err != nil {
		return nil, fmt.Errorf("paper: bold font: %w", err)
	}
	t.regular.plain, t.bold.plain = true, true
	if len(fonts.Emoji) == 0 {
		return t, nil
	}
	if t.emoji, err = t.parse(fonts.Emoji); err != nil {
		return nil, fmt.Errorf("paper: emoji font: %w", err)
	}
	t.emoji.color = true
	return t, nil
}

func (t *Typesetter) parse(file []byte) (*face, error) {
	parsed, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return t.adopt(parsed), nil
}

func (t *Typesetter) adopt(f *font.Face) *face {
	if known, ok := t.faces[f.Font]; ok {
		return known
	}
	made := &face{Face: f, id: len(t.faces), em: float64(f.Upem())}
	t.faces[f.Font] = made
	return made
}

// bundled returns the font for plain text.
func (t *Typesetter) bundled(bold bool) *face {
	if bold {
		return t.bold
	}
	return t.regular
}

func (f *face) has(r rune) bool {
	_, ok := f.NominalGlyph(r)
	return ok
}

// hasAll reports whether every rune that has a shape of its own is there.
func (f *face) hasAll(grapheme []rune) bool {
	for _, r := range grapheme {
		if !isIgnorable(r) && !f.has(r) {
			return false
		}
	}
	return true
}

// faceFor chooses the font for one grapheme, or nil when none has it: the
// bundled font, the emoji, then the system's; the emoji first for what is
// meant as a picture.
func (t *Typesetter) faceFor(grapheme []rune, script language.Script, bold bool) *face {
	first := []*face{t.bundled(bold), t.emoji}
	if isPicture(grapheme) {
		first[0], first[1] = first[1], first[0]
	}
	for _, f := range first {
		if f != nil && f.hasAll(grapheme) {
			return f
		}
	}
	key := choice{grapheme[0], script, bold}
	if f, ok := t.chosen[key]; ok && (f == nil || f.hasAll(grapheme)) {
		return f
	}
	f := t.systemFace(grapheme, script, bold)
	for _, bundled := range first {
		if f == nil && bundled != nil && bundled.has(grapheme[0]) {
			f = bundled
		}
	}
	t.chosen[key] = f
	return f
}

// isPicture reports whether a grapheme asks to be drawn as an emoji: from the
// pictograph planes, or with variation selector 16 (UTS #51).
func isPicture(grapheme []rune) bool {
	for i, r := range grapheme {
		if r == 0xFE0F || i == 0 && r >= 0x1F000 && r < 0x1FB00 {
			return true
		}
	}
	return false
}

// systemFace asks the system's fonts. A font that has the first rune is good
// enough when none has the whole grapheme.
func (t *Typesetter) systemFace(grapheme []rune, script language.Script, bold bool) *face {
	t.scan()
	if t.system == nil {
		return nil
	}
	aspect := font.Aspect{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal}
	if bold {
		aspect.Weight = font.WeightBold
	}
	t.system.SetQuery(fontscan.Query{Families: familiesFor(script), Aspect: aspect})
	t.system.SetScript(script)
	var best *face
	for _, r := range grapheme {
		found := t.system.ResolveFace(r)
		if found == nil {
			continue
		}
		f := t.adopt(found)
		if f.hasAll(grapheme) {
			return f
		}
		if best == nil && f.has(grapheme[0]) {
			best = f
		}
	}
	return best
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
