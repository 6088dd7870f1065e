package views

import "goodturn/models"

// firstDrawn gives those of places who are drawn where a drawing holds no more than most: whom the tree is of, and those below them
// generation by generation. Brothers stay together, so that a box has either all whom somebody sent or none and their number; only
// where whom the tree is of sent more than fit by themselves the first of them are drawn. places are in the tree's order, its first among
// them, and everybody's sender is there too; so is what is given.
func firstDrawn(nodes []models.FamilyNode, places []int, most int) []int {
	if len(places) <= most {
		return places
	}
	kids := make(map[int][]int, len(places))
	for _, place := range places[1:] {
		up := nodes[place].Parent
		kids[up] = append(kids[up], place)
	}
	drawn := map[int]bool{places[0]: true}
	row := places[:1]
	for whole := true; whole && len(row) > 0; {
		var next []int
		for _, up := range row {
			brothers := kids[up]
			if up == places[0] {
				brothers = brothers[:min(len(brothers), most-1)]
			}
			if len(drawn)+len(brothers) > most {
				whole = false // those below the next generation would take the room of some of this one
				continue
			}
			for _, place := range brothers {
				drawn[place] = true
			}
			next = append(next, brothers...)
		}
		row = next
	}
	first := make([]int, 0, len(drawn))
	for _, place := range places {
		if drawn[place] {
			first = append(first, place)
		}
	}
	return first
}

// leftBelow counts, for each of those who are printed, who came through them and is not: folded away, or more than fit. Each is counted
// once, beneath the nearest who is printed. printed are in the tree's order, its first among them.
func leftBelow(nodes []models.FamilyNode, printed []int) map[int]int {
	nearest := make([]int, len(nodes))
	for i := range nodes {
		nearest[i] = -1
	}
	for _, place := range printed {
		nearest[place] = place
	}
	left := map[int]int{}
	for i := range nodes {
		if nearest[i] < 0 {
			nearest[i] = nearest[nodes[i].Parent] // it stands before them
			left[nearest[i]]++
		}
	}
	return left
}
