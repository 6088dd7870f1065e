package exchange

import (
	"slices"
	"strings"
)

// tagSign stands between the tags of a cell.
const tagSign = ", "

// googleEnd is what Google writes between labels, which may hold the other signs themselves.
const googleEnd = " ::: "

// tagEnds are what stands between the tags of a cell, in our files and in others'.
var tagEnds = []string{googleEnd, ",", ";", "\n"}

// maxQuoted is how many bytes a tag in quotation marks may take; the book's longest takes half of it.
const maxQuoted = 256

// tagsText writes tags into one cell, so that tagsIn gives them back as they are: one that would come apart stands in
// quotation marks, with those it holds itself written twice.
func tagsText(tags []string) string {
	texts := make([]string, len(tags))
	for i, tag := range tags {
		if strings.ContainsAny(tag, `,;:"`) || strings.HasPrefix(tag, "*") || !saysSomething(tag) {
			tag = `"` + strings.ReplaceAll(tag, `"`, `""`) + `"`
		}
		texts[i] = tag
	}
	return strings.Join(texts, tagSign)
}

// tagsIn gives the tags of a cell. Where Google's sign stands between them, commas and semicolons belong to them. Google's
// own groups, "* myContacts" and the like, sort nobody and are left out.
func tagsIn(cell string) []string {
	tags, ends := cutTags(cell, tagEnds)
	if slices.Contains(ends, googleEnd) {
		tags, _ = cutTags(cell, []string{googleEnd})
	}
	return tags
}

// cutTags cuts a cell at the ends that stand outside quotation marks, and tells at which it did.
func cutTags(cell string, ends []string) (tags, met []string) {
	for {
		tag, after, quoted := cutQuoted(cell, ends)
		if !quoted {
			tag, after = cutPlain(cell, ends)
		}
		if tag = strings.TrimSpace(tag); quoted || saysSomething(tag) && !strings.HasPrefix(tag, "* ") {
			tags = append(tags, tag)
		}
		end := endOf(after, ends)
		if end == "" {
			return tags, met
		}
		met, cell = append(met, end), after[len(end):]
	}
}

// endOf gives which of the ends the text begins with, or "".
func endOf(text string, ends []string) string {
	for _, end := range ends {
		if strings.HasPrefix(text, end) {
			return end
		}
	}
	return ""
}

// cutPlain gives what stands before the next end, and the text from there on.
func cutPlain(text string, ends []string) (tag, after string) {
	for i := range len(text) {
		if endOf(text[i:], ends) != "" {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// cutQuoted gives the tag in quotation marks that the text begins with, and the text from its end on. Marks that an end
// does not follow belong to the tag: "Bob" Smith.
func cutQuoted(text string, ends []string) (tag, after string, quoted bool) {
	text = strings.TrimLeft(text, " ")
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for i := 1; i < min(len(text), maxQuoted); i++ {
		switch {
		case text[i] != '"':
			b.WriteByte(text[i])
		case strings.HasPrefix(text[i+1:], `"`):
			b.WriteByte('"')
			i++
		default:
			after = text[i+1:]
			if rest := strings.TrimLeft(after, " "); rest == "" || endOf(after, ends) == "" && endOf(rest, ends) != "" {
				after = rest
			}
			return b.String(), after, after == "" || endOf(after, ends) != ""
		}
	}
	return "", "", false
}

// cardTags gives the tags of a vCard's CATEGORIES. Google's own group of everybody sorts nobody and is left out.
func cardTags(value string) []string {
	return slices.DeleteFunc(split(value, ','), func(tag string) bool { return strings.TrimSpace(tag) == "myContacts" })
}
