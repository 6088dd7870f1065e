package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"
)

// longest is how many runes of one text are ever set. No sheet has room for
// more, and it bounds the work an absurd text can cause.
const longest = 20000

const ellipsis = "…"

// mostMarks is how many marks in a row are set on one letter. No language needs so many (compare Unicode Standard Annex #15, section
// 13), and a letter cannot be broken: with more it could be wider than its line.
const mostMarks = 8

// cleaned returns s as runes that can be set: invalid bytes and noncharacters
// become U+FFFD, controls and line ends become spaces, marks that embed or
// override a direction are dropped, as are marks beyond mostMarks, and what is
// beyond the longest text gives way to an ellipsis.
func cleaned(s string) []rune {
	s = strings.TrimSpace(s)
	text := make([]rune, 0, min(len(s), longest+1))
	marks := 0
	for _, r := range s {
		if len(text) == longest {
			return append(text, '…')
		}
		if unicode.IsMark(r) {
			marks++
		} else {
			marks = 0
		}
		if !isEmbedding(r) && marks <= mostMarks {
			text = append(text, cleanRune(r))
		}
	}
	return text
}

func cleanRune(r rune) rune {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return ' '
	case isNonCharacter(r):
		return utf8.RuneError
	}
	return r
}

// isEmbedding reports the explicit formatting characters of UAX #9, section 2,
// which come along when a phone number is copied from an address book.
func isEmbedding(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// isNonCharacter reports the 66 code points Unicode will never assign
// (Unicode Standard, section 23.7).
func isNonCharacter(r rune) bool {
	return r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// composed replaces every base with marks by the one precomposed rune, where
// there is one that keep accepts. Single runes stay as they are: normalising
// those would change the very glyph some Japanese names are written with.
func composed(text []rune, keep func(rune) bool) []rune {
	if !hasMarks(text) {
		return text
	}
	var seg segmenter.Segmenter
	seg.Init(text)
	out := make([]rune, 0, len(text))
	for it := seg.GraphemeIterator(); it.Next(); {
		grapheme := it.Grapheme().Text
		if len(grapheme) > 1 {
			one := []rune(norm.NFC.String(string(grapheme)))
			if len(one) == 1 && keep(one[0]) {
				grapheme = one
			}
		}
		out = append(out, grapheme...)
	}
	return out
}

func hasMarks(text []rune) bool {
	for _, r := range text {
		if r >= 0x300 && unicode.IsMark(r) {
			return true
		}
	}
	return false
}

// isPlainScript reports whether a rune stands alone: left to right, nothing
// joining it to its neighbours, one glyph for one rune.
func isPlainScript(r rune) bool {
	if r < 0x300 {
		return r >= ' ' && r != '\u00AD'
	}
	if unicode.IsMark(r) || isIgnorable(r) || r > 0xFFFF { // a font's codes are 16 bits
		return false
	}
	switch language.LookupScript(r) {
	case language.Latin, language.Greek, language.Cyrillic:
		return true
	case language.Common:
		return r < 0x590 || r >= 0x2000 && r < 0x2E00
	}
	return false
}

// isIgnorable reports runes that have no shape of their own: joiners,
// variation selectors, direction marks and other format characters
// (Default_Ignorable_Code_Point, DerivedCoreProperties.txt).
func isIgnorable(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
