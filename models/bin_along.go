package models

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite/lib"
)

// wentAlong gives what the change that took the thing out did to other rows; nothing for what was taken out before
// there was an activity log.
func wentAlong(tx *gorm.DB, thing Thing, id int64) (others []rowChange, err error) {
	var written []string
	err = tx.Raw("SELECT along FROM activity WHERE thing = ? AND thing_id = ? AND event = 'taken_out' ORDER BY id DESC LIMIT 1", thing, id).Scan(&written).Error
	if err != nil || len(written) == 0 || written[0] == "" {
		return nil, err
	}
	return others, numbered(written[0], &others)
}

// comesBack are the tables whose rows go and come with others.
var comesBack = []string{"want", "follow_up", "referral_out", "praise", "thank_you", "referral_in", "visit", "contact", "remember", "earlier", "customer"}

// putAllBack puts the rows back, the last touched first, but for thank-yous that nobody is owed any more.
func putAllBack(tx *gorm.DB, others []rowChange) error {
	for _, other := range slices.Backward(others) {
		if err := other.putBack(tx); err != nil {
			return err
		}
	}
	for _, other := range others {
		if other.Table == "thank_you" && other.Was != nil {
			if err := tx.Exec("DELETE FROM thank_you WHERE id = ? AND state IN ('owed', 'printed') AND "+notOwed, other.ID).Error; err != nil {
				return err
			}
		}
	}
	return nil
}

// notOwed is the condition that nothing stands behind a thank-you any more: no referral, no praise, or whom it is for has left the book.
const notOwed = `(cause = 'referral' AND ` + noReferral + ` OR cause = 'praise' AND ` + noPraise + `)`

const noReferral = `NOT EXISTS (SELECT 1 FROM referral_in r LEFT JOIN customer c ON c.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
	WHERE r.id = thank_you.cause_id AND r.deleted_at = 0 AND r.state = 'approved' AND r.from_before = 0 AND coalesce(c.deleted_at, p.deleted_at) = 0 AND c.state IS NOT 'archived'
	  AND r.referrer_customer_id IS thank_you.customer_id AND r.referrer_specialist_id IS thank_you.specialist_id)`

// noPraise is noReferral for praise.
const noPraise = `NOT EXISTS (SELECT 1 FROM praise p JOIN customer c ON c.id = p.customer_id
	WHERE p.id = thank_you.cause_id AND p.customer_id = thank_you.customer_id AND p.deleted_at = 0 AND c.deleted_at = 0 AND c.state = 'active')`

// putBack makes the row what it was before, unless it was changed again since or has no place any more.
func (c rowChange) putBack(tx *gorm.DB) error {
	if c.Table == "customer_tag" && c.Was == nil {
		return tx.Exec("DELETE FROM customer_tag WHERE id = ? AND customer_id = ? AND tag_id = ?", c.ID, c.Now.id("customer_id"), c.Now.id("tag_id")).Error
	}
	if c.Table == "earlier" && c.Was == nil {
		now := c.Now
		return tx.Exec("DELETE FROM earlier WHERE id = ? AND (visit_n, spent, first_on, last_on) IS (?, ?, ?, ?)", c.ID,
			bound(now["visit_n"]), bound(now["spent"]), now["first_on"], now["last_on"]).Error
	}
	if !slices.Contains(comesBack, c.Table) || c.Was == nil {
		return nil
	}
	if c.Table == "referral_in" && c.Was.id("deleted_at") == 0 {
		if there, err := bothInBooks(tx, c.ID); err != nil || !there {
			return err
		}
	}
	err := c.restore(tx)
	if sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT {
		return nil // something else stands in its place now; SQLite has taken this one statement back
	}
	return err
}

func (c rowChange) restore(tx *gorm.DB) error {
	if c.Now == nil {
		return c.insert(tx)
	}
	var sets, conditions []string
	var values, now []any
	for _, column := range slices.Sorted(maps.Keys(c.Was)) {
		sets, values = append(sets, column+" = ?"), append(values, bound(c.Was[column]))
		conditions, now = append(conditions, column+" IS ?"), append(now, bound(c.Now[column]))
	}
	return tx.Exec("UPDATE "+c.Table+" SET "+strings.Join(sets, ", ")+" WHERE id = ? AND "+strings.Join(conditions, " AND "),
		slices.Concat(values, []any{c.ID}, now)...).Error
}

// insert brings a row back that was deleted, under another number where its own was given away since.
func (c rowChange) insert(tx *gorm.DB) error {
	var taken bool
	if err := tx.Raw("SELECT EXISTS (SELECT 1 FROM "+c.Table+" WHERE id = ?)", c.ID).Row().Scan(&taken); err != nil {
		return err
	}
	var columns []string
	var values []any
	for _, column := range slices.Sorted(maps.Keys(c.Was)) {
		if column == "id" && taken {
			continue
		}
		columns, values = append(columns, column), append(values, bound(c.Was[column]))
	}
	return tx.Exec("INSERT INTO "+c.Table+" ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(values)-1)+")", values...).Error
}

// bound gives a value read from JSON as SQLite takes it.
func bound(value any) any {
	if number, ok := value.(json.Number); ok {
		if n, err := number.Int64(); err == nil {
			return n
		}
	}
	return value
}

func bothInBooks(tx *gorm.DB, referral int64) (there bool, err error) {
	err = tx.Raw(`SELECT EXISTS (SELECT 1 FROM referral_in r JOIN customer c ON c.id = r.referee_id AND c.deleted_at = 0
		LEFT JOIN customer b ON b.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
		WHERE r.id = ? AND coalesce(b.deleted_at, p.deleted_at) = 0)`, referral).Row().Scan(&there)
	return there, err
}

// settleBack makes everything follow from what is there again, as each save does for what it touches.
func (s *Store) settleBack(tx *gorm.DB, thing Thing, id int64) error {
	switch thing {
	case ThingCustomer:
		return s.settleCustomer(tx, CustomerID(id))
	case ThingVisit:
		return s.settleVisit(tx, VisitID(id))
	case ThingSpecialist:
		return s.settleReferrals(tx, "referrer_specialist_id = ?", id)
	case ThingPraise:
		return s.settlePraise(tx, PraiseID(id))
	case ThingReferralIn:
		return s.settleReferrals(tx, "id = ?", id)
	}
	return nil
}

func (s *Store) settleCustomer(tx *gorm.DB, id CustomerID) error {
	var c Customer
	if err := tx.Preload("Contacts", byPlace).Preload("Remember", byPlace).First(&c, "id = ?", id).Error; err != nil {
		return err
	}
	if err := indexCustomer(tx, &c); err != nil {
		return err
	}
	now := MomentOf(s.now())
	for _, statement := range restsOnNothing {
		if err := tx.Exec(statement, map[string]any{"id": id, "now": now}).Error; err != nil {
			return err
		}
	}
	if err := s.settleUnpraised(tx, []CustomerID{id}); err != nil {
		return err
	}
	if err := s.forgetMilestones(tx, id); err != nil {
		return err
	}
	return s.settleReferrals(tx, "referee_id = ? OR referrer_customer_id = ?", id, id)
}

// restsOnNothing ends what came back with a customer though what had made it has gone meanwhile.
var restsOnNothing = []string{
	"UPDATE want SET state = 'cancelled', changed_at = @now WHERE customer_id = @id AND state NOT IN ('collected', 'cancelled') AND " + notStanding("want", "order_in"),
	"UPDATE follow_up SET state = 'skipped', done_at = @now WHERE customer_id = @id AND state = 'open' AND cause = 'alternative' AND " + notStanding("follow_up", "later"),
	`UPDATE follow_up SET state = 'skipped', done_at = @now WHERE customer_id = @id AND state = 'open' AND cause = 'visit'
		AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = follow_up.visit_id AND v.deleted_at = 0 AND v.customer_id = follow_up.customer_id)`,
	"DELETE FROM thank_you WHERE customer_id = @id AND state IN ('owed', 'printed') AND " + notOwed,
}

// notStanding is the condition that no accepted alternative of the kind stands behind the row.
func notStanding(table string, kind AlternativeKind) string {
	return fmt.Sprintf(`NOT EXISTS (SELECT 1 FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id AND v.deleted_at = 0 AND v.state <> 'cancelled'
		WHERE a.id = %s.alternative_id AND a.kind = '%s' AND a.state = 'accepted' AND v.customer_id = %s.customer_id)`, table, kind, table)
}

// closeIfGone ends what came back for somebody who has gone into the archive meanwhile.
func (s *Store) closeIfGone(tx *gorm.DB, id CustomerID) error {
	err := inBook(tx, id)
	if errors.Is(err, ErrNotFound) {
		return runFor(tx, id, MomentOf(s.now()), closePromises)
	}
	return err
}

// settleReferrals settles the referrals that stand in the book among those named, and their thank-yous.
func (s *Store) settleReferrals(tx *gorm.DB, where string, args ...any) error {
	var referees []CustomerID
	if err := tx.Model(&ReferralIn{}).Where("deleted_at = 0 AND state <> 'denied'").Where(where, args...).Pluck("referee_id", &referees).Error; err != nil {
		return err
	}
	for _, id := range referees {
		if err := s.settleReferral(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// settleVisit makes the visit findable, and again what its accepted alternatives make where that did not come back.
func (s *Store) settleVisit(tx *gorm.DB, id VisitID) error {
	var v Visit
	if err := tx.Preload("Requests.Alternatives").First(&v, "id = ?", id).Error; err != nil {
		return err
	}
	// Things may have been merged or parted while it was out.
	err := tx.Exec(`UPDATE want SET (item_id, named_item_id) = (SELECT r.item_id, r.named_item_id FROM request r WHERE r.id = want.request_id)
		WHERE request_id IN (SELECT id FROM request WHERE visit_id = ?)`, id).Error
	if err != nil {
		return err
	}
	if err := s.remakeEach(tx, &v); err != nil {
		return err
	}
	if err := indexVisit(tx, &v); err != nil {
		return err
	}
	if err := s.closeIfGone(tx, v.CustomerID); err != nil {
		return err
	}
	return s.settleVisits(tx, v.CustomerID)
}

// made are the tables of what an accepted alternative of a kind makes.
var made = map[AlternativeKind]string{OrderIn: "want", ToSpecialist: "referral_out", Later: "follow_up"}

// remakeEach makes again what the visit's accepted alternatives make, where nothing of it is there.
func (s *Store) remakeEach(tx *gorm.DB, v *Visit) error {
	for i := range v.Requests {
		if err := s.remake(tx, v, &v.Requests[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) remake(tx *gorm.DB, v *Visit, r *Request) error {
	if err := tx.Raw("SELECT name FROM item WHERE id = ?", r.ItemID).Row().Scan(&r.Item); err != nil {
		return err
	}
	for i := range r.Alternatives {
		a := &r.Alternatives[i]
		table, makes := made[a.Kind]
		if !makes || a.State != AlternativeAccepted {
			continue
		}
		var have int64
		if err := tx.Table(table).Where("alternative_id = ?", a.ID).Count(&have).Error; err != nil {
			return err
		}
		if have > 0 {
			continue
		}
		if err := s.follow(tx, v, r, a, &Alternative{}); err != nil {
			return err
		}
	}
	return nil
}
