package models_test

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// childEnv, set to the path of a shop file, makes the test binary a program that saves visits until it is killed.
const childEnv = "GOODTURN_TEST_SAVE_UNTIL_KILLED"

// saveUntilKilled saves visits with all that can go with one, and says the number of each once the store has said
// that it is stored.
func saveUntilKilled(path string) int {
	store, err := models.Open(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	for {
		e := wholeVisit(store, 1, 1)
		if err := store.SaveVisit(e); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(e.Visit.ID)
	}
}

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

func TestKilledWhileSaving(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann", "")
	modelstest.Specialist(t, store, "Spoke Works", "wheels")
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for round := range 30 {
		saved := killedAt(t, path, rand.IntN(12), time.Duration(rand.IntN(9000))*time.Microsecond)
		acknowledged += len(saved)
		again, err := models.Open(path)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		again.Close()
		db := another(t, path)
		for _, id := range saved {
			if one[int](t, db, "SELECT count(*) FROM visit WHERE id = ?", id) != 1 {
				t.Errorf("round %d: visit %d was acknowledged and is not there", round, id)
			}
		}
		if half := lines(t, db, halves); len(half) > 0 {
			t.Errorf("round %d: half stored: %v", round, half)
		}
		db.Close()
		checkRules(t, path)
	}
	t.Logf("%d acknowledged visits outlived 30 kills", acknowledged)
	if acknowledged == 0 {
		t.Error("no visit was saved before a kill: nothing was tried")
	}
}

// killedAt starts the saving program on the file, kills it a moment after it has acknowledged some visits, and gives
// all that it acknowledged.
func killedAt(t *testing.T, path string, after int, moment time.Duration) (saved []int64) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(exe)
	child.Env, child.Stderr = append(os.Environ(), childEnv+"="+path), os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewReader(out)
	for {
		var id int64
		if _, err := fmt.Fscanln(said, &id); err != nil {
			if err != io.EOF && err != io.ErrUnexpectedEOF {
				t.Errorf("reading what was acknowledged: %v", err)
			}
			break
		}
		if saved = append(saved, id); len(saved) == after+1 {
			time.AfterFunc(moment, func() { child.Process.Kill() })
		}
	}
	if err := child.Wait(); err == nil || child.ProcessState.ExitCode() > 0 {
		t.Fatalf("the saving program ended by itself: %v", err)
	}
	return saved
}

// A copy made while the shop goes on saving is one moment of it, whole.
func TestCopyWhileSaving(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	dir := t.TempDir()
	copies := make(chan error)
	go func() {
		defer close(copies)
		for i := range 5 {
			path := filepath.Join(dir, fmt.Sprintf("copy %d.goodturn", i))
			source, err := store.CopyTo(t.Context(), path)
			if err == nil {
				var found models.Inspection
				if found, err = models.Inspect(t.Context(), path); err == nil && !agree(found, source) {
					err = fmt.Errorf("copied %v, counted %v", found, source)
				}
			}
			copies <- err
		}
	}()
	saved := 0
	for open := true; open; {
		select {
		case err, more := <-copies:
			if open = more; err != nil {
				t.Error(err)
			}
		default:
			if err := store.SaveVisit(wholeVisit(store, ann, spoke)); err != nil {
				t.Fatal(err)
			}
			saved++
		}
	}
	if saved == 0 {
		t.Error("nothing was saved while copying: nothing was tried")
	}
	for i := range 5 {
		path := filepath.Join(dir, fmt.Sprintf("copy %d.goodturn", i))
		checkRules(t, path)
		if half := lines(t, raw(t, path), halves); len(half) > 0 {
			t.Errorf("copy %d holds half a visit: %v", i, half)
		}
	}
}

// agree tells whether the copy is what CopyTo said it would be: to the last row, unless somebody saved meanwhile.
func agree(found, source models.Inspection) bool {
	return found.ShopUID == source.ShopUID && found.Version == source.Version && (source.Counts == nil || maps.Equal(found.Counts, source.Counts))
}
