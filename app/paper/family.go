package paper

import (
	"fmt"

	"goodturn/app/paper/tidytree"
)

// FamilyInput is what a family tree is made from, as a poster or as a list. Every text comes translated and worded.
type FamilyInput struct {
	Frame
	Words   FamilyWords
	People  []FamilyPerson // everybody after who sent them, and right before those below them; the first is whom the tree is of
	OnePage bool           // of a poster: all of it, however small
}

// FamilyWords are the words around a family tree.
type FamilyWords struct {
	Title   string                          // "Everyone who came through Jürgen Müller"
	Date    string                          // the day it was printed
	Totals  string                          // what it comes to
	Left    string                          // who is not drawn, and why; "" for nobody
	Goes    func(more string, p int) string // "+12, page 3", beneath a box whose branch is on another page
	From    func(name string, p int) string // "Ann Hughes, from page 1", above a branch
	PageOf  func(page, total int) string    // "Page 1 of 3"
	Columns [3]string                       // above the names, how far they have come, and what they spent, of a list
}

// FamilyLook is how a box is coloured: by how far they have come.
type FamilyLook int

// The looks.
const (
	FamilyPlain FamilyLook = iota
	FamilyLoyal
	FamilyAdvocate
	FamilyFaint // still to come, or no longer there
)

// FamilyPerson is one person of a tree.
type FamilyPerson struct {
	Parent int // the place of who sent them; -1 for the first
	Name   string
	Under  string // how far they have come, and how they come
	Spent  string // what they visited and spent, on a list
	More   string // beneath a box, or beside a name of a list, below which a branch is folded away: "+12"
	Look   FamilyLook
}

// Scales of a poster, in millimetres for a unit of the drawing: the largest it is drawn in, at which names are of 12 points, and the least
// at which they can be read, 5.5 points.
const (
	familyLargest  = 0.3
	familyReadable = 0.14
)

// FamilyPoster lays out a tree as it is drawn on the screen, as large as its page allows. Where names would be too small to read it goes
// over several pages: a branch there is no room for is drawn on a page of its own, and its box says on which. It fails only without a
// Typesetter or for a paper it does not know; no text makes it fail.
func FamilyPoster(in FamilyInput) (*Document, error) {
	p, err := newPoster(in)
	if err != nil {
		return nil, err
	}
	in.Setter.mu.Lock()
	defer in.Setter.mu.Unlock()
	pages := p.split()
	for i, page := range pages {
		if i > 0 {
			p.frame.sheet.turn()
		}
		p.draw(page, pages)
	}
	p.frame.footers()
	return &Document{Title: in.Words.Title, Author: in.Shop, Language: in.Language, Made: in.Made, Pages: p.frame.sheet.pages, setter: in.Setter}, nil
}

// FamilyTooSmall tells whether a tree that is drawn on one page has names there that are too small to read.
func FamilyTooSmall(in FamilyInput) (bool, error) {
	p, err := newPoster(in)
	if err != nil {
		return false, err
	}
	return p.scale(p.whole(0)) < familyReadable, nil
}

// poster is a tree being drawn on pages.
type poster struct {
	in    FamilyInput
	kids  [][]int
	frame thankYouList // what stands around the drawing
	room  struct{ width, height float64 }
}

// posterEdges leave more of the page to the drawing than a list's do.
var posterEdges = edges{side: 12, above: 11, below: 15}

func newPoster(in FamilyInput) (*poster, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: %q needs a typesetter", in.Words.Title)
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	p := &poster{in: in, kids: make([][]int, len(in.People))}
	for i, person := range in.People {
		if person.Parent >= 0 {
			p.kids[person.Parent] = append(p.kids[person.Parent], i)
		}
	}
	all := p.whole(0)
	p.setPage(width, height)
	upright := p.scale(all)
	if p.setPage(height, width); p.scale(all) < upright { // most trees are wider than high
		p.setPage(width, height)
	}
	return p, nil
}

// Heights of what stands above a drawing and below it.
const (
	posterHead = 30
	posterLeft = 5 // more where it is said who is not drawn
	posterFoot = 4
)

// head is what stands above a drawing.
func (p *poster) head() float64 {
	if p.in.Words.Left != "" {
		return posterHead + posterLeft
	}
	return posterHead
}

func (p *poster) setPage(width, height float64) {
	words := Words{Title: p.in.Words.Title, Date: p.in.Words.Date, PageOf: p.in.Words.PageOf}
	in := ThankYouListInput{Frame: p.in.Frame, Words: words}
	p.frame = thankYouList{in: in, sheet: newSheetWithin(p.in.Setter, width, height, posterEdges)}
	p.room.width = width - 2*posterEdges.side
	p.room.height = height - posterEdges.above - posterEdges.below - p.head() - posterFoot
}

// largest is how large a tree is drawn at most: on a large sheet, which is read from further away, larger.
func (p *poster) largest() float64 {
	if p.in.Paper == A3 {
		return 1.4 * familyLargest
	}
	return familyLargest
}

// posterPage is what one page shows: people by their places, each after who sent them.
type posterPage struct {
	people []int
	from   int // the page on which the first of them has their box; -1 for the first page
}

// whole gives everybody of a branch.
func (p *poster) whole(top int) (people []int) {
	people = append(people, top)
	for at := 0; at < len(people); at++ {
		people = append(people, p.kids[people[at]]...)
	}
	return people
}

// drawing lays out some people.
func (p *poster) drawing(people []int) *tidytree.Drawing {
	at := make(map[int]int, len(people))
	parents := make([]int, len(people))
	for i, person := range people {
		at[person] = i
		parents[i] = -1
		if up, here := at[p.in.People[person].Parent]; here && i > 0 {
			parents[i] = up
		}
	}
	return tidytree.Draw(parents, tidytree.People)
}

// scale is how large some people can be drawn on a page; more than the largest where there is room to spare.
func (p *poster) scale(people []int) float64 {
	d := p.drawing(people)
	return min(p.room.width/d.Wide, p.room.height/(d.High+handleRoom))
}

// handleRoom is how much stands below a box whose branch is elsewhere, in units of the drawing.
const handleRoom = 18
