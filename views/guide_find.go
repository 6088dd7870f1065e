package views

import (
	"slices"
	"strings"

	"goodturn/docs/guide"
	"goodturn/models"
)

// guideLine is one line of the list of pages: a heading, or a page.
type guideLine struct {
	heading string
	page    *guide.Page
}

// guideIndex is the guide with its words, folded, so that a page is found by any of them.
type guideIndex struct {
	pages []guide.Page
	names [][]string // the words of each page's title
	words [][]string // all its words
}

func newGuideIndex(pages []guide.Page) guideIndex {
	x := guideIndex{pages: pages}
	for _, page := range pages {
		x.names = append(x.names, foldedWords(page.Title))
		x.words = append(x.words, guideWords(page.Text))
	}
	return x
}

// guideWords are the folded words of a page, without the marks around them.
func guideWords(text string) []string {
	words := strings.Fields(models.Fold(text))
	for i, word := range words {
		words[i] = strings.Trim(word, "*_[]()#|„“”«»‘’…,.:;!?")
	}
	return words
}

// at gives the number of a page by its name; -1 for none.
func (x guideIndex) at(name string) int {
	return slices.IndexFunc(x.pages, func(p guide.Page) bool { return p.Name == name })
}

// lines are all pages under their headings or, where something is typed, those that fit it.
func (x guideIndex) lines(typed string) []guideLine {
	if words := strings.Fields(models.Fold(typed)); len(words) > 0 {
		return x.fitting(words)
	}
	return x.contents()
}

// fitting are the pages that have each of the folded words: in their names first.
func (x guideIndex) fitting(words []string) (lines []guideLine) {
	var others []guideLine
	for i := range x.pages {
		line := guideLine{page: &x.pages[i]}
		switch {
		case haveAll(x.names[i], words):
			lines = append(lines, line)
		case haveAll(x.words[i], words):
			others = append(others, line)
		}
	}
	return append(lines, others...)
}

// contents are all pages under their headings.
func (x guideIndex) contents() (lines []guideLine) {
	group := ""
	for i := range x.pages {
		page := &x.pages[i]
		if page.Group != group {
			group = page.Group
			lines = append(lines, guideLine{heading: group})
		}
		lines = append(lines, guideLine{page: page})
	}
	return lines
}

// haveAll tells whether each of the typed words begins one of the others.
func haveAll(words, typed []string) bool {
	for _, begin := range typed {
		if !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, begin) }) {
			return false
		}
	}
	return true
}
