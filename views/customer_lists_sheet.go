package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// namesSheet shows the owner's own names for something, to give them others and to take them away.
type namesSheet struct {
	w     *Window
	rows  *fyne.Container
	read  func() ([]fyne.CanvasObject, error)
	none  string // what it says where there is none
	sheet *kit.Sheet
}

// showNames opens the sheet.
func showNames(w *Window, title, none string, read func(p *namesSheet) ([]fyne.CanvasObject, error)) {
	p := &namesSheet{w: w, none: none, rows: kit.VStack(0)}
	p.read = func() ([]fyne.CanvasObject, error) { return read(p) }
	p.fill()
	p.sheet = kit.ShowSheet(w.canvas(), title, p.rows, kit.SheetOptions{Help: "customers", Width: 560})
}

// fill reads the rows anew. The button that had the keyboard is another then: it goes on with the first.
func (p *namesSheet) fill() {
	if p.sheet != nil {
		defer p.w.canvas().FocusNext()
	}
	rows, err := p.read()
	if err != nil {
		p.w.Trouble(err)
		return
	}
	p.rows.Objects = []fyne.CanvasObject{kit.Rows(rows...)}
	if len(rows) == 0 {
		p.rows.Objects = []fyne.CanvasObject{kit.Quiet(p.none)}
	}
	p.rows.Refresh()
}

// did says what was done to a name, in front of the sheet, with Undo.
func (p *namesSheet) did(err error, sentence string) {
	if err != nil {
		p.w.Trouble(err)
		return
	}
	p.fill()
	change := p.w.store().LastChange()
	p.sheet.Layer().Toast(sentence, kit.T("undo"), "", func() { p.undo(change) })
}

func (p *namesSheet) undo(change models.ChangeID) {
	p.w.undoThen(change, p.fill)
}

// row is a name with how many have it, and the two things to do.
func (p *namesSheet) row(name, second string, rename, remove func()) fyne.CanvasObject {
	return kit.NewRow().Set(kit.RowContent{Title: "**" + kit.Escape(name) + "**", Second: second, Wrap: true, Buttons: []kit.RowButton{
		{Label: kit.T("lists.rename"), OnTap: rename}, {Label: kit.T("lists.remove"), OnTap: remove}}})
}

// rename asks for another name.
func (p *namesSheet) rename(was string, store func(name string) error) {
	showLine(p.w, lineAsk{title: kit.T("lists.rename.title", "Name", was), label: kit.T("lists.rename.name"), save: kit.T("lists.rename.save"), field: "name", was: was,
		store: store, did: func(name string) string { return p.renamed(was, name) }})
}

// renamed shows the name as it is now, and gives what is said of it.
func (p *namesSheet) renamed(was, name string) string {
	p.fill()
	return kit.T("lists.rename.did", "Was", was, "Name", name)
}

// showLists opens the sheet of the owner's lists.
func showLists(s *customersScreen) {
	showNames(s.w, kit.T("lists.lists"), kit.T("lists.lists.none"), s.listRows)
}

func (s *customersScreen) listRows(p *namesSheet) (rows []fyne.CanvasObject, err error) {
	lists, err := s.w.store().Lists()
	for _, l := range lists {
		second := kit.T("lists.lists.newer")
		if f, err := l.CustomerFilter(); err == nil {
			counts, err := s.w.store().CustomerCounts(f)
			if err != nil {
				return nil, err
			}
			second = kit.TN("lists.count", counts.Fit)
		}
		rename := func() { p.rename(l.Name, func(name string) error { return s.w.store().RenameList(l.ID, name) }) }
		remove := func() { p.did(s.w.store().DeleteList(l.ID), kit.T("lists.removed.list", "Name", l.Name)) }
		rows = append(rows, p.row(l.Name, "_"+second+"_", rename, remove))
	}
	return rows, err
}

// removeTag takes a tag from everybody who has it.
func (p *namesSheet) removeTag(tag models.TagRow) {
	deed, err := p.w.store().DroppingTag(tag.ID)
	if err != nil {
		p.w.Trouble(err)
		return
	}
	did := kit.TN("lists.removed.tag", tag.N, "Name", tag.Name)
	p.w.doDeed(kit.T("many.untag", "Name", tag.Name), deed, func(err error) { p.did(err, did) })
}

// showTags opens the sheet of the owner's tags.
func showTags(w *Window) {
	showNames(w, kit.T("lists.tags.title"), kit.T("lists.tags.none"), w.tagRows)
}

func (w *Window) tagRows(p *namesSheet) (rows []fyne.CanvasObject, err error) {
	tags, err := w.store().Tags()
	for _, t := range tags {
		rename := func() { p.rename(t.Name, func(name string) error { return w.store().RenameTag(t.ID, name) }) }
		remove := func() { p.removeTag(t) }
		rows = append(rows, p.row(t.Name, "_"+kit.TN("lists.count", t.N)+"_", rename, remove))
	}
	return rows, err
}
