// Package tidytree lays out trees: who stands under whom, drawn so that nobody stands over anybody, every parent is in the middle above
// its children, and trees of the same shape look the same wherever they stand. It knows places alone; the screen and the page draw from
// one layout.
//
// The algorithm is that of Christoph Buchheim, Michael Jünger and Sebastian Leipert, "Improving Walker's Algorithm to Run in Linear
// Time" (Graph Drawing 2002, LNCS 2528), which makes John Q. Walker's (1990), after Edward Reingold and John Tilford's "Tidier Drawings
// of Trees" (1981), linear in the number of nodes. Names of the paper's variables stand beside ours.
package tidytree

// Place is where a node stands: its middle, in widths of a node from the left edge of the tree, and its generation.
type Place struct {
	X     float64 // the least is 0
	Level int
}

// node is what the algorithm keeps of one node.
type node struct {
	parent, first, last, next, prev int // by place; none where there is none
	number                          int // among its brothers
	prelim, mod, shift, change      float64
	thread, ancestor                int
	standIn                         int // the paper's defaultAncestor, of its children
}

const none = -1

// tree is a layout on its way.
type tree struct {
	nodes          []node
	apart, cousins float64
}

// Layout gives a place for each node. parents has for each the place of its parent, -1 for the root, which is the first; a parent
// stands before its children, and brothers are drawn in their order. apart is how far the middles of brothers stand from each other, and
// cousins how far those of two neighbours who are not, both in widths.
func Layout(parents []int, apart, cousins float64) []Place {
	if len(parents) == 0 {
		return nil
	}
	t := link(parents)
	t.apart, t.cousins = apart, cousins
	for _, v := range t.leavesFirst() {
		t.firstWalk(v)
		t.apportion(v)
	}
	return t.places()
}

// link makes the nodes of a tree from their parents.
func link(parents []int) *tree {
	t := &tree{nodes: make([]node, len(parents))}
	for v, up := range parents {
		t.nodes[v] = node{parent: up, first: none, last: none, next: none, prev: none, thread: none, ancestor: v, standIn: none}
		if up < 0 {
			continue
		}
		p := &t.nodes[up]
		if p.first == none {
			p.first, p.standIn = v, v
		} else {
			t.nodes[v].prev, t.nodes[p.last].next = p.last, v
			t.nodes[v].number = t.nodes[p.last].number + 1
		}
		p.last = v
	}
	return t
}

// leavesFirst gives every node after its children and after its left brother, without recursion: chains may be long.
func (t *tree) leavesFirst() []int {
	order := make([]int, 0, len(t.nodes))
	for v := 0; v != none; {
		for t.nodes[v].first != none {
			v = t.nodes[v].first
		}
		order = append(order, v)
		for v != none && t.nodes[v].next == none {
			if v = t.nodes[v].parent; v != none {
				order = append(order, v)
			}
		}
		if v != none {
			v = t.nodes[v].next
		}
	}
	return order
}

// firstWalk places a node whose children are placed, beside its left brother.
func (t *tree) firstWalk(v int) {
	n := &t.nodes[v]
	if n.prev != none {
		n.prelim = t.nodes[n.prev].prelim + t.apart
	}
	if n.first == none {
		return
	}
	t.executeShifts(v)
	middle := (t.nodes[n.first].prelim + t.nodes[n.last].prelim) / 2
	if n.prev == none {
		n.prelim = middle
		return
	}
	n.mod = n.prelim - middle
}

// apportion moves the subtree of v to the right until it is clear of those of its left brothers: the right edge of theirs and the left
// edge of its own are gone down side by side.
func (t *tree) apportion(v int) {
	left := t.nodes[v].prev
	if left == none {
		return
	}
	up := t.nodes[v].parent
	in, out := v, v                            // the paper's v+i and v+o: left and right edge of v's
	leftIn, leftOut := left, t.nodes[up].first // v-i and v-o: right and left edge of the brothers'
	at := func(w int) float64 { return t.nodes[w].mod }
	sIn, sOut, sLeftIn, sLeftOut := at(in), at(out), at(leftIn), at(leftOut)
	for t.nextRight(leftIn) != none && t.nextLeft(in) != none {
		leftIn, in, leftOut, out = t.nextRight(leftIn), t.nextLeft(in), t.nextLeft(leftOut), t.nextRight(out)
		t.nodes[out].ancestor = v
		if shift := t.nodes[leftIn].prelim + sLeftIn - t.nodes[in].prelim - sIn + t.cousins; shift > 0 {
			t.moveSubtree(t.ancestor(leftIn, v), v, shift)
			sIn, sOut = sIn+shift, sOut+shift
		}
		sIn, sOut, sLeftIn, sLeftOut = sIn+at(in), sOut+at(out), sLeftIn+at(leftIn), sLeftOut+at(leftOut)
	}
	if w := t.nextRight(leftIn); w != none && t.nextRight(out) == none {
		t.nodes[out].thread = w
		t.nodes[out].mod += sLeftIn - sOut
	}
	if w := t.nextLeft(in); w != none && t.nextLeft(leftOut) == none {
		t.nodes[leftOut].thread = w
		t.nodes[leftOut].mod += sIn - sLeftOut
		t.nodes[up].standIn = v
	}
}

// nextLeft goes one down the left edge of the subtree of v, nextRight down the right one.
func (t *tree) nextLeft(v int) int {
	if n := &t.nodes[v]; n.first != none {
		return n.first
	}
	return t.nodes[v].thread
}

func (t *tree) nextRight(v int) int {
	if n := &t.nodes[v]; n.last != none {
		return n.last
	}
	return t.nodes[v].thread
}

// ancestor gives which brother of v stands above w.
func (t *tree) ancestor(w, v int) int {
	up := t.nodes[v].parent
	if a := t.nodes[w].ancestor; t.nodes[a].parent == up {
		return a
	}
	return t.nodes[up].standIn
}

// moveSubtree moves v's subtree to the right, and notes that those between left and v are to be spread evenly.
func (t *tree) moveSubtree(left, v int, shift float64) {
	l, r := &t.nodes[left], &t.nodes[v]
	between := float64(r.number - l.number)
	r.change -= shift / between
	r.shift += shift
	l.change += shift / between
	r.prelim += shift
	r.mod += shift
}

// executeShifts does what moveSubtree noted of the children of v.
func (t *tree) executeShifts(v int) {
	var shift, change float64
	for w := t.nodes[v].last; w != none; w = t.nodes[w].prev {
		n := &t.nodes[w]
		n.prelim += shift
		n.mod += shift
		change += n.change
		shift += n.shift + change
	}
}

// places adds up what every node is moved by with those above it: the paper's second walk.
func (t *tree) places() []Place {
	places := make([]Place, len(t.nodes))
	moved := make([]float64, len(t.nodes))
	least := t.nodes[0].prelim
	for v := range t.nodes {
		n := &t.nodes[v]
		if n.parent >= 0 {
			moved[v] = moved[n.parent] + t.nodes[n.parent].mod
			places[v].Level = places[n.parent].Level + 1
		}
		places[v].X = n.prelim + moved[v]
		least = min(least, places[v].X)
	}
	for v := range places {
		places[v].X -= least
	}
	return places
}
