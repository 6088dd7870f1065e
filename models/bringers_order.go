package models

import (
	"cmp"
	"slices"
	"strings"
)

// bringerOrder is a list of those who bring people, who brought most first and among equals by name. Most of a large shop brought one
// person, and to put them all by name takes longer than all else: so equals are put in order once a page shows them.
type bringerOrder struct {
	all   []bringerPlace
	named map[int]bool // by where they begin, the equals that stand by name already
}

// bringerPlace is one of the list: what they brought, themselves and through others, and their place among the kin.
type bringerPlace struct {
	direct, through int32
	at              int32
}

// order makes the list of those in the book whom is gives something to show.
func (m *kin) order(is func(at int32) (direct, through int, listed bool)) *bringerOrder {
	o := &bringerOrder{named: map[int]bool{}}
	for i := range m.people {
		at := int32(i)
		if direct, through, listed := is(at); listed && m.inBook(at) {
			o.all = append(o.all, bringerPlace{int32(direct), int32(through), at})
		}
	}
	slices.SortFunc(o.all, bringerPlace.compare)
	return o
}

// compare puts who brought more first; equals have no order.
func (p bringerPlace) compare(other bringerPlace) int {
	if p.direct != other.direct {
		return int(other.direct - p.direct)
	}
	return int(other.through - p.through)
}

// page gives the places of a page.
func (o *bringerOrder) page(m *kin, offset, limit int) []int32 {
	first := min(max(offset, 0), len(o.all))
	last := min(first+max(limit, 0), len(o.all))
	for i := first; i < last; {
		i = o.name(m, i)
	}
	page := make([]int32, 0, last-first)
	for _, p := range o.all[first:last] {
		page = append(page, p.at)
	}
	return page
}

// name puts those in the order of their names who brought as many as the one there, and gives where they end.
func (o *bringerOrder) name(m *kin, i int) (end int) {
	begin, _ := slices.BinarySearchFunc(o.all, o.all[i], bringerPlace.compare)
	behind, _ := slices.BinarySearchFunc(o.all[i:], o.all[i], func(p, than bringerPlace) int { return cmp.Or(p.compare(than), -1) })
	end = i + behind
	if !o.named[begin] {
		slices.SortFunc(o.all[begin:end], func(a, b bringerPlace) int { return m.byName(a.at, b.at) })
		o.named[begin] = true
	}
	return end
}

func (m *kin) inBook(at int32) bool { return !m.people[at].gone && !m.people[at].archived }

func (m *kin) byName(a, b int32) int {
	x, y := &m.people[a], &m.people[b]
	if byName := strings.Compare(x.name, y.name); byName != 0 {
		return byName
	}
	return cmp.Compare(x.id, y.id)
}
