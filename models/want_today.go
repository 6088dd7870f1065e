package models

// toOrder is what was promised and not ordered yet, and is not put off, as SQL. Once its day has come it is among the calls instead.
var toOrder = "FROM want w WHERE w.state = 'requested' AND (w.due_on = '' OR w.due_on > @today) AND " + awake(SnoozeOverdue, "w.id")

// CountToOrder counts the things that were promised to somebody and are still to be ordered.
func (s *Store) CountToOrder() (n int, err error) {
	err = s.db.Raw("SELECT count(*) "+toOrder, map[string]any{"today": s.Today()}).Row().Scan(&n)
	return n, explain(err)
}

// ToOrder gives the things still to be ordered, the soonest due first, at most limit of them; -1 gives all.
func (s *Store) ToOrder(limit int) (rows []WantRow, err error) {
	args := map[string]any{"today": s.Today(), "rows": limit}
	err = s.db.Raw("SELECT w.*, i.name AS item, "+nameOf("c")+` AS customer
		FROM (SELECT w.* `+toOrder+` ORDER BY w.due_on = '', w.due_on, w.id LIMIT @rows) w
		JOIN item i ON i.id = w.item_id JOIN customer c ON c.id = w.customer_id
		ORDER BY w.due_on = '', w.due_on, w.id`, args).Scan(&rows).Error
	return rows, explain(err)
}
