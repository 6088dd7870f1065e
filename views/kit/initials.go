package kit

import (
	"strings"
	"unicode"
)

// Initials gives the one or two letters that stand for a name, in any script: the
// first letters of the first and the last word; of a name in Chinese, Japanese or
// Korean its last two signs, as people there shorten names; "?" when there is no letter.
func Initials(name string) string {
	words := letterWords(name)
	switch {
	case len(words) == 0:
		return fallbackInitial(name)
	case len(words) == 1 && isIdeographic(words[0][0]):
		return string(words[0][max(len(words[0])-2, 0):])
	case len(words) == 1:
		return upper(words[0][0])
	}
	first, last := words[0][0], words[len(words)-1][0]
	return upper(first) + upper(last)
}

// letterWords splits a name into words and keeps of each what begins with its first
// letter. Titles with a full stop ("Dr.") and what stands in brackets are left out
// when anything else is there.
func letterWords(name string) [][]rune {
	var all, plain [][]rune
	depth := 0
	for _, word := range strings.FieldsFunc(name, isNameSpace) {
		opened := strings.Count(word, "(")
		letters := fromFirstLetter(word)
		if len(letters) > 0 {
			all = append(all, letters)
			if depth+opened == 0 && !strings.HasSuffix(word, ".") {
				plain = append(plain, letters)
			}
		}
		depth = max(depth+opened-strings.Count(word, ")"), 0)
	}
	if len(plain) > 0 {
		return plain
	}
	return all
}

func isNameSpace(r rune) bool {
	return unicode.IsSpace(r) || r == ',' || r == '،' || r == '·' || r == '/'
}

func fromFirstLetter(word string) []rune {
	runes := []rune(word)
	for i, r := range runes {
		if unicode.IsLetter(r) {
			return onlyLetters(runes[i:])
		}
	}
	return nil
}

func onlyLetters(runes []rune) []rune {
	var letters []rune
	for _, r := range runes {
		if unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	return letters
}

// isIdeographic tells whether names in this script are not split by spaces.
func isIdeographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// upper is the capital of a letter; scripts without capitals keep theirs, and
// Georgian, whose capitals are not used so, too.
func upper(r rune) string {
	if unicode.Is(unicode.Georgian, r) {
		return string(r)
	}
	return strings.ToUpper(string(r))
}

// fallbackInitial is for a name without letters: its first digit, or a question mark.
func fallbackInitial(name string) string {
	for _, r := range name {
		if unicode.IsDigit(r) {
			return string(r)
		}
	}
	return "?"
}
