package tidytree

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// randomTree draws a tree as the parents of its nodes.
func randomTree(t *rapid.T) []int {
	parents := []int{-1}
	wide := rapid.IntRange(1, 12).Draw(t, "how many may be a parent")
	for v := 1; v < rapid.IntRange(1, 80).Draw(t, "nodes"); v++ {
		parents = append(parents, rapid.IntRange(max(0, v-wide), v-1).Draw(t, "parent"))
	}
	return parents
}

const near = 1e-9

// Nobody stands over anybody, everybody stands in order, and parents stand in the middle above their children.
func TestLayoutIsTidy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parents := randomTree(t)
		apart, cousins := 1.1, 1.4
		places := Layout(parents, apart, cousins)
		levels, kids := map[int][]int{}, map[int][]int{}
		for v, up := range parents {
			levels[places[v].Level] = append(levels[places[v].Level], v)
			if up >= 0 {
				kids[up] = append(kids[up], v)
				if places[v].Level != places[up].Level+1 {
					t.Fatalf("%d stands at %+v, its parent at %+v", v, places[v], places[up])
				}
			}
			if places[v].X < -near {
				t.Fatalf("%d stands at %+v", v, places[v])
			}
		}
		for _, level := range levels {
			slices.SortFunc(level, func(a, b int) int { return map[bool]int{true: -1, false: 1}[places[a].X < places[b].X] })
			for i, v := range level[1:] {
				least := cousins
				if parents[v] == parents[level[i]] {
					least = apart
				}
				if gap := places[v].X - places[level[i]].X; gap < least-near {
					t.Fatalf("%d and %d stand %f apart", level[i], v, gap)
				}
			}
		}
		for up, those := range kids {
			middle := (places[those[0]].X + places[those[len(those)-1]].X) / 2
			if math.Abs(places[up].X-middle) > near {
				t.Fatalf("%d stands at %f, the middle of its children is %f", up, places[up].X, middle)
			}
			if !slices.IsSortedFunc(those, func(a, b int) int { return map[bool]int{true: -1, false: 1}[places[a].X < places[b].X] }) {
				t.Fatalf("the children of %d are out of order", up)
			}
		}
	})
}

// A tree seen in a mirror is drawn as in a mirror, whatever stands beside it.
func TestLayoutIsTheSameInAMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parents := randomTree(t)
		mirror, back := mirrored(parents)
		places, other := Layout(parents, 1, 1), Layout(mirror, 1, 1)
		var width float64
		for _, p := range places {
			width = max(width, p.X)
		}
		for v := range parents {
			if m := other[back[v]]; math.Abs(width-m.X-places[v].X) > 1e-6 {
				t.Fatalf("%d stands at %f, in the mirror at %f of %f", v, places[v].X, m.X, width)
			}
		}
	})
}

// mirrored gives the tree with all children in the other order, and where each node went.
func mirrored(parents []int) (mirror, back []int) {
	kids := make([][]int, len(parents))
	for v, up := range parents[1:] {
		kids[up] = append(kids[up], v+1)
	}
	back = make([]int, len(parents))
	var put func(v, up int)
	put = func(v, up int) {
		back[v] = len(mirror)
		mirror = append(mirror, up)
		at := back[v]
		for _, kid := range slices.Backward(kids[v]) {
			put(kid, at)
		}
	}
	put(0, -1)
	return mirror, back
}

// The trees that are drawn most: nobody, one alone, a chain, and many sent by one.
func TestLayoutOfPlainTrees(t *testing.T) {
	if Layout(nil, 1, 1) != nil {
		t.Error("nobody has a place")
	}
	chain := make([]int, 5000)
	for v := range chain {
		chain[v] = v - 1
	}
	for v, p := range Layout(chain, 1, 2) {
		if p.X != 0 || p.Level != v {
			t.Fatalf("in a chain %d stands at %+v", v, p)
		}
	}
	fan := Layout([]int{-1, 0, 0, 0}, 1, 2)
	if want := []Place{{1, 0}, {0, 1}, {1, 1}, {2, 1}}; !slices.Equal(fan, want) {
		t.Errorf("a fan stands at %+v", fan)
	}
}

// BenchmarkLayout lays out a tree of 10,000.
func BenchmarkLayout(b *testing.B) {
	parents := []int{-1}
	for v := 1; v < 10_000; v++ {
		parents = append(parents, (v-1)*(v%7)/7)
	}
	for b.Loop() {
		Layout(parents, 1.1, 1.4)
	}
}
