package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"goodturn/models"
)

// familyNodes gives a tree from who sent each, in its order.
func familyNodes(parents ...int) []models.FamilyNode {
	nodes := make([]models.FamilyNode, len(parents))
	for i, up := range parents {
		nodes[i].Parent = up
	}
	return nodes
}

func TestWhoIsDrawnOfALargeTree(t *testing.T) {
	// 0 sent 1, 5 and 6; 1 sent 2 and 3; 3 sent 4; 6 sent 7, 8 and 9.
	nodes := familyNodes(-1, 0, 1, 1, 3, 0, 0, 6, 6, 6)
	all := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	for _, c := range []struct {
		most        int
		want        []int
		below, left int
	}{
		{10, all, 0, 0}, {9, []int{0, 1, 2, 3, 5, 6, 7, 8, 9}, 3, 1}, {7, []int{0, 1, 2, 3, 5, 6}, 6, 3}, {4, []int{0, 1, 5, 6}, 1, 3}, {3, []int{0, 1, 5}, 0, 4},
	} {
		got := firstDrawn(nodes, all, c.most)
		if !slices.Equal(got, c.want) {
			t.Errorf("of %d fit %v, want %v", c.most, got, c.want)
		}
		if left := leftBelow(nodes, got); left[c.below] != c.left {
			t.Errorf("of %d there are left %v, want %d below %d", c.most, left, c.left, c.below)
		}
	}
	if left := leftBelow(nodes, []int{0, 1, 5, 6, 7, 8, 9}); len(left) != 1 || left[1] != 3 {
		t.Errorf("folded below 1 are %v", left)
	}
}

// Whatever the tree: no more are drawn than fit, nobody without who sent them, and everybody is either drawn or counted once.
func TestWhoIsDrawnOfRandomTrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		parents := []int{-1}
		branch := []int{0} // from the first down to whoever stands last: whom the next may be below
		for range rapid.IntRange(0, 60).Draw(rt, "more") {
			deep := rapid.IntRange(1, len(branch)).Draw(rt, "generation")
			parents = append(parents, branch[deep-1])
			branch = append(branch[:deep], len(parents)-1)
		}
		nodes := familyNodes(parents...)
		all := make([]int, len(nodes))
		for i := range all {
			all[i] = i
		}
		most := rapid.IntRange(1, 70).Draw(rt, "most")
		drawn := firstDrawn(nodes, all, most)
		if len(drawn) > most || drawn[0] != 0 || !slices.IsSorted(drawn) {
			rt.Fatalf("%v are drawn of %v, at most %d", drawn, parents, most)
		}
		if len(nodes) <= most && len(drawn) < len(nodes) {
			rt.Fatalf("all of %v fit, and %v are drawn", parents, drawn)
		}
		for _, place := range drawn[1:] {
			if !slices.Contains(drawn, parents[place]) {
				rt.Fatalf("%d is drawn without who sent them: %v of %v", place, drawn, parents)
			}
		}
		sum := len(drawn)
		for _, n := range leftBelow(nodes, drawn) {
			sum += n
		}
		if sum != len(nodes) {
			rt.Fatalf("%d of %d are drawn or counted", sum, len(nodes))
		}
	})
}

// More than a drawing holds are counted beneath those they came through, which the preview and the page say; a list has everybody.
func TestPrintThePartOfATreeThatFits(t *testing.T) {
	b := threeGenerations(t)
	v := b.printing()
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	p := newFamilyPrint(b.familyScreen())
	p.most = 3
	p.show()
	if said := b.sheetWords(); !strings.Contains(said, "A drawing holds 3 people: the first generations. 2 more are counted") {
		t.Errorf("the preview says %q", said)
	}
	b.topSave()
	b.wantPrinted(v, []string{"Ann Hughes", "+2", "Olu Ade", "3 of 5 people are drawn"}, "Peter Lowe", "Zoe Lund")
	p = newFamilyPrint(b.familyScreen())
	p.most = 3
	p.show()
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if p.note.Visible() {
		t.Errorf("of a list it says %q", p.note.Text())
	}
	b.topSave()
	b.wantPrinted(v, []string{"Ann Hughes", "Peter Lowe", "Zoe Lund"}, "are drawn")
	b.familyScreen().tree.Fold(1)
	b.w.do("print") // as a list, as before
	b.topSave()
	b.wantPrinted(v, []string{"Ann Hughes", "+2"}, "Peter Lowe")
}

// A tree that cannot be read on one page is said to be so, with what to do, until something else is chosen.
func TestATreeTooSmallToRead(t *testing.T) {
	b := threeGenerations(t)
	for i := range 90 {
		b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: b.named("Jürgen")}, Referee: &models.Customer{Name: fmt.Sprintf("Friend %d", i)}}))
	}
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	p := newFamilyPrint(b.familyScreen())
	p.show()
	if words := b.sheetWords(); !p.small.Visible() || !strings.Contains(words, "too small to read") || !strings.Contains(words, "“Over several pages” or “As a list”") {
		t.Errorf("the preview says %q", words)
	}
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeySpace)
	if p.small.Visible() {
		t.Errorf("over several pages it says so still")
	}
}

// A list of more than anybody looks through at once is printed whole; the preview shows its beginning, and says so.
func TestPrintALongFamilyList(t *testing.T) {
	b := threeGenerations(t)
	v := b.printing()
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	p := newFamilyPrint(b.familyScreen())
	for i := len(p.s.family.Nodes); i <= mostPreviewed; i++ {
		id := models.CustomerID(1000 + i)
		p.s.family.Nodes = append(p.s.family.Nodes, models.FamilyNode{CustomerID: id, Generation: 1, State: models.ReferralApproved})
		p.names[id] = fmt.Sprintf("Person %04d", i)
		p.shown = append(p.shown, i)
	}
	p.show()
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if said := b.sheetWords(); !strings.Contains(said, "Here you see the first 5,000 of 5,001 people. All of them are printed.") {
		t.Errorf("the preview says %q", said)
	}
	b.topSave()
	b.wantPrinted(v, []string{"Person 0005", "Person 5000"})
}
