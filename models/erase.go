package models

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// Erased is who was erased: what they were known by, for Mentions to look for. It is kept nowhere.
type Erased struct{ traces traces }

// forgetPerson removes every word about a person and leaves the bare rows, so that chains and counts survive.
var forgetPerson = []string{
	"DELETE FROM contact WHERE customer_id = @id",
	"DELETE FROM remember WHERE customer_id = @id",
	"DELETE FROM customer_tag WHERE customer_id = @id",
	"UPDATE import_filled SET columns = '' WHERE customer_id = @id", // it tells tags; see tagMark
	"DELETE FROM photo WHERE id = @id",
	"DELETE FROM earlier WHERE id = @id",
	"DELETE FROM customer_search WHERE id = @id",
	"DELETE FROM visit_search WHERE id IN (SELECT id FROM visit WHERE customer_id = @id)",
	// What was offered is one of the shop's own things, and keeps that thing's name.
	`UPDATE alternative SET decline_reason = '', description = iif(kind = 'item', (SELECT name FROM item WHERE id = item_id), '')
		WHERE request_id IN (SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id WHERE v.customer_id = @id)`,
	"UPDATE request SET their_words = '', understood = '' WHERE visit_id IN (SELECT id FROM visit WHERE customer_id = @id)",
	"UPDATE visit SET extra = '', note = '', made_good = '' WHERE customer_id = @id",
	"UPDATE referral_in SET note = '', denied_reason = iif(denied_reason = '', '', '-') WHERE referee_id = @id OR referrer_customer_id = @id",
	"UPDATE referral_out SET need = '', outcome_note = '' WHERE customer_id = @id",
	"UPDATE praise SET text = '-', text_key = '', link = '', may_quote = 0 WHERE customer_id = @id",
	"UPDATE thank_you SET talking_point = iif(cause = 'other', '-' || id, ''), reward = '', words = '', waived_reason = '' WHERE customer_id = @id",
	"UPDATE follow_up SET why = '', outcome = '' WHERE customer_id = @id",
	`UPDATE activity SET label = '', fields = '', along = '' WHERE customer_id = @id
		OR thing = 'referral_in' AND thing_id IN (SELECT id FROM referral_in WHERE referrer_customer_id = @id)`,
	`UPDATE customer SET name = '', name_key = '', preferred_name = '', address = '', country = '', birthday = '', no_post_on = '', no_phone_on = '',
		no_email_on = '', archived_on = '', archived_why = '', reach_by = '', invited_on = '', state = 'erased', updated_at = @now,
		deleted_at = iif(deleted_at = 0, @now, deleted_at) WHERE id = @id`,
}

// EraseCustomer removes a person for good, at their wish: name, contacts, address, birthday, notes, their words and
// every word about them, from the rows, the search, the activity log, drafts and the free places of the file. What
// remains is a nameless customer, so that the visits and referrals still count. It cannot be undone, and nothing
// done before it can be either. Sweep and Mentions belong after it. ErrNotFound where there is no such customer.
// Backups and copies made before still hold the person.
func (s *Store) EraseCustomer(id CustomerID) (Erased, error) {
	if s.IsReadOnly() {
		return Erased{}, s.refusal()
	}
	traces, err := s.tracesOf(id)
	if err != nil {
		return Erased{}, explain(err)
	}
	cards, err := mergedInto(s.db, id)
	if err != nil {
		return Erased{}, explain(err)
	}
	for _, card := range cards {
		other, err := s.tracesOf(card)
		if err != nil {
			return Erased{}, explain(err)
		}
		traces.add(other)
	}
	err = s.changeForGood(KindAll, func(tx *gorm.DB) error {
		return s.erase(tx, id, traces)
	})
	if err != nil {
		return Erased{}, err
	}
	return Erased{traces}, nil
}

// changeForGood is change for what cannot be undone: it forgets what could be undone so far, which may hold what was
// removed now.
func (s *Store) changeForGood(kinds Kind, write func(tx *gorm.DB) error) error {
	err := s.write(func(tx *gorm.DB) error {
		if err := write(tx); err != nil {
			return err
		}
		return tx.Exec("DELETE FROM undo_log").Error
	})
	if err != nil {
		return explain(err)
	}
	s.history = history{tables: s.history.tables, last: s.history.last}
	s.changed(kinds)
	return nil
}

// Sweep writes the shop file anew, so that nothing of what was erased or removed for good lies in the unused parts of
// its pages either. It works through a connection of its own, so it may be called from another goroutine; it
// begins anew when somebody saves meanwhile. Cancelled or failed, the file is as it was.
func (s *Store) Sweep(ctx context.Context) error {
	return explain(s.readers.givingWay(ctx, true, func(ctx context.Context) error {
		if err := s.refusal(); err != nil {
			return err
		}
		return writeApart(ctx, s.path, s.now, func(db *gorm.DB) error {
			// A large shop would fill the memory with its copy.
			if err := db.Exec("PRAGMA temp_store = FILE").Error; err != nil {
				return err
			}
			return db.Exec("VACUUM").Error
		})
	}))
}

// erase also erases the cards that were merged into the customer: they are the same person's.
func (s *Store) erase(tx *gorm.DB, id CustomerID, traces traces) error {
	cards, err := mergedInto(tx, id)
	if err != nil {
		return err
	}
	for _, card := range append(cards, id) {
		if err := s.eraseCard(tx, card, traces); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) eraseCard(tx *gorm.DB, id CustomerID, traces traces) error {
	now := MomentOf(s.now())
	if err := closeOpenEnds(tx, id, now); err != nil {
		return err
	}
	for _, statement := range forgetPerson {
		if err := tx.Exec(statement, map[string]any{"id": id, "now": now}).Error; err != nil {
			return err
		}
	}
	if err := forgetInLog(tx, id, traces); err != nil {
		return err
	}
	if err := forgetInDrafts(tx, id, traces); err != nil {
		return err
	}
	if err := forgetInImports(tx, id, traces); err != nil {
		return err
	}
	return writeLine(tx, line{At: now, Event: WasErased, Thing: ThingCustomer, ThingID: int64(id), CustomerID: int64(id)})
}

// forgetInLog removes the lines' words about the person from what the log tells of others: what a change of theirs
// took along, and what moved from one to the other.
func forgetInLog(tx *gorm.DB, id CustomerID, traces traces) error {
	var rows []struct {
		ID                   int64
		Label, Fields, Along string
	}
	if err := tx.Raw("SELECT id, label, fields, along FROM activity WHERE label <> '' OR fields <> '' OR along <> ''").Scan(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		if !traces.in(row.Label+" "+wordsIn(row.Fields)+" "+wordsIn(row.Along)) && !namesPerson(row.Fields, row.Along, id) {
			continue
		}
		label := row.Label
		if traces.in(label) {
			label = ""
		}
		if err := tx.Exec("UPDATE activity SET label = ?, fields = '', along = '' WHERE id = ?", label, row.ID).Error; err != nil {
			return err
		}
	}
	return nil
}

// namesPerson tells whether the line moved something from or to the customer, or took a row of theirs along.
func namesPerson(fields, along string, id CustomerID) bool {
	var notes []fieldNote
	if fields != "" && numbered(fields, &notes) == nil {
		number := json.Number(fmt.Sprint(int64(id)))
		for _, n := range notes {
			field, known := fieldNamed(n.Field)
			if known && field.names == "customer" && (n.From == number || n.To == number) {
				return true
			}
		}
	}
	var others []rowChange
	if along != "" && numbered(along, &others) == nil {
		return slices.ContainsFunc(others, func(c rowChange) bool { return CustomerID(c.Was.id("customer_id")) == id })
	}
	return false
}

// forgetInDrafts throws away what was typed about the person and not saved.
func forgetInDrafts(tx *gorm.DB, id CustomerID, traces traces) error {
	var drafts []struct{ Name, Body string }
	if err := tx.Raw("SELECT name, body FROM draft").Scan(&drafts).Error; err != nil {
		return err
	}
	for _, d := range drafts {
		about := fmt.Sprintf(`"CustomerID":%d`, int64(id))
		if !traces.in(wordsIn(d.Body)) && !strings.Contains(d.Body, about+",") && !strings.Contains(d.Body, about+"}") {
			continue
		}
		if err := dropDraft(tx, d.Name); err != nil {
			return err
		}
	}
	return nil
}

// customerOrGone gives a customer, whether in the book or not.
func (s *Store) customerOrGone(id CustomerID) (*Customer, error) {
	c, err := s.Customer(id)
	if errors.Is(err, ErrNotFound) {
		return s.FormerCustomer(id)
	}
	return c, err
}
