package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Whoever changes their mind twice is where they were: the thank-you is due again.
func TestAReferralIsAcceptedAfterAll(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob, cyd := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Cyd", "")
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: bob}
	mustDo(t, store.SaveReferral(r))
	modelstest.Visit(t, store, bob, "tube")
	mustDo(t, store.DenyReferral(r.ID, "mixed up"))
	expect := func(when string, state models.ReferralState, due int) {
		t.Helper()
		now, err := store.ReferralIn(r.ID)
		if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 9}); err != nil || now.State != state || n != due {
			t.Errorf("%s: %+v with %d thank-yous due, %v", when, now, n, err)
		}
		checkRules(t, store.Path())
	}
	expect("denied", models.ReferralDenied, 0)
	mustDo(t, store.AcceptReferral(r.ID))
	expect("accepted after all", models.ReferralApproved, 1)
	mustDo(t, store.UndoLast())
	expect("Undo", models.ReferralDenied, 0)

	other := &models.ReferralIn{Referrer: models.Referrer{CustomerID: cyd}, RefereeID: bob}
	mustDo(t, store.SaveReferral(other))
	wantProblem(t, store.AcceptReferral(r.ID), "broughtBy", "referral.already")
	mustDo(t, store.DeleteReferral(other.ID))
	mustDo(t, refer(store, bob, ann))
	wantProblem(t, store.AcceptReferral(r.ID), "broughtBy", "referral.circle")
	expect("what was refused", models.ReferralDenied, 0)
	if err := store.AcceptReferral(99); err != models.ErrNotFound {
		t.Errorf("no referral: %v", err)
	}
}

// A specialist is added in the same breath, in a referral and in a visit, or not at all.
func TestASpecialistIsAddedAsTheReferrer(t *testing.T) {
	store, clock := modelstest.New(t)
	bob := modelstest.Customer(t, store, "Bob", "")
	r := &models.ReferralIn{Referrer: models.Referrer{NewSpecialist: "Spoke Works"}, RefereeID: bob}
	mustDo(t, store.SaveReferral(r))
	found, err := store.FindSpecialists("spoke", 5)
	if err != nil || len(found) != 1 || r.ReferrerSpecialistID != found[0].ID {
		t.Fatalf("added %+v, the referral is of %d, %v", found, r.ReferrerSpecialistID, err)
	}
	mustDo(t, store.UndoLast())
	if found, _ = store.FindSpecialists("spoke", 5); len(found) != 0 {
		t.Error("Undo left the specialist")
	}
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Zoe"}, BroughtBy: models.Referrer{NewSpecialist: "Volt & Daughter"}, Visit: models.Visit{At: models.MomentOf(clock.Now())}}
	mustDo(t, store.SaveVisit(e))
	rows, _, err := store.Referrals(models.ReferralFilter{Limit: 5})
	if err != nil || len(rows) != 1 || rows[0].Referrer != "Volt & Daughter" || rows[0].State != models.ReferralApproved {
		t.Errorf("from a visit: %+v, %v", rows, err)
	}
	wantProblem(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{NewSpecialist: "Nobody's"}, RefereeID: e.Visit.CustomerID}), "broughtBy", "referral.already")
	if found, _ = store.FindSpecialists("nobody", 5); len(found) != 0 {
		t.Error("a referral that was refused left its specialist")
	}
	checkRules(t, store.Path())
}
