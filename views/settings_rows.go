package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// rowStack is the rows of a card. It keeps the rows it has and only writes them anew, so that a button that was
// pressed keeps the keyboard.
type rowStack struct {
	box  *fyne.Container
	rows []fyne.CanvasObject
}

func newRowStack() *rowStack { return &rowStack{box: kit.VStack(0)} }

// set shows these rows, and nothing where there are none.
func (s *rowStack) set(contents []kit.RowContent) {
	for len(s.rows) < len(contents) {
		s.rows = append(s.rows, kit.NewRow())
	}
	for i, content := range contents {
		s.rows[i].(*kit.Row).Set(content)
	}
	s.box.Objects = nil
	s.box.Hidden = len(contents) == 0
	if len(contents) > 0 {
		s.box.Add(kit.Rows(s.rows[:len(contents)]...))
	}
	s.box.Refresh()
}
