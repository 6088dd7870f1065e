package models

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// lettersWithoutMarks are the letters that Unicode does not take apart but people type as others.
var lettersWithoutMarks = strings.NewReplacer("ß", "ss", "ẞ", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// Fold gives the text as search compares it: compatibility-decomposed (NFKD) without marks, lower
// case, letters such as ß and ø as people without them on the keyboard type them, runs of blanks as one.
func Fold(text string) string {
	if isPlain(text) {
		return strings.Join(strings.Fields(strings.ToLower(text)), " ")
	}
	stripMarks := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)))
	folded, _, err := transform.String(stripMarks, strings.ToLower(text))
	if err != nil {
		folded = strings.ToLower(text)
	}
	folded = lettersWithoutMarks.Replace(strings.ToLower(folded))
	return strings.Join(strings.Fields(strings.ToValidUTF8(folded, "")), " ")
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Digits gives the digits of a phone number however it was written, 0 to 9 in any script.
func Digits(phone string) string {
	var digits strings.Builder
	for _, r := range norm.NFKC.String(phone) {
		if r >= '0' && r <= '9' {
			digits.WriteRune(r)
		}
	}
	return digits.String()
}
