package views

import (
	"strings"
	"testing"

	"goodturn/models"
)

// A customer who had nothing beyond the asking in five visits is pointed out, on the card and where their next visit is logged.
func TestNothingBeyondTheAskingIsPointedOut(t *testing.T) {
	v := newVisitBench(t)
	visit := func(extra string) {
		v.clock.Days(1)
		v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), Extra: extra}}))
	}
	says := func(when string, onCard, inForm string) {
		t.Helper()
		v.w.OpenCustomer(v.ann)
		var extras *extrasCard
		for _, side := range v.w.screens[PlaceCustomers].(*customersScreen).card.sides {
			if e, ok := side.(*extrasCard); ok {
				extras = e
			}
		}
		got := ""
		if extras.box.Visible() {
			got = strings.ReplaceAll(wordsOn(extras.box), "\n", " ")
		}
		if got != onCard {
			t.Errorf("%s the card says %q, want %q", when, got, onCard)
		}
		v.w.LogVisit(VisitStart{Customer: v.ann})
		line := v.screen().who.extra
		if got := line.Text(); line.Visible() != (inForm != "") || line.Visible() && got != inForm {
			t.Errorf("%s the form says %q (%v), want %q", when, got, line.Visible(), inForm)
		}
		v.screen().onCancel()
	}
	says("after one visit", "", "")
	for range 4 {
		visit("")
	}
	missing := "A small surprise? In their last 5 visits there was nothing they had not asked for."
	says("after five", "Beyond the asking "+missing, missing)
	visit("Oiled the chain")
	says("after an extra", "Beyond the asking Oiled the chain today", "")
	for range 6 {
		visit("")
	}
	says("six visits later", "Beyond the asking A small surprise? In their last 6 visits there was nothing they had not asked for. Oiled the chain "+v.w.dayText(v.store().Today().AddDays(-6)),
		"A small surprise? In their last 6 visits there was nothing they had not asked for. Before, it was “Oiled the chain” ("+v.w.dayText(v.store().Today().AddDays(-6))+").")
}
