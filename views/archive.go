package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// archiveSheet asks why people go into the archive, and says in the right tone what that means.
type archiveSheet struct {
	w     *Window
	ids   []models.CustomerID
	name  string // of the one it is about; "" for several
	form  *kit.Form
	why   *kit.Chips
	words *kit.RichLine
	done  func() // once they are there; may be nil
	sheet *kit.Sheet
}

// askToArchive opens the sheet. name is what the one person is called, "" where it is about those who were chosen; done is
// called once they are in the archive, and may be nil.
func askToArchive(w *Window, ids []models.CustomerID, name string, done func()) {
	open, err := w.store().OpenEnds(ids)
	if err != nil {
		w.Trouble(err)
		return
	}
	a := &archiveSheet{w: w, ids: ids, name: name, done: done, form: kit.NewForm(), words: kit.Body("")}
	var reasons []kit.Choice
	for _, why := range models.ArchiveReasons {
		reasons = append(reasons, kit.Choice{Value: string(why), Label: kit.T("archivedWhy." + string(why))})
	}
	a.why = kit.NewChips(reasons, string(models.ArchivedMoved), func(string) { a.showWords() })
	a.why.ArrowsChoose = true
	title := kit.TN("archive.title.chosen", len(ids))
	if name != "" {
		title = kit.T("archive.title", "Name", name)
	}
	parts := []fyne.CanvasObject{a.form.Add("archivedWhy", kit.NewField(kit.T("archive.why"), a.why)), a.words}
	parts = append(parts, openEndsLines(open)...)
	parts = append(parts, kit.Quiet(kit.T("archive.undo")))
	a.showWords()
	a.sheet = kit.ShowSheet(w.canvas(), title, kit.VStack(12, parts...), kit.SheetOptions{Help: "customers", Save: kit.T("archive.save"), OnSave: a.save, Width: 520})
}

// showWords says what will be, as one would to somebody who knew them.
func (a *archiveSheet) showWords() {
	key := "archive.words"
	if models.ArchiveReason(a.why.Value()) == models.ArchivedDied {
		key = "archive.words.died"
	}
	a.words.SetText(kit.TN(key, len(a.ids)))
	if a.sheet != nil {
		a.sheet.Refit()
	}
}

// openEndsLines name what is still open and would be closed, for good; nothing where nothing is.
func openEndsLines(open models.OpenEnds) (lines []fyne.CanvasObject) {
	for _, end := range []struct {
		key string
		n   int
	}{{"promises", open.Promises}, {"wants", open.Wants}, {"thanks", open.Thanks}, {"asks", open.Asks}} {
		if end.n > 0 {
			lines = append(lines, kit.Body(kit.TN("archive.open."+end.key, end.n)))
		}
	}
	if len(lines) > 0 {
		lines = []fyne.CanvasObject{kit.VStack(4, append([]fyne.CanvasObject{kit.Strong(kit.T("archive.open"))}, lines...)...), kit.Quiet(kit.T("archive.stays"))}
	}
	return lines
}

func (a *archiveSheet) save() {
	deed, err := a.w.store().Archiving(a.ids, models.ArchiveReason(a.why.Value()))
	if err != nil {
		a.ended(err)
		return
	}
	a.w.doDeed(kit.TN("many.archive", len(a.ids)), deed, a.ended)
}

// ended says what was done, or what is wrong.
func (a *archiveSheet) ended(err error) {
	if err != nil {
		a.w.Trouble(a.form.Show(err))
		return
	}
	a.sheet.Close()
	if a.done != nil {
		a.done()
	}
	if a.name != "" {
		a.w.Did(kit.T("archive.did", "Name", a.name))
		return
	}
	a.w.Did(kit.TN("archive.did.chosen", len(a.ids)))
}

// takeBack puts people from the archive back into the book, says so with the sentence, and then does what follows; done may be nil.
func takeBack(w *Window, ids []models.CustomerID, sentence string, done func()) {
	w.doDeed(kit.TN("many.back", len(ids)), w.store().Unarchiving(ids), func(err error) { tookBack(w, err, sentence, done) })
}

func tookBack(w *Window, err error, sentence string, done func()) {
	if err != nil {
		w.Trouble(err)
		return
	}
	w.Did(sentence)
	if done != nil {
		done()
	}
}
