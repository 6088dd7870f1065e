package models

import (
	"cmp"
	"slices"

	"gorm.io/gorm"
)

// partMerged parts a customer in the bin from the one they were merged into, as far as nothing was changed since; apart
// tells whether they had been merged. others is what the merge did to other rows.
func (s *Store) partMerged(tx *gorm.DB, id CustomerID, others []rowChange) (apart bool, err error) {
	var gone Customer
	if err := tx.Select("merged_into", "state").Where("id = ?", id).Take(&gone).Error; err != nil || gone.State != CustomerMerged {
		return false, err
	}
	err = tx.Exec("UPDATE customer SET deleted_at = 0, state = 'active', merged_into = NULL, updated_at = ? WHERE id = ?", MomentOf(s.now()), id).Error
	if err != nil {
		return true, err
	}
	// Referrals go back before the visits they rest on.
	if err := tx.Exec("INSERT INTO undoing VALUES (1)").Error; err != nil {
		return true, err
	}
	if err := putAllBack(tx, others); err != nil {
		return true, err
	}
	if err := tx.Exec("DELETE FROM undoing").Error; err != nil {
		return true, err
	}
	return true, s.settleParted(tx, gone.MergedInto, id)
}

// settleParted makes everything follow from the cards as they are now; keep is 0 where that card is no more.
func (s *Store) settleParted(tx *gorm.DB, keep, gone CustomerID) error {
	if keep != 0 {
		if err := tx.Exec("DELETE FROM photo WHERE id = ? AND image = (SELECT image FROM photo WHERE id = ?)", keep, gone).Error; err != nil {
			return err
		}
		c, err := cardOf(tx, keep)
		if err != nil {
			return err
		}
		if err := tx.Exec("UPDATE customer SET name_key = ? WHERE id = ?", sortKey(c), keep).Error; err != nil {
			return err
		}
		if err := s.settleCustomer(tx, keep); err != nil {
			return err
		}
	}
	return s.settleCustomer(tx, gone)
}

func cardOf(tx *gorm.DB, id CustomerID) (*Customer, error) {
	var c Customer
	return &c, tx.Preload("Contacts", byPlace).Where("id = ?", id).Take(&c).Error
}

// mergedInto gives the cards that became one with the customer's, and those that had become one with them before.
func mergedInto(db *gorm.DB, id CustomerID) (cards []CustomerID, err error) {
	err = db.Raw(`WITH RECURSIVE same (id) AS (SELECT ? UNION SELECT c.id FROM same JOIN customer c ON c.merged_into = same.id AND c.state = 'merged')
		SELECT id FROM same WHERE id <> ? ORDER BY id`, int64(id), int64(id)).Scan(&cards).Error
	return cards, err
}

// tellKept lets the card that others became one with tell of it too, and that they have cards of their own again.
func tellKept(things []*thingChange) []*thingChange {
	for _, gone := range slices.Clone(things) {
		if !gone.merged() {
			continue
		}
		was, now := gone.own.Was.id("merged_into"), gone.own.Now.id("merged_into")
		note := fieldNote{Field: "customer.merged_into"}
		note.To = gone.id
		if now == 0 {
			note.From, note.To = gone.id, nil
		}
		i := slices.IndexFunc(things, func(t *thingChange) bool { return t.thing == ThingCustomer && t.id == cmp.Or(now, was) })
		if i < 0 {
			i = len(things)
			things = append(things, &thingChange{thing: ThingCustomer, id: cmp.Or(now, was)})
		}
		things[i].told = append(things[i].told, note)
	}
	return things
}

// IsMerged tells whether gone is one with keep still, so that PutBack parts the two.
func (s *Store) IsMerged(gone, keep CustomerID) (is bool, err error) {
	err = s.db.Raw("SELECT EXISTS (SELECT 1 FROM customer WHERE id = ? AND merged_into = ? AND state = 'merged')", gone, keep).Row().Scan(&is)
	return is, explain(err)
}

// merged tells whether the thing is a customer who became one with another, or was parted from them again.
func (t *thingChange) merged() bool {
	return t.thing == ThingCustomer && t.own != nil && t.own.Was.id("merged_into") != t.own.Now.id("merged_into")
}
