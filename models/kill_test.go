package models_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// wholeVisit is by somebody new whom the customer sent, with one request of each outcome that makes something.
func wholeVisit(store *models.Store, referrer models.CustomerID, specialist models.SpecialistID) *models.VisitEntry {
	accepted := func(kind models.AlternativeKind) models.Request {
		return models.Request{Item: "saddle", TheirWords: "like the old one", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.SomethingElse, Description: "another", State: models.AlternativeDeclined},
			{Kind: kind, SpecialistID: specialist, State: models.AlternativeAccepted}}}
	}
	person := &models.Customer{Name: "Somebody New"}
	person.SetContact(models.ContactPhone, "0171 555 0199")
	return &models.VisitEntry{NewCustomer: person, BroughtBy: models.Referrer{CustomerID: referrer}, FollowUpOn: "2026-12-24",
		Visit: models.Visit{At: models.MomentOf(store.Now()), Amount: 1800, Note: "all of it",
			Requests: []models.Request{accepted(models.OrderIn), accepted(models.ToSpecialist), accepted(models.Later)}}}
}

// halves finds visits of wholeVisit of which a part is missing, and parts without their visit.
const halves = `SELECT v.id FROM visit v WHERE v.customer_id > 1 AND NOT (
	(SELECT count(*) FROM request r WHERE r.visit_id = v.id) = 3
	AND (SELECT count(*) FROM request r JOIN alternative a ON a.request_id = r.id WHERE r.visit_id = v.id) = 6
	AND (SELECT count(*) FROM want w WHERE w.customer_id = v.customer_id) = 1
	AND (SELECT count(*) FROM referral_out o WHERE o.customer_id = v.customer_id) = 1
	AND (SELECT count(*) FROM follow_up f WHERE f.customer_id = v.customer_id) = 2
	AND (SELECT count(*) FROM contact k WHERE k.customer_id = v.customer_id) = 1
	AND (SELECT count(*) FROM referral_in r JOIN thank_you t ON t.cause_id = r.id WHERE r.referee_id = v.customer_id AND r.state = 'approved' AND t.state = 'owed') = 1
	AND EXISTS (SELECT 1 FROM visit_search s WHERE s.id = v.id))
	UNION ALL SELECT -c.id FROM customer c WHERE c.id > 1 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = c.id)`

// A program that saves visits without end is killed at random moments. Every visit that was acknowledged is there
// afterwards, whole, and so is the shop.
func TestKilledWhileSaving(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	rounds, acknowledged := modelstest.Rounds(t, 20, 1), 0
	for round := range rounds {
		if round%40 == 39 { // a file that has grown for long makes every check slow
			os.Remove(path)
		}
		saved := killedWhileSaving(t, path, rand.IntN(12), time.Duration(rand.IntN(9000))*time.Microsecond)
		acknowledged += len(saved)
		mustHoldVisits(t, path, saved)
		mustKeepJournal(t, path)
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	t.Logf("killed %d times, %d acknowledged visits, 0 lost", rounds, acknowledged)
	if acknowledged == 0 {
		t.Error("no visit was saved before a kill: nothing was tried")
	}
}

// killedWhileSaving starts the saving program on the file, kills it a moment after it has acknowledged some visits,
// and gives all that it acknowledged.
func killedWhileSaving(t *testing.T, path string, after int, moment time.Duration) (saved []string) {
	t.Helper()
	v := modelstest.StartVictim(t, "save", path)
	for line, alive := v.Hear(); alive && len(saved) <= after; line, alive = v.Hear() {
		saved = append(saved, line)
	}
	v.Kill(moment)
	return append(saved, v.Bury()...)
}

// mustHoldVisits opens the file and finds each visit that was said to be saved, nothing by halves, and every rule kept.
func mustHoldVisits(t must, path string, said []string) {
	t.Helper()
	store, err := models.Open(path)
	if err != nil {
		t.Errorf("it does not open: %v", err)
		return
	}
	store.Close()
	db := another(t, path)
	defer db.Close()
	for _, line := range said {
		var id int64
		if _, err := fmt.Sscanf(line, "saved %d", &id); err != nil {
			t.Errorf("the program said %q", line)
		} else if one[int](t, db, "SELECT count(*) FROM visit WHERE id = ?", id) != 1 {
			t.Errorf("visit %d was acknowledged and is not there", id)
		}
	}
	if half := lines(t, db, halves); len(half) > 0 {
		t.Errorf("half stored: %v", half)
	}
	checkRules(t, path)
}

// mustKeepJournal fails where the file's own journal was taken for one of another time.
func mustKeepJournal(t must, path string) {
	t.Helper()
	if _, err := os.Stat(path + "-journal-of-another-time"); err == nil {
		t.Errorf("the file's own journal was set aside")
	}
}

// A copy made while the shop goes on saving is one moment of it, whole.
func TestCopyWhileSaving(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	dir := t.TempDir()
	for i := range 5 {
		path := filepath.Join(dir, fmt.Sprintf("copy %d.goodturn", i))
		copied := make(chan error)
		go func() { copied <- copyAndInspect(t, store, path) }()
		for range 3 {
			if err := store.SaveVisit(wholeVisit(store, ann, spoke)); err != nil {
				t.Fatal(err)
			}
		}
		if err := <-copied; err != nil {
			t.Error(err)
		}
		checkRules(t, path)
		if half := lines(t, raw(t, path), halves); len(half) > 0 {
			t.Errorf("copy %d holds half a visit: %v", i, half)
		}
	}
}

func copyAndInspect(t *testing.T, store *models.Store, path string) error {
	source, err := store.CopyTo(t.Context(), path)
	if err != nil {
		return err
	}
	found, err := models.Inspect(t.Context(), path)
	if err == nil && !agree(found, source) {
		err = fmt.Errorf("copied %v, counted %v", found, source)
	}
	return err
}

// agree tells whether the copy is what CopyTo said it would be: to the last row, unless somebody saved meanwhile.
func agree(found, source models.Inspection) bool {
	return found.ShopUID == source.ShopUID && found.Version == source.Version && (source.Counts == nil || maps.Equal(found.Counts, source.Counts))
}
