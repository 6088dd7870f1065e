package paper

import (
	"slices"
	"sort"
)

// split decides who is on which page: everybody on one where that can be read, else as many generations as there is room for, and each
// branch that is left on pages that follow.
func (p *poster) split() (pages []posterPage) {
	all := p.whole(0)
	if p.in.OnePage || p.scale(all) >= familyReadable {
		return []posterPage{{people: all, from: -1}}
	}
	todo := []posterPage{{people: []int{0}, from: -1}}
	for len(todo) > 0 {
		branch := todo[0]
		todo = todo[1:]
		for _, some := range p.shares(p.kids[branch.people[0]]) {
			people := p.open(branch.people[0], some)
			pages = append(pages, posterPage{people: people, from: branch.from})
			for _, person := range people[1:] {
				if p.goesOn(person, people) {
					todo = append(todo, posterPage{people: []int{person}, from: len(pages) - 1})
				}
			}
		}
	}
	return pages
}

// goesOn tells whether those below somebody are on another page.
func (p *poster) goesOn(person int, people []int) bool {
	kids := p.kids[person]
	return len(kids) > 0 && !slices.Contains(people, kids[0])
}

// shares cuts brothers into as many as one page has room for.
func (p *poster) shares(kids []int) [][]int {
	fit := sort.Search(len(kids), func(n int) bool {
		return p.scale(append([]int{p.in.People[kids[0]].Parent}, kids[:n+1]...)) < familyReadable
	})
	return slices.Collect(slices.Chunk(kids, max(fit, 1)))
}

// open gives somebody with some of those they sent, and of those below them whoever there is room for: generation by generation, the
// smallest branches first, so that most are whole.
func (p *poster) open(top int, kids []int) []int {
	people := append([]int{top}, kids...)
	row := kids
	for len(row) > 0 {
		var next []int
		row = slices.Clone(row)
		slices.SortStableFunc(row, func(a, b int) int { return len(p.kids[a]) - len(p.kids[b]) })
		for _, person := range row {
			if len(p.kids[person]) == 0 {
				continue
			}
			// Everybody stands right behind their brothers: the drawing keeps the order of the tree.
			with := append(slices.Clone(people), p.kids[person]...)
			slices.Sort(with[1:])
			if p.scale(with) < familyReadable {
				continue
			}
			people = with
			next = append(next, p.kids[person]...)
		}
		row = next
	}
	return people
}
