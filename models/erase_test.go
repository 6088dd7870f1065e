package models_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The words about one person, each with letters that stand nowhere else in the file.
const (
	erasedName    = "Zquxanda Vröwljk"
	erasedPhone   = "+44 (8642) 97-531"
	erasedMail    = "zquxanda@vwrowk.example"
	erasedAddress = "7 Jqxwz Row\nKwyjibo"
	erasedWord    = "Xylphoqwy"
)

// findings are what must not be found in the bytes of the file: as typed, as searched for, and by three letters.
var findings = []string{erasedName, "Zquxanda", "zquxanda", "vrowljk", "Vröwljk", "97-531", "864297531", "4486429753", erasedMail, "vwrowk", "Jqxwz", "jqxwz", "Kwyjibo", "kwyjibo",
	erasedWord, strings.ToLower(erasedWord), "zqu", "qux", "xyl", "lph", "phoq", "jqx", "wyj", "--07-31"}

// aLifeInTheBook fills the file with a person whose words stand wherever words can stand, among others.
func aLifeInTheBook(t *testing.T, store *models.Store) (person, friend models.CustomerID) {
	t.Helper()
	then := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 {
		modelstest.Customer(t, store, fmt.Sprintf("Neighbour %d", i), fmt.Sprintf("0171 555 0%d", 100+i))
	}
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	c := &models.Customer{Name: erasedName, PreferredName: "Zquxi", Address: erasedAddress, Birthday: "--07-31", Contacts: []models.Contact{
		{Kind: models.ContactPhone, Label: erasedWord, Value: erasedPhone}, {Kind: models.ContactEmail, Value: erasedMail}},
		Remember: []models.Remember{{Text: erasedWord + " is the dog"}}}
	then(store.SaveCustomer(c))
	friend = modelstest.Customer(t, store, "Friend", "")
	for i := range 30 {
		accepted := func(kind models.AlternativeKind) models.Request {
			return models.Request{Item: "saddle", TheirWords: erasedWord + " saddle", Understood: erasedWord, Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
				{Kind: models.SomethingElse, Description: erasedWord, DeclineReason: "too " + erasedWord, State: models.AlternativeDeclined},
				{Kind: kind, SpecialistID: spoke, Description: erasedWord, State: models.AlternativeAccepted}}}
		}
		e := &models.VisitEntry{FollowUpOn: "2026-12-24", FollowUpWhy: "ask " + erasedWord, Visit: models.Visit{CustomerID: c.ID, At: models.MomentOf(store.Now()),
			Extra: erasedWord + " oiled", MadeGood: erasedWord, Note: strings.Repeat(erasedWord+" ", i*20), Requests: []models.Request{accepted(models.OrderIn), accepted(models.ToSpecialist), accepted(models.Later)}}}
		then(store.SaveVisit(e))
		modelstest.Visit(t, store, friend, "tube")
		if i%3 == 0 {
			then(store.DeleteVisit(e.Visit.ID))
		}
		if i%4 == 0 {
			then(store.UndoLast())
		}
	}
	then(store.HeardBack(3, models.OutcomeSatisfied, erasedWord))
	then(store.FinishFollowUp(4, erasedWord))
	then(store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: c.ID}, RefereeID: friend, Note: erasedWord, FromBefore: true}))
	then(store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: 1}, RefereeID: c.ID, Note: erasedWord, FromBefore: true}))
	then(store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: c.ID}, RefereeID: 2, Note: erasedWord}))
	then(store.DenyReferral(3, erasedWord))
	for i := range 2 {
		then(store.AddThankYou(&models.ThankYou{CustomerID: c.ID, TalkingPoint: fmt.Sprint(erasedWord, i), Reward: erasedWord}))
	}
	then(store.MarkThanked([]models.ThankYouID{1}, 0, erasedWord))
	then(store.WaiveThankYou(2, erasedWord))
	for _, by := range []models.CustomerID{c.ID, friend} {
		then(store.SavePraise(&models.Praise{CustomerID: by, Text: "Lovely", Channel: models.PraiseLetter}))
	}
	p := &models.Praise{CustomerID: c.ID, Text: erasedWord + " is lovely", Channel: models.PraiseReview, Link: "https://" + erasedMail, MayQuote: true}
	then(store.SavePraise(p))
	p.Text = erasedWord
	then(store.SavePraise(p))
	then(store.SavePraise(&models.Praise{CustomerID: c.ID, Text: erasedWord, Channel: models.PraiseOther}))
	then(store.DeletePraise(p.ID + 1))
	then(store.SaveDraft("visit", `{"Entry":{"Visit":{"CustomerID":`+fmt.Sprint(int64(c.ID))+`,"Note":"`+erasedWord+`"}}}`))
	then(store.SaveDraft("customer 1", `{"CustomerID":`+fmt.Sprint(int64(c.ID))+`,"Customer":{"Name":"`+erasedName+`"},"Remember":"`+erasedWord+`"}`))
	then(store.SaveDraft("customer 2", `{"CustomerID":0,"Customer":{"Name":"Somebody new"},"Referrer":{"CustomerID":`+fmt.Sprint(int64(c.ID))+`}}`))
	then(store.SaveDraft("other", `{"Entry":{"Visit":{"CustomerID":1,"Note":"half typed"}}}`))
	c.Name, c.Remember[0].Text = erasedName+" II", "the dog is "+erasedWord
	then(store.SaveCustomer(c))
	c.Name = erasedName
	then(store.SaveCustomer(c))
	return c.ID, friend
}

// Of an erased person nothing is left in any byte of the file or beside it, and everything still adds up.
// What is left of an erased person's visits and referrals cannot be written into again, nor given to somebody else.
func TestErasedVisitStays(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	mustDo(t, refer(store, ann, bob))
	modelstest.Visit(t, store, bob) // so that it has been approved
	const sent = models.ReferralInID(1)
	id := modelstest.Visit(t, store, ann)
	if _, err := store.EraseCustomer(ann); err != nil {
		t.Fatal(err)
	}
	for _, to := range []models.CustomerID{ann, bob} {
		e, err := store.Visit(id)
		if err != nil {
			t.Fatal(err)
		}
		e.Visit.Note, e.Visit.CustomerID = "she moved", to
		wantProblem(t, store.SaveVisit(e), "customer", "visit.erased")
	}
	wantProblem(t, store.CancelVisit(id), "customer", "visit.erased")
	r, err := store.ReferralIn(sent)
	if err != nil {
		t.Fatal(err)
	}
	r.Note = "her neighbour"
	wantProblem(t, store.SaveReferral(r), "referee", "referral.erased")
	wantProblem(t, store.DenyReferral(sent, "she moved"), "reason", "referral.erased")
	mustDo(t, store.DeleteVisit(id))
	checkRules(t, store.Path())
}

func TestErasedForGood(t *testing.T) {
	store, _ := modelstest.New(t)
	person, friend := aLifeInTheBook(t, store)
	path := store.Path()
	if missing := notFound(t, path); len(missing) > 0 {
		t.Fatalf("not in the file before it is erased, so nothing is tried: %q", missing)
	}
	card, err := store.Card(friend)
	if err != nil {
		t.Fatal(err)
	}
	const counts = "SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM visit), (SELECT sum(visit_n) FROM customer), (SELECT count(*) FROM request), (SELECT count(*) FROM alternative), (SELECT count(*) FROM referral_in), (SELECT count(*) FROM thank_you), (SELECT count(*) FROM praise), (SELECT sum(review_n) FROM customer)"
	before := lines(t, raw(t, path), counts)
	erased, err := store.EraseCustomer(person)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := store.Mentions(t.Context(), erased); err != nil || len(left) > 0 {
		t.Errorf("mentioned in %+v, %v", left, err)
	}
	for _, sweep := range []func(context.Context) error{func(context.Context) error { return nil }, store.Sweep} {
		if err := sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		if left := found(t, path); len(left) > 0 {
			t.Errorf("still in the file: %q", left)
		}
	}
	if after := lines(t, raw(t, path), counts); !slices.Equal(before, after) {
		t.Errorf("the counts went from %v to %v", before, after)
	}
	if again, err := store.Card(friend); err != nil || again.Customer.VisitN != card.Customer.VisitN {
		t.Errorf("the friend's card: %+v, %v", again, err)
	}
	if body, _, err := store.Draft("other"); err != nil || body == "" {
		t.Errorf("a draft about somebody else is gone: %v", err)
	}
	if kept, err := store.Drafts("customer "); err != nil || len(kept) > 0 {
		t.Errorf("a form about them is kept: %+v, %v", kept, err)
	}
	if store.CanUndo() || store.CanRedo() {
		t.Error("what was erased could be undone")
	}
	for _, deed := range []func() error{func() error { _, err := store.Customer(person); return err }, func() error { return store.PutBack(models.ThingCustomer, int64(person)) }} {
		if err := deed(); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("who was erased is to be had: %v", err)
		}
	}
	if _, err := store.EraseCustomer(person); err != nil {
		t.Errorf("erased twice: %v", err)
	}
	if _, err := store.EraseCustomer(4711); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("erased nobody: %v", err)
	}
	checkRules(t, path)
	modelstest.Customer(t, store, "After", "")
}

// Words about others that name the person stay theirs; the owner is told where they are.
func TestWhereTheNameStillStands(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann Hughes"}
	ann.SetContact(models.ContactPhone, "0171 555 0110")
	bob := &models.Customer{Name: "Bob", Remember: []models.Remember{{Text: "married to ANN  HUGHES"}, {Text: "likes annual hughesian fairs"}}}
	for _, c := range []*models.Customer{ann, bob} {
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	}
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: bob.ID, At: models.MomentOf(store.Now()), Note: "ring +44 171-5550110"}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	p := &models.Praise{SaidBy: "Ann Hughes", Text: "Lovely people", Channel: models.PraiseReview}
	mustDo(t, store.SavePraise(p))
	erased, err := store.EraseCustomer(ann.ID)
	if err != nil {
		t.Fatal(err)
	}
	mentions, err := store.Mentions(t.Context(), erased)
	if err != nil {
		t.Fatal(err)
	}
	want := []models.Mention{{Thing: models.ThingCustomer, ID: int64(bob.ID), Customer: "Bob", Text: "married to ANN HUGHES"},
		{Thing: models.ThingVisit, ID: int64(e.Visit.ID), Customer: "Bob", Text: "ring +44 171-5550110"},
		{Thing: models.ThingPraise, ID: int64(p.ID), Text: "Lovely people Ann Hughes"}}
	for i := range mentions {
		mentions[i].Text = strings.Join(strings.Fields(mentions[i].Text), " ")
	}
	if !slices.Equal(mentions, want) {
		t.Errorf("mentioned in %+v", mentions)
	}
}

// Every column of words is one that erasing empties, or one that never holds words about a customer.
func TestErasingKnowsEveryWord(t *testing.T) {
	store, _ := modelstest.New(t)
	person, _ := aLifeInTheBook(t, store)
	db := raw(t, store.Path())
	var tried []string
	harmless := strings.Fields(`advert_spend shop logo staff source specialist item sqlite_master customer_count sent_count emptied import import_added tag saved_list label_sheet label_left`)
	for _, table := range tables(t, db) {
		if slices.Contains(harmless, table) || strings.HasPrefix(table, "sqlite_") {
			continue
		}
		for _, line := range lines(t, db, "SELECT name FROM pragma_table_info('"+table+"') WHERE type = 'TEXT'") {
			column := strings.Trim(line, `"`)
			tried = append(tried, table+"."+column)
			// A column for words takes any; one for states, days and the like refuses them or is not the person's own.
			_, err := db.Exec("UPDATE "+table+" SET "+column+" = 'qqzz' || "+column+" WHERE "+theirs(table), person)
			if err != nil && !strings.Contains(err.Error(), "CHECK") && !strings.Contains(err.Error(), "json") && !strings.Contains(err.Error(), "request_") && !strings.Contains(err.Error(), "not_a_day") {
				t.Errorf("%s.%s: %v", table, column, err)
			}
		}
	}
	if _, err := store.EraseCustomer(person); err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, key := range tried {
		table, column, _ := strings.Cut(key, ".")
		if one[int](t, db, "SELECT count(*) FROM "+table+" WHERE "+column+" LIKE 'qqzz%'") > 0 {
			left = append(left, key)
		}
	}
	// Days are days, whoever they are of.
	want := []string{"request.day"}
	slices.Sort(left)
	if !slices.Equal(left, want) {
		t.Errorf("erasing leaves %q, want %q", left, want)
	}
}

// theirs is the condition for the rows of a table that are about the customer ?1.
func theirs(table string) string {
	switch table {
	case "customer", "customer_search", "earlier":
		return "id = ?1"
	case "request":
		return "visit_id IN (SELECT id FROM visit WHERE customer_id = ?1)"
	case "alternative":
		return "request_id IN (SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id WHERE v.customer_id = ?1)"
	case "visit_search":
		return "id IN (SELECT id FROM visit WHERE customer_id = ?1)"
	case "referral_in":
		return "?1 IN (referee_id, referrer_customer_id)"
	case "call":
		return "want_id IN (SELECT id FROM want WHERE customer_id = ?1)"
	case "draft":
		return "name IN ('visit', 'customer 1') AND ?1 > 0"
	case "undoing":
		return "?1 < 0"
	}
	return "customer_id = ?1"
}

// found gives which of the words stand in the bytes of the file or of what lies beside it.
func found(t *testing.T, path string) (left []string) {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range findings {
			if bytes.Contains(data, []byte(words)) {
				left = append(left, words+" in "+filepath.Base(file))
			}
		}
	}
	return left
}

// notFound gives which of the words stand in no byte of the file: FTS5 keeps its terms without the letters they share
// with the one before, so that of the three letters not all can be seen.
func notFound(t *testing.T, path string) (missing []string) {
	t.Helper()
	all := strings.Join(found(t, path), "\n")
	for _, words := range findings {
		if len(words) > 4 && !strings.Contains(all, words) {
			missing = append(missing, words)
		}
	}
	return missing
}

// What is no day, and a name for somebody who was erased, no program can store.
func TestWrongDaysAndNamesAreRefused(t *testing.T) {
	store, _ := modelstest.New(t)
	person, _ := aLifeInTheBook(t, store)
	if _, err := store.EraseCustomer(person); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	for _, column := range strings.Fields("staff.active_to remember.noted_on remember.still_on specialist.last_confirmed alternative.due_on want.due_on referral_out.sent_on referral_out.ask_on thank_you.since customer.birthday") {
		table, column, _ := strings.Cut(column, ".")
		if table == "staff" || table == "remember" {
			do(t, db, "INSERT INTO staff (name, created_at) VALUES ('Mike', 1) ON CONFLICT DO NOTHING", "INSERT INTO remember (customer_id, text, noted_on) VALUES (1, 'x', '2026-01-01')")
		}
		refused(t, db, "not_a_day", "UPDATE "+table+" SET "+column+" = 'soon'")
		do(t, db, "UPDATE "+table+" SET "+column+" = '2026-02-01' WHERE id = 1")
	}
	do(t, db, "UPDATE customer SET birthday = '--02-29' WHERE id = 1", "UPDATE customer SET birthday = '' WHERE id = 1")
	refused(t, db, "not_a_day", "INSERT INTO customer (birthday, created_at, updated_at) VALUES ('in June', 1, 1)")
	refused(t, db, "erased_has_no_name", "UPDATE customer SET name = 'Again' WHERE id = ?", int64(person))
	refused(t, db, "erased_has_no_name", "UPDATE customer SET deleted_at = 0 WHERE id = ?", int64(person))
}
