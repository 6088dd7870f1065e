package views

import (
	"context"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/views/kit"
)

// printedPages tells how pages were printed, and where their file lies.
type printedPages struct {
	app.Printed
	path string
}

// printJob is pages on their way out of the program.
type printJob struct {
	how    app.Printed
	copies int // that a printer is told to make; 0 for one
	lay    layOut
	name   string             // of the file; "" for the title of the pages
	path   string             // of the file, where the owner chose it; else ""
	done   func(printedPages) // once they are out
	fail   func(error)        // where they are not; nil for a sheet that says why
}

// printOut prints pages beside the window, one job at a time.
func (w *Window) printOut(job printJob) {
	if !w.printing.CompareAndSwap(false, true) {
		w.Say(kit.T("print.busy"))
		return
	}
	out := printedPages{Printed: job.how}
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		defer w.printing.Store(false) // not where the end is told: of work that was cancelled nobody is
		out.path, err = job.run(ctx, report)
		return err
	}
	w.Run(kit.T("print.running"), work, func(err error) { job.ended(w, out, err) })
}

// run lays the pages out, saves them and sends them to the printer, and gives where they lie.
func (j printJob) run(ctx context.Context, report func(done, total int)) (path string, err error) {
	before := 0 // the reports of laying out, which is half of it where it tells anything
	document, err := j.lay(ctx, func(done, total int) { before = total; report(done, 2*total) })
	if err != nil {
		return "", err
	}
	saving := func(done, total int) {
		if before > 0 {
			done, total = done+total, 2*total
		}
		report(done, total)
	}
	if j.how.Way == app.PrintFile {
		return j.path, app.SavePagesAs(ctx, document, j.path, saving)
	}
	name := j.name
	if name == "" {
		name = app.PlainName(document.Title, "")
	}
	if path, err = app.SavePages(ctx, document, app.PrintFolder(), name, saving); err == nil && j.how.Way == app.PrintQueue {
		err = app.SendToPrinter(ctx, j.how.Printer, path, document.Title, j.copies, document.PrintOptions()...)
	}
	return path, err
}

func (j printJob) ended(w *Window, out printedPages, err error) {
	switch {
	case err == nil:
		j.done(out)
	case j.fail != nil:
		j.fail(err)
	default:
		w.Trouble(err)
	}
}

// print prints what is shown, in the way that is chosen.
func (d *desk) print() {
	if !d.allowed {
		return
	}
	lay, err := d.toPrint()
	if err != nil {
		d.w.Trouble(err)
		return
	}
	job := printJob{how: d.through.how(), copies: d.through.copies(), lay: lay, done: d.onPrinted}
	if d.what.fileName != nil {
		job.name = d.what.fileName()
	}
	if job.how.Way == app.PrintFile {
		d.save(job)
		return
	}
	d.w.printOut(job)
}

// toPrint words the pages that are to be printed. Those in the preview need not be laid out again where they are the ones.
func (d *desk) toPrint() (layOut, error) {
	if d.what.whole != nil {
		return d.what.whole()
	}
	if document := d.preview.fresh(); document != nil {
		return pagesOf(func() (*paper.Document, error) { return document, nil }), nil
	}
	return d.what.prepare()
}

// onPrinted closes the sheet once the pages are out, opens them where no printer has them, and tells whoever asked for them.
func (d *desk) onPrinted(out printedPages) {
	d.w.app.Prefs.SetLastPrinted(d.what.kind, out.Printed)
	d.sheet.Close()
	d.onClosed()
	if d.what.printed != nil {
		d.what.printed(out)
	}
	found := out.Way != app.PrintProgram || showPrinted(d.w, out.path) // where they lie is said in front of all else
	if found && d.what.printed == nil {
		d.w.sayPrinted(out)
	}
}

func (d *desk) onClosed() {
	d.preview.end()
	if d.what.closed != nil {
		d.what.closed()
	}
}

// sayPrinted tells where pages are.
func (w *Window) sayPrinted(out printedPages) {
	folder := filepath.Dir(out.path)
	switch out.Way {
	case app.PrintQueue:
		w.Say(kit.T("desk.did.queue", "Printer", out.Printer))
	case app.PrintFile:
		w.Offer(kit.T("desk.did.file", "File", filepath.Base(out.path), "Folder", placeName(folder)), kit.T("files.showFolder"), func() { showFolder(w, folder) })
	default:
		w.Say(kit.T("desk.did.program"))
	}
}

// showPrinted opens pages in the system's own program and tells whether there is one. Without, they are made all the same: a sheet says
// where they lie.
func showPrinted(w *Window, path string) bool {
	err := w.app.ShowFile(path)
	if err == nil {
		return true
	}
	slog.Warn("no program opens the pages", "error", err)
	folder := func() { showFolder(w, filepath.Dir(path)) }
	kit.ShowSheet(w.canvas(), kit.T("print.saved.title"), kit.Body(sentenceOf(err)),
		kit.SheetOptions{Width: 520, Extra: []fyne.CanvasObject{kit.NewButton(kit.T("files.showFolder"), folder)}})
	return false
}
