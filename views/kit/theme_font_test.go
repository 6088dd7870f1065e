package kit

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// The Ukrainian і is drawn as the letter it is, in every style of text; other languages are spoken in Fyne's own fonts.
func TestTheUkrainianIHasItsDot(t *testing.T) {
	if NewTheme(1, ModeLight).Font(fyne.TextStyle{}) != theme.DefaultTextFont() {
		t.Error("English is not in Fyne's own font")
	}
	speakIn(t, "uk", nil)
	word := []rune("візит")
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		face, err := font.ParseTTF(bytes.NewReader(NewTheme(1, ModeLight).Font(style).Content()))
		if err != nil {
			t.Fatal(err)
		}
		shaper := shaping.HarfbuzzShaper{}
		drawn := shaper.Shape(shaping.Input{Text: word, RunEnd: len(word), Direction: di.DirectionLTR, Face: face, Size: fixed.I(14),
			Script: language.Cyrillic, Language: language.NewLanguage("uk")})
		if i, _ := face.NominalGlyph('і'); drawn.Glyphs[1].GlyphID != i {
			t.Errorf("%+v: і is drawn as %s", style, face.GlyphName(drawn.Glyphs[1].GlyphID))
		}
	}
}
