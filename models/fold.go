package models

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// typedAs are the letters and signs that Unicode does not take apart but people type as others.
var typedAs = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ħ", "h",
	"ŧ", "t", "ŋ", "n", "ς", "σ", "’", "'", "‘", "'", "ʼ", "'", "‐", "-", "–", "-", "—", "-", "−", "-")

// sortedAs are the letters of Ukrainian that Unicode has behind all others of its script, and not where the alphabet has them: each
// is kept as the one it follows with a letter behind it that sorts after every other.
var sortedAs = strings.NewReplacer("ґ", "гӿ", "є", "еӿ", "і", "иӿ")

// nameKey gives a folded name as lists are sorted by it (name_key): the first level of the Unicode collation's common order, which is
// the alphabet of most languages; accents decide nothing. What begins a name begins its key, so that it is looked for as nameKey gives
// it too. It is the same in every language: a shop file is sorted alike on every computer.
func nameKey(folded string) string { return sortedAs.Replace(folded) }

// Fold gives the text as search compares it: compatibility-decomposed (NFKD) without marks, lower case, letters
// such as ß and ø as people without them on the keyboard type them, runs of blanks as one, and nothing that cannot
// be seen. Folding twice changes nothing more.
func Fold(text string) string {
	folded := strings.ToLower(text)
	if !isPlain(text) {
		// Taking a sign apart can bring up capitals (℡ is TEL): lower case once more.
		folded = strings.ToLower(norm.NFKD.String(strings.ToLower(strings.ToValidUTF8(text, ""))))
		folded = typedAs.Replace(norm.NFKD.String(folded))
	}
	return strings.Join(strings.Fields(strings.Map(seen, folded)), " ")
}

// seen drops accents and signs that take no room of their own.
func seen(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Mn, unicode.Cc, unicode.Cf):
		return -1
	}
	return r
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Digits gives the digits of a phone number however it was written, 0 to 9 for those of any script.
func Digits(phone string) string {
	var digits strings.Builder
	for _, r := range norm.NFKC.String(phone) {
		if value, ok := digitOf(r); ok {
			digits.WriteByte(value)
		}
	}
	return digits.String()
}

// digitOf gives the ASCII digit of a decimal digit of any script. Unicode keeps each script's ten in one run from
// nought up, and the runs of its digit table begin with one (Unicode Standard, 4.6).
func digitOf(r rune) (byte, bool) {
	if r < 0x80 {
		return byte(r), '0' <= r && r <= '9'
	}
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return '0' + byte((r-rune(run.Lo))%10), true
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return '0' + byte((r-rune(run.Lo))%10), true
		}
	}
	return 0, false
}
