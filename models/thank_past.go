package models

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
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
	key := nameKey(Fold(who))
	ids, err := s.wordStarts(key)
	if err != nil {
		return nil, err
	}
	var all []thankedOf
	err = s.each(func(rows *sql.Rows) error {
		var t thankedOf
		err := rows.Scan(&t.id, &t.customer, &t.thankedAt, &t.givenOn, &t.cost)
		all = append(all, t)
		return err
	}, `SELECT t.id, ifnull(t.customer_id, 0), t.thanked_at, t.given_on, t.cost FROM (
		  SELECT k.id FROM json_each(@ids) j CROSS JOIN thank_you k ON k.customer_id = j.value
		  UNION ALL SELECT k.id FROM specialist p CROSS JOIN thank_you k INDEXED BY thank_you_cause
		    ON ifnull(k.customer_id, 0) = 0 AND ifnull(k.specialist_id, 0) = p.id AND k.state <> 'waived' WHERE instr(' ' || p.name_key, ' ' || @who)
		  UNION ALL SELECT k.id FROM thank_you k INDEXED BY thank_you_given JOIN specialist p ON p.id = k.specialist_id
		    WHERE k.given_on <> '' AND k.state = 'waived' AND instr(' ' || p.name_key, ' ' || @who)) k
		CROSS JOIN thank_you t ON t.id = k.id WHERE t.state = 'thanked' OR t.given_on <> ''`, map[string]any{"ids": jsonIDs(ids), "who": key})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b thankedOf) int {
		return cmp.Or(cmp.Compare(b.thankedAt, a.thankedAt), cmp.Compare(b.id, a.id))
	})
	if version, err = s.fileVersion(); err != nil {
		return nil, err // catching up with changes is counted as one
	}
	s.thanked = thankedWho{who, version, all}
	return all, nil
}

// wordStarts gives those in the book and in the archive with a word of their name that begins as key: from the facts, for asked of the
// file it is a walk along all names.
func (s *Store) wordStarts(key string) (ids []CustomerID, err error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	for shelf := range m.shelves {
		for _, f := range m.shelves[shelf][0] {
			if strings.HasPrefix(f.name, key) || strings.Contains(f.name, " "+key) {
				ids = append(ids, f.id)
			}
		}
	}
	return ids, nil
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
