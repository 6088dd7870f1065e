package models

import "gorm.io/gorm"

// Comparison is two cards side by side, before they become one.
type Comparison struct {
	One, Other *Customer // whole, with their sums
	Fields     []ComparedField
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
		if i == 0 {
			c.One = whole
		} else {
			c.Other = whole
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
		MergeSource: source, MergePhoto: photo, MergeBroughtBy: broughtBy}, err
}

// joinLines puts what is not "" on lines of their own.
func joinLines(first, last string) string {
	if first == "" || last == "" {
		return first + last
	}
	return first + "\n" + last
}
