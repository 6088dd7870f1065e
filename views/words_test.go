package views

import (
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestNoughtIsNotCounted(t *testing.T) {
	if got := bringerCount(models.BringerRow{Ever: models.Brought{DirectN: 2}}); strings.Contains(got, "+") {
		t.Errorf("somebody whose people sent nobody: %q", got)
	}
	if got := bringerCount(models.BringerRow{Ever: models.Brought{DirectN: 2, ThroughN: 3}}); !strings.Contains(got, "+3") {
		t.Errorf("somebody whose people sent three: %q", got)
	}
	if offered, found := askedText(0), foundThing(0); offered != "" || found != "A thing" {
		t.Errorf("a thing nobody asked for: %q, %q", offered, found)
	}
	if got := customerRowSecond(models.CustomerRow{Name: "Ann Hughes", Phone: "0171 555 0110"}); got != "_0171 555 0110_" {
		t.Errorf("somebody who never came: %q", got)
	}
}

func TestTheShopsOwnGapIsGivenInItsDays(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Ann Hughes", ""), "Bell")
	})
	b.w.OpenCustomer(1)
	why := b.w.screens[PlaceCustomers].(*customersScreen).card.activity.why.Text()
	if !strings.Contains(why, "first here just now; coming back within 60 days") {
		t.Errorf("the settings say 60 days, the card %q", why)
	}
}

func TestSomebodyWhoNeverCameHasNoFigures(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes")
	s.choose(0)
	if s.card.facts.object.Visible() {
		t.Errorf("the figures read %q", drawnWords(s.card.facts.object))
	}
	modelstest.Visit(t, b.store(), s.card.id, "Bell")
	if !s.card.facts.object.Visible() || s.card.facts.visits.value.Text() != "1" {
		t.Errorf("after a visit the figures read %q", drawnWords(s.card.facts.object))
	}
}
