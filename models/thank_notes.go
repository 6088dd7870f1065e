package models

// ThanksNotes is what helps to write to a customer by hand, beside what they are thanked for.
type ThanksNotes struct {
	Called   string     // how they like to be addressed; "" as their name says
	Remember []Remember // what to remember about them, in their order
	Extra    Extra      // what was last done for them beyond the asking; its What is "" where nothing was
}

// ThanksNotes gives the notes of those of ids who are in the book; whoever has none is given empty ones.
func (s *Store) ThanksNotes(ids []CustomerID) (map[CustomerID]ThanksNotes, error) {
	notes, them := map[CustomerID]ThanksNotes{}, jsonIDs(ids)
	var people []Customer
	if err := s.db.Raw(`SELECT id, preferred_name FROM customer WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at = 0`, them).Scan(&people).Error; err != nil {
		return nil, explain(err)
	}
	for _, c := range people {
		notes[c.ID] = ThanksNotes{Called: c.PreferredName}
	}
	var remembered []Remember
	err := s.db.Raw(`SELECT * FROM remember WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, position, id`, them).Scan(&remembered).Error
	if err != nil {
		return nil, explain(err)
	}
	for _, r := range remembered {
		if n, ok := notes[r.CustomerID]; ok {
			n.Remember = append(n.Remember, r)
			notes[r.CustomerID] = n
		}
	}
	var extras []struct {
		CustomerID CustomerID
		Extra
	}
	err = s.db.Raw(`SELECT v.customer_id, v.id AS visit_id, v.day, v.extra AS what FROM json_each(?) j JOIN visit v ON v.id = (
		SELECT id FROM visit WHERE customer_id = j.value AND deleted_at = 0 AND state <> 'cancelled' AND extra <> '' ORDER BY at DESC, id DESC LIMIT 1)`, them).Scan(&extras).Error
	for _, e := range extras {
		if n, ok := notes[e.CustomerID]; ok {
			n.Extra = e.Extra
			notes[e.CustomerID] = n
		}
	}
	return notes, explain(err)
}
