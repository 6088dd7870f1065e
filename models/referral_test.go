package models_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// refer records that one customer sent another, today.
func refer(store *models.Store, referrer, referee models.CustomerID) error {
	return store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: referrer}, RefereeID: referee})
}

func TestNobodyRefersThemselves(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	wantProblem(t, refer(store, ann, ann), "broughtBy", "referral.self")
	wantProblem(t, refer(store, 0, ann), "broughtBy", "referral.who")
	wantProblem(t, refer(store, ann, 0), "referee", "referral.whom")
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(store.Now())}, BroughtBy: models.Referrer{CustomerID: ann}}
	wantProblem(t, store.SaveVisit(e), "broughtBy", "referral.self")

	db := raw(t, store.Path())
	const oneself = "INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at, denied_reason) VALUES (?, ?, '2026-11-21', ?, 1, 'no')"
	refused(t, db, "referral_circle", oneself, int64(ann), int64(ann), "pending")
	refused(t, db, "CHECK", oneself, int64(ann), int64(ann), "denied")
	checkRules(t, store.Path())
}

func TestOneReferrerThatIsNotDenied(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob, cyd := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Cyd", "")
	first := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: cyd}
	if err := store.SaveReferral(first); err != nil {
		t.Fatal(err)
	}
	err := refer(store, bob, cyd)
	wantProblem(t, err, "broughtBy", "referral.already")
	if p, _ := models.IsProblem(err); p.Args["Name"] != "Ann" {
		t.Errorf("the problem names %v, not Ann", p.Args["Name"])
	}
	db := raw(t, store.Path())
	const another = "INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at, denied_reason) VALUES (?, ?, '2026-11-21', ?, 1, 'no')"
	refused(t, db, "referral_in.referee_id", another, int64(bob), int64(cyd), "pending")
	do(t, db, fmt.Sprintf("INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at, denied_reason) VALUES (%d, %d, '2026-11-21', 'denied', 1, 'no')", bob, cyd))
	refused(t, db, "referral_in.referee_id", "UPDATE referral_in SET state = 'pending' WHERE state = 'denied'")

	wantProblem(t, store.DenyReferral(first.ID, " "), "reason", "reason")
	if err := store.DenyReferral(first.ID, "mixed up"); err != nil {
		t.Fatal(err)
	}
	if err := refer(store, bob, cyd); err != nil {
		t.Errorf("after the first was denied: %v", err)
	}
	checkRules(t, store.Path())
}

// A referral is not moved to somebody who has left the book.
func TestReferralMovesWithinTheBook(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob, cyd := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Cyd", "")
	mustDo(t, refer(store, ann, bob))
	mustDo(t, store.DeleteCustomer(cyd))
	for _, move := range []func(r *models.ReferralIn){
		func(r *models.ReferralIn) { r.RefereeID = cyd },
		func(r *models.ReferralIn) { r.Referrer = models.Referrer{CustomerID: cyd} },
	} {
		r, err := store.ReferralIn(1)
		if err != nil {
			t.Fatal(err)
		}
		move(r)
		if err := store.SaveReferral(r); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("moved to somebody who is not in the book: %v", err)
		}
	}
	checkRules(t, store.Path())
}

// An oracle that knows nothing of SQL: who stands above whom, walked by hand.
func TestNoCirclesHoweverLong(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	const people = 8
	var ids [people]models.CustomerID
	for i := range ids {
		ids[i] = modelstest.Customer(t, store, fmt.Sprintf("Customer %d", i), "")
	}
	rapid.Check(t, func(rt *rapid.T) {
		do(rt, db, "DELETE FROM referral_in")
		var above [people]int // who sent them, +1
		for range rapid.IntRange(1, 30).Draw(rt, "tries") {
			from, to := rapid.IntRange(0, people-1).Draw(rt, "from"), rapid.IntRange(0, people-1).Draw(rt, "to")
			want := ""
			switch {
			case from == to:
				want = "referral.self"
			case above[to] != 0:
				want = "referral.already"
			case standsAbove(above[:], to, from):
				want = "referral.circle"
			}
			var err error
			if rapid.Bool().Draw(rt, "by another program") {
				_, err = db.Exec("INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at) VALUES (?, ?, '2026-11-21', 'pending', 1)", int64(ids[from]), int64(ids[to]))
			} else if err = refer(store, ids[from], ids[to]); want != "" {
				wantProblem(rt, err, "broughtBy", want)
			}
			if (err == nil) != (want == "") {
				rt.Fatalf("%d sent %d: %v, the oracle says %q", from, to, err, want)
			}
			if want == "" {
				above[to] = from + 1
			}
		}
	})
	checkRules(t, store.Path())
}

// standsAbove tells whether top is somewhere above low.
func standsAbove(above []int, top, low int) bool {
	for at := above[low]; at != 0; at = above[at-1] {
		if at-1 == top {
			return true
		}
	}
	return false
}

func TestALongChainHoldsWhereverItWouldClose(t *testing.T) {
	store, _ := modelstest.New(t)
	const length = 60
	chain := []models.CustomerID{modelstest.Customer(t, store, "First", "")}
	for i := 1; i < length; i++ {
		chain = append(chain, modelstest.Customer(t, store, fmt.Sprintf("Next %d", i), ""))
		if err := refer(store, chain[i-1], chain[i]); err != nil {
			t.Fatal(err)
		}
	}
	wantProblem(t, refer(store, chain[length-1], chain[0]), "broughtBy", "referral.circle")
	db := raw(t, store.Path())
	refused(t, db, "referral_circle", "UPDATE referral_in SET referrer_customer_id = ? WHERE referee_id = ?", int64(chain[length-1]), int64(chain[1]))
	refused(t, db, "referral_circle", "UPDATE referral_in SET referee_id = ? WHERE referee_id = ?", int64(chain[0]), int64(chain[length-1]))
	do(t, db, fmt.Sprintf("INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at, denied_reason, deleted_at) VALUES (%d, %d, '2026-11-21', 'denied', 1, 'no', 0)", chain[length-1], chain[0]))
	refused(t, db, "referral_circle", "UPDATE referral_in SET state = 'pending' WHERE state = 'denied'")
	do(t, db, "UPDATE referral_in SET deleted_at = 1 WHERE state = 'denied'", "UPDATE referral_in SET state = 'pending' WHERE state = 'denied'")
	refused(t, db, "referral_circle", "UPDATE referral_in SET deleted_at = 0 WHERE deleted_at = 1")
	checkRules(t, store.Path())
}

func TestTheFirstCompletedVisitApproves(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: bob}
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	expect := func(when string, state models.ReferralState, due int) {
		t.Helper()
		if got := one[string](t, db, "SELECT state FROM referral_in WHERE id = ?", int64(r.ID)); got != string(state) {
			t.Errorf("%s: the referral is %s, not %s", when, got, state)
		}
		if got := one[int](t, db, "SELECT count(*) FROM thank_you WHERE cause = 'referral' AND cause_id = ? AND state = 'owed'", int64(r.ID)); got != due {
			t.Errorf("%s: %d thank-yous are due, not %d", when, got, due)
		}
		checkRules(t, store.Path())
	}
	expect("before any visit", models.ReferralPending, 0)
	refused(t, db, "referral_not_earned", "UPDATE referral_in SET state = 'approved', approved_at = 1")
	clock.Days(1)
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: bob, At: models.MomentOf(clock.Now()), State: models.VisitOpen}}
	for _, step := range []struct {
		visit models.VisitState
		state models.ReferralState
		due   int
	}{
		{models.VisitOpen, models.ReferralQualified, 0}, {models.VisitCancelled, models.ReferralPending, 0},
		{models.VisitCompleted, models.ReferralApproved, 1}, {models.VisitOpen, models.ReferralQualified, 0}, {models.VisitCompleted, models.ReferralApproved, 1},
	} {
		e.Visit.State = step.visit
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		expect(string(step.visit), step.state, step.due)
	}
	second := modelstest.Visit(t, store, bob, "tube")
	expect("a second visit", models.ReferralApproved, 1)
	if err := store.DeleteVisit(e.Visit.ID); err != nil {
		t.Fatal(err)
	}
	expect("the first taken away", models.ReferralApproved, 1)
	if err := store.DeleteVisit(second); err != nil {
		t.Fatal(err)
	}
	expect("both taken away", models.ReferralPending, 0)
}

// What goes with a visit is stored with it or not at all: every statement of the save is made to fail in turn.
func TestAVisitAndItsThankYouAreOne(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	db := raw(t, store.Path())
	before := dump(t, db)
	entry := func() *models.VisitEntry {
		return &models.VisitEntry{NewCustomer: &models.Customer{Name: "Bob"}, BroughtBy: models.Referrer{CustomerID: ann}, FollowUpOn: "2026-12-01",
			Visit: models.Visit{At: models.MomentOf(store.Now()), Note: "first", Requests: []models.Request{{Item: "saddle", Reason: models.ReasonOutOfStock,
				Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}}}
	}
	for _, table := range []string{"customer", "customer_search", "referral_in", "visit", "item", "request", "alternative", "want", "follow_up", "visit_search", "thank_you"} {
		do(t, db, "CREATE TRIGGER fails BEFORE INSERT ON "+table+" BEGIN SELECT RAISE(ABORT, 'made to fail'); END")
		e := entry()
		if err := store.SaveVisit(e); err == nil {
			t.Errorf("saved although %s failed", table)
		}
		if e.Visit.ID != 0 || e.Visit.CustomerID != 0 || e.NewCustomer == nil || e.NewCustomer.ID != 0 || e.Visit.Requests[0].ID != 0 {
			t.Errorf("%s failed and left its trace in what was typed: %+v", table, e)
		}
		do(t, db, "DROP TRIGGER fails")
		if now := dump(t, db); now != before {
			t.Errorf("%s failed and left:\n%s", table, difference(before, now))
		}
	}
	if err := store.SaveVisit(entry()); err != nil {
		t.Fatal(err)
	}
	if n := one[int](t, db, "SELECT count(*) FROM thank_you t JOIN referral_in r ON r.id = t.cause_id WHERE r.state = 'approved'"); n != 1 {
		t.Errorf("%d thank-yous for the approved referral", n)
	}
	checkRules(t, store.Path())
}

func TestACustomerBeforeTheReferral(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	modelstest.Visit(t, store, bob, "tube")
	came := store.Today()
	clock.Days(3)
	err := refer(store, ann, bob)
	wantProblem(t, err, "fromBefore", "referral.before")
	if p, _ := models.IsProblem(err); p.Args["Day"] != came {
		t.Errorf("a customer since %v, not %v", p.Args["Day"], came)
	}
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: bob, FromBefore: true}
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 9}); r.State != models.ReferralApproved || n != 0 {
		t.Errorf("from before: %s with %d thank-yous due", r.State, n)
	}
	if c, _ := store.Customer(ann); c.BroughtN != 1 {
		t.Errorf("it counts as %d", c.BroughtN)
	}
	r.FromBefore = false
	wantProblem(t, store.SaveReferral(r), "fromBefore", "referral.before")
	r.OnDay = came
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 9}); n != 1 {
		t.Errorf("of the day they came: %d thank-yous due", n)
	}

	// A visit remembered later, for a day before the referral: they were sent before they came.
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: bob, At: models.MomentOf(clock.Now().Add(-240 * time.Hour))}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	if moved, _ := store.ReferralIn(r.ID); moved.OnDay != e.Visit.Day {
		t.Errorf("the referral is of %s, the first visit of %s", moved.OnDay, e.Visit.Day)
	}
	checkRules(t, store.Path())
}

// A note put right must not cost what the owner chose or did since.
func TestChangingAReferralKeepsItsThankYou(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: bob}
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, bob, "tube")
	due, _, _ := store.ThankYous(models.ThanksFilter{Limit: 9})
	if err := store.SetThankYouChannel(due[0].ID, models.ByGift); err != nil {
		t.Fatal(err)
	}
	if err := store.MarkPrinted([]models.ThankYouID{due[0].ID}); err != nil {
		t.Fatal(err)
	}
	clock.Days(1)
	r, _ = store.ReferralIn(r.ID)
	approved := r.ApprovedAt
	r.Note = "her neighbour"
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	now, _, _ := store.ThankYous(models.ThanksFilter{Limit: 9})
	if len(now) != 1 || now[0].Channel != models.ByGift || now[0].State != models.ThanksPrinted || r.ApprovedAt != approved {
		t.Errorf("after a note: %+v, approved %d then %d", now, approved, r.ApprovedAt)
	}
	r.Referrer = models.Referrer{CustomerID: modelstest.Customer(t, store, "Cyd", "")}
	if err := store.SaveReferral(r); err != nil {
		t.Fatal(err)
	}
	if now, _, _ = store.ThankYous(models.ThanksFilter{Limit: 9}); len(now) != 1 || now[0].Name != "Cyd" {
		t.Errorf("after another referrer: %+v", now)
	}
	checkRules(t, store.Path())
}
