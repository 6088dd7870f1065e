package paper

import (
	"bytes"
	"fmt"
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
	sign    *logo // the one that was read last
}

// face is a font with the names the PDF back end knows it by.
type face struct {
	*font.Face
	id    int     // unique within its Typesetter
	em    float64 // font units in one em
	plain bool    // embedded whole, so plain text can be drawn with it
	color bool    // its glyphs are pictures

	known [knownRunes]known // what was asked of it before
}

// knownRunes is below which rune a face keeps what it was asked of: Latin, Greek and Cyrillic, which most text is.
const knownRunes = 0x530

// known is what a face says of a rune.
type known struct {
	asked, has bool
	advance    float64 // in em
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

func (f *face) has(r rune) bool { return f.ask(r).has }

// advance is how wide a rune is that stands alone, in em.
func (f *face) advance(r rune) float64 { return f.ask(r).advance }

// advanceOf is how wide plain text is, in em.
func (f *face) advanceOf(text []rune) (total float64) {
	for _, r := range text {
		total += f.advance(r)
	}
	return total
}

func (f *face) ask(r rune) known {
	if r >= 0 && r < knownRunes && f.known[r].asked {
		return f.known[r]
	}
	id, ok := f.NominalGlyph(r)
	answer := known{true, ok, float64(f.HorizontalAdvance(id)) / f.em}
	if r >= 0 && r < knownRunes {
		f.known[r] = answer
	}
	return answer
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
