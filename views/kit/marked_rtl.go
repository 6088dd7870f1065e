package kit

import (
	"unicode"

	"goodturn/models"
)

// markedSpans gives what was found in text: models.Marks, but in a passage that is written from right to left the whole of it. Fyne
// draws the parts of a line from left to right, so that a name that was split would stand the wrong way round, and its letters
// no longer joined.
func markedSpans(text, typed string) []models.Span {
	marks := models.Marks(text, typed)
	if len(marks) == 0 || isLeftToRight(text) {
		return marks
	}
	letters := []rune(text)
	var wide []models.Span
	for _, m := range marks {
		for _, p := range passages(letters) {
			if m.From < p.To && p.From < m.To {
				m.From, m.To = min(m.From, p.From), max(m.To, p.To)
			}
		}
		if last := len(wide) - 1; last >= 0 && m.From < wide[last].To {
			wide[last].To = max(wide[last].To, m.To)
			continue
		}
		wide = append(wide, m)
	}
	return wide
}

// passages are where a text is written from right to left: from one such letter to the last before one of the other kind.
func passages(letters []rune) (all []models.Span) {
	from := -1
	to := 0
	for i, r := range letters {
		switch {
		case isRightToLeft(r):
			if from < 0 {
				from = i
			}
			to = i + 1
		case from >= 0 && unicode.IsLetter(r):
			all, from = append(all, models.Span{From: from, To: to}), -1
		case from >= 0 && unicode.Is(unicode.M, r):
			to = i + 1
		}
	}
	if from >= 0 {
		all = append(all, models.Span{From: from, To: to})
	}
	return all
}

func isLeftToRight(text string) bool {
	for _, r := range text {
		if isRightToLeft(r) {
			return false
		}
	}
	return true
}

// isRightToLeft tells whether the letter is of a script written from right to left.
func isRightToLeft(r rune) bool {
	return r > 0x590 && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
