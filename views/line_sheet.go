package views

import "goodturn/views/kit"

// lineAsk says what a sheet with one line to fill in is for.
type lineAsk struct {
	title, label, place, hint string
	save                      string // the word that ends it
	field                     string // of the line, as a Problem names it
	was                       string // what stands in it at first
	store                     func(line string) error
	did                       func(line string) string // what is told, with Undo, once that is stored
}

// lineSheet is that sheet: a reason, or another name.
type lineSheet struct {
	w     *Window
	ask   lineAsk
	form  *kit.Form
	line  *kit.Entry
	sheet *kit.Sheet
}

// showLine opens the sheet; Enter stores the line.
func showLine(w *Window, ask lineAsk) {
	s := &lineSheet{w: w, ask: ask, form: kit.NewForm(), line: kit.NewEntry(ask.place)}
	s.line.SetText(ask.was)
	s.line.OnSubmitted = func(string) { s.save() }
	field := s.form.Add(ask.field, kit.NewField(ask.label, s.line).WithHint(ask.hint))
	s.sheet = kit.ShowSheet(w.canvas(), ask.title, field, kit.SheetOptions{Save: ask.save, OnSave: s.save, Dirty: s.dirty, Width: 520})
}

func (s *lineSheet) dirty() bool { return s.line.Text != s.ask.was }

func (s *lineSheet) save() {
	line := s.line.Text
	if err := s.ask.store(line); err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.w.Did(s.ask.did(line))
}
