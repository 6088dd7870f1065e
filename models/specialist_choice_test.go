package models_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// sendsTo logs a visit in which a customer agreed to be sent to a specialist, and gives the referral out.
func sendsTo(t must, store *models.Store, who models.CustomerID, to models.SpecialistID, consent bool) models.ReferralOutID {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now()), Requests: []models.Request{
		{Item: "bent rim", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
			{Kind: models.ToSpecialist, SpecialistID: to, State: models.AlternativeAccepted, Consent: consent}}}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatalf("%v", err)
	}
	rows, _, err := store.ReferralsOut(0, 0, 1)
	if err != nil || len(rows) != 1 {
		t.Fatalf("sent %+v, %v", rows, err)
	}
	return rows[0].ID
}

// hears sends a customer to a specialist, who then tells how it went.
func hears(t *testing.T, store *models.Store, who models.CustomerID, to models.SpecialistID, outcomes ...models.Outcome) {
	t.Helper()
	for _, outcome := range outcomes {
		mustDo(t, store.HeardBack(sendsTo(t, store, who, to, false), outcome, string(outcome)+" was the word"))
	}
}

// Who is chosen by trade stands there with how it went before, 7 of 8 before 1 of 1, and whoever only disappointed comes last.
func TestSpecialistsForATrade(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	well, badly, missedIt := models.OutcomeSatisfied, models.OutcomeNotSatisfied, models.OutcomeDidNotGo
	often, once, never, bad := modelstest.Specialist(t, store, "Often", "wheels"), modelstest.Specialist(t, store, "Once", "wheels, frames"),
		modelstest.Specialist(t, store, "Never", "wheels"), modelstest.Specialist(t, store, "Bad", "wheels")
	modelstest.Specialist(t, store, "Leather & Co", "saddles")
	away := &models.Specialist{Name: "Away", Trades: "wheels", State: models.SpecialistPaused}
	mustDo(t, store.SaveSpecialist(away))
	hears(t, store, ann, often, well, well, well, badly, well, well, well, missedIt, well)
	hears(t, store, ann, once, well)
	hears(t, store, ann, bad, missedIt, badly, badly)
	sendsTo(t, store, ann, never, false)
	expect := func(text string, want ...string) {
		t.Helper()
		rows, err := store.SpecialistsFor(text, 8)
		var got []string
		for _, p := range rows {
			got = append(got, fmt.Sprintf("%s %d of %d", p.Name, p.SatisfiedN, p.WentN()))
		}
		if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("for %q there are\n%s\nwant\n%s (%v)", text, strings.Join(got, "\n"), strings.Join(want, "\n"), err)
		}
	}
	expect("WHEEL", "Often 7 of 8", "Once 1 of 1", "Never 0 of 0", "Bad 0 of 2")
	expect("fram", "Once 1 of 1")
	expect("", "Leather & Co 0 of 0", "Often 7 of 8", "Never 0 of 0", "Bad 0 of 2", "Once 1 of 1")
	if rows, err := store.SpecialistsFor("wheels", 2); err != nil || len(rows) != 2 {
		t.Errorf("of two at most there are %d, %v", len(rows), err)
	}
	p, err := store.SpecialistRow(bad)
	if err != nil || !p.Disappointed() || p.SentN != 3 {
		t.Errorf("who disappointed twice is %+v, %v", p, err)
	}
	if p, err := store.SpecialistRow(often); err != nil || p.Disappointed() {
		t.Errorf("who disappointed once is %+v, %v", p, err)
	}
	last, err := store.LastDisappointed(bad)
	if err != nil || last.Customer != "Ann" || last.OutcomeNote != "not_satisfied was the word" {
		t.Errorf("disappointed last was %+v, %v", last, err)
	}
	if none, err := store.LastDisappointed(never); err != nil || none.ID != 0 {
		t.Errorf("nobody was disappointed, yet %+v, %v", none, err)
	}
	mustDo(t, store.DeleteSpecialist(bad))
	if _, err := store.SpecialistRow(bad); err != models.ErrNotFound {
		t.Errorf("who left the book: %v", err)
	}
}

// plainSuccess counts with a loop over all who were sent.
func plainSuccess(t must, db *sql.DB, id models.SpecialistID) (sent, well, badly int) {
	t.Helper()
	rows, err := db.Query("SELECT state, outcome FROM referral_out WHERE specialist_id = ?", int64(id))
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	for rows.Next() {
		var state, outcome string
		if err := rows.Scan(&state, &outcome); err != nil {
			t.Fatalf("%v", err)
		}
		if state == "sent" || state == "heard_back" {
			sent++
		}
		switch outcome {
		case "satisfied":
			well++
		case "not_satisfied":
			badly++
		}
	}
	return sent, well, badly
}

// Whatever is sent, heard, heard anew, taken back and undone: the figures beside a name are those a loop finds.
func TestSuccessEqualsAPlainCount(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	ann := modelstest.Customer(t, store, "Ann", "")
	all := []models.SpecialistID{modelstest.Specialist(t, store, "Spoke Works", "wheels"), modelstest.Specialist(t, store, "Round & Co", "wheels")}
	outcomes := []models.Outcome{models.OutcomeSatisfied, models.OutcomeNotSatisfied, models.OutcomeDidNotGo}
	var sent []models.ReferralOutID
	rapid.Check(t, func(rt *rapid.T) {
		done := 0 // changes that may be undone without taking the specialists back
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch step := rapid.IntRange(0, 5).Draw(rt, "step"); {
			case step < 2 || len(sent) == 0:
				sent = append(sent, sendsTo(rt, store, ann, rapid.SampledFrom(all).Draw(rt, "to"), false))
				done++
			case step < 4:
				err := store.HeardBack(rapid.SampledFrom(sent).Draw(rt, "of"), rapid.SampledFrom(outcomes).Draw(rt, "outcome"), "")
				if err == nil {
					done++
				} else if err != models.ErrNotFound { // sending them was undone meanwhile
					rt.Fatalf("%v", err)
				}
			case step == 4 && len(visitsOf(rt, db)) > 0:
				if err := store.CancelVisit(rapid.SampledFrom(visitsOf(rt, db)).Draw(rt, "visit")); err != nil {
					rt.Fatalf("%v", err)
				}
				done++
			case done > 0:
				if err := store.UndoLast(); err != nil {
					rt.Fatalf("%v", err)
				}
				done--
			}
			for _, id := range all {
				n, well, badly := plainSuccess(rt, db, id)
				p, err := store.SpecialistRow(id)
				if err != nil || p.SentN != n || p.SatisfiedN != well || p.NotSatisfiedN != badly {
					rt.Fatalf("%d sent, %d well, %d not, %v; a loop finds %d, %d, %d", p.SentN, p.SatisfiedN, p.NotSatisfiedN, err, n, well, badly)
				}
			}
		}
	})
}

// visitsOf gives every visit of the log, the last ones first.
func visitsOf(t must, db *sql.DB) (all []models.VisitID) {
	t.Helper()
	rows, err := db.Query("SELECT id FROM visit WHERE deleted_at = 0 ORDER BY id DESC LIMIT 8")
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id models.VisitID
		if err := rows.Scan(&id); err != nil {
			t.Fatalf("%v", err)
		}
		all = append(all, id)
	}
	return all
}

// That a number may be passed on is kept with the day they agreed, which a later change of the visit leaves alone.
func TestConsentIsKeptWithItsDay(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	id, day := sendsTo(t, store, ann, spoke, true), store.Today()
	agreed := func(want bool, on models.Day) {
		t.Helper()
		row, err := store.ReferralOut(id)
		if err != nil || row.Consent != want || row.ConsentOn != on || row.Phone != "0171 555 0110" {
			t.Errorf("sent %+v, %v; want consent %v on %q", row, err, want, on)
		}
	}
	agreed(true, day)
	clock.Days(3)
	e, err := store.Visit(1)
	mustDo(t, err)
	e.Visit.Note = "in a hurry"
	mustDo(t, store.SaveVisit(e))
	agreed(true, day)
	e.Visit.Requests[0].Alternatives[0].Consent = false
	mustDo(t, store.SaveVisit(e))
	agreed(false, "")
	mustDo(t, store.CancelVisit(1))
	if _, err := store.ReferralOut(id); err != models.ErrNotFound {
		t.Errorf("of a visit that was cancelled: %v", err)
	}
}

// A specialist's page has both sides: who was sent to them, and whom they sent.
func TestWhomASpecialistSent(t *testing.T) {
	store, _ := modelstest.New(t)
	spoke, other := modelstest.Specialist(t, store, "Spoke Works", "wheels"), modelstest.Specialist(t, store, "Leather & Co", "")
	for i, by := range []models.SpecialistID{spoke, other, spoke, spoke} {
		ann := modelstest.Customer(t, store, fmt.Sprint("Customer ", i), "")
		mustDo(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{SpecialistID: by}, RefereeID: ann, OnDay: store.Today()}))
	}
	rows, n, err := store.Referrals(models.ReferralFilter{Specialist: spoke, Offset: 1, Limit: 2})
	if err != nil || n != 3 || len(rows) != 2 || rows[0].Referee != "Customer 2" || rows[1].Referee != "Customer 0" {
		t.Errorf("%d were sent, among them %+v, %v", n, rows, err)
	}
}

// How it went at one specialist tells nothing of another to whom the visit is corrected: it is asked anew, and the answer is back with Undo.
func TestAnotherSpecialistIsAskedAboutAnew(t *testing.T) {
	store, clock := modelstest.New(t)
	first, second := modelstest.Specialist(t, store, "Spoke Works", "wheels"), modelstest.Specialist(t, store, "Rim & Co", "wheels")
	e := unmet(t, store, modelstest.Customer(t, store, "Ann", ""), models.Alternative{Kind: models.ToSpecialist, SpecialistID: first, State: models.AlternativeAccepted, Consent: true})
	sent := func() models.ReferralOutRow {
		t.Helper()
		rows, n, err := store.ReferralsOut(0, 0, 10)
		if err != nil || n != 1 {
			t.Fatalf("%d were sent, %v", n, err)
		}
		return rows[0]
	}
	mustDo(t, store.HeardBack(sent().ID, models.OutcomeNotSatisfied, "Too dear"))
	heard := sent()
	clock.Days(3)
	e = visitOf(t, store, e.Visit.ID)
	e.Visit.Note = "The same specialist"
	mustDo(t, store.SaveVisit(e))
	if got := sent(); got != heard {
		t.Errorf("after another change it is %+v, not %+v", got, heard)
	}
	e.Visit.Requests[0].Alternatives[0].SpecialistID = second
	mustDo(t, store.SaveVisit(e))
	if got := sent(); got.ID != heard.ID || got.SpecialistID != second || got.State != models.ReferralOutSent || got.Outcome != "" || got.OutcomeNote != "" ||
		got.AskOn != heard.SentOn.AddDays(7) || got.ConsentOn != store.Today() {
		t.Errorf("of the other it is said %+v", got)
	}
	clock.Days(4)
	if page, err := store.TodayPage(); err != nil || page.CallN != 1 || page.Calls[0].Cause != models.CallAskHow || page.Calls[0].Specialist != "Rim & Co" {
		t.Errorf("Today asks %+v, %v", page.Calls, err)
	}
	mustDo(t, store.UndoLast())
	if got := sent(); got != heard {
		t.Errorf("after Undo it is %+v, not %+v", got, heard)
	}
}

func visitOf(t *testing.T, store *models.Store, id models.VisitID) *models.VisitEntry {
	t.Helper()
	e, err := store.Visit(id)
	mustDo(t, err)
	return e
}
