package models

import (
	"cmp"
	"context"
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

// foundPair is a pair that has one thing in common, with all the rest that decides about it.
type foundPair struct {
	Low, High         CustomerID
	Why               Likeness
	LowName, HighName string
	LowN, HighN       int
}

// Duplicates gives a page of the pairs of cards that are likely to be one person's, the likeliest first, and how many there are
// in all. Pairs that NotTheSame parted are not among them.
func (s *Store) Duplicates(limit, offset int) ([]Duplicate, int, error) {
	pairs, err := likelyPairs(s.db)
	if err != nil {
		return nil, 0, explain(err)
	}
	page, err := s.DuplicateRows(pairs[min(offset, len(pairs)):min(offset+limit, len(pairs))])
	return page, len(pairs), err
}

// LikelyPairs gives all that Duplicates gives without their rows. In a large book that takes a second, so it reads through a
// connection of its own and may be called from another goroutine.
func (s *Store) LikelyPairs(ctx context.Context) (pairs []LikelyPair, err error) {
	err = s.patiently(ctx, func(ctx context.Context) error {
		return apart(ctx, s.path, "ro", s.now, func(db *gorm.DB) (err error) {
			pairs, err = likelyPairs(db)
			return err
		})
	})
	return pairs, explain(err)
}

// DuplicateRows gives the rows of some pairs. One whose cards are no longer both in the file is left out.
func (s *Store) DuplicateRows(pairs []LikelyPair) ([]Duplicate, error) {
	var ids []CustomerID
	for _, p := range pairs {
		ids = append(ids, p.Keep, p.Gone)
	}
	rows, err := s.customerRows(ids)
	if err != nil {
		return nil, err
	}
	byID := map[CustomerID]CustomerRow{}
	for _, row := range rows {
		byID[row.ID] = row
	}
	var duplicates []Duplicate
	for _, p := range pairs {
		keep, gone := byID[p.Keep], byID[p.Gone]
		if keep.ID != 0 && gone.ID != 0 {
			duplicates = append(duplicates, Duplicate{Keep: keep, Gone: gone, Why: p.Why})
		}
	}
	return duplicates, nil
}

// LikelyPair is a Duplicate without the rows of its cards: Keep has been here more often, or is the older.
type LikelyPair struct {
	Keep, Gone CustomerID
	Why        []Likeness // the name first
	alike      bool
}

func likelyPairs(db *gorm.DB) ([]LikelyPair, error) {
	name := sharedBy(SameName, "customer", "id", inBookNamed, "sound", namesakes)
	queries := slices.Concat(likely, []string{"SELECT low, high, why FROM (" + name + ") p WHERE NOT EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = p.low)" +
		" OR NOT EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = p.high)"})
	found := map[[2]CustomerID]*LikelyPair{}
	var order []*LikelyPair
	for _, query := range queries {
		var pairs []foundPair
		err := db.Raw(`SELECT p.*, l.name_key AS low_name, h.name_key AS high_name, l.visit_n AS low_n, h.visit_n AS high_n
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
	slices.SortStableFunc(order, func(a, b *LikelyPair) int {
		return cmp.Or(-compareBool(a.alike, b.alike), cmp.Compare(len(b.Why), len(a.Why)), cmp.Compare(max(b.Keep, b.Gone), max(a.Keep, a.Gone)))
	})
	all := make([]LikelyPair, len(order))
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
func (p foundPair) judge(found map[[2]CustomerID]*LikelyPair, order []*LikelyPair) []*LikelyPair {
	pair := [2]CustomerID{p.Low, p.High}
	j := found[pair]
	if j == nil {
		j = &LikelyPair{Keep: p.Low, Gone: p.High}
		if p.HighN > p.LowN {
			j.Keep, j.Gone = p.High, p.Low
		}
		switch {
		case p.LowName == p.HighName:
			j.Why, j.alike = []Likeness{SameName}, true
		case alike(p.LowName, p.HighName):
			j.Why, j.alike = []Likeness{AlikeName}, true
		case p.Why != SamePhone && p.Why != SameEmail:
			return order // a name alone, or a family's home
		}
		found[pair], order = j, append(order, j)
	}
	if p.Why != SameName && !slices.Contains(j.Why, p.Why) {
		j.Why = append(j.Why, p.Why)
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
