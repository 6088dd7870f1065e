package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"goodturn/app/paper/tidytree"
)

// TreeNode is one box of a Tree, as far as it must be known to draw the whole.
type TreeNode struct {
	Parent int // the place of the node above; -1 for the first
	Tone   Tone
	Faint  bool // drawn as not quite there: still to come
	Below  int  // how many stand below, for its handle
}

// TreeWords are what stands in a box: a name, and beneath it up to two words with what colours say in them.
type TreeWords struct {
	Name                  string
	First, Second         string
	FirstTone, SecondTone Tone
}

// Tree is a drawn tree: zoomed by the wheel, by plus and minus, dragged, folded at the handle under a box, and walked by the arrows.
// Only what is in view exists, and from far away the boxes are a picture, so that it is quick with 10,000 people.
type Tree struct {
	control

	// OnSelected is called when the owner selected another box. May be nil.
	OnSelected func(i int)
	// OnActivated is called by Enter and by a double click. May be nil.
	OnActivated func(i int)
	// OnZoomed is told how large boxes are drawn now, 1 for as large as they are meant. May be nil.
	OnZoomed func(zoom float32)

	words   func(places []int) []TreeWords
	known   map[int]TreeWords
	nodes   []TreeNode
	kids    [][]int
	folded  []bool
	shown   []int // the places of those who are drawn, each after its parent
	at      []int // where in shown a node stands; -1 where it is folded away
	drawing *tidytree.Drawing

	zoom     float32
	offset   fyne.Position // of the view, in the drawing as it is zoomed
	fresh    bool          // nobody has moved or zoomed it yet: it shows itself as it fits
	selected int
	mouse    fyne.Position
	click    treeClick

	clip *container.Clip
	pane *fyne.Container
	near treeNear
	far  treeFar
}

// How far the tree can be zoomed, by how much at a step, and up to where words are drawn: smaller they could not be read.
const (
	treeLeast    = 0.02
	treeMost     = 2
	treeStep     = 1.25
	treeReadable = 0.5
)

// NewTree makes an empty tree. words is asked for the words of several boxes at once, when they come into view.
func NewTree(words func(places []int) []TreeWords) *Tree {
	t := &Tree{words: words, known: map[int]TreeWords{}, zoom: 1, fresh: true}
	t.near.boxes = map[int]*treeBox{}
	t.pane = box(treePane{})
	t.clip = container.NewClip(t.pane)
	t.extend(t)
	return t
}

// SetNodes shows another tree, the first node of which is the root; every node stands after its parent. Where there are more than
// unfolded, branches are folded: those nearest to the root, and the largest, stay open. The root is selected.
func (t *Tree) SetNodes(nodes []TreeNode, unfolded int) {
	t.nodes, t.known = nodes, map[int]TreeWords{}
	t.kids, t.folded, t.at = make([][]int, len(nodes)), make([]bool, len(nodes)), make([]int, len(nodes))
	for i, n := range nodes {
		if n.Parent >= 0 {
			t.kids[n.Parent] = append(t.kids[n.Parent], i)
		}
	}
	t.foldTo(unfolded)
	t.selected, t.fresh = 0, true
	t.layOut()
	t.settle()
}

// Renew shows the same tree with other nodes' words and tones; what is folded, selected and in view stays. The nodes must have the same
// parents as before.
func (t *Tree) Renew(nodes []TreeNode) {
	t.nodes, t.known = nodes, map[int]TreeWords{}
	t.far.drawn = nil
	t.near.forget()
	t.update()
}

// foldTo folds branches so that about most boxes are drawn: it opens them from the root on, generation by generation, those with
// most below first.
func (t *Tree) foldTo(most int) {
	if len(t.nodes) <= most || len(t.nodes) == 0 {
		return
	}
	for i := range t.nodes {
		t.folded[i] = len(t.kids[i]) > 0
	}
	drawn := 1
	row := []int{0}
	for len(row) > 0 {
		var next []int
		for _, v := range largestFirst(row, t.nodes) {
			if drawn > 1 && drawn+len(t.kids[v]) > most {
				continue
			}
			t.folded[v] = false
			drawn += len(t.kids[v])
			next = append(next, t.kids[v]...)
		}
		row = next
	}
}

// layOut lays out what is not folded away.
func (t *Tree) layOut() {
	t.shown = t.shown[:0]
	var parents []int
	for i, n := range t.nodes {
		t.at[i] = -1
		if n.Parent >= 0 && (t.at[n.Parent] < 0 || t.folded[n.Parent]) {
			continue
		}
		t.at[i] = len(t.shown)
		t.shown = append(t.shown, i)
		parent := -1
		if n.Parent >= 0 {
			parent = t.at[n.Parent]
		}
		parents = append(parents, parent)
	}
	t.drawing = tidytree.Draw(parents, tidytree.People)
	t.far.drawn = nil
	t.near.forget()
}

// Shown gives the places of those who are drawn, each after its parent, and their drawing, in which they stand in that order.
func (t *Tree) Shown() ([]int, *tidytree.Drawing) { return t.shown, t.drawing }

// Selected gives the selected box; the first where none was chosen.
func (t *Tree) Selected() int { return t.selected }

// Select selects a box, opens the branches it is folded away in, and brings it into view, without calling OnSelected.
func (t *Tree) Select(i int) {
	if i < 0 || i >= len(t.nodes) {
		return
	}
	t.selected = i
	opened := false
	for up := t.nodes[i].Parent; up >= 0; up = t.nodes[up].Parent {
		opened = opened || t.folded[up]
		t.folded[up] = false
	}
	if opened {
		t.layOut()
	}
	t.reveal(i)
}

// choose is Select by the owner.
func (t *Tree) choose(i int) {
	if i < 0 || i == t.selected {
		return
	}
	t.Select(i)
	if t.OnSelected != nil {
		t.OnSelected(i)
	}
}

// Folds tells whether a box can be folded or opened, and whether it is folded.
func (t *Tree) Folds(i int) (can, folded bool) {
	if i < 0 || i >= len(t.nodes) {
		return false, false
	}
	return len(t.kids[i]) > 0, t.folded[i]
}

// Fold folds the branch under a box away, or opens it; the box stays where it is on the screen.
func (t *Tree) Fold(i int) {
	if can, _ := t.Folds(i); !can || t.at[i] < 0 {
		return
	}
	before := t.corner(i)
	t.fresh = false
	t.folded[i] = !t.folded[i]
	if t.folded[i] && t.under(t.selected, i) {
		t.selected = i
		if t.OnSelected != nil {
			t.OnSelected(i)
		}
	}
	t.layOut()
	t.offset = t.offset.Add(t.corner(i)).Subtract(before)
	t.settle()
}

// under tells whether a node stands below another.
func (t *Tree) under(v, top int) bool {
	for v = t.nodes[v].Parent; v >= 0; v = t.nodes[v].Parent {
		if v == top {
			return true
		}
	}
	return false
}

// FoldAll folds every branch but the root's, or opens every branch.
func (t *Tree) FoldAll(fold bool) {
	for i := range t.nodes {
		t.folded[i] = fold && i > 0 && len(t.kids[i]) > 0
	}
	if fold {
		for t.selected > 0 && t.nodes[t.selected].Parent > 0 {
			t.selected = t.nodes[t.selected].Parent
		}
		if t.OnSelected != nil {
			t.OnSelected(t.selected)
		}
	}
	t.layOut()
	t.reveal(t.selected)
}

// Refresh draws all anew: the look has changed.
func (t *Tree) Refresh() {
	t.far.drawn = nil
	t.near.forget()
	t.update()
	t.control.Refresh()
}

// Parts gives nothing: a tree keeps its own boxes in view.
func (t *Tree) Parts() []fyne.CanvasObject { return nil }

// MinSize has room for a box.
func (t *Tree) MinSize() fyne.Size { return fyne.NewSize(scaled(200), 90) }
