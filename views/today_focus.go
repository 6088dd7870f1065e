package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// row makes a row that the keyboard finds again.
func (s *todayScreen) row(content kit.RowContent) *kit.Row {
	row := kit.NewRow().Set(content)
	s.rows = append(s.rows, row)
	return row
}

// FocusFirst puts the keyboard on the first thing to do.
func (s *todayScreen) FocusFirst() { s.focusRow(0) }

// focusRow puts the keyboard on the first button of row i, or of the last where there are not so many.
func (s *todayScreen) focusRow(i int) {
	if len(s.rows) > 0 {
		s.w.canvas().Focus(s.rows[min(i, len(s.rows)-1)].FocusTarget())
	}
}

// focusedRow is the row the keyboard is in, or -1.
func (s *todayScreen) focusedRow() int {
	focused, ok := s.w.canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return -1
	}
	return slices.IndexFunc(s.rows, func(row *kit.Row) bool { return row.Holds(focused) })
}
