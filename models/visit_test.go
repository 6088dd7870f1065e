package models_test

import (
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// TestNoVisitIsStillToCome dates visits around now. All of now's minute and what clocks differ by is taken.
func TestNoVisitIsStillToCome(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	for _, c := range []struct {
		from    time.Duration
		refused bool
	}{{-time.Hour, false}, {0, false}, {5 * time.Minute, false}, {5*time.Minute + time.Second, true}, {24 * time.Hour, true}} {
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(clock.Now().Add(c.from))}}
		err := store.SaveVisit(e)
		p, refused := models.IsProblem(err)
		if refused != c.refused || refused && (p.Field != "at" || p.Key != "visit.ahead") || !refused && err != nil {
			t.Errorf("a visit %v from now: %v", c.from, err)
		}
	}
}

// TestAVisitOfAWrongClockCanBeAnswered logs while the computer's clock is a month ahead, and answers once it is right.
func TestAVisitOfAWrongClockCanBeAnswered(t *testing.T) {
	store, clock := modelstest.New(t)
	offer := models.Alternative{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeThinking}
	request := models.Request{Item: "Pannier set", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{offer}}
	e := &models.VisitEntry{Visit: models.Visit{At: models.MomentOf(clock.Now()), Requests: []models.Request{request}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	clock.Days(-30)
	if err := store.AnswerAlternative(e.Visit.Requests[0].Alternatives[0].ID, models.AlternativeAccepted, ""); err != nil {
		t.Error("the answer:", err)
	}
	e.Visit.At = models.MomentOf(clock.Now().Add(time.Hour))
	if p, _ := models.IsProblem(store.SaveVisit(e)); p.Key != "visit.ahead" {
		t.Errorf("moved to another day to come: %+v", p)
	}
}

// TestEveryProblemOfAVisitIsTold checks a visit in which several things are wrong; SaveVisit refuses it with the same.
func TestEveryProblemOfAVisitIsTold(t *testing.T) {
	store, clock := modelstest.New(t)
	at := models.MomentOf(clock.Now().Add(time.Hour))
	e := &models.VisitEntry{FollowUpOn: "2026-12-01", Visit: models.Visit{At: at, PromisedFor: at - 1,
		Requests: []models.Request{{Item: "Bell"}, {Item: " "}, {Item: "Pannier set", Reason: models.ReasonPrice}}}}
	want := []string{"at", "promisedFor", "customer", "requests.1.item", "requests.2.alternatives"}
	for what, err := range map[string]error{"CheckVisit": store.CheckVisit(e), "SaveVisit": store.SaveVisit(e)} {
		var fields []string
		for _, p := range models.Problems(err) {
			fields = append(fields, p.Field)
		}
		if !slices.Equal(fields, want) {
			t.Errorf("%s tells of %v, want %v", what, fields, want)
		}
	}
	if got := models.Problems(models.ErrNotFound); got != nil {
		t.Errorf("an error of ours is %v", got)
	}
}
