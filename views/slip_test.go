package views

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// sends fills the form: Ann asks for a bent rim, which is not our trade, and is sent to Leather & Co.
func (v *visitBench) sends() *visitScreen {
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	v.typed("Bent rim")
	s := v.screen()
	v.pick(s.requests[0].offers.add, 2) // + Specialist
	v.typed("SADDLE")                   // the trade
	v.press(fyne.KeyReturn)
	return s
}

// slipSays prints the slip in front and reads it.
func (v *visitBench) slipSays(opens *viewer, wants []string, not ...string) {
	v.t.Helper()
	v.topSave()
	v.wantPrinted(opens, wants, not...)
}

// A specialist is found by trade; the slip to take along is printed before the visit is saved, and has the number only where they agreed.
func TestASlipToTakeAlong(t *testing.T) {
	v := newVisitBench(t)
	viewer := v.printing()
	shop := v.shop()
	shop.Address, shop.Phone = "12 Quay Street\nWhitby", "01947 555 0100"
	v.must(v.store().SaveShop(&shop))
	to, err := v.store().Specialist(1)
	v.must(err)
	to.Phone, to.Address = "0171 555 0199", "3 Mill Lane\nWhitby"
	v.must(v.store().SaveSpecialist(to))
	s := v.sends()
	row := s.requests[0].offers.rows[0]
	s.requests[0].onMore()
	s.requests[0].words.SetText("It wobbles since the kerb")
	s.requests[0].understood.SetText("The front rim is bent; true it or build a new wheel")
	row.refer.onSlip()
	v.slipSays(viewer, []string{"Harbour Cycles", "Our recommendation for you", "Leather & Co", "leather, saddles", "0171 555 0199", "3 Mill Lane", "What it is about", "Bent rim",
		"It wobbles since the kerb", "true it or build", "Ann Hughes, a customer of Harbour Cycles", "12 Quay Street · Whitby · 01947 555 0100", "5 December 2026",
		"Harbour Cycles sent me", "Came on", "How it went", "Please let us know"}, "0171 555 0110", "signature")
	if !row.refer.asked.Visible() {
		t.Error("it is not asked whether their number may be passed on")
	}
	row.refer.consent.Tapped(nil)
	row.refer.onSlip()
	v.slipSays(viewer, []string{"0171 555 0110"})
	if kit.SheetOpen(v.w.canvas()) || v.logN() != 1 {
		t.Errorf("%d requests are in the log after printing", v.logN())
	}
	v.pick(row.answer, 0)
	v.ctrlEnter()
	sent, _, err := v.store().ReferralsOut(1, 0, 5)
	v.must(err)
	if len(sent) != 1 || !sent[0].Consent || sent[0].ConsentOn != v.store().Today() || sent[0].AskOn != v.store().Today().AddDays(7) {
		t.Fatalf("sent %+v", sent)
	}
	showSentSlip(v.w, sent[0]) // from the specialist's page, later
	v.slipSays(viewer, []string{"Bent rim", "It wobbles since the kerb", "Ann Hughes, a customer of Harbour Cycles", "0171 555 0110"})
	v.must(v.store().DeleteSpecialist(1))
	showSentSlip(v.w, sent[0])
	if kit.SheetOpen(v.w.canvas()) {
		t.Error("there is a slip to somebody who is not in the book")
	}
}

// What was understood is printed to be signed, with what was agreed; Ctrl+P offers it, and what was chosen last is chosen again.
func TestASlipOfWhatWasUnderstood(t *testing.T) {
	v := newVisitBench(t)
	viewer := v.printing()
	v.w.do("logVisit")
	v.w.do("print")
	if kit.SheetOpen(v.w.canvas()) || v.w.layer.ToastText() == "" {
		t.Error("there is a slip about nothing")
	}
	s := v.sends()
	v.pick(s.requests[0].offers.rows[0].answer, 0)
	v.write(s.after.ready.field, "tomorrow 12:00")
	s.onAlso()
	v.typed("Inner tube")
	s.requests[1].onMore()
	s.requests[1].quantity.SetText("2")
	s.requests[1].words.SetText("The valve must be long")
	s.requests[1].agreed.Tapped(nil)
	v.w.do("print")
	if !v.sheetHolds("What we understood") || !v.sheetHolds("To Leather & Co") || !v.sheetHolds("A4, to cut out") {
		t.Fatalf("the sheet has %q", v.sheetWords())
	}
	said := []string{"What we understood", "For", "Ann Hughes", "Bent rim", "What we agreed on instead", "Leather & Co", "2 × Inner tube", "In your words",
		"The valve must be long", "Agreed", "Ready by", "Sunday 6 December, 12:00", "Date and signature"}
	v.slipSays(viewer, said)
	v.w.app.Prefs.SetSlipOf(slipSpecialist)
	v.w.app.Prefs.SetSlipOnSheet(true)
	v.w.do("print")
	v.slipSays(viewer, []string{"Our recommendation for you"}, "What we understood")
	pdf, err := os.ReadFile(viewer.opened[len(viewer.opened)-1])
	v.must(err)
	if !strings.Contains(string(pdf), "595.28") {
		t.Error("it is not printed on the sheet that was chosen last")
	}
}

// Where the system tells of printers, the slip goes straight to the one that was chosen, and to that one again the next time.
func TestASlipGoesToThePrinter(t *testing.T) {
	v := newVisitBench(t)
	viewer := v.printing()
	printers := v.printers()
	v.sends()
	v.w.do("print")
	if !v.sheetHolds("Through") {
		t.Fatalf("the sheet has %q", v.sheetWords())
	}
	v.keys(fyne.KeyEscape)
	v.w.app.Prefs.SetLastPrinted(app.PaperSlip, app.Printed{Way: app.PrintQueue, Printer: "Counter"})
	v.w.do("print")
	v.keys(fyne.KeyReturn)
	if sent := printers.sent(); !strings.Contains(sent, "-d Counter") || !strings.Contains(sent, ".pdf") || len(viewer.opened) != 0 {
		t.Errorf("sent %q, opened %v", sent, viewer.opened)
	}
	if got := v.w.layer.ToastText(); got != "It was sent to Counter." {
		t.Errorf("told %q", got)
	}
	printers.program("lp", "exit 1")
	v.w.do("print")
	v.keys(fyne.KeyReturn)
	if !v.sheetHolds("Counter did not take the page") {
		t.Errorf("told %q", v.sheetWords())
	}
}

// Whoever disappointed two customers is offered with a warning in plain words, and can be chosen all the same.
func TestWhoDisappointedTwiceIsWarnedOf(t *testing.T) {
	v := newVisitBench(t)
	for i, note := range []string{"slow", "The seam came apart", ""} {
		s := v.sends()
		row := s.requests[0].offers.rows[0]
		if got := row.refer.warning.Visible(); got != (i == 2) {
			t.Errorf("before number %d a warning is shown: %v", i+1, got)
		}
		v.pick(row.answer, 0)
		v.ctrlEnter()
		sent, _, err := v.store().ReferralsOut(1, 0, 1)
		v.must(err)
		if i < 2 {
			v.must(v.store().HeardBack(sent[0].ID, models.OutcomeNotSatisfied, note))
		}
		v.clock.Days(1)
	}
	if _, n, _ := v.store().ReferralsOut(1, 0, 1); n != 3 {
		t.Errorf("%d were sent", n)
	}
	s := v.sends()
	refer := s.requests[0].offers.rows[0].refer
	if got := refer.warning.Text(); !strings.Contains(got, "2 customers were not happy at Leather & Co") || !strings.Contains(got, "“The seam came apart”") {
		t.Errorf("the warning is %q", got)
	}
	if got := refer.record.Text(); got != "It went well for none of the 2 we sent there." {
		t.Errorf("how it went: %q", got)
	}
	if o := s.findSpecialists("leather")[0]; o.Badge != "none of 2 went well" || o.Tone != kit.ToneBad || o.Second != "leather, saddles" {
		t.Errorf("offered is %+v", o)
	}
	q := showQuickLog(v.w)
	v.typed("Bell")
	v.pick(q.offer.chips, quickSpecialist)
	v.typed("leather")
	v.press(fyne.KeyReturn)
	v.expectOnTop("2 customers were not happy at Leather & Co")
	v.pick(q.offer.chips, quickItem)
	if q.offer.warning.Visible() {
		t.Error("another item is warned of")
	}
	v.leaveSheet()
	id := modelstest.Specialist(t, v.store(), "Seams", "leather")
	if all := s.findSpecialists(""); len(all) != 2 || all[0].ID != int64(id) {
		t.Errorf("of no text there are %+v", all)
	}
}

// Nobody passing by has a number that could be passed on, and a slip says only that a customer comes.
func TestAStrangerIsNotAskedForANumber(t *testing.T) {
	v := newVisitBench(t)
	viewer := v.printing()
	s := v.sends()
	refer := s.requests[0].offers.rows[0].refer
	v.pick(s.who.stranger, 0)
	if refer.asked.Visible() {
		t.Error("someone passing by is asked for the number we do not have")
	}
	refer.onSlip()
	v.slipSays(viewer, []string{"A customer of Harbour Cycles"}, "Ann Hughes")
}
