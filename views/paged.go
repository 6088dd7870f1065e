package views

import "goodturn/views/kit"

// paged reads a long list a page at a time, as its rows come into view, and keeps what it has read. The zero
// value is empty until reset.
type paged[T any] struct {
	read  func(offset, limit int) (rows []T, total int, err error)
	fail  func(error)
	pages map[int][]T
	total int
}

// pageRows is how many rows are read at once: more than a window shows, few enough for one frame.
const pageRows = 50

// newPaged makes a list that reads through read and hands what goes wrong to fail.
func newPaged[T any](read func(offset, limit int) ([]T, int, error), fail func(error)) *paged[T] {
	return &paged[T]{read: read, fail: fail, pages: map[int][]T{}}
}

// reset forgets what was read and reads the first page.
func (p *paged[T]) reset() error {
	p.pages, p.total = map[int][]T{}, 0
	return p.load(0)
}

// len is how many rows there are in all.
func (p *paged[T]) len() int { return p.total }

// at gives row i, or false where it cannot be read.
func (p *paged[T]) at(i int) (row T, ok bool) {
	page, known := p.pages[i/pageRows]
	if !known {
		if err := p.load(i / pageRows); err != nil {
			p.fail(err)
			return row, false
		}
		page = p.pages[i/pageRows]
	}
	if i%pageRows >= len(page) {
		return row, false
	}
	return page[i%pageRows], true
}

// chosen gives the row that is chosen in the list of them, or false where none is.
func (p *paged[T]) chosen(list *kit.List) (row T, ok bool) {
	if i := list.Selected(); i >= 0 {
		return p.at(i)
	}
	return row, false
}

func (p *paged[T]) load(page int) error {
	rows, total, err := p.read(page*pageRows, pageRows)
	if err != nil {
		// Remembered as empty, so that a broken page is told once and not at every frame.
		p.pages[page] = nil
		return err
	}
	p.pages[page], p.total = rows, total
	return nil
}
