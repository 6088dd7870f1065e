package models

import "slices"

// kinLinks is who sent whom by their places, made of the people in one pass.
type kinLinks struct {
	made    bool
	sender  []int32 // -1 for nobody among the customers
	order   []int32 // everybody, each after who sent them
	starts  []int32 // where in kids those begin whom somebody sent
	kids    []int32 // by their referral's day
	circled []bool  // where a damaged file goes in a circle: their sender is not followed
}

// link makes the links anew where somebody changed.
func (m *kin) link() {
	if m.links.made {
		return
	}
	n := len(m.people)
	l := kinLinks{made: true, sender: make([]int32, n), order: make([]int32, 0, n), starts: make([]int32, n+1), kids: make([]int32, n), circled: make([]bool, n)}
	for i := range m.people {
		k := &m.people[i]
		if k.up == notYet {
			k.up = m.placeOf(k.senderID)
		}
		if l.sender[i] = k.up; k.up >= 0 {
			l.starts[k.up+1]++
		}
	}
	for i := range n {
		l.starts[i+1] += l.starts[i]
	}
	next := slices.Clone(l.starts)
	for i := range n {
		if up := l.sender[i]; up >= 0 {
			l.kids[next[up]] = int32(i)
			next[up]++
		}
	}
	m.links = l
	m.links.walk()
}

// walk puts everybody after who sent them. Whoever stands in a circle is reached from no beginning: one of them is made one.
func (l *kinLinks) walk() {
	seen := make([]bool, len(l.sender))
	from := func(start int32) {
		seen[start] = true
		at := len(l.order)
		l.order = append(l.order, start)
		for ; at < len(l.order); at++ {
			for _, kid := range l.sent(l.order[at]) {
				if !seen[kid] {
					seen[kid] = true
					l.order = append(l.order, kid)
				}
			}
		}
	}
	for i := range l.sender {
		if l.sender[i] < 0 {
			from(int32(i))
		}
	}
	for i := range l.sender {
		if !seen[i] {
			l.circled[i] = true
			from(int32(i))
		}
	}
}

// sent gives the places of those whom somebody sent, in no order.
func (l *kinLinks) sent(at int32) []int32 { return l.kids[l.starts[at]:l.starts[at+1]] }
