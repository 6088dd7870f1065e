package views

import (
	"cmp"
	"slices"
	"strings"

	"goodturn/docs/guide"
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
		x.words = append(x.words, foldedWords(page.Text))
	}
	return x
}

// at gives the number of a page by its name; -1 for none.
func (x guideIndex) at(name string) int {
	return slices.IndexFunc(x.pages, func(p guide.Page) bool { return p.Name == name })
}

// lines are all pages under their headings or, where something is typed, those that fit it.
func (x guideIndex) lines(typed string) []guideLine {
	if words := foldedWords(typed); len(words) > 0 {
		return x.fitting(words)
	}
	return x.contents()
}

// fitting are the pages that have each of the folded words: those in whose names they stand come first, then those that have most of them.
func (x guideIndex) fitting(typed []string) []guideLine {
	type fit struct {
		line guideLine
		how  int
	}
	const inName = 1000 // more than a page has words
	var fits []fit
	for i := range x.pages {
		how := fitting(x.words[i], typed)
		if how > 0 && fitting(x.names[i], typed) > 0 {
			how += inName
		}
		if how > 0 {
			fits = append(fits, fit{guideLine{page: &x.pages[i]}, how})
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.how, a.how) })
	lines := make([]guideLine, len(fits))
	for i := range fits {
		lines[i] = fits[i].line
	}
	return lines
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

// fitting counts the words that begin as one of those typed; 0 where one of those begins none.
func fitting(words, typed []string) (count int) {
	for _, begin := range typed {
		before := count
		for _, word := range words {
			if strings.HasPrefix(word, begin) {
				count++
			}
		}
		if count == before {
			return 0
		}
	}
	return count
}
