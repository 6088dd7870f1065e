package models

import (
	"cmp"
	"slices"
)

// SpecialistsFor gives those to whom a customer can be sent, with how it went for earlier customers: whose trades or name hold every
// word of text, the most promising first (see wilson); of text "" by their trades, and the most promising of each first. At most
// limit are given, and none who is paused or not to be used.
func (s *Store) SpecialistsFor(text string, limit int) ([]SpecialistRow, error) {
	rows, err := s.Specialists(text)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(p SpecialistRow) bool { return !p.Usable() })
	slices.SortStableFunc(rows, func(a, b SpecialistRow) int {
		if text != "" {
			return a.compare(b)
		}
		return cmp.Or(cmp.Compare(Fold(a.Trades), Fold(b.Trades)), a.compare(b))
	})
	return rows[:min(limit, len(rows))], nil
}

// compare puts before others with whom customers were satisfied more surely; of those of whom nothing good is known whoever
// disappointed fewer comes first, then the name decides.
func (p SpecialistRow) compare(other SpecialistRow) int {
	return cmp.Or(cmp.Compare(wilson(other.SatisfiedN, other.WentN()), wilson(p.SatisfiedN, p.WentN())),
		cmp.Compare(p.NotSatisfiedN, other.NotSatisfiedN), cmp.Compare(p.NameKey, other.NameKey))
}

// SpecialistRow gives one specialist of the book with how it went for those we sent, or ErrNotFound.
func (s *Store) SpecialistRow(id SpecialistID) (SpecialistRow, error) {
	rows, err := s.specialistRows("p.id = ? AND p.deleted_at = 0", []any{id})
	if err == nil && len(rows) == 0 {
		return SpecialistRow{}, ErrNotFound
	}
	if err != nil {
		return SpecialistRow{}, explain(err)
	}
	return rows[0], nil
}

// LastDisappointed gives the customer sent last to the specialist who was not satisfied; with ID 0 where there is none.
func (s *Store) LastDisappointed(id SpecialistID) (row ReferralOutRow, err error) {
	err = s.db.Raw(referralOutRows+"WHERE o.specialist_id = ? AND o.outcome = 'not_satisfied' AND o.state = 'heard_back' ORDER BY o.sent_on DESC, o.id DESC LIMIT 1", id).
		Scan(&row).Error
	return row, explain(err)
}

// ReferralOut gives one of those sent to specialists, or ErrNotFound.
func (s *Store) ReferralOut(id ReferralOutID) (row ReferralOutRow, err error) {
	err = s.db.Raw(referralOutRows+"WHERE o.id = ? AND o.state <> 'cancelled'", id).Scan(&row).Error
	if err == nil && row.ID == 0 {
		return row, ErrNotFound
	}
	return row, explain(err)
}
