package models

import (
	"slices"
	"unicode"
)

// Span is a part of a text, from the letter From up to and without To, counted in runes.
type Span struct{ From, To int }

// Marks gives the parts of text that what was typed to search was found in, in their order: "muller" marks Müller, and
// 01715 marks "0171 5" in a number however it is written.
func Marks(text, typed string) []Span {
	words := searchWords(typed)
	folded, from := foldedLetters(text)
	if LooksLikePhone(typed) {
		folded, from = digitLetters(text)
	}
	end := len([]rune(text))
	var spans []Span
	for _, w := range words {
		word := []rune(w)
		begins := len(word) < 3 && !isIdeograph(word[0]) && !LooksLikePhone(typed)
		for i := 0; i+len(word) <= len(folded); i++ {
			if !slices.Equal(folded[i:i+len(word)], word) || begins && i > 0 && folded[i-1] != ' ' {
				continue
			}
			last := from[i+len(word)-1] + 1
			for last < end && !slices.Contains(from, last) && !LooksLikePhone(typed) {
				last++ // accents that stand by themselves
			}
			spans = append(spans, Span{from[i], last})
		}
	}
	return joinSpans(spans)
}

// foldedLetters folds the text letter by letter; from tells which of its runes each came from.
func foldedLetters(text string) (folded []rune, from []int) {
	for i, r := range []rune(text) {
		letters := Fold(string(r))
		if unicode.IsSpace(r) {
			letters = " "
		}
		for _, f := range letters {
			folded, from = append(folded, f), append(from, i)
		}
	}
	return folded, from
}

// digitLetters gives the digits of the text alone.
func digitLetters(text string) (digits []rune, from []int) {
	for i, r := range []rune(text) {
		if value, ok := digitOf(r); ok {
			digits, from = append(digits, rune(value)), append(from, i)
		}
	}
	return digits, from
}

func joinSpans(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	var joined []Span
	for _, s := range spans {
		if n := len(joined); n > 0 && s.From <= joined[n-1].To {
			joined[n-1].To = max(joined[n-1].To, s.To)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}
