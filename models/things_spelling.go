package models

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/hbollon/go-edlib"
)

// dictionary gives the words of all names, each once, in the order of the alphabet.
func (m *things) dictionary() []string {
	if m.words == nil {
		words := map[string]bool{}
		for _, t := range m.all {
			for _, w := range strings.Fields(t.key) {
				words[w] = true
			}
		}
		m.words = slices.Sorted(maps.Keys(words))
	}
	return m.words
}

// forms gives the words of a folded name, each in the forms in which it may stand in another: see inNumber. One that stands nowhere
// is taken for a slip of the fingers, and stands for the words that are spelled most like it.
func (m *things) forms(key string) (words [][]string) {
	for _, w := range firstWords(key) {
		forms := inNumber(w)
		if slips(w) > 0 && !m.stand(forms) {
			forms = append(forms, m.nearest(w)...)
		}
		words = append(words, forms)
	}
	return words
}

// stand tells whether one of the forms is in any word.
func (m *things) stand(forms []string) bool {
	return slices.ContainsFunc(m.dictionary(), func(word string) bool {
		return slices.ContainsFunc(forms, func(form string) bool { return strings.Contains(word, form) })
	})
}

// slips is how many letters of a word may be wrong, left out, too many or exchanged with the next: the longer the word the more. A
// word of three letters is soon another one, and of a size or a model every sign counts.
func slips(word string) int {
	switch n := len([]rune(word)); {
	case n < 4 || strings.ContainsFunc(word, unicode.IsNumber):
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// nearest gives the words with the same first letter that differ from w in the fewest slips, and in no more than it may have. The
// last word is still being typed: it may be the beginning of one.
func (m *things) nearest(w string) (words []string) {
	typed := []rune(w)
	least := slips(w)
	from, _ := slices.BinarySearch(m.dictionary(), string(typed[0]))
	for _, word := range m.dictionary()[from:] {
		if !strings.HasPrefix(word, string(typed[0])) {
			break
		}
		n := slipsBetween(typed, []rune(word), least)
		if n < least {
			words, least = nil, n
		}
		if n <= least {
			words = append(words, word)
		}
	}
	return words
}

// slipsBetween is the optimal string alignment distance of what was typed from the word or from its beginning, more than most where
// it is sure to be.
func slipsBetween(typed, word []rune, most int) int {
	if len(word) < len(typed)-most {
		return most + 1
	}
	n := most + 1
	for _, long := range []int{len(word), len(typed) - 1, len(typed), len(typed) + 1} {
		if long <= len(word) && long <= len(typed)+most {
			n = min(n, edlib.OSADamerauLevenshteinDistance(string(typed), string(word[:long])))
		}
	}
	return n
}
