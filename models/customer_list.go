package models

import "slices"

// CustomerSet is a group of customers that a chip above the list stands for.
type CustomerSet string

// The groups.
const (
	CustomersAll       CustomerSet = ""
	CustomersRegulars  CustomerSet = "regulars"  // visits on two or more days
	CustomersAdvocates CustomerSet = "advocates" // see RungAdvocate
	CustomersToThank   CustomerSet = "to_thank"
	CustomersWaiting   CustomerSet = "waiting" // for a thing we are getting them
	CustomersArchived  CustomerSet = "archived"
)

// CustomerSets are those in the book, in the order a list offers them: the archive is a list by itself.
var CustomerSets = []CustomerSet{CustomersAll, CustomersRegulars, CustomersAdvocates, CustomersToThank, CustomersWaiting}

// where is the condition of the group on the customer c as the day has it; each has an index to page by.
func (set CustomerSet) where(today Day) string {
	const inBook = "c.deleted_at = 0 AND c.state = 'active'"
	switch set {
	case CustomersRegulars:
		return inBook + " AND c.visit_day_n >= 2"
	case CustomersAdvocates:
		return inBook + " AND (c.brought_n > 0 OR c.review_n > 0)"
	case CustomersToThank:
		return inBook + " AND c.id IN (" + toThank(today) + ")"
	case CustomersWaiting:
		return inBook + " AND c.id IN (SELECT w.customer_id FROM want w WHERE w.state IN ('requested', 'ordered', 'ready', 'notified'))"
	case CustomersArchived:
		return "c.deleted_at = 0 AND c.state = 'archived'"
	}
	return inBook
}

// count is the query of how many the group has: of the large ones, which the file counts as they grow, and of those
// that are few by looking.
func (set CustomerSet) count(today Day) string {
	switch set {
	case CustomersAll:
		return "SELECT sum(n) FROM customer_count"
	case CustomersRegulars:
		return "SELECT sum(n) FROM customer_count WHERE regular = 1"
	case CustomersAdvocates:
		return "SELECT sum(n) FROM customer_count WHERE advocate = 1"
	}
	return "SELECT count(*) FROM customer c WHERE " + set.where(today)
}

// CustomerRow is a customer as a list shows them.
type CustomerRow struct {
	ID      CustomerID
	Name    string // as the card is headed: the name, or the phone number of somebody without one
	Phone   string
	Email   string
	VisitN  int
	LastAt  Moment
	Rung    Rung
	ToThank bool
	State   CustomerState // active, or archived where the search found them there
}

// textHits is how many matches a list shows; more are found by typing one more letter.
const textHits = 200

// Customers gives a page of the customers and how many there are in all.
func (s *Store) Customers(f CustomerFilter) ([]CustomerRow, int, error) {
	if err := f.validate(); err != nil {
		return nil, 0, err
	}
	if f.Text != "" {
		return s.customersFound(f)
	}
	total, err := s.countFiltered(f)
	if err != nil {
		return nil, 0, err
	}
	ids, err := s.CustomerIDs(f)
	if err != nil {
		return nil, 0, err
	}
	rows, err := s.customerRows(ids)
	return rows, total, err
}

// CustomerIDs gives whom Customers gives, in their order, without their rows: all of them with Limit 0, but for a text, which
// finds 200 at most. For choosing, printing and taking out whole lists.
func (s *Store) CustomerIDs(f CustomerFilter) ([]CustomerID, error) {
	if err := f.validate(); err != nil {
		return nil, err
	}
	switch {
	case f.Text != "":
		ids, err := s.textIDs(f, textHits)
		return f.page(ids), err
	case f.Plain() && f.Limit > 0:
		return s.pageOf(f)
	}
	ids, err := s.filtered(f)
	return slices.Clone(f.page(ids)), err
}

// page cuts the filter's page out of all ids.
func (f CustomerFilter) page(ids []CustomerID) []CustomerID {
	ids = ids[min(f.Offset, len(ids)):]
	if f.Limit > 0 {
		ids = ids[:min(f.Limit, len(ids))]
	}
	return ids
}

// pageOf reads a page of a whole group along the index of its order.
func (s *Store) pageOf(f CustomerFilter) (ids []CustomerID, err error) {
	err = s.db.Raw("SELECT c.id FROM " + f.from() + " WHERE " + f.Set.where(s.Today()) + " ORDER BY " + f.Sort.by() +
		" LIMIT " + number(f.Limit) + " OFFSET " + number(f.Offset)).Scan(&ids).Error
	return ids, explain(err)
}

// textIDs gives at most limit of those whom the text of a filter finds: by what stands on their card, and, where those are few,
// by what they asked for or said.
func (s *Store) textIDs(f CustomerFilter, limit int) ([]CustomerID, error) {
	ids, err := s.customerHits(f.Text, f, limit)
	if err != nil || len(ids) >= min(limit, prefixHits) {
		return ids, err
	}
	more, err := s.askedOrSaid(f, limit)
	for _, id := range more {
		if len(ids) < limit && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, err
}

func (s *Store) customersFound(f CustomerFilter) ([]CustomerRow, int, error) {
	ids, err := s.textIDs(f, textHits)
	if err != nil {
		return nil, 0, err
	}
	total := len(ids)
	ids = f.page(ids)
	rows, err := s.customerRows(ids)
	return rows, total, err
}

// countFiltered counts whom the filter lets through, whatever its text.
func (s *Store) countFiltered(f CustomerFilter) (n int, err error) {
	if f.Plain() {
		return s.CountCustomers(f.Set)
	}
	ids, err := s.filtered(f)
	return len(ids), err
}

// CountCustomers gives how many customers the group has.
func (s *Store) CountCustomers(set CustomerSet) (int, error) {
	var n int
	err := s.db.Raw(set.count(s.Today())).Row().Scan(&n)
	return n, explain(err)
}

// CustomerPlace gives the row of the customer in the list of all, from 0, so that it can be shown; -1 where
// they are not in the book.
func (s *Store) CustomerPlace(id CustomerID) (int, error) {
	var place int
	inBook := CustomersAll.where(s.Today())
	// Names before, and the same name before: two walks along the index, for one over both compares twice at each step.
	err := s.db.Raw(`SELECT ifnull((SELECT (SELECT count(*) FROM customer c WHERE `+inBook+` AND c.name_key < o.name_key)
		  + (SELECT count(*) FROM customer c WHERE `+inBook+` AND c.name_key = o.name_key AND c.id < o.id)
		FROM customer o WHERE o.id = ? AND o.deleted_at = 0 AND o.state = 'active'), -1)`, id).Row().Scan(&place)
	return place, explain(err)
}

// StillThere gives those of ids who are in the book or in the archive.
func (s *Store) StillThere(ids []CustomerID) ([]CustomerID, error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id CustomerID) bool { return m.byID[id] == nil }), nil
}

// CustomerPlaceIn is CustomerPlace in the list of a filter; -1 where the filter does not let them through.
func (s *Store) CustomerPlaceIn(f CustomerFilter, id CustomerID) (int, error) {
	if f.everybody() && f.Text == "" && f.Sort == OrderName {
		return s.CustomerPlace(id)
	}
	f.Offset, f.Limit = 0, 0
	ids, err := s.CustomerIDs(f)
	return slices.Index(ids, id), err
}

// customerRows gives the rows of ids in their order.
func (s *Store) customerRows(ids []CustomerID) ([]CustomerRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	args := s.rungArgs()
	args["ids"] = ids
	var found []CustomerRow
	err := s.db.Raw(`SELECT c.id, `+nameOf("c")+` AS name,
		  ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone' ORDER BY k.position LIMIT 1), '') AS phone,
		  ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'email' ORDER BY k.position LIMIT 1), '') AS email,
		  c.visit_n, c.last_at, c.state, `+rungOf+` AS rung,
		  c.state = 'active' AND c.id IN (`+toThank(s.Today())+`) AS to_thank
		FROM customer c WHERE c.id IN @ids`, args).Scan(&found).Error
	if err != nil {
		return nil, explain(err)
	}
	byID := make(map[CustomerID]CustomerRow, len(found))
	for _, row := range found {
		byID[row.ID] = row
	}
	rows := make([]CustomerRow, 0, len(ids))
	for _, id := range ids {
		if row, ok := byID[id]; ok {
			rows = append(rows, row)
		}
	}
	return rows, nil
}
