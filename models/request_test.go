package models_test

import (
	"fmt"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// unmet logs a visit by a customer in which a saddle was not there, with what was offered.
func unmet(t *testing.T, store *models.Store, customer models.CustomerID, offered ...models.Alternative) *models.VisitEntry {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: customer, At: models.MomentOf(store.Now()), Requests: []models.Request{
		{Item: "saddle", Reason: models.ReasonOutOfStock, NothingSuitable: len(offered) == 0, Alternatives: offered}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestAcceptingMakesAndUnacceptingUnmakes(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	db := raw(t, store.Path())
	offers := map[models.AlternativeKind]models.Alternative{
		models.AnotherItem:   {Description: "black saddle"},
		models.OrderIn:       {DueOn: "2026-12-01"},
		models.ToSpecialist:  {SpecialistID: spoke, Consent: true},
		models.Later:         {DueOn: "2026-12-05"},
		models.SomethingElse: {Description: "lent one"},
	}
	made := map[models.AlternativeKind]string{models.OrderIn: "want", models.ToSpecialist: "referral_out", models.Later: "follow_up"}
	outcome := map[models.AlternativeKind]models.RequestState{models.AnotherItem: models.RequestSubstituted, models.OrderIn: models.RequestOrderedIn,
		models.ToSpecialist: models.RequestReferredOut, models.Later: models.RequestDeferred, models.SomethingElse: models.RequestSubstituted}
	for kind, offer := range offers {
		offer.Kind = kind
		e := unmet(t, store, ann, offer)
		expect := func(when string, state models.RequestState, rows int) {
			t.Helper()
			if got := one[string](t, db, "SELECT state FROM request WHERE visit_id = ?", int64(e.Visit.ID)); got != string(state) {
				t.Errorf("%s %s: the request is %s, not %s", kind, when, got, state)
			}
			for k, table := range made {
				want := 0
				if k == kind {
					want = rows
				}
				if got := one[int](t, db, "SELECT count(*) FROM "+table); got != want {
					t.Errorf("%s %s: %d rows in %s, want %d", kind, when, got, table, want)
				}
			}
		}
		answer := func(a models.Answer) {
			t.Helper()
			if err := store.AnswerAlternative(e.Visit.Requests[0].Alternatives[0].ID, a, ""); err != nil {
				t.Fatal(err)
			}
		}
		expect("offered", models.RequestUnavailable, 0)
		answer(models.AlternativeThinking)
		expect("thinking", models.RequestUnavailable, 0)
		answer(models.AlternativeAccepted)
		expect("accepted", outcome[kind], 1)
		answer(models.AlternativeAccepted)
		expect("accepted twice", outcome[kind], 1)
		answer(models.AlternativeDeclined)
		expect("declined after all", models.RequestLost, 0)
		answer(models.AlternativeAccepted)
		expect("accepted again", outcome[kind], 1)
		checkRules(t, store.Path())
		if err := store.DeleteVisit(e.Visit.ID); err != nil {
			t.Fatal(err)
		}
		if table := made[kind]; table != "" && one[int](t, db, "SELECT count(*) FROM "+table) != 0 {
			t.Errorf("%s: the visit is gone and what it made is not", kind)
		}
		checkRules(t, store.Path())
	}
}

// What the owner has done with a thing since is not undone by putting a note right.
func TestSavingAVisitAgainLeavesAloneWhatWasDoneSince(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	db := raw(t, store.Path())
	accepted := func(kind models.AlternativeKind) models.Alternative {
		return models.Alternative{Kind: kind, State: models.AlternativeAccepted, SpecialistID: spoke, DueOn: "2026-12-01"}
	}
	e := unmet(t, store, ann, accepted(models.OrderIn))
	later := unmet(t, store, ann, accepted(models.Later))
	away := unmet(t, store, ann, accepted(models.ToSpecialist))
	clock.Days(1)
	for _, err := range []error{
		store.SetWantState(1, models.WantOrdered), store.SetWantDue(1, "2026-12-20"),
		store.SnoozeFollowUp(1, "2026-12-21"), store.SnoozeReferralOut(1, "2026-12-22"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	made := func() string {
		return fmt.Sprint(lines(t, db, "SELECT * FROM want"), lines(t, db, "SELECT * FROM follow_up"), lines(t, db, "SELECT * FROM referral_out"))
	}
	again := func(id models.VisitID) {
		t.Helper()
		entry, err := store.Visit(id)
		if err != nil {
			t.Fatal(err)
		}
		entry.Visit.Note = "a note"
		if err := store.SaveVisit(entry); err != nil {
			t.Fatal(err)
		}
	}
	unchanged := func(what string) {
		t.Helper()
		before := made()
		for _, id := range []models.VisitID{e.Visit.ID, later.Visit.ID, away.Visit.ID} {
			again(id)
		}
		if now := made(); now != before {
			t.Errorf("%s, and a note changed\n%s to\n%s", what, before, now)
		}
		checkRules(t, store.Path())
	}
	unchanged("moved")
	for _, err := range []error{store.SetWantState(1, models.WantCancelled), store.SkipFollowUp(1), store.HeardBack(1, models.OutcomeSatisfied, "all well")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	unchanged("over")

	// Taken out of the visit, what has gone its way stays in the log.
	for _, id := range []models.VisitID{e.Visit.ID, later.Visit.ID, away.Visit.ID} {
		entry, _ := store.Visit(id)
		entry.Visit.Requests = nil
		if err := store.SaveVisit(entry); err != nil {
			t.Fatal(err)
		}
	}
	if got := one[string](t, db, "SELECT w.state || ' ' || f.state || ' ' || o.outcome FROM want w, follow_up f, referral_out o"); got != "cancelled skipped satisfied" {
		t.Errorf("what was done is gone: %s", got)
	}
	checkRules(t, store.Path())
}

func TestOneAcceptedAtMost(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	e := unmet(t, store, ann, models.Alternative{Kind: models.SomethingElse, Description: "one", State: models.AlternativeAccepted},
		models.Alternative{Kind: models.OrderIn})
	wantProblem(t, store.AnswerAlternative(e.Visit.Requests[0].Alternatives[1].ID, models.AlternativeAccepted, ""), "requests.0.alternatives", "alternatives.oneAccepted")

	// From the one to the other in one save, in either order of the form.
	for range 2 {
		alternatives := e.Visit.Requests[0].Alternatives
		alternatives[0].State, alternatives[1].State = alternatives[1].State, alternatives[0].State
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		checkRules(t, store.Path())
	}
	db := raw(t, store.Path())
	do(t, db, "INSERT INTO visit (at, day, created_at) VALUES (1, '2026-11-21', 1)",
		"INSERT INTO request (id, visit_id, item_id, reason, state) VALUES (99, last_insert_rowid(), 1, 'price', 'unavailable')",
		"INSERT INTO alternative (request_id, kind, description, state) VALUES (99, 'other', 'x', 'accepted')")
	refused(t, db, "alternative.request_id", "INSERT INTO alternative (request_id, kind, description, state) VALUES (99, 'other', 'y', 'accepted')")
}

func TestUnavailableClosesOnlyWithAnAnswer(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	bare := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(store.Now()), Requests: []models.Request{{Item: "saddle", Reason: models.ReasonPrice}}}}
	wantProblem(t, store.SaveVisit(bare), "requests.0.alternatives", "alternatives.needed")

	lost := unmet(t, store, ann)
	if r := lost.Visit.Requests[0]; r.State != models.RequestLost || r.LostReason != models.LostNothingSuitable {
		t.Errorf("nothing suitable: %+v", r)
	}
	declined := unmet(t, store, ann, models.Alternative{Kind: models.SomethingElse, Description: "one", State: models.AlternativeDeclined})
	if r := declined.Visit.Requests[0]; r.State != models.RequestLost || r.LostReason != models.LostDeclined {
		t.Errorf("declined: %+v", r)
	}
	unmet(t, store, ann, models.Alternative{Kind: models.SomethingElse, Description: "one", State: models.AlternativeAccepted})
	checkRules(t, store.Path())

	// Another program, against the file itself. Request 1 is lost with nothing suitable, 2 declined, 3 substituted.
	db := raw(t, store.Path())
	for _, state := range []string{"substituted", "ordered_in", "referred_out", "deferred", "lost"} {
		refused(t, db, "request_starts_open", "INSERT INTO request (visit_id, item_id, reason, state, lost_reason) VALUES (1, 1, 'price', ?, ?)",
			state, map[bool]string{true: "declined"}[state == "lost"])
	}
	refused(t, db, "request_needs_offer", "UPDATE request SET nothing_suitable = 0 WHERE id = 1")
	refused(t, db, "request_needs_accepted", "UPDATE request SET state = 'ordered_in', lost_reason = '' WHERE id = 2")
	refused(t, db, "request_needs_accepted", "UPDATE request SET state = 'ordered_in' WHERE id = 3")
	refused(t, db, "request_needs_offer", "UPDATE request SET state = 'lost', lost_reason = 'declined' WHERE id = 3")
	refused(t, db, "request_is_closed", "UPDATE alternative SET state = 'declined' WHERE request_id = 3")
	refused(t, db, "request_is_closed", "UPDATE alternative SET state = 'accepted' WHERE request_id = 2")
	refused(t, db, "request_is_closed", "UPDATE alternative SET request_id = 1 WHERE request_id = 3")
	refused(t, db, "request_is_closed", "DELETE FROM alternative WHERE request_id = 3")
	refused(t, db, "request_is_closed", "INSERT INTO alternative (request_id, kind, description, state) VALUES (1, 'other', 'x', 'accepted')")
	refused(t, db, "CHECK", "UPDATE request SET lost_reason = '' WHERE id = 1")
	refused(t, db, "CHECK", "UPDATE request SET reason = '' WHERE id = 1")
	checkRules(t, store.Path())
}

// A visit that turns out to be somebody else's takes along what was ordered for them and is no longer wanted.
func TestWhatIsNoLongerWantedMovesWithItsVisit(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	e := comes(t, store, ann, func(v *models.Visit) {
		v.Requests = []models.Request{{Item: "bell", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}
	})
	mustDo(t, store.SetWantState(1, models.WantCancelled))
	e.Visit.CustomerID = ben
	mustDo(t, store.SaveVisit(e))
	if got := one[string](t, raw(t, store.Path()), "SELECT customer_id || ' ' || state FROM want"); got != "2 cancelled" {
		t.Errorf("what was wanted is %s", got)
	}
}

// A thing that is corrected in a visit is corrected in what is no longer wanted of it.
func TestWhatIsNoLongerWantedIsCorrectedWithItsRequest(t *testing.T) {
	store, _ := modelstest.New(t)
	e := comes(t, store, modelstest.Customer(t, store, "Ann", ""), func(v *models.Visit) {
		v.Requests = []models.Request{{Item: "bell", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}
	})
	mustDo(t, store.SetWantState(1, models.WantCancelled))
	e.Visit.Requests[0].Item = "lamp"
	mustDo(t, store.SaveVisit(e))
	if got := one[string](t, raw(t, store.Path()), "SELECT i.name || ' ' || w.state FROM want w JOIN item i ON i.id = w.item_id"); got != "lamp cancelled" {
		t.Errorf("what was wanted is %s", got)
	}
}
