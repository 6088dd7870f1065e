package models

import (
	"slices"
	"strings"
)

// alike tells whether two folded names are likely to be one person's, written otherwise: the words in another order, an initial in
// the place of a first name, or one or two letters that differ.
func alike(a, b string) bool {
	one, other := strings.Fields(a), strings.Fields(b)
	slices.Sort(one)
	slices.Sort(other)
	if slices.Equal(one, other) {
		return true
	}
	few := 1
	if min(len([]rune(a)), len([]rune(b))) >= 9 {
		few = 2
	}
	return initialOf(strings.Fields(a), strings.Fields(b)) || typos([]rune(a), []rune(b), few)
}

// initialOf tells whether two names end alike and the first of one is the initial of the other's.
func initialOf(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	short, long := strings.TrimSuffix(a[0], "."), strings.TrimSuffix(b[0], ".")
	if len(short) > len(long) {
		short, long = long, short
	}
	return len([]rune(short)) == 1 && strings.HasPrefix(long, short)
}

// typos tells whether at most so many letters were left out, added, mistaken or swapped with the next between a and b
// (optimal string alignment distance; Damerau, "A technique for computer detection and correction of spelling errors", 1964).
func typos(a, b []rune, most int) bool {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return false
	}
	var before []int
	above := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		if slices.Min(row) > most {
			return false
		}
		before, above = above, row
	}
	return above[len(b)] <= most
}
