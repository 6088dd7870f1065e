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

// focusRow puts the keyboard on the first button of row i, or of the last where there are not so many; while a sheet is open,
// when that closes.
func (s *todayScreen) focusRow(i int) {
	switch target := s.target(i); {
	case target == nil:
	case kit.SheetOpen(s.w.canvas()):
		kit.ReturnSheetTo(s.w.canvas(), target)
	default:
		s.w.canvas().Focus(target)
	}
}

func (s *todayScreen) target(i int) fyne.Focusable {
	if len(s.rows) == 0 {
		return nil
	}
	return s.rows[min(i, len(s.rows)-1)].FocusTarget()
}

// focusedRow is the row the keyboard is in, or was before a sheet was opened from there; -1 for none.
func (s *todayScreen) focusedRow() int {
	focusable := s.w.canvas().Focused()
	if kit.SheetOpen(s.w.canvas()) {
		focusable = kit.SheetReturnsTo(s.w.canvas())
	}
	focused, ok := focusable.(fyne.CanvasObject)
	if !ok {
		return -1
	}
	return slices.IndexFunc(s.rows, func(row *kit.Row) bool { return row.Holds(focused) })
}
