package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// sourceSheet is the sheet in which a way customers find the shop is added or changed.
type sourceSheet struct {
	w     *Window
	was   models.Source
	form  *kit.Form
	name  *kit.Entry
	kind  *kit.Chips
	sheet *kit.Sheet
}

// showSource opens the sheet for a source; a new one has no ID.
func showSource(w *Window, source models.Source) {
	s := &sourceSheet{w: w, was: source, form: kit.NewForm(), name: kit.NewEntry(kit.T("settings.sourceHint"))}
	s.name.SetText(source.Name)
	s.name.OnSubmitted = func(string) { s.save() }
	s.kind = kit.NewChips(sourceKinds(), string(source.Kind), nil)
	body := kit.VStack(12, s.form.Add("name", kit.NewField(kit.T("settings.sourceName"), s.name)),
		s.form.Add("kind", kit.NewField(kit.T("settings.sourceIs"), s.kind)))
	title := kit.T("settings.sourceNew")
	if source.ID != 0 {
		title = kit.T("settings.sourceChange", "Name", source.Name)
	}
	s.sheet = kit.ShowSheet(w.canvas(), title, body, kit.SheetOptions{Help: "settings", Save: kit.T("settings.save"), OnSave: s.save, Dirty: s.dirty, Width: 480})
}

// read gives what the sheet says.
func (s *sourceSheet) read() models.Source {
	now := s.was
	now.Name, now.Kind = s.name.Text, models.SourceKind(s.kind.Value())
	return now
}

func (s *sourceSheet) dirty() bool { return s.read() != s.was }

func (s *sourceSheet) save() {
	now := s.read()
	if err := s.w.store().SaveSource(&now); err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.w.Did(kit.T("settings.sourceDid", "Name", now.Name))
}
