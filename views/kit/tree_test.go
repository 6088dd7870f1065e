package kit

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// familyNodes is a tree with the given parents; below is how many stand below each.
func familyNodes(parents []int) []TreeNode {
	nodes := make([]TreeNode, len(parents))
	for i := len(parents) - 1; i >= 0; i-- {
		tones := []Tone{ToneAdvocate, ToneLoyal, TonePlain}
		nodes[i].Parent, nodes[i].Tone, nodes[i].Faint = parents[i], tones[i%3], i%7 == 6
		if parents[i] >= 0 {
			nodes[parents[i]].Below += nodes[i].Below + 1
		}
	}
	return nodes
}

// treeBench shows a tree and notes what it tells, and how often it asked for words.
func treeBench(t *testing.T, parents []int, unfolded int) (*bench, *Tree, *string, *int) {
	t.Helper()
	told, asked := "", 0
	tree := NewTree(func(places []int) []TreeWords {
		asked += len(places)
		return familyWords(places)
	})
	tree.OnSelected = func(i int) { told += fmt.Sprintf("%d.", i) }
	tree.OnActivated = func(i int) { told += fmt.Sprintf("open %d.", i) }
	b := newBench(t, tree)
	tree.SetNodes(familyNodes(parents), unfolded)
	b.canvas().Focus(tree)
	return b, tree, &told, &asked
}

func familyWords(places []int) []TreeWords {
	words := make([]TreeWords, len(places))
	names := []string{"Jürgen Müller", "Ann Hughes", "Wilhelmina Featherstonehaugh-Cholmondeley", "王芳"}
	for i, at := range places {
		words[i] = TreeWords{Name: names[at%4], First: "Advocate", FirstTone: ToneAdvocate, Second: "drifting", SecondTone: ToneBad}
	}
	return words
}

// thisFamily: 0 sent 1, 2 and 3; 1 sent 4 and 5; 3 sent 6.
func thisFamily() []int { return []int{-1, 0, 0, 0, 1, 1, 3} }

func TestTreeByKeys(t *testing.T) {
	b, tree, told, _ := treeBench(t, thisFamily(), 100)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	want(t, "told", *told, "1.4.5.6.3.2.0.open 0.")
	*told = ""
	b.key(fyne.KeyDown)
	b.typed(" ")
	if can, folded := tree.Folds(1); !can || !folded {
		t.Error("Space did not fold the branch")
	}
	b.key(fyne.KeyDown)
	want(t, "told of a folded branch", *told, "1.")
	shown, _ := tree.Shown()
	if !slices.Equal(shown, []int{0, 1, 2, 3, 6}) {
		t.Errorf("drawn with the branch folded: %v", shown)
	}
	tree.Select(5)
	if _, folded := tree.Folds(1); folded || tree.Selected() != 5 {
		t.Error("whoever is looked for stays folded away")
	}
	tree.Fold(1)
	want(t, "selected once their branch is folded", tree.Selected(), 1)
	zoom := tree.zoom
	b.typed("++-")
	want(t, "zoomed by one step", tree.zoom, zoom*treeStep)
	b.typed("0")
	if whole, view := tree.whole(), tree.Size(); whole.Width > view.Width || whole.Height > view.Height {
		t.Errorf("all of it is %v, its room %v", whole, view)
	}
}

// tapTree clicks on the middle of a box, or of the handle under it.
func tapTree(tree *Tree, i int, handle bool) {
	at, size := tree.corner(i).Subtract(tree.offset), tree.boxSize()
	middle := at.AddXY(size.Width/2, size.Height/2)
	if handle {
		middle = at.AddXY(size.Width/2, size.Height+2)
	}
	tree.Tapped(&fyne.PointEvent{Position: middle})
}

func TestTreeByMouse(t *testing.T) {
	b, tree, told, _ := treeBench(t, thisFamily(), 100)
	tapTree(tree, 3, false)
	tapTree(tree, 3, false)
	want(t, "told", *told, "3.open 3.")
	b.wantFocus(tree)
	tapTree(tree, 3, true)
	if _, folded := tree.Folds(3); !folded {
		t.Error("a click on the handle did not fold the branch")
	}
	tree.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	want(t, "told of a click beside all boxes", *told, "3.open 3.")
	tree.mouse = tree.corner(2).Subtract(tree.offset)
	before := tree.corner(2).Subtract(tree.offset)
	tree.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 25}})
	if after := tree.corner(2).Subtract(tree.offset); tree.zoom <= 1 || after.X < before.X-1 || after.X > before.X+1 {
		t.Errorf("the wheel zoomed to %f and moved what is under the mouse from %v to %v", tree.zoom, before, after)
	}
}

// A box stays under the mouse that folded it.
func TestTreeFoldsWhereItIs(t *testing.T) {
	_, tree, _, _ := treeBench(t, manyParents(400), 1000)
	tree.fresh, tree.offset = false, tree.corner(9).SubtractXY(300, 100)
	tree.settle()
	before := tree.corner(9).Subtract(tree.offset)
	tree.Fold(9)
	if after := tree.corner(9).Subtract(tree.offset); after.X < before.X-0.1 || after.X > before.X+0.1 || after.Y != before.Y {
		t.Errorf("the box went from %v to %v", before, after)
	}
}

// manyParents is a tree of n in which some sent many, and chains are long.
func manyParents(n int) []int {
	parents := []int{-1}
	for v := 1; v < n; v++ {
		parents = append(parents, (v-1)*(v%7)/7)
	}
	return parents
}

func TestTreeDrawsWhatIsSeenOnly(t *testing.T) {
	_, tree, _, asked := treeBench(t, manyParents(10_000), 20_000)
	if n := len(tree.near.boxes); n == 0 || n > 60 || *asked > n {
		t.Errorf("%d boxes exist in a room of 800 by 600, %d were asked for", n, *asked)
	}
	for range 200 {
		tree.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: -37, DY: -3}})
	}
	if n := len(tree.near.boxes) + len(tree.near.spare); n > 200 {
		t.Errorf("%d boxes were made", n)
	}
	tree.ShowAll()
	if len(tree.near.boxes) > 0 || !tree.far.image.Visible() {
		t.Error("from far away it is no picture")
	}
	tree.Select(700)
	if tree.zoom < treeReadable || tree.far.image.Visible() {
		t.Error("whoever is looked for cannot be read")
	}
	tree.ShowAll()
	tree.Zoom(+30)
	if len(tree.near.boxes) == 0 || tree.far.image.Visible() {
		t.Error("near by it stays a picture")
	}
}

// By default a large tree is folded: those nearest to the root are seen, and the largest branches.
func TestTreeFoldsALargeTree(t *testing.T) {
	_, tree, _, _ := treeBench(t, manyParents(10_000), 60)
	shown, _ := tree.Shown()
	if len(shown) < 20 || len(shown) > 60+len(tree.kids[0]) {
		t.Errorf("%d boxes are drawn", len(shown))
	}
	for _, i := range shown[1:] {
		if folded := tree.folded[tree.nodes[i].Parent]; folded {
			t.Errorf("%d is drawn below a folded branch", i)
		}
	}
	tree.FoldAll(false)
	if shown, _ = tree.Shown(); len(shown) != 10_000 {
		t.Errorf("with all branches open %d are drawn", len(shown))
	}
}

// A word is drawn in the look of now.
func TestTreeFollowsTheTheme(t *testing.T) {
	houseApp(t)
	_, tree, _, _ := treeBench(t, thisFamily(), 100)
	fyne.CurrentApp().Settings().SetTheme(NewTheme(1, ModeDark))
	tree.Refresh()
	if got := tree.near.boxes[0].name.Color; got != role(ColorInk) {
		t.Error("a name has the colour of the theme before")
	}
}

// BenchmarkTreeDrag moves a tree of 10,000, all branches open, by one step of the mouse: near by, and from so far that all are in view.
func BenchmarkTreeDrag(b *testing.B) {
	for _, zoom := range []string{"near", "half_size", "all_in_view"} {
		b.Run("dragging_a_tree_of_10,000,_"+zoom+"/large", func(b *testing.B) {
			houseApp(b)
			tree := NewTree(familyWords)
			w := test.NewTempWindow(b, NewLayer(tree, never))
			w.Resize(fyne.NewSize(1280, 800))
			tree.SetNodes(familyNodes(manyParents(10_000)), 20_000)
			switch zoom {
			case "half_size":
				tree.Zoom(-3)
			case "all_in_view":
				tree.ShowAll()
			}
			step := float32(-23)
			var frames []time.Duration
			for b.Loop() {
				if tree.offset.X+tree.Size().Width > tree.whole().Width || tree.offset.X < 0 {
					step = -step
				}
				begin := time.Now()
				tree.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: step, DY: 1}})
				frames = append(frames, time.Since(begin))
			}
			slices.Sort(frames)
			for percent, unit := range map[int]string{50: "p50-ms", 99: "p99-ms"} {
				b.ReportMetric(float64(frames[(len(frames)-1)*percent/100].Microseconds())/1000, unit)
			}
			b.ReportMetric(16, "target-ms") // one frame
		})
	}
}

// galleryTree is a page with a tree.
func galleryTree() fyne.CanvasObject {
	tree := NewTree(familyWords)
	tree.SetNodes(familyNodes([]int{-1, 0, 0, 0, 1, 1, 3, 2, 2, 2, 6, 6}), 9)
	return Page("Everyone who came through Jürgen Müller", "15 people", nil, CardFilled(tree))
}
