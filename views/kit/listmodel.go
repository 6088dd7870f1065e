package kit

import (
	"sort"

	"fyne.io/fyne/v2"
)

// rowModel knows where the rows of a list stand.
type rowModel struct {
	n        int
	width    float32 // the least of a row
	height   float32 // of a row, when all are alike
	heightOf func(i int, width float32) float32
	tops     []float32 // n+1 of them, when rows differ
	sample   fyne.CanvasObject
}

// measure takes the number of rows and their heights anew.
func (m *rowModel) measure(n int, width float32, create func() fyne.CanvasObject) {
	m.n = n
	if m.sample == nil {
		m.sample = create()
	}
	m.sample.Refresh() // the text size may have changed
	least := m.sample.MinSize()
	m.width, m.height = least.Width, least.Height
	if m.heightOf == nil {
		return
	}
	m.tops = make([]float32, n+1)
	for i := range n {
		m.tops[i+1] = m.tops[i] + m.heightOf(i, width)
	}
}

// top is where row i begins.
func (m *rowModel) top(i int) float32 {
	if m.heightOf == nil {
		return float32(i) * m.height
	}
	return m.tops[i]
}

func (m *rowModel) heightAt(i int) float32 { return m.top(i+1) - m.top(i) }

func (m *rowModel) total() float32 { return m.top(m.n) }

// between gives the first and the last row that are seen between two heights; last is
// below first when there is none.
func (m *rowModel) between(from, to float32) (first, last int) {
	if m.height <= 0 || to <= from {
		return 0, -1
	}
	if m.heightOf == nil {
		return max(int(from/m.height), 0), min(int(to/m.height), m.n-1)
	}
	first = sort.Search(m.n, func(i int) bool { return m.tops[i+1] > from })
	last = sort.Search(m.n, func(i int) bool { return m.tops[i] >= to }) - 1
	return first, last
}
