package models

import "gorm.io/gorm"

// Comparison is two cards side by side, before they become one.
type Comparison struct {
	One, Other *Customer // whole, with their sums
	Fields     []ComparedField
	OneHas     MergeCounts
	OtherHas   MergeCounts
}

// MergeCounts is how much a card brings into a merge.
type MergeCounts struct{ Visits, Requests, Sent, Praise, Thanks int }

// Plus is what two cards have together.
func (c MergeCounts) Plus(other MergeCounts) MergeCounts {
	return MergeCounts{c.Visits + other.Visits, c.Requests + other.Requests, c.Sent + other.Sent, c.Praise + other.Praise, c.Thanks + other.Thanks}
}

// mergeCounts counts what names the customer.
func mergeCounts(db *gorm.DB, id CustomerID) (c MergeCounts, err error) {
	err = db.Raw(`SELECT (SELECT count(*) FROM visit WHERE customer_id = @id AND deleted_at = 0) AS visits,
		(SELECT count(*) FROM visit v JOIN request r ON r.visit_id = v.id WHERE v.customer_id = @id AND v.deleted_at = 0) AS requests,
		(SELECT count(*) FROM referral_in WHERE referrer_customer_id = @id AND state <> 'denied' AND deleted_at = 0) AS sent,
		(SELECT count(*) FROM praise WHERE customer_id = @id AND deleted_at = 0) AS praise,
		(SELECT count(*) FROM thank_you WHERE customer_id = @id AND state <> 'waived') AS thanks`, map[string]any{"id": id}).Scan(&c).Error
	return c, err
}

// ComparedField is a field of which only one can be kept; "" where a card has nothing there.
type ComparedField struct {
	Field      MergeField
	One, Other string // as the file keeps it; of a source and who brought them the name, of a photo "1"
}

// Differs tells whether the owner has to choose: both cards say something, and not the same.
func (f ComparedField) Differs() bool { return f.One != "" && f.Other != "" && f.One != f.Other }

// CompareCustomers sets two customers of the book side by side, field by field in the order of MergeFields. ErrNotFound
// where one of them is not in the book.
func (s *Store) CompareCustomers(one, other CustomerID) (*Comparison, error) {
	var c Comparison
	sides := make([]map[MergeField]string, 2)
	for i, id := range []CustomerID{one, other} {
		whole, err := wholeCustomer(s.db, id)
		if err != nil {
			return nil, explain(err)
		}
		if sides[i], err = whole.mergeFields(s.db); err != nil {
			return nil, explain(err)
		}
		counts, err := mergeCounts(s.db, id)
		if err != nil {
			return nil, explain(err)
		}
		if i == 0 {
			c.One, c.OneHas = whole, counts
		} else {
			c.Other, c.OtherHas = whole, counts
		}
	}
	for _, field := range MergeFields {
		c.Fields = append(c.Fields, ComparedField{field, sides[0][field], sides[1][field]})
	}
	return &c, nil
}

// mergeFields gives what the card says in each of MergeFields.
func (c *Customer) mergeFields(db *gorm.DB) (map[MergeField]string, error) {
	var source, photo, broughtBy string
	err := db.Raw(`SELECT ifnull((SELECT name FROM source WHERE id = c.source_id), ''), iif(EXISTS (SELECT 1 FROM photo WHERE id = c.id), '1', ''),
		ifnull((SELECT coalesce(p.name, `+nameOf("b")+`) FROM referral_in r LEFT JOIN customer b ON b.id = r.referrer_customer_id
		  LEFT JOIN specialist p ON p.id = r.referrer_specialist_id WHERE r.referee_id = c.id AND r.state <> 'denied' AND r.deleted_at = 0), '')
		FROM customer c WHERE c.id = ?`, c.ID).Row().Scan(&source, &photo, &broughtBy)
	return map[MergeField]string{MergeName: c.Name, MergePreferredName: c.PreferredName, MergeAddress: joinLines(c.Address, c.Country), MergeBirthday: c.Birthday,
		MergeSource: source, MergeReachBy: string(c.ReachBy), MergePhoto: photo, MergeBroughtBy: broughtBy}, err
}

// joinLines puts what is not "" on lines of their own.
func joinLines(first, last string) string {
	if first == "" || last == "" {
		return first + last
	}
	return first + "\n" + last
}
