package views

import (
	"context"
	"log/slog"
	"slices"
	"strings"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// erasing is a person on the way out of the shop file for good: asked about, erased, and looked for in what was
// written about others.
type erasing struct {
	w        *Window
	id       models.CustomerID
	name     string
	typed    *kit.Entry
	sheet    *kit.Sheet
	erased   models.Erased
	mentions []models.Mention
	swept    error // why the file's free places may still hold something
}

// askToErase opens the sheet that says what goes and what stays. The person's name has to be typed.
func askToErase(w *Window, id models.CustomerID, name string) {
	e := &erasing{w: w, id: id, name: name, typed: kit.NewEntry("")}
	e.typed.OnChanged = func(string) { e.arm() }
	e.typed.OnSubmitted = func(string) { e.sheet.Save() }
	body := kit.VStack(12,
		kit.VStack(2, kit.Strong(kit.T("erase.goes")), kit.Body(kit.T("erase.goesWhat"))),
		kit.VStack(2, kit.Strong(kit.T("erase.stays")), kit.Body(kit.T("erase.staysWhat"))),
		kit.VStack(2, kit.Strong(kit.T("erase.final")).Colored(kit.ColorBad), kit.Body(kit.T("erase.finalWhat"))),
		kit.NewField(kit.T("erase.type", "Name", name, "Word", kit.T("erase.word")), e.typed))
	e.sheet = kit.ShowSheet(w.canvas(), kit.T("erase.title", "Name", name), body,
		kit.SheetOptions{Help: "privacy", Save: kit.T("erase.yes"), OnSave: e.erase, Danger: true, Width: 560})
	e.arm()
}

// arm lets the button be pressed once the name stands there.
func (e *erasing) arm() {
	typed := models.Fold(strings.TrimSpace(e.typed.Text))
	if typed != "" && slices.Contains([]string{models.Fold(e.name), models.Fold(kit.T("erase.word"))}, typed) {
		e.sheet.SaveButton().Enable()
		return
	}
	e.sheet.SaveButton().Disable()
}

func (e *erasing) erase() {
	e.sheet.Close()
	// What a form or a toast still holds of the person would come back with it. A visit of somebody else is in its draft.
	delete(e.w.screens, PlaceVisit)
	e.w.layer.HideToasts()
	var err error
	e.erased, err = e.w.store().EraseCustomer(e.id)
	e.w.offerDrafts() // those about somebody else
	if err != nil {
		e.w.Trouble(err)
		return
	}
	run := e.w.newRunning(kit.T("erase.cleaning"), e.onCleaned)
	run.atOnce = true // what is left to do is told at the end, whatever happens
	run.start(e.clean())
}

// clean sweeps the file and looks through what was written about others. Whoever cancels it is still told what there
// is to tell.
func (e *erasing) clean() app.Work {
	store := e.w.store()
	return func(ctx context.Context, _ func(done, total int)) (err error) {
		e.swept = store.Sweep(ctx)
		e.mentions, err = store.Mentions(context.WithoutCancel(ctx), e.erased)
		return err
	}
}

func (e *erasing) onCleaned(err error) {
	if e.swept != nil {
		slog.Error("sweeping the shop file", "error", e.swept)
	}
	e.showDone()
	e.w.Trouble(err)
}

// lookAgain brings the list of mentions back, without those that were mended meanwhile.
func (e *erasing) lookAgain() {
	store := e.w.store()
	look := func(ctx context.Context, _ func(done, total int)) (err error) {
		e.mentions, err = store.Mentions(ctx, e.erased)
		return err
	}
	e.w.RunToShow(kit.T("erase.looking"), look, func(err error) {
		if err != nil {
			e.w.Trouble(err)
			return
		}
		e.showDone()
	})
}

// sweep is the work that cleans the free places of the file.
func sweep(store *models.Store) app.Work {
	return func(ctx context.Context, _ func(done, total int)) error { return store.Sweep(ctx) }
}
