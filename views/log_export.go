package views

import (
	"context"
	"path/filepath"
	"sync/atomic"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// logExport asks for the kind of file and where it is to lie, and writes what the log shows. It stays until the file is there.
type logExport struct {
	w     *Window
	ids   []models.RequestID
	words logWords
	form  *kit.Form
	kinds *kit.Chips
	place *exportPlace
	sheet *kit.Sheet
	busy  atomic.Bool // a file is being written; the work itself ends it, for one that was cancelled calls nobody
}

// showLogExport opens the sheet for the requests.
func showLogExport(w *Window, ids []models.RequestID) {
	words, err := newLogWords(w)
	if err != nil {
		w.Trouble(err)
		return
	}
	e := &logExport{w: w, ids: ids, words: words, form: kit.NewForm()}
	e.kinds = exportKindChips(w, app.BookLog, app.TableKinds, nil)
	e.place = newExportPlace(w, app.FolderExports, e.form, kit.T("export.fileName"), kit.T("log.export.name"), func() { e.save() })
	body := kit.VStack(14, kit.Strong(kit.TN("log.export.what", len(ids), "Count", kit.Count(len(ids)))), kit.NewField(kit.T("export.kind"), e.kinds), e.place.object)
	e.sheet = kit.ShowSheet(w.canvas(), kit.T("log.export.title"), body, kit.SheetOptions{Help: "exporting", Save: kit.T("export.save"), OnSave: e.save})
}

// save settles where the file goes, asks before another is replaced, and writes.
func (e *logExport) save() {
	if e.busy.Load() {
		return
	}
	kind := app.ExportKind(e.kinds.Value())
	path, err := e.place.path(kind.Ending())
	if err != nil {
		e.w.Trouble(e.form.Show(err))
		return
	}
	e.form.Clear()
	e.place.askToReplace(path, func() { e.write(kind, path) })
}

// write writes the file beside the window.
func (e *logExport) write(kind app.ExportKind, path string) {
	e.busy.Store(true)
	store, n := e.w.store(), 0
	table := app.LogTable{Name: kit.T("place.log"), Headers: logHeaders(), Row: e.words.cells}
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		defer e.busy.Store(false)
		n, err = app.ExportLog(ctx, store, e.ids, table, kind, path, report)
		return err
	}
	e.w.RunBeside(kit.T("export.running"), work, func(err error) { e.written(n, path, err) })
}

// written tells where the file is.
func (e *logExport) written(n int, path string, err error) {
	if err != nil {
		e.w.Trouble(e.form.Show(err))
		return
	}
	e.sheet.Close()
	e.w.app.Prefs.SetExportKind(app.BookLog, app.ExportKind(e.kinds.Value()))
	e.place.remember()
	folder := filepath.Dir(path)
	e.w.Offer(kit.TN("log.export.did", n, "Count", kit.Count(n), "File", filepath.Base(path), "Folder", placeName(folder)),
		kit.T("files.showFolder"), func() { showFolder(e.w, folder) })
}
