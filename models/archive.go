package models

import (
	"errors"
	"strings"

	"gorm.io/gorm"
)

// ArchiveReason is why a customer is in the archive.
type ArchiveReason string

// The reasons. Screens speak of somebody who died in another tone than of somebody who moved.
const (
	ArchivedMoved ArchiveReason = "moved"
	ArchivedDied  ArchiveReason = "died"
	ArchivedOther ArchiveReason = "other"
)

// ArchiveReasons are all of them, in the order a form offers them.
var ArchiveReasons = []ArchiveReason{ArchivedMoved, ArchivedDied, ArchivedOther}

// Valid tells whether r is one of the reasons.
func (r ArchiveReason) Valid() bool {
	return r == ArchivedMoved || r == ArchivedDied || r == ArchivedOther
}

// Archiving puts those of ids who are in the book into the archive: their visits and whom they brought stay and count, they are
// found by searching and in no list but the archive's, and nothing is promised or owed to them any more.
func (s *Store) Archiving(ids []CustomerID, why ArchiveReason) (Deed, error) {
	if !why.Valid() {
		return Deed{}, problem("archivedWhy", "choice")
	}
	return Deed{ids: ids, kinds: KindCustomer | KindFollowUp | KindThankYou | KindWant | KindReferral, do: func(tx *gorm.DB, ids []CustomerID) (int, error) {
		there, err := amongThese(tx, ids, CustomerActive)
		if err != nil || len(there) == 0 {
			return 0, err
		}
		now := MomentOf(s.now())
		err = updateOne(tx.Model(&Customer{}).Where("id IN (SELECT value FROM json_each(?))", jsonIDs(there)),
			map[string]any{"state": CustomerArchived, "archived_on": s.Today(), "archived_why": why, "updated_at": now})
		if err != nil {
			return 0, err
		}
		return len(there), runForAll(tx, there, now, closePromises)
	}}, nil
}

// ArchiveCustomers does at once what Archiving tells of. ErrNotFound where none of ids is in the book.
func (s *Store) ArchiveCustomers(ids []CustomerID, why ArchiveReason) error {
	deed, err := s.Archiving(ids, why)
	if err != nil {
		return err
	}
	return s.Do(deed)
}

// runForAll runs the statements for all of the customers at once, as runFor does for the one @id: a large part of a shop may go.
func runForAll(tx *gorm.DB, ids []CustomerID, now Moment, statements []string) error {
	these := map[string]any{"ids": jsonIDs(ids), "now": now}
	for _, statement := range statements {
		statement = strings.ReplaceAll(statement, "customer_id = @id", "customer_id IN (SELECT value FROM json_each(@ids))")
		if err := tx.Exec(statement, these).Error; err != nil {
			return err
		}
	}
	return nil
}

// Unarchiving puts those of ids who are in the archive back into the book. What was promised to them before stays closed; a
// thank-you that became due meanwhile is due now.
func (s *Store) Unarchiving(ids []CustomerID) Deed {
	return Deed{ids: ids, kinds: KindCustomer | KindThankYou | KindReferral, do: func(tx *gorm.DB, ids []CustomerID) (int, error) {
		there, err := amongThese(tx, ids, CustomerArchived)
		if err != nil || len(there) == 0 {
			return 0, err
		}
		now := MomentOf(s.now())
		err = updateOne(tx.Model(&Customer{}).Where("id IN (SELECT value FROM json_each(?))", jsonIDs(there)),
			map[string]any{"state": CustomerActive, "archived_on": "", "archived_why": "", "updated_at": now})
		if err != nil {
			return 0, err
		}
		if err := runForAll(tx, there, now, restsOnNothing); err != nil {
			return 0, err
		}
		return len(there), s.settleUnthanked(tx, there)
	}}
}

// UnarchiveCustomer puts somebody from the archive back into the book. ErrNotFound where they are not in the archive.
func (s *Store) UnarchiveCustomer(id CustomerID) error { return s.UnarchiveCustomers([]CustomerID{id}) }

// UnarchiveCustomers does at once what Unarchiving tells of. ErrNotFound where none of ids is in the archive.
func (s *Store) UnarchiveCustomers(ids []CustomerID) error { return s.Do(s.Unarchiving(ids)) }

// settleUnthanked settles the referrals and the praise of the customers whose thank-yous do not follow from them: nothing becomes due to
// somebody in the archive. All else of a referral is kept right there as well.
func (s *Store) settleUnthanked(tx *gorm.DB, ids []CustomerID) error {
	var referees []CustomerID
	err := tx.Raw(`SELECT r.referee_id FROM referral_in r WHERE r.deleted_at = 0 AND r.state <> 'denied'
		AND r.id IN (SELECT id FROM referral_in WHERE referee_id IN (SELECT value FROM json_each(@ids))
			UNION SELECT id FROM referral_in WHERE referrer_customer_id IN (SELECT value FROM json_each(@ids)))
		AND CASE WHEN r.state = 'approved' AND r.from_before = 0
			THEN NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'referral' AND t.cause_id = r.id
				AND t.customer_id IS r.referrer_customer_id AND t.specialist_id IS r.referrer_specialist_id)
			ELSE EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'referral' AND t.cause_id = r.id AND t.state IN ('owed', 'printed')) END
		ORDER BY r.id`, map[string]any{"ids": jsonIDs(ids)}).Scan(&referees).Error
	for i := 0; err == nil && i < len(referees); i++ {
		err = s.settleReferral(tx, referees[i])
	}
	if err != nil {
		return err
	}
	return s.settleUnpraised(tx, ids)
}

// OpenEnds is what is still promised or owed to people, which archiving them closes.
type OpenEnds struct {
	Promises int // to get back to them
	Wants    int // things they wait for
	Thanks   int // thank-yous they are owed
	Asks     int // how it went where we sent them, still to be asked
}

// OpenEnds counts what archiving those of ids who are in the book would close.
func (s *Store) OpenEnds(ids []CustomerID) (open OpenEnds, err error) {
	const among = " customer_id IN (SELECT value FROM json_each(@ids)) AND "
	err = s.db.Raw(`SELECT (SELECT count(*) FROM follow_up WHERE`+among+`state = 'open') AS promises,
		(SELECT count(*) FROM want WHERE`+among+`state IN ('requested', 'ordered', 'ready', 'notified')) AS wants,
		(SELECT count(*) FROM thank_you WHERE`+among+`state IN ('owed', 'printed')) AS thanks,
		(SELECT count(*) FROM referral_out WHERE`+among+`state = 'sent' AND ask_on <> '') AS asks`, map[string]any{"ids": jsonIDs(ids)}).Scan(&open).Error
	return open, explain(err)
}

// takeState gives the customer what is not the form's to say, from how it is stored.
func (c *Customer) takeState(tx *gorm.DB) error {
	was := Customer{State: CustomerActive}
	if c.ID != 0 {
		err := tx.Select("state", "archived_on", "archived_why", "merged_into", "created_at").Where("id = ? AND deleted_at = 0", c.ID).Take(&was).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return ErrNotFound
		} else if err != nil {
			return err
		}
		c.CreatedAt = was.CreatedAt
	}
	c.State, c.ArchivedOn, c.ArchivedWhy, c.MergedInto = was.State, was.ArchivedOn, was.ArchivedWhy, was.MergedInto
	return nil
}

// inSearch tells whether the customer can be found: those in the archive can.
func (c *Customer) inSearch() bool {
	return c.DeletedAt == 0 && (c.State == CustomerActive || c.State == CustomerArchived)
}
