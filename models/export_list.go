package models

// ListedCustomer is a customer as a printed list shows them.
type ListedCustomer struct {
	ID      CustomerID
	Name    string // as the card is headed
	Phone   string
	Email   string
	Address string
	Country string
	NoPost  bool
	NoPhone bool
	NoEmail bool
	LastAt  Moment // 0 for one who was never here
	Rung    Rung
}

// ListedCustomers gives those of ids who are in the book or its archive, in their order, with what a printed list needs.
func (s *Store) ListedCustomers(ids []CustomerID) (rows []ListedCustomer, err error) {
	args := s.rungArgs()
	args["ids"] = jsonIDs(ids)
	err = s.db.Raw(`SELECT c.id, `+nameOf("c")+` AS name, c.address, c.country, c.no_post, c.no_phone, c.no_email, c.last_at, `+rungOf+` AS rung,
		  ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone' ORDER BY k.position LIMIT 1), '') AS phone,
		  ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'email' ORDER BY k.position LIMIT 1), '') AS email
		FROM json_each(@ids) j JOIN customer c ON c.id = j.value
		WHERE c.deleted_at = 0 AND c.state IN ('active', 'archived') ORDER BY j.key`, args).Scan(&rows).Error
	return rows, explain(err)
}
