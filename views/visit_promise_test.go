package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// TestReadyByIsStored promises a thing, and corrects the visit on another day without touching the promise.
func TestReadyByIsStored(t *testing.T) {
	v := newVisitBench(t)
	now := v.clock.Now()
	day := func(n, hour, minute int) models.Moment {
		return models.MomentOf(time.Date(now.Year(), now.Month(), now.Day()+n, hour, minute, 0, 0, now.Location()))
	}
	for typed, want := range map[string]models.Moment{
		"": 0, "tomorrow": day(1, closingHour, 0), "tomorrow 9:30": day(1, 9, 30), "17:00": day(0, 17, 0),
	} {
		v.w.LogVisit(VisitStart{Customer: v.ann})
		v.typed("Inner tube")
		s := v.screen()
		v.write(s.after.ready.field, typed)
		v.ctrlEnter()
		if got := v.lastVisit().Visit.PromisedFor; got != want {
			t.Errorf("ready by %q is stored as %v, want %v", typed, got.In(now.Location()), want.In(now.Location()))
		}
		v.clock.Forward(time.Second) // the visits of one second would have no order
	}
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Bell")
	v.write(v.screen().after.ready.field, "17:00")
	v.ctrlEnter()
	first := v.lastVisit()
	v.clock.Days(1) // "today 17:00" would be another day's now
	v.w.EditVisit(first.Visit.ID)
	v.write(v.screen().after.spent.field, "18.5")
	v.ctrlEnter()
	if e := v.lastVisit(); e.Visit.ID != first.Visit.ID || e.Visit.PromisedFor != day(0, 17, 0) || e.Visit.Amount != 1850 {
		t.Errorf("corrected, it is %+v; it was %+v", e.Visit, first.Visit)
	}
}

// TestThePriceOfAnOfferIsStored comes after the answer, where it is in nobody's way.
func TestThePriceOfAnOfferIsStored(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	v.typed("Pannier set")
	v.pick(v.screen().requests[0].offers.add, 0)
	v.typed("Saddle bag")
	v.press(fyne.KeyTab, fyne.KeySpace, fyne.KeyTab) // accepted
	v.typed("118")
	v.ctrlEnter()
	e := v.lastVisit()
	if a := e.Visit.Requests[0].Alternatives[0]; a.State != models.AlternativeAccepted || a.Price != 11800 {
		t.Fatalf("stored %+v", a)
	}
	v.w.EditVisit(e.Visit.ID)
	if got := v.screen().requests[0].offers.rows[0].price.entry.Text; got != "£118.00" {
		t.Errorf("the price is shown as %q", got)
	}
}

// TestWhatASaleWouldHaveBeenIsStored notes it beside the reason, and only of what was not there.
func TestWhatASaleWouldHaveBeenIsStored(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	v.typed("Pannier set")
	offers := v.screen().requests[0].offers
	v.pick(offers.add, len(offerChoices())-1)
	v.write(offers.worth.field, "a lot")
	v.ctrlEnter()
	if offers.worth.field.Problem() == "" {
		t.Fatal("nothing stands beside what is no amount")
	}
	offers.worth.entry.SetText("118")
	v.ctrlEnter()
	e := v.lastVisit()
	if len(e.Visit.Requests) != 1 || e.Visit.Requests[0].Worth != 11800 {
		t.Fatalf("stored %+v", e.Visit.Requests)
	}
	v.w.EditVisit(e.Visit.ID)
	p := v.screen().requests[0]
	if got := p.offers.worth.entry.Text; got != "£118.00" {
		t.Errorf("the sale's worth is shown as %q", got)
	}
	p.had.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	v.ctrlEnter()
	if e := v.lastVisit(); e.Visit.Requests[0].Worth != 0 {
		t.Errorf("a sale that was made is missed still: %+v", e.Visit.Requests[0])
	}
}

// TestAnotherCurrencyKeepsTheAmounts changes the shop's currency in the middle of a visit.
func TestAnotherCurrencyKeepsTheAmounts(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	s := v.screen()
	v.pick(s.requests[0].offers.add, 0)
	v.write(s.requests[0].offers.rows[0].price.field, "118")
	v.write(s.requests[0].offers.worth.field, "40")
	v.write(s.after.spent.field, "12.30")
	shop, err := v.store().Shop()
	v.must(err)
	shop.Symbol = " kr"
	v.must(v.store().SaveShop(&shop))
	price, spent := s.requests[0].offers.rows[0].price.entry, s.after.spent.entry
	if price.Text != "£118.00" || spent.Text != "12.30" || price.PlaceHolder != kit.T("visit.offer.price") {
		t.Errorf("the price is %q, or else %q; the amount is %q", price.Text, price.PlaceHolder, spent.Text)
	}
	if worth := s.requests[0].offers.worth.entry; worth.Text != "£40.00" || worth.PlaceHolder != kit.T("visit.worth") {
		t.Errorf("the sale's worth is %q, or else %q", worth.Text, worth.PlaceHolder)
	}
	if amount, _, err := spent.Amount(); err != nil || amount != 1230 {
		t.Errorf("the amount is read as %d, %v", amount, err)
	}
}
