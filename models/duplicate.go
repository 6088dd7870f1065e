package models

import (
	"cmp"
	"errors"
	"slices"

	"gorm.io/gorm"
)

// Likeness is what two cards have in common that makes them likely to be one person's.
type Likeness string

// The likenesses. Of an address and a birthday they count only beside a name that is alike; a name alone only where few
// are called so and one of the cards has neither number nor e-mail address.
const (
	SameName     Likeness = "name"
	AlikeName    Likeness = "spelling" // written nearly the same
	SamePhone    Likeness = "phone"
	SameEmail    Likeness = "email"
	SameBirthday Likeness = "birthday"
	SameAddress  Likeness = "address"
)

// Duplicate is a pair of cards that are likely to be one person's. Keep has been here more often, or is the older.
type Duplicate struct {
	Keep, Gone CustomerRow
	Why        []Likeness // the name first
}

// What more cards than these have in common is no sign: a firm's number, a street's name for an address, a name many have.
const (
	shareMost = 8
	namesakes = 4
)

// likely are the queries of cards that have something in common: the smaller id, the larger, and what.
var likely = []string{
	shared(SamePhone, "contact", "customer_id", "kind = 'phone' AND length(same_key) >= 6", "kind, same_key"),
	shared(SameEmail, "contact", "customer_id", "kind = 'email' AND length(same_key) >= 6", "kind, same_key"),
	shared(SameBirthday, "customer", "id", inBookNamed+" AND birthday <> ''", "birthday, sound"),
	shared(SameAddress, "customer", "id", inBookNamed+" AND address <> ''", "address_key, sound"),
}

const inBookNamed = "deleted_at = 0 AND state = 'active' AND name <> ''"

// shared is the query of pairs of rows of the table whose columns key are the same.
func shared(why Likeness, table, id, where, key string) string {
	return sharedBy(why, table, id, where, key, shareMost)
}

func sharedBy(why Likeness, table, id, where, key string, most int) string {
	rows := "(SELECT * FROM " + table + " WHERE " + where + ")"
	return "SELECT a." + id + " AS low, b." + id + " AS high, '" + string(why) + "' AS why FROM (SELECT " + key + " FROM " + table + " WHERE " + where +
		" GROUP BY " + key + " HAVING count(*) BETWEEN 2 AND " + number(most) + ") s CROSS JOIN " + rows + " a USING (" + key + ") CROSS JOIN " + rows + " b USING (" + key +
		") WHERE a." + id + " < b." + id
}

// likelyPair is a pair with all the rest that decides about it.
type likelyPair struct {
	Low, High         CustomerID
	Why               Likeness
	LowName, HighName string
	LowN, HighN       int
}

// Duplicates gives a page of the pairs of cards that are likely to be one person's, the likeliest first, and how many there are
// in all. Pairs that NotTheSame parted are not among them.
func (s *Store) Duplicates(limit, offset int) ([]Duplicate, int, error) {
	pairs, err := s.likelyPairs()
	if err != nil {
		return nil, 0, explain(err)
	}
	total := len(pairs)
	pairs = pairs[min(offset, total):min(offset+limit, total)]
	var ids []CustomerID
	for _, p := range pairs {
		ids = append(ids, p.keep, p.gone)
	}
	rows, err := s.customerRows(ids)
	if err != nil {
		return nil, 0, err
	}
	duplicates := make([]Duplicate, len(pairs))
	for i, p := range pairs {
		duplicates[i] = Duplicate{Keep: rows[2*i], Gone: rows[2*i+1], Why: p.why}
	}
	return duplicates, total, nil
}

// judged is a likely pair with everything that speaks for it.
type judged struct {
	keep, gone CustomerID
	why        []Likeness
	alike      bool
}

func (s *Store) likelyPairs() ([]judged, error) {
	name := sharedBy(SameName, "customer", "id", inBookNamed, "sound", namesakes)
	queries := slices.Concat(likely, []string{"SELECT low, high, why FROM (" + name + ") p WHERE NOT EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = p.low)" +
		" OR NOT EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = p.high)"})
	found := map[[2]CustomerID]*judged{}
	var order []*judged
	for _, query := range queries {
		var pairs []likelyPair
		err := s.db.Raw(`SELECT p.*, l.name_key AS low_name, h.name_key AS high_name, l.visit_n AS low_n, h.visit_n AS high_n
			FROM (` + query + `) p
			CROSS JOIN customer l ON l.id = p.low AND l.deleted_at = 0 AND l.state = 'active'
			CROSS JOIN customer h ON h.id = p.high AND h.deleted_at = 0 AND h.state = 'active'
			WHERE NOT EXISTS (SELECT 1 FROM not_same n WHERE n.low = p.low AND n.high = p.high)`).Scan(&pairs).Error
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			order = p.judge(found, order)
		}
	}
	slices.SortStableFunc(order, func(a, b *judged) int {
		return cmp.Or(-compareBool(a.alike, b.alike), cmp.Compare(len(b.why), len(a.why)), cmp.Compare(max(b.keep, b.gone), max(a.keep, a.gone)))
	})
	all := make([]judged, len(order))
	for i, j := range order {
		all[i] = *j
	}
	return all, nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// judge adds what speaks for the pair to what was found before, and the pair to order where it is new.
func (p likelyPair) judge(found map[[2]CustomerID]*judged, order []*judged) []*judged {
	pair := [2]CustomerID{p.Low, p.High}
	j := found[pair]
	if j == nil {
		j = &judged{keep: p.Low, gone: p.High}
		if p.HighN > p.LowN {
			j.keep, j.gone = p.High, p.Low
		}
		switch {
		case p.LowName == p.HighName:
			j.why, j.alike = []Likeness{SameName}, true
		case alike(p.LowName, p.HighName):
			j.why, j.alike = []Likeness{AlikeName}, true
		case p.Why != SamePhone && p.Why != SameEmail:
			return order // a name alone, or a family's home
		}
		found[pair], order = j, append(order, j)
	}
	if p.Why != SameName && !slices.Contains(j.why, p.Why) {
		j.why = append(j.why, p.Why)
	}
	return order
}

// NotTheSame notes that two customers are two people; Duplicates does not show them any more. ErrNotFound where one of
// them is neither in the book nor in the archive.
func (s *Store) NotTheSame(a, b CustomerID) error {
	if a == b {
		return problem("gone", "merge.same")
	}
	return s.change(KindCustomer, func(tx *gorm.DB) error {
		if err := errors.Join(inBookOrArchive(tx, a), inBookOrArchive(tx, b)); err != nil {
			return err
		}
		return tx.Exec("INSERT INTO not_same (low, high) VALUES (?, ?) ON CONFLICT DO NOTHING", min(a, b), max(a, b)).Error
	})
}
