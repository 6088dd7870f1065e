package models

import (
	"strings"

	"gorm.io/gorm"
)

// EmptyBin removes for good what has been in the bin for more than 30 days, and tells how many things that were. A
// person somebody else's record still names becomes a nameless customer, as EraseCustomer leaves one; a specialist
// who is still named keeps the name alone. It cannot be undone, and nothing done before it can be either; Sweep belongs
// after it.
func (s *Store) EmptyBin() (removed int, err error) {
	if s.IsReadOnly() {
		return 0, s.refusal()
	}
	old, err := s.BinOld()
	if err != nil || len(old) == 0 {
		return 0, err
	}
	err = s.changeForGood(KindAll, func(tx *gorm.DB) error {
		// People last: a visit in the bin as well must not keep the one who came.
		for _, thing := range []Thing{ThingVisit, ThingReferralIn, ThingPraise, ThingCustomer, ThingSpecialist, ThingSource} {
			for _, row := range old {
				if row.Thing != thing {
					continue
				}
				if err := s.removeForGood(tx, thing, row.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return len(old), nil
}

func (s *Store) removeForGood(tx *gorm.DB, thing Thing, id int64) error {
	var err error
	switch thing {
	case ThingVisit:
		err = removeVisit(tx, id)
	case ThingCustomer:
		err = s.removeCustomer(tx, CustomerID(id))
	case ThingReferralIn:
		err = removeUnlessNamed(tx, thing, id, "SELECT 1 FROM thank_you WHERE cause = 'referral' AND cause_id = @id",
			"UPDATE referral_in SET note = '', denied_reason = iif(denied_reason = '', '', '-') WHERE id = @id")
	case ThingPraise:
		err = removeUnlessNamed(tx, thing, id, "SELECT 1 FROM thank_you WHERE cause = 'praise' AND cause_id = @id",
			"UPDATE praise SET text = '-', text_key = '', said_by = '', link = '', may_quote = 0 WHERE id = @id")
	case ThingSpecialist:
		err = removeUnlessNamed(tx, thing, id, `SELECT 1 FROM alternative WHERE specialist_id = @id UNION ALL SELECT 1 FROM referral_out WHERE specialist_id = @id
			UNION ALL SELECT 1 FROM referral_in WHERE referrer_specialist_id = @id UNION ALL SELECT 1 FROM thank_you WHERE specialist_id = @id`,
			"UPDATE specialist SET trades = '', name_key = '', phone = '', email = '', address = '', note = '' WHERE id = @id")
	case ThingSource: // its name stays what the customers' source is called
		err = removeUnlessNamed(tx, thing, id, "SELECT 1 FROM customer WHERE source_id = @id UNION ALL SELECT 1 FROM advert_spend WHERE source_id = @id", "UPDATE source SET deleted_at = deleted_at WHERE id = @id")
	}
	if err != nil {
		return err
	}
	err = tx.Exec("UPDATE activity SET label = '', fields = '', along = '' WHERE thing = ? AND thing_id = ?", thing, id).Error
	if err != nil {
		return err
	}
	return writeLine(tx, line{At: MomentOf(s.now()), Event: Removed, Thing: thing, ThingID: id, CustomerID: customerOfThing(thing, id)})
}

func customerOfThing(thing Thing, id int64) int64 {
	if thing == ThingCustomer {
		return id
	}
	return 0
}

// removeUnlessNamed deletes the row, or where named finds one that names it makes it bare and leaves it out of the bin.
func removeUnlessNamed(tx *gorm.DB, thing Thing, id int64, named, makeBare string) error {
	args := map[string]any{"id": id, "thing": thing}
	var kept bool
	if err := tx.Raw("SELECT EXISTS ("+named+")", args).Row().Scan(&kept); err != nil {
		return err
	}
	if !kept {
		return tx.Exec("DELETE FROM "+string(thing)+" WHERE id = @id", args).Error
	}
	if err := tx.Exec(makeBare, args).Error; err != nil {
		return err
	}
	return tx.Exec("INSERT INTO emptied (thing, thing_id) VALUES (@thing, @id)", args).Error
}

// removeVisit deletes a visit with its requests. What has gone its way since, such as a thing collected, stays and
// names it no more.
func removeVisit(tx *gorm.DB, id int64) error {
	for _, statement := range []string{
		"INSERT INTO undoing VALUES (1)", // a closed request may not lose its alternatives otherwise
		"UPDATE follow_up SET visit_id = NULL WHERE visit_id = @id",
		"DELETE FROM visit WHERE id = @id",
		"DELETE FROM undoing",
	} {
		if err := runNamed(tx, statement, id); err != nil {
			return err
		}
	}
	return nil
}

// removeCustomer deletes a customer nobody's record names, and makes another one nameless.
func (s *Store) removeCustomer(tx *gorm.DB, id CustomerID) error {
	err := runNamed(tx, `DELETE FROM referral_in WHERE deleted_at <> 0 AND (referee_id = @id OR referrer_customer_id = @id)
		AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'referral' AND t.cause_id = referral_in.id)`, int64(id))
	if err != nil {
		return err
	}
	err = runNamed(tx, `DELETE FROM praise WHERE deleted_at <> 0 AND customer_id = @id
		AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'praise' AND t.cause_id = praise.id)`, int64(id))
	if err != nil {
		return err
	}
	var kept bool
	err = tx.Raw(`SELECT EXISTS (SELECT 1 FROM visit WHERE customer_id = @id UNION ALL SELECT 1 FROM referral_in WHERE @id IN (referee_id, referrer_customer_id)
		UNION ALL SELECT 1 FROM referral_out WHERE customer_id = @id UNION ALL SELECT 1 FROM thank_you WHERE customer_id = @id UNION ALL SELECT 1 FROM praise WHERE customer_id = @id
		UNION ALL SELECT 1 FROM want WHERE customer_id = @id UNION ALL SELECT 1 FROM follow_up WHERE customer_id = @id)`, map[string]any{"id": id}).Row().Scan(&kept)
	if err != nil {
		return err
	}
	if !kept {
		return runNamed(tx, "DELETE FROM customer WHERE id = @id", int64(id))
	}
	return s.erase(tx, id, traces{})
}

func runNamed(tx *gorm.DB, statement string, id int64) error {
	if !strings.Contains(statement, "@") {
		return tx.Exec(statement).Error // gorm would take the map for a value
	}
	return tx.Exec(statement, map[string]any{"id": id}).Error
}
