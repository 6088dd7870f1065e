package models

import (
	"slices"
	"strings"
	"unicode"
)

// Span is a part of a text, from the letter From up to and without To, counted in runes.
type Span struct{ From, To int }

// Marks gives the parts of text that what was typed to search was found in, in their order: "muller" marks Müller, and
// 01715 marks "171 5" in a number however it is written.
func Marks(text, typed string) []Span {
	var spans []Span
	for _, t := range queryOf(typed).terms {
		spans = append(spans, t.spans(text)...)
	}
	return joinSpans(spans)
}

// without gives the terms of q that do not stand in text.
func (q query) without(text string) (left query) {
	for _, t := range q.terms {
		if len(t.spans(text)) == 0 {
			left.terms = append(left.terms, t)
		}
	}
	return left
}

// termsIn is how many terms of q stand in text.
func (q query) termsIn(text string) int { return len(q.terms) - len(q.without(text).terms) }

// spans are the places of a term in text: of its digits however they are set apart, of its letters with and without the
// apostrophes.
func (t term) spans(text string) (spans []Span) {
	plain := lettersOf(text)
	for _, f := range t {
		if Digits(f.text) == f.text {
			spans = append(spans, numbersOf(text).spans(f)...)
			continue
		}
		some := plain.spans(f)
		if len(some) == 0 {
			some = plain.without('\'').spans(f)
		}
		spans = append(spans, some...)
	}
	return spans
}

// letters are the folded letters of a text, and which of its runes each came from.
type letters struct {
	folded []rune
	from   []int
	end    int // how many runes the text has
	number bool
}

func lettersOf(text string) letters {
	runes := []rune(text)
	l := letters{end: len(runes)}
	for i, r := range runes {
		folded := Fold(string(r))
		if unicode.IsSpace(r) {
			folded = " "
		}
		for _, f := range folded {
			l.add(f, i)
		}
	}
	return l
}

// numbersOf are the digits of a text, with a blank wherever something stands that is not written within a number.
func numbersOf(text string) letters {
	runes := []rune(text)
	l := letters{end: len(runes), number: true}
	for i, r := range runes {
		if value, ok := digitOf(r); ok {
			l.add(rune(value), i)
		} else if !LooksLikePhone(string(r) + "0") {
			l.add(' ', i)
		}
	}
	return l
}

func (l *letters) add(r rune, from int) {
	l.folded, l.from = append(l.folded, r), append(l.from, from)
}

func (l letters) without(r rune) letters {
	rest := letters{end: l.end}
	for i, f := range l.folded {
		if f != r {
			rest.add(f, l.from[i])
		}
	}
	return rest
}

func (l letters) spans(f form) (spans []Span) {
	word := []rune(f.text)
	for i := 0; i+len(word) <= len(l.folded); i++ {
		if !slices.Equal(l.folded[i:i+len(word)], word) || !l.counts(f, i) {
			continue
		}
		last := l.from[i+len(word)-1] + 1
		for last < l.end && !l.number && !slices.Contains(l.from, last) {
			last++ // accents that stand by themselves
		}
		spans = append(spans, Span{l.from[i], last})
	}
	return spans
}

// counts tells whether the form may stand at that letter.
func (l letters) counts(f form, at int) bool {
	before := ' '
	if at > 0 {
		before = l.folded[at-1]
	}
	switch {
	case f.behind:
		return l.codeBefore(at)
	case beginsWord(f.text):
		return before == ' ' || before == '-'
	}
	return true
}

// codeBefore tells whether what stands before that digit of a number can be the code of a country.
func (l letters) codeBefore(at int) bool {
	from := at
	for from > 0 && l.folded[from-1] != ' ' {
		from--
	}
	code := strings.TrimPrefix(string(l.folded[from:at]), "00")
	return 1 <= len(code) && len(code) <= 3 && code[0] != '0'
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
