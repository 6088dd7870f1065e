package models

import (
	"slices"
	"strings"

	"gorm.io/gorm"
)

// What is taken out stays in the bin until the owner empties it: nothing goes by itself.

// binDays is how long what is in the bin is kept before the owner is asked to let it go.
const binDays = 30

// BinRow is a thing that was taken out and can be put back.
type BinRow struct {
	Thing    Thing
	ID       int64
	Label    string // what it is called; of a visit, what was asked for
	Customer string // whom it is about, in place of a label or beside it; of a customer, whom they were merged into; "" for nobody
	At       Moment // when it was taken out
}

// bins are, for each sort of thing that can be taken out, the query of what is in the bin. A referral goes with
// the people it joins: it is in the bin by itself only while both are in the books.
var bins = map[Thing]string{
	ThingCustomer: "SELECT 'customer' AS thing, x.id, " + nameOf("x") + " AS label, ifnull((SELECT " + nameOf("k") + " FROM customer k WHERE k.id = x.merged_into), '') AS customer, x.deleted_at AS at FROM customer x WHERE x.deleted_at <> 0 AND x.state <> 'erased'",
	ThingVisit: `SELECT 'visit', x.id, ifnull((SELECT group_concat(name, ', ') FROM (SELECT i.name FROM request r JOIN item i ON i.id = r.item_id
		WHERE r.visit_id = x.id ORDER BY r.position LIMIT 3)), ''), CASE WHEN c.id IS NULL THEN '' ELSE ` + nameOf("c") + ` END, x.deleted_at
		FROM visit x LEFT JOIN customer c ON c.id = x.customer_id WHERE x.deleted_at <> 0 AND c.state IS NOT 'erased'`,
	ThingPraise: `SELECT 'praise', x.id, substr(x.text, 1, 80), CASE WHEN c.id IS NULL THEN x.said_by ELSE ` + nameOf("c") + ` END, x.deleted_at
		FROM praise x LEFT JOIN customer c ON c.id = x.customer_id WHERE x.deleted_at <> 0 AND c.state IS NOT 'erased'`,
	ThingSpecialist: "SELECT 'specialist', x.id, x.name, '', x.deleted_at FROM specialist x WHERE x.deleted_at <> 0",
	ThingSource:     "SELECT 'source', x.id, x.name, '', x.deleted_at FROM source x WHERE x.deleted_at <> 0",
	ThingReferralIn: "SELECT 'referral_in', x.id, coalesce(p.name, " + nameOf("b") + "), " + nameOf("c") + `, x.deleted_at FROM referral_in x
		JOIN customer c ON c.id = x.referee_id AND c.deleted_at = 0
		LEFT JOIN customer b ON b.id = x.referrer_customer_id LEFT JOIN specialist p ON p.id = x.referrer_specialist_id
		WHERE x.deleted_at <> 0 AND coalesce(b.deleted_at, p.deleted_at) = 0`,
}

// Bin gives everything that was taken out and can be put back, the latest first.
func (s *Store) Bin() ([]BinRow, error) { return s.binBefore(whenever) }

// whenever is after any time at which something can have been taken out: a clock that was ahead then hides nothing now.
const whenever Moment = 1 << 62

// BinOld gives what has been in the bin for more than 30 days, which EmptyBin would remove.
func (s *Store) BinOld() ([]BinRow, error) { return s.binBefore(s.binEnd()) }

func (s *Store) binEnd() Moment { return MomentOf(s.now().AddDate(0, 0, -binDays)) }

func (s *Store) binBefore(end Moment) ([]BinRow, error) {
	rows, err := binRows(s.db, end)
	return rows, explain(err)
}

func binRows(db *gorm.DB, end Moment) (rows []BinRow, err error) {
	var queries []string
	for _, thing := range []Thing{ThingCustomer, ThingVisit, ThingPraise, ThingSpecialist, ThingSource, ThingReferralIn} {
		queries = append(queries, bins[thing]+" AND x.deleted_at < @end AND NOT EXISTS (SELECT 1 FROM emptied e WHERE e.thing = '"+string(thing)+"' AND e.thing_id = x.id)")
	}
	err = db.Raw(strings.Join(queries, " UNION ALL ")+" ORDER BY 5 DESC, 1, 2 DESC", map[string]any{"end": end}).Scan(&rows).Error
	return rows, err
}

// PutBack puts a thing from the bin back in its place, with what went with it as far as that still has a place:
// a promise whose visit has gone since stays away, and so does a referral of somebody who has another referrer now.
// A Problem says what must be put back first, or what stands in the way; ErrNotFound that it is not in the bin.
func (s *Store) PutBack(thing Thing, id int64) error {
	return s.change(KindAll, func(tx *gorm.DB) error {
		if err := mayComeBack(tx, thing, id); err != nil {
			return err
		}
		others, err := wentAlong(tx, thing, id)
		if err != nil {
			return err
		}
		if thing == ThingCustomer {
			if apart, err := s.partMerged(tx, CustomerID(id), others); apart || err != nil {
				return err
			}
		}
		if err := oneRow(tx.Exec("UPDATE "+string(thing)+" SET deleted_at = 0 WHERE id = ?", id)); err != nil {
			return err
		}
		if err := putAllBack(tx, others); err != nil {
			return err
		}
		return s.settleBack(tx, thing, id)
	})
}

// mayComeBack tells why the thing cannot be put back.
func mayComeBack(tx *gorm.DB, thing Thing, id int64) error {
	rows, err := binRows(tx, whenever)
	if err != nil {
		return err
	}
	if thing != ThingReferralIn && !slices.ContainsFunc(rows, func(r BinRow) bool { return r.Thing == thing && r.ID == id }) {
		return ErrNotFound
	}
	switch thing {
	case ThingCustomer:
		return inBooksFirst(tx, "SELECT "+nameOf("k")+" FROM customer c JOIN customer k ON k.id = c.merged_into WHERE c.id = ? AND k.deleted_at <> 0", id)
	case ThingVisit:
		return inBooksFirst(tx, "SELECT "+nameOf("c")+" FROM visit v JOIN customer c ON c.id = v.customer_id WHERE v.id = ? AND c.deleted_at <> 0", id)
	case ThingPraise:
		return inBooksFirst(tx, "SELECT "+nameOf("c")+" FROM praise p JOIN customer c ON c.id = p.customer_id WHERE p.id = ? AND c.deleted_at <> 0", id)
	case ThingReferralIn:
		return referralMayComeBack(tx, ReferralInID(id))
	}
	return nil
}

func referralMayComeBack(tx *gorm.DB, id ReferralInID) error {
	var r ReferralIn
	const inBin = "id = ? AND deleted_at <> 0 AND NOT EXISTS (SELECT 1 FROM emptied e WHERE e.thing = 'referral_in' AND e.thing_id = referral_in.id)"
	if err := oneRow(tx.Where(inBin, id).Limit(1).Find(&r)); err != nil {
		return err
	}
	err := inBooksFirst(tx, "SELECT "+nameOf("c")+" FROM referral_in r JOIN customer c ON c.id IN (r.referee_id, r.referrer_customer_id) WHERE r.id = ? AND c.deleted_at <> 0", int64(id))
	if err == nil {
		err = inBooksFirst(tx, "SELECT p.name FROM referral_in r JOIN specialist p ON p.id = r.referrer_specialist_id WHERE r.id = ? AND p.deleted_at <> 0", int64(id))
	}
	if err != nil || r.State == ReferralDenied {
		return err
	}
	return checkOtherReferrer(tx, &r)
}

// inBooksFirst gives the Problem of the first person the query names: they must be put back before.
func inBooksFirst(tx *gorm.DB, query string, id int64) error {
	var names []string
	if err := tx.Raw(query, id).Scan(&names).Error; err != nil || len(names) == 0 {
		return err
	}
	return problem("bin", "bin.first", "Name", names[0])
}
