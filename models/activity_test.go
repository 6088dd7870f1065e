package models_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// told gives the activity log as text, oldest line first, from the line after since on.
func told(t must, store *models.Store, since models.ActivityID) (lines []string) {
	t.Helper()
	rows, err := store.Activity(models.ActivityFilter{Limit: 1000})
	if err != nil {
		t.Fatalf("%v", err)
	}
	slices.Reverse(rows)
	for _, row := range rows {
		if row.ID <= since {
			continue
		}
		line := strings.TrimSpace(fmt.Sprint(row.Via, " ", row.Thing, " ", row.Event, " “", row.Label, "”"))
		if row.CustomerID != 0 {
			line += " of " + row.Customer
		}
		for _, f := range row.Fields {
			line += fmt.Sprintf("; %s %q to %q", f.Key(), f.From, f.To)
		}
		lines = append(lines, line)
	}
	return lines
}

// tells checks that the deed adds exactly these lines to the activity log.
func tells(t *testing.T, store *models.Store, deed func() error, want ...string) {
	t.Helper()
	rows, err := store.Activity(models.ActivityFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	var since models.ActivityID
	if len(rows) > 0 {
		since = rows[0].ID
	}
	if err := deed(); err != nil {
		t.Fatal(err)
	}
	if got := told(t, store, since); !slices.Equal(got, want) {
		t.Errorf("the log says\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheLogSaysWhatChanged(t *testing.T) {
	store, _ := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	ann := &models.Customer{Name: "Ann"}
	ann.SetContact(models.ContactPhone, "0171 555")
	tells(t, store, func() error { return store.SaveCustomer(ann) }, "customer added “Ann” of Ann")
	tells(t, store, func() error { return store.SaveCustomer(ann) })
	tells(t, store, func() error {
		ann.Name, ann.NoPost, ann.SourceID = "Anna", true, 2
		ann.SetContact(models.ContactPhone, "0171 556")
		ann.Remember = []models.Remember{{Text: "left-handed"}}
		return store.SaveCustomer(ann)
	}, `customer changed “Anna” of Anna; customer.name "Ann" to "Anna"; customer.no_post "0" to "1"; customer.source_id "" to "Walking past"`+
		`; contact.value "0171 555" to "0171 556"; remember.text "" to "left-handed"; remember.noted_on "" to "2026-11-21"`)

	e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann.ID, At: models.MomentOf(store.Now()), Requests: []models.Request{
		{Item: "saddle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeThinking}}}}}}
	tells(t, store, func() error { return store.SaveVisit(e) }, "visit added “saddle” of Anna")
	tells(t, store, func() error {
		return store.AnswerAlternative(e.Visit.Requests[0].Alternatives[0].ID, models.AlternativeAccepted, "")
	}, `visit changed “saddle” of Anna; alternative.state "thinking" to "accepted"; request.state "unavailable" to "ordered_in"`)
	tells(t, store, func() error { return store.NoteInvited(1) }, `customer changed “Anna” of Anna; customer.invited_on "" to "`+string(store.Today())+`"`)
	tells(t, store, func() error { return store.SetWantState(1, models.WantOrdered) }, `want changed “saddle” of Anna; want.state "requested" to "ordered"`)
	tells(t, store, func() error {
		again, err := store.Visit(e.Visit.ID)
		if err == nil {
			again.Visit.ServedBy, again.Visit.Amount = mike, 1250
			err = store.SaveVisit(again)
		}
		return err
	}, `visit changed “saddle” of Anna; visit.served_by "" to "Mike"; visit.amount "0" to "1250"; alternative.offered_by "" to "Mike"`)
	tells(t, store, func() error { return store.DeleteCustomer(ann.ID) }, "customer taken_out “Anna” of Anna")
	tells(t, store, store.UndoLast, "undo customer put_back “Anna” of Anna")
	tells(t, store, store.Redo, "redo customer taken_out “Anna” of Anna")
	tells(t, store, func() error { return store.SaveStaff(&models.Staff{ID: mike, Name: "Michael"}) },
		`staff changed “Michael”; staff.name "Mike" to "Michael"; staff.active_from "2026-11-21" to ""`)
}

// Everything that is said in one breath is told in as few lines as the owner would tell it.
func TestTheLogOfAWholeVisit(t *testing.T) {
	store, _ := modelstest.New(t)
	bob, spoke := modelstest.Customer(t, store, "Bob", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	tells(t, store, func() error { return store.SaveVisit(wholeVisit(store, bob, spoke)) },
		"customer added “Somebody New” of Somebody New", "referral_in added “” of Somebody New", "visit added “saddle, saddle, saddle” of Somebody New")
	tells(t, store, func() error { return store.MarkThanked([]models.ThankYouID{1}, 0, "") },
		`thank_you changed “” of Bob; thank_you.state "owed" to "thanked"`)
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	tells(t, store, func() error { return store.DeleteVisit(1) }, "visit taken_out “saddle, saddle, saddle” of Somebody New")
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	// Whom the Undo takes out of the file is named no more, not even in the log.
	tells(t, store, store.UndoLast, "undo referral_in removed “”", "undo visit removed “”", "undo customer removed “”")
	if left := told(t, store, 0); strings.Contains(strings.Join(left, "\n"), "Somebody New") {
		t.Errorf("somebody who is not in the file is named:\n%s", strings.Join(left, "\n"))
	}
}

// The log is read page by page, of one person or of one sort of thing.
func TestTheLogIsReadByPages(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for i := range 5 {
		clock.Days(1)
		modelstest.Customer(t, store, fmt.Sprint("Customer ", i), "")
		modelstest.Visit(t, store, ann, "tube")
	}
	var ids []models.ActivityID
	f := models.ActivityFilter{CustomerID: ann, Thing: models.ThingVisit, Limit: 2}
	for {
		page, err := store.Activity(f)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, row := range page {
			if row.CustomerID != ann || row.Thing != models.ThingVisit || row.Event != models.Added {
				t.Errorf("got %+v", row)
			}
			ids = append(ids, row.ID)
		}
		f.Before = page[len(page)-1].ID
	}
	if len(ids) != 5 || !slices.IsSortedFunc(ids, func(a, b models.ActivityID) int { return int(b - a) }) {
		t.Errorf("the pages hold %v", ids)
	}
}

// Every column of the file is either news, or known to be none.
func TestEveryColumnIsNewsOrNot(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	// Of 0004: the day and the reason go with the tick or the state that is told of, the rhythm is kept by the file, and
	// labels, lists, photos and "two people" are how the book is kept, not what is known of anybody.
	// Of 0006: the day of an order goes with its state, that things are the same is told of the thing, and a call of what it is about.
	// Of 0007: the sort of a milestone never changes.
	// Of 0008: sheets of labels are how the printer is used.
	quiet := strings.Fields(`label_sheet.name label_sheet.paper width height across down left_margin top_margin pitch_across pitch_down label_left.name label_left.kind label_sheet_id used
		praise_n review_n thank_you.milestone text_key want.ordered_on named_item_id request.asker request.cancelled call.want_id call.follow_up_id call.at call.outcome
		snooze.line snooze.customer_id snooze.want_id snooze.thank_you_id snooze.until
		no_post_on no_phone_on no_email_on archived_on archived_why last_day_no loyal_day_no gap_twice customer_tag.customer_id
		photo.image logo.image not_same.low not_same.high tag.name saved_list.name saved_list.filter
		id created_at updated_at deleted_at changed_at approved_at printed_at thanked_at done_at name_key uid position day
		visit_n visit_day_n first_at last_at spent asked_n brought_n cause cause_id visit_id alternative_id request_id
		request.at request.served_by contact.customer_id remember.customer_id thank_you.customer_id thank_you.specialist_id thank_you.since`)
	var news []string
	for _, f := range models.ActivityFields() {
		news = append(news, f.Key())
	}
	for _, table := range models.UndoTables() {
		for _, line := range lines(t, db, "SELECT name FROM pragma_table_info('"+table+"')") {
			column := strings.Trim(line, `"`)
			key := table + "." + column
			i := slices.Index(news, key)
			if i >= 0 {
				news = slices.Delete(news, i, i+1)
			} else if !strings.HasSuffix(table, "_search") && !slices.Contains(quiet, column) && !slices.Contains(quiet, key) {
				t.Errorf("a change of %s is told nowhere", key)
			}
		}
	}
	if len(news) > 0 {
		t.Errorf("told of, and not there: %q", news)
	}
}
