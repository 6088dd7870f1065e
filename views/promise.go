package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// A promise to have something ready by a time is marked as ready, and made good where it was not kept, from wherever it is seen.

// promiseOf tells how a promise stands now.
func promiseOf(w *Window, p models.PromiseRow) models.PromiseState {
	return models.PromiseOf(p.PromisedFor, p.ReadyAt, w.app.Now())
}

// promiseTime writes the time something was promised for.
func (w *Window) promiseTime(m models.Moment) string {
	now := w.app.Now()
	return kit.WhenClock(now, m.In(now.Location()))
}

// promiseWhy is what was promised for when, and how that stands, as one sentence in markup.
func promiseWhy(w *Window, p models.PromiseRow) string {
	key, when := "promises.why.open", w.promiseTime(p.PromisedFor)
	switch {
	case promiseOf(w, p) != models.PromiseBroken:
	case p.ReadyAt == 0:
		key = "promises.why.late"
	default:
		key = "promises.why.broken"
	}
	if p.What == "" {
		return kit.RichT(key+".nothing", "When", when)
	}
	return kit.RichT(key, "What", p.What, "When", when)
}

// markReady notes that what was promised is ready: at once, or where it is late after asking what was done about it.
func markReady(w *Window, p models.PromiseRow) {
	if promiseOf(w, p) == models.PromiseBroken {
		showReadyLate(w, p)
		return
	}
	if err := w.store().MarkReady(p.VisitID, 0, ""); err != nil {
		w.Trouble(err)
		return
	}
	w.Did(readyDid(p))
}

// readyDid says that what was promised is ready.
func readyDid(p models.PromiseRow) string {
	if p.What == "" {
		return kit.T("promises.did.ready.nothing", "Name", nameOr(p.Customer))
	}
	return kit.T("promises.did.ready", "What", p.What, "Name", nameOr(p.Customer))
}

// lateSheet asks of something promised that is ready only now what was done about it.
type lateSheet struct {
	w     *Window
	p     models.PromiseRow
	form  *kit.Form
	what  *kit.Entry
	sheet *kit.Sheet
}

// showReadyLate opens the sheet.
func showReadyLate(w *Window, p models.PromiseRow) {
	l := &lateSheet{w: w, p: p, form: kit.NewForm(), what: kit.NewEntry(kit.T("promises.madeGood.place"))}
	l.what.SetText(p.MadeGood)
	l.what.OnSubmitted = func(string) { l.readyNow() }
	field := l.form.Add("madeGood", kit.NewField(kit.T("promises.madeGood"), l.what))
	inTime := kit.NewButton(kit.T("promises.inTime"), l.wasInTime)
	l.sheet = kit.ShowSheet(w.canvas(), kit.T("promises.late.title", "Name", nameOr(p.Customer)), kit.VStack(12, kit.Rich(promiseWhy(w, p)), field),
		kit.SheetOptions{Help: "promises", Save: kit.T("promises.late.save"), OnSave: l.readyNow, Dirty: l.dirty, Extra: []fyne.CanvasObject{inTime}, Width: 560})
}

func (l *lateSheet) dirty() bool { return strings.TrimSpace(l.what.Text) != l.p.MadeGood }

// readyNow notes that it is ready now, and what was done about it where that was typed.
func (l *lateSheet) readyNow() { l.end(l.w.store().MarkReady(l.p.VisitID, 0, l.what.Text)) }

// wasInTime notes that it was ready when it was promised, and nobody said so then.
func (l *lateSheet) wasInTime() { l.end(l.w.store().MarkReady(l.p.VisitID, l.p.PromisedFor, "")) }

func (l *lateSheet) end(err error) {
	if err != nil {
		l.w.Trouble(l.form.Show(err))
		return
	}
	l.sheet.Close()
	l.w.Did(readyDid(l.p))
}
