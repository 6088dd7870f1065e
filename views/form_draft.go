package views

import (
	"encoding/json"
	"fmt"
	"log/slog"

	"goodturn/views/kit"
)

// formDraft keeps what is typed into a sheet until it is saved or thrown away, so that neither a power cut nor another computer that
// takes the shop over takes it. Each sheet has a name of its own: another one may be filled in before the offer to go on is taken up.
type formDraft struct {
	w       *Window
	path    string // of the shop file the sheet was opened in
	name    string // it is kept under
	dirty   func() bool
	whole   func() any // everything that stands in the sheet, for json
	keeping *draftTimer
	left    bool // it was saved, or thrown away
}

// newFormDraft makes one whose name begins with kind. dirty tells whether something was typed, whole gives all of it.
func newFormDraft(w *Window, kind string, dirty func() bool, whole func() any) *formDraft {
	d := &formDraft{w: w, path: w.store().Path(), name: fmt.Sprint(kind, w.app.Now().UnixNano()), dirty: dirty, whole: whole}
	d.keeping = newDraftTimer(w.app.After, d.keep)
	return d
}

// changed keeps the draft soon.
func (d *formDraft) changed() {
	if !d.left {
		d.keeping.changed()
	}
}

// keep keeps what is typed; what is as it was at first needs no keeping.
func (d *formDraft) keep() {
	if d.left || !d.inItsShop() {
		return
	}
	if !d.dirty() {
		d.drop()
		return
	}
	body, err := json.Marshal(d.whole())
	if err == nil && d.isHeld() {
		d.w.unkept.keep(d.w.store().Path(), d.name, string(body))
	} else if err == nil {
		err = d.w.store().SaveDraft(d.name, string(body))
	}
	if err != nil {
		// Not a word to the owner, who is in the middle of a sentence: what is typed stands in the form.
		slog.Error("keeping a draft", "error", err)
	}
}

// inItsShop tells whether the shop file is open that the sheet was opened in: it may be open anew, only to be looked at.
func (d *formDraft) inItsShop() bool { return d.w.store() != nil && d.w.store().Path() == d.path }

// isHeld tells whether another computer has the shop: what is typed waits in the window then.
func (d *formDraft) isHeld() bool { return d.inItsShop() && d.w.app.Holder() != nil }

// leave ends the keeping: the sheet was saved, or what was typed thrown away.
func (d *formDraft) leave() {
	d.left = true
	d.keeping.stop()
	d.drop()
}

// cancelled is leave for a sheet that was not saved. While another computer has the shop, nothing can be, so that what was typed is no
// less wanted for it: it waits.
func (d *formDraft) cancelled() {
	if d.isHeld() && d.dirty() {
		d.keeping.stop()
		d.keep()
		d.left = true
		d.w.Say(kit.T("holder.typedWaits"))
		return
	}
	d.leave()
}

// loses tells whether closing the sheet would lose something.
func (d *formDraft) loses() bool { return d.dirty() && !d.isHeld() }

func (d *formDraft) drop() {
	if !d.inItsShop() {
		return
	}
	d.w.unkept.drop(d.name)
	if err := d.w.store().DropDraft(d.name); err != nil {
		slog.Error("dropping a draft", "error", err)
	}
}
