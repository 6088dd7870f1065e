package models

import (
	"cmp"
	"database/sql"
	"slices"
)

// thankedOf is what the history of thank-yous needs of one that was said, or whose reward was given.
type thankedOf struct {
	id        ThankYouID
	customer  CustomerID
	thankedAt Moment // 0 where it was not said
	givenOn   Day
	cost      Money
}

// thankedWho are those to whoever was asked for last, the latest first: the page of the history asks for them four times at each key, and
// the names of a large book take long to look through.
type thankedWho struct {
	who     string
	version [2]int64
	all     []thankedOf
}

// thankedTo gives the thank-yous that were said, or whose reward was given, to those with a word of their name that begins as who.
func (s *Store) thankedTo(who string) ([]thankedOf, error) {
	version, err := s.fileVersion()
	if err != nil || s.thanked.who == who && s.thanked.version == version {
		return s.thanked.all, err
	}
	var all []thankedOf
	err = s.each(func(rows *sql.Rows) error {
		var t thankedOf
		err := rows.Scan(&t.id, &t.customer, &t.thankedAt, &t.givenOn, &t.cost)
		all = append(all, t)
		return err
	}, "SELECT t.id, ifnull(t.customer_id, 0), t.thanked_at, t.given_on, t.cost FROM ("+thanksToWho+") k CROSS JOIN thank_you t ON t.id = k.id WHERE t.state = 'thanked' OR t.given_on <> ''",
		map[string]any{"who": Fold(who)})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b thankedOf) int {
		return cmp.Or(cmp.Compare(b.thankedAt, a.thankedAt), cmp.Compare(b.id, a.id))
	})
	s.thanked = thankedWho{who, version, all}
	return all, nil
}

// saidIn tells whether it was said in the year and to the customer of the filter.
func (s *Store) saidIn(f ThanksFilter) func(t thankedOf) bool {
	from, to := s.yearSpan(f.Year)
	return func(t thankedOf) bool {
		return t.thankedAt > 0 && (f.Year == 0 || from <= t.thankedAt && t.thankedAt < to) && (f.Customer == 0 || t.customer == f.Customer)
	}
}

// pastThanks gives a page of what was said to some by name, and how many there are.
func (s *Store) pastThanks(f ThanksFilter) (rows []ThankYouRow, total int, err error) {
	all, err := s.thankedTo(f.Who)
	if err != nil {
		return nil, 0, err
	}
	var ids []ThankYouID
	said := s.saidIn(f)
	for _, t := range all {
		if !said(t) {
			continue
		}
		if total++; total > f.Offset && len(ids) < f.Limit {
			ids = append(ids, t.id)
		}
	}
	if len(ids) == 0 {
		return nil, total, nil
	}
	args := s.rungArgs()
	args["ids"] = jsonIDs(ids)
	from := "(SELECT t.* FROM json_each(@ids) j CROSS JOIN thank_you t ON t.id = j.value)"
	return rows, total, s.db.Raw(thankYouRows(from, "t.thanked_at DESC, t.id DESC"), args).Scan(&rows).Error
}

// sumsTo is ThanksSums of some by name.
func (s *Store) sumsTo(f ThanksFilter) (sums ThanksSums, err error) {
	all, err := s.thankedTo(f.Who)
	said := s.saidIn(f)
	for _, t := range all {
		if said(t) {
			sums.Said++
			sums.LastAt = max(sums.LastAt, t.thankedAt)
		}
		if t.givenOn != "" && (f.Year == 0 || yearOf(t.givenOn) == f.Year) && (f.Customer == 0 || t.customer == f.Customer) {
			sums.Given++
			sums.Cost += t.cost
		}
	}
	return sums, err
}
