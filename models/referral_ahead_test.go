package models_test

import (
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A referral on a day still to come is refused, whether new or changed; one that is stored so since a clock was set back stays, and what a
// visit notes just before midnight is not refused.
func TestAReferralIsNotOfADayToCome(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: ben, OnDay: store.Today().AddDays(1)}
	wantProblem(t, store.SaveReferral(r), "onDay", "date.ahead")
	r.OnDay = store.Today()
	mustDo(t, store.SaveReferral(r))
	clock.Days(-3)
	r.Note = "over the fence"
	mustDo(t, store.SaveReferral(r))
	r.OnDay = r.OnDay.AddDays(1)
	wantProblem(t, store.SaveReferral(r), "onDay", "date.ahead")
	now := clock.Now()
	clock.Forward(time.Date(now.Year(), now.Month(), now.Day(), 23, 58, 0, 0, now.Location()).Sub(now))
	mustDo(t, store.SaveVisit(&models.VisitEntry{NewCustomer: &models.Customer{Name: "Cleo"}, BroughtBy: models.Referrer{CustomerID: ann},
		Visit: models.Visit{At: models.MomentOf(clock.Now().Add(4 * time.Minute)), Requests: []models.Request{{Item: "tube"}}}}))
	dan := modelstest.Customer(t, store, "Dan", "")
	mustDo(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: dan, OnDay: store.Today().AddDays(1)}))
}
