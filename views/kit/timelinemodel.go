package kit

import "sort"

// timelineModel knows where the entries of a story stand at one width.
type timelineModel struct {
	width float32
	look  look
	tops  []float32 // one more than entries are measured
}

// begin makes ready for a width, and tells whether what was measured still holds.
func (m *timelineModel) begin(width float32) bool {
	if m.width == width && m.look == lookNow() && len(m.tops) > 0 {
		return true
	}
	first := m.width == 0
	same := m.look == lookNow()
	m.width, m.look, m.tops = width, lookNow(), append(m.tops[:0], 0)
	return first || same // rows take any width; another text size they do not
}

// known is how many entries are measured.
func (m *timelineModel) known() int { return max(len(m.tops)-1, 0) }

func (m *timelineModel) add(height float32) { m.tops = append(m.tops, m.total()+height) }

// forget drops what is known of entry i and those after it.
func (m *timelineModel) forget(i int) { m.tops = m.tops[:min(max(i+1, 0), len(m.tops))] }

// top is where entry i begins.
func (m *timelineModel) top(i int) float32 { return m.tops[i] }

func (m *timelineModel) total() float32 {
	if len(m.tops) == 0 {
		return 0
	}
	return m.tops[len(m.tops)-1]
}

// between gives the first and the last entry that reach between two heights; last is below first where there is none.
func (m *timelineModel) between(from, to float32) (first, last int) {
	n := m.known()
	if n <= 0 {
		return 0, -1
	}
	first = sort.Search(n, func(i int) bool { return m.tops[i+1] > from })
	last = sort.Search(n, func(i int) bool { return m.tops[i] >= to }) - 1
	return first, last
}
