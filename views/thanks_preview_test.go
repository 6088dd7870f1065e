package views

import (
	"errors"
	"testing"

	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

func TestPreviewWithoutPagesCannotBeTurned(t *testing.T) {
	b := owing(t, "Ann Hughes")
	p := newThanksPreview(b.w, newThanksPrinter(b.w))
	if p.back.Visible() || p.next.Visible() {
		t.Error("there is a way to turn pages before there are any")
	}
	p.turn(1)
	if p.at != 0 {
		t.Errorf("turned to page %d of none", p.at)
	}
}

func TestPreviewGoesOnAfterAFailure(t *testing.T) {
	b := owing(t, "Ann Hughes")
	p := b.thanks().preview
	p.rows, p.stale = []models.ThankYouRow{}, true // unticked while the pages were laid out
	p.busy = true
	p.laidOut(nil, 0, paper.Page{}, errors.New("no fonts"))
	if p.stale || p.caption.Text() != "As it will be printed · page 1 of 1" {
		t.Errorf("what was ticked meanwhile is not shown: %q", p.caption.Text())
	}
	p.laidOut(nil, 0, paper.Page{}, errors.New("no fonts"))
	if p.caption.Text() != kit.T("print.preview.failed") || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("a failed preview says %q", p.caption.Text())
	}
}
