package tidytree

import "slices"

// Box is how large the box of somebody is drawn, and how much room is around it, in the units of whoever draws.
type Box struct {
	Width, Height float64
	Brothers      float64 // between the boxes of brothers
	Cousins       float64 // between those of neighbours who are not
	Generations   float64 // between two rows
}

// People is the box of a person with two lines in it.
var People = Box{Width: 188, Height: 52, Brothers: 14, Cousins: 30, Generations: 52}

// Drawing is a tree in boxes.
type Drawing struct {
	Box
	X          []float64 // the left edge of each box
	Level      []int
	Rows       [][]int   // the boxes of each generation, from left to right
	Groups     [][]Group // for each generation those who have children, from left to right
	Wide, High float64   // of the whole
}

// Group is a parent with the children below it, whose boxes stand beside each other.
type Group struct {
	Parent      int
	First, Last int // the leftmost child and the rightmost
}

// Draw lays out a tree, given as for Layout, in boxes.
func Draw(parents []int, box Box) *Drawing {
	places := Layout(parents, 1+box.Brothers/box.Width, 1+box.Cousins/box.Width)
	d := &Drawing{Box: box, X: make([]float64, len(places)), Level: make([]int, len(places))}
	for v, p := range places {
		d.X[v], d.Level[v] = p.X*box.Width, p.Level
		d.Wide = max(d.Wide, d.X[v]+box.Width)
		for len(d.Rows) <= p.Level {
			d.Rows = append(d.Rows, nil)
		}
		d.Rows[p.Level] = append(d.Rows[p.Level], v)
	}
	d.High = float64(len(d.Rows))*(box.Height+box.Generations) - box.Generations
	d.Groups = make([][]Group, len(d.Rows))
	for level, row := range d.Rows {
		slices.SortFunc(row, func(a, b int) int { return compare(d.X[a], d.X[b]) })
		for _, v := range row {
			d.group(level-1, parents[v], v)
		}
	}
	return d
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// group notes a child, the next to the right of its generation, in the group of its parent.
func (d *Drawing) group(level, parent, child int) {
	if level < 0 {
		return
	}
	groups := d.Groups[level]
	if n := len(groups); n > 0 && groups[n-1].Parent == parent {
		groups[n-1].Last = child
		return
	}
	d.Groups[level] = append(groups, Group{parent, child, child})
}

// Top is the upper edge of the boxes of a generation.
func (d *Drawing) Top(level int) float64 { return float64(level) * (d.Height + d.Generations) }

// Middle is the middle of a box from the left.
func (d *Drawing) Middle(v int) float64 { return d.X[v] + d.Width/2 }

// Rail is how high the line runs under a generation from which those go down to the next.
func (d *Drawing) Rail(level int) float64 { return d.Top(level+1) - d.Generations/2 }

// Between gives the boxes of a generation of which some part is between two edges, from left to right.
func (d *Drawing) Between(level int, left, right float64) []int {
	row := d.Rows[level]
	from, _ := slices.BinarySearchFunc(row, left-d.Width, func(v int, x float64) int { return compare(d.X[v], x) })
	to, _ := slices.BinarySearchFunc(row, right, func(v int, x float64) int { return compare(d.X[v], x) })
	return row[from:max(to, from)]
}

// GroupsBetween gives the groups under a generation whose line comes between two edges.
func (d *Drawing) GroupsBetween(level int, left, right float64) []Group {
	groups := d.Groups[level]
	from, _ := slices.BinarySearchFunc(groups, left, func(g Group, x float64) int { return compare(d.Middle(g.Last), x) })
	to, _ := slices.BinarySearchFunc(groups, right, func(g Group, x float64) int { return compare(d.Middle(g.First), x) })
	return groups[from:max(to, from)]
}
