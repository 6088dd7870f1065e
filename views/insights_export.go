package views

import (
	"context"
	"math"
	"path/filepath"
	"strconv"
	"sync/atomic"

	"goodturn/app"
	"goodturn/app/chart"
	"goodturn/views/kit"
)

// figuresExport asks for the kind of file and where it is to lie, and writes the figures of pictures. It stays until the file is there.
type figuresExport struct {
	w       *Window
	figures app.Figures
	form    *kit.Form
	kinds   *kit.Chips
	place   *exportPlace
	sheet   *kit.Sheet
	busy    atomic.Bool // a file is being written; the work itself ends it, for one that was cancelled calls nobody
}

// showFiguresExport opens the sheet for the pictures.
func showFiguresExport(w *Window, shown []insight) {
	e := &figuresExport{w: w, figures: figuresOf(shown), form: kit.NewForm()}
	e.kinds = exportKindChips(w, app.BookInsights, app.TableKinds, nil)
	e.place = newExportPlace(w, app.FolderExports, e.form, kit.T("export.fileName"), kit.T("insights.export.name"), func() { e.save() })
	n := len(e.figures.Rows)
	body := kit.VStack(14, kit.Strong(kit.TN("insights.export.what", n, "Count", kit.Count(n))), kit.NewField(kit.T("export.kind"), e.kinds), e.place.object)
	e.sheet = kit.ShowSheet(w.canvas(), kit.T("insights.export.title"), body, kit.SheetOptions{Help: "exporting", Save: kit.T("export.save"), OnSave: e.save})
}

// figuresOf is every figure of the pictures, a row each, with its words.
func figuresOf(shown []insight) app.Figures {
	f := app.Figures{Name: kit.T("place.insights")}
	for _, column := range []string{"picture", "period", "of", "what", "figure", "words"} {
		f.Headers = append(f.Headers, kit.T("insights.column."+column))
	}
	for _, i := range shown {
		p := i.picture
		for slot, of := range p.Slots {
			for series, s := range p.Series {
				c := p.Cell(chart.At{Slot: slot, Series: series})
				if !math.IsNaN(c.Value) {
					f.Rows = append(f.Rows, []string{p.Title, p.Period, of, s.Name, strconv.FormatFloat(c.Value, 'f', -1, 64), c.Words})
				}
			}
		}
	}
	return f
}

// save settles where the file goes, asks before another is replaced, and writes.
func (e *figuresExport) save() {
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
func (e *figuresExport) write(kind app.ExportKind, path string) {
	e.busy.Store(true)
	figures := e.figures
	work := func(ctx context.Context, report func(done, total int)) error {
		defer e.busy.Store(false)
		return app.ExportFigures(ctx, figures, kind, path, report)
	}
	e.w.RunBeside(kit.T("export.running"), work, func(err error) { e.written(path, err) })
}

// written tells where the file is.
func (e *figuresExport) written(path string, err error) {
	if err != nil {
		e.w.Trouble(e.form.Show(err))
		return
	}
	e.sheet.Close()
	e.w.app.Prefs.SetExportKind(app.BookInsights, app.ExportKind(e.kinds.Value()))
	e.place.remember()
	n, folder := len(e.figures.Rows), filepath.Dir(path)
	e.w.Offer(kit.TN("insights.export.did", n, "Count", kit.Count(n), "File", filepath.Base(path), "Folder", placeName(folder)),
		kit.T("files.showFolder"), func() { showFolder(e.w, folder) })
}
