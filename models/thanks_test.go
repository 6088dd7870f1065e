package models_test

import (
	"errors"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestOneThankYouForEachCause(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	first := &models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}
	if err := store.AddThankYou(first); err != nil {
		t.Fatal(err)
	}
	wantProblem(t, store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: " the cake "}), "cause", "thanks.already")
	if err := store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the other cake"}); err != nil {
		t.Error(err)
	}
	if err := store.AddThankYou(&models.ThankYou{SpecialistID: spoke, TalkingPoint: "the cake"}); err != nil {
		t.Error(err)
	}
	db := raw(t, store.Path())
	const again = "INSERT INTO thank_you (customer_id, cause, cause_id, talking_point, channel, since, state, created_at) VALUES (?, ?, ?, ?, 'card', '2026-11-21', 'owed', 1)"
	refused(t, db, "thank_you_cause", again, int64(ann), "other", 0, "the cake")
	if _, err := db.Exec(again, int64(ann), "referral", 7, "one"); err != nil {
		t.Fatal(err)
	}
	refused(t, db, "thank_you_cause", again, int64(ann), "referral", 7, "another")
	do(t, db, "DELETE FROM thank_you WHERE cause = 'referral'")
	if err := store.WaiveThankYou(first.ID, "moved away"); err != nil {
		t.Fatal(err)
	}
	if err := store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}); err != nil {
		t.Errorf("after the first was waived: %v", err)
	}
	checkRules(t, store.Path())
}

func TestAWaivedReferralMakesNoOther(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	if err := refer(store, ann, bob); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, bob, "tube")
	due, _, _ := store.ThankYous(models.ThanksFilter{Limit: 9})
	if err := store.WaiveThankYou(due[0].ID, "family"); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, bob, "pump")
	if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 9}); n != 0 {
		t.Errorf("%d thank-yous are due again", n)
	}
	checkRules(t, store.Path())
}

func TestPrintingNeverThanks(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	mike := modelstest.Staff(t, store, "Mike")
	thanks := &models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}
	if err := store.AddThankYou(thanks); err != nil {
		t.Fatal(err)
	}
	ids := []models.ThankYouID{thanks.ID}
	state := func() models.ThanksState {
		due, _, _ := store.ThankYous(models.ThanksFilter{Limit: 9})
		said, _, _ := store.ThankYous(models.ThanksFilter{Done: true, Limit: 9})
		if len(due)+len(said) != 1 {
			t.Fatalf("%d due and %d said", len(due), len(said))
		}
		return append(due, said...)[0].State
	}
	for range 3 {
		if err := store.MarkPrinted(ids); err != nil || state() != models.ThanksPrinted {
			t.Errorf("printed: %v, %v", state(), err)
		}
		clock.Days(1)
	}
	if err := store.MarkThanked(ids, mike, " with a card "); err != nil || state() != models.ThanksThanked {
		t.Errorf("thanked: %v, %v", state(), err)
	}
	when := models.MomentOf(clock.Now())
	clock.Days(1)
	if err := store.MarkPrinted(ids); err != nil || state() != models.ThanksThanked {
		t.Errorf("printed once more: %v, %v", state(), err)
	}
	if change := store.LastChange(); change != 0 {
		t.Errorf("printing what was said is a change to undo: %d", change)
	}
	if err := store.MarkThanked(ids, 0, "again"); err != nil {
		t.Error(err)
	}
	said, _, _ := store.ThankYous(models.ThanksFilter{Done: true, Year: 2026, Limit: 9})
	if len(said) != 1 || said[0].ThankedAt != when || said[0].By != "Mike" || said[0].Words != "with a card" {
		t.Errorf("said: %+v", said)
	}
	db := raw(t, store.Path())
	refused(t, db, "CHECK", "UPDATE thank_you SET state = 'printed'")
	refused(t, db, "CHECK", "UPDATE thank_you SET thanked_at = 0")
}

func TestTheWayOfThankingLeavesOutWhatTheyAskedUsTo(t *testing.T) {
	store, _ := modelstest.New(t)
	number := []models.Contact{{Kind: models.ContactPhone, Value: "0171 555 0110"}}
	mail := []models.Contact{{Kind: models.ContactEmail, Value: "a@example.org"}}
	for _, c := range []struct {
		person models.Customer
		want   models.Channel
	}{
		{models.Customer{Name: "A"}, models.ByCard},
		{models.Customer{Name: "B", NoPost: true, Contacts: number}, models.ByCall},
		{models.Customer{Name: "C", NoPost: true, NoPhone: true, Contacts: number}, models.ByTelling},
		{models.Customer{Name: "D", NoPost: true}, models.ByTelling}, // there is no number to call
		{models.Customer{Name: "E", NoPost: true, NoPhone: true, Contacts: mail}, models.ByEmail},
		{models.Customer{Name: "F", ReachBy: models.LikesPhone, Contacts: number}, models.ByCall},
		{models.Customer{Name: "G", ReachBy: models.LikesPhone}, models.ByCard},
		{models.Customer{Name: "H", ReachBy: models.LikesEmail, NoEmail: true, Contacts: mail}, models.ByCard},
		{models.Customer{Name: "I", ReachBy: models.LikesPerson}, models.ByTelling},
	} {
		c.person.Contacts = slices.Clone(c.person.Contacts)
		if err := store.SaveCustomer(&c.person); err != nil {
			t.Fatal(err)
		}
		thanks := &models.ThankYou{CustomerID: c.person.ID, TalkingPoint: "all"}
		if err := store.AddThankYou(thanks); err != nil || thanks.Channel != c.want {
			t.Errorf("%s is thanked by %s, not %s (%v)", c.person.Name, thanks.Channel, c.want, err)
		}
	}
}

func TestAThankYouPutAsideIsOwedAgain(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	cake := &models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}
	if err := store.AddThankYou(cake); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: ben}); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, ben, "Bell")
	wantThanks(t, store, 2, 0)
	due, _, err := store.ThankYous(models.ThanksFilter{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range due {
		if err := store.WaiveThankYou(row.ID, "family"); err != nil {
			t.Fatal(err)
		}
	}
	wantThanks(t, store, 0, 2)
	clock.Days(3)
	if err := store.OweThankYou(cake.ID); err != nil {
		t.Fatal(err)
	}
	wantThanks(t, store, 1, 1)
	if due, _, _ = store.ThankYous(models.ThanksFilter{Limit: 10}); due[0].Since == store.Today() || due[0].WaivedReason != "" {
		t.Errorf("owed again: %+v", due[0])
	}
	wantNotFound(t, store.OweThankYou(cake.ID))
	denied, _, err := store.Referrals(models.ReferralFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.DenyReferral(denied[0].ID, "saw the window"); err != nil {
		t.Fatal(err)
	}
	wantThanks(t, store, 1, 0) // nobody is owed thanks for whom they did not send
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if err := store.DeleteCustomer(ann); err != nil {
		t.Fatal(err)
	}
	wantThanks(t, store, 0, 0) // nor anybody who left the book
	checkRules(t, store.Path())
}

// wantThanks counts the thank-yous due, and those put aside that can be owed again.
func wantThanks(t *testing.T, store *models.Store, due, aside int) {
	t.Helper()
	_, dueNow, err := store.ThankYous(models.ThanksFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	_, asideNow, err := store.ThankYous(models.ThanksFilter{Aside: true, Limit: 1})
	if err != nil || dueNow != due || asideNow != aside {
		t.Fatalf("%d due and %d aside, want %d and %d; %v", dueNow, asideNow, due, aside, err)
	}
}

func wantNotFound(t *testing.T, err error) {
	t.Helper()
	if !errors.Is(err, models.ErrNotFound) {
		t.Errorf("told %v, want that it is not there", err)
	}
}
