package models

import (
	"cmp"
	"database/sql"
	"slices"

	"gorm.io/gorm"
)

// CouldReason is why somebody may well recommend us, who never did and was never asked.
type CouldReason string

// The reasons.
const (
	CouldPraised   CouldReason = "praised"   // they praised us
	CouldDelighted CouldReason = "delighted" // they left delighted lately, and not unhappy since
	CouldLoyal     CouldReason = "loyal"     // they are loyal
)

// CouldReasons are all of them, the strongest first.
var CouldReasons = []CouldReason{CouldPraised, CouldDelighted, CouldLoyal}

// CouldCause is one reason of one customer, with what it rests on.
type CouldCause struct {
	Reason CouldReason
	Day    Day    // when they said it, or left; when they were here last, of somebody loyal
	What   string // what they said
	Days   int    // on how many days somebody loyal was here
}

// CouldRow is a customer who could bring people, with all their reasons, the strongest first.
type CouldRow struct {
	ID      CustomerID
	Name    string
	Phone   string
	NoPhone bool // they asked for no calls
	Causes  []CouldCause
}

// delightedDays is for how long somebody who left delighted is likely to say so to others.
const delightedDays = 90

// could is everybody who could bring people as they were found last, for the list reads them a page at a time.
type could struct {
	rows    []CouldRow // without names
	read    bool
	day     Day
	version [2]int64
}

// WhoCould gives a page of the customers in the book who are loyal, left delighted within the last 90 days or praised us, of whom nobody
// has come or is to come, and whom nobody has asked, and how many they are: those with most reasons first, then the strongest and the
// newest.
func (s *Store) WhoCould(offset, limit int) ([]CouldRow, int, error) {
	if err := s.readCould(); err != nil {
		return nil, 0, explain(err)
	}
	rows := s.could.rows
	first := min(max(offset, 0), len(rows))
	page := slices.Clone(rows[first:min(first+max(limit, 0), len(rows))])
	return page, len(rows), explain(s.nameCould(page))
}

// readCould finds them, unless nothing was changed since they were found last.
func (s *Store) readCould() error {
	version, err := s.fileVersion()
	if err != nil {
		return err
	}
	if m := &s.could; m.read && m.version == version && m.day == s.Today() {
		return nil
	}
	byID := map[CustomerID]*CouldRow{}
	if err := s.couldPraised(byID); err != nil {
		return err
	}
	if err := s.couldDelighted(byID); err != nil {
		return err
	}
	if err := s.couldLoyal(byID); err != nil {
		return err
	}
	if err := s.couldNot(byID); err != nil {
		return err
	}
	rows := make([]CouldRow, 0, len(byID))
	for _, row := range byID {
		rows = append(rows, *row)
	}
	slices.SortFunc(rows, CouldRow.compare)
	if version, err = s.fileVersion(); err != nil { // what was asked may have noted who changed, which counts as a change
		return err
	}
	s.could = could{rows: rows, read: true, day: s.Today(), version: version}
	return nil
}

// compare puts the more likely first.
func (row CouldRow) compare(other CouldRow) int {
	a, b := row.Causes[0], other.Causes[0]
	return cmp.Or(cmp.Compare(len(other.Causes), len(row.Causes)), cmp.Compare(slices.Index(CouldReasons, a.Reason), slices.Index(CouldReasons, b.Reason)),
		cmp.Compare(b.Day, a.Day), cmp.Compare(row.ID, other.ID))
}

// put adds a reason of somebody.
func (cause CouldCause) put(byID map[CustomerID]*CouldRow, id CustomerID) {
	if byID[id] == nil {
		byID[id] = &CouldRow{ID: id}
	}
	byID[id].Causes = append(byID[id].Causes, cause)
}

// couldPraised adds those who praised us, with what they said last.
func (s *Store) couldPraised(byID map[CustomerID]*CouldRow) error {
	return s.each(func(rows *sql.Rows) error {
		var id CustomerID
		cause := CouldCause{Reason: CouldPraised}
		err := rows.Scan(&id, &cause.Day, &cause.What)
		cause.put(byID, id)
		return err
	}, `SELECT p.customer_id, p.on_day, p.text FROM praise p WHERE p.customer_id IS NOT NULL AND p.deleted_at = 0
		AND NOT EXISTS (SELECT 1 FROM praise n WHERE n.customer_id = p.customer_id AND n.deleted_at = 0 AND (n.on_day, n.id) > (p.on_day, p.id))`)
}

// couldDelighted adds those who left delighted lately.
func (s *Store) couldDelighted(byID map[CustomerID]*CouldRow) error {
	since := MomentOf(s.Today().AddDays(-delightedDays).In(s.now().Location()))
	return s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var at Moment
		cause := CouldCause{Reason: CouldDelighted}
		err := rows.Scan(&id, &at, &cause.Day)
		cause.put(byID, id)
		return err
	}, `SELECT d.customer_id, d.at, d.day FROM (SELECT v.customer_id, max(v.at) AS at, v.day FROM visit v INDEXED BY visit_at
		  WHERE v.at >= @since AND v.deleted_at = 0 AND v.how_left = 'delighted' AND v.state <> 'cancelled' AND v.customer_id IS NOT NULL GROUP BY v.customer_id) d
		WHERE NOT EXISTS (SELECT 1 FROM visit u WHERE u.how_left = 'unhappy' AND u.deleted_at = 0 AND u.at >= d.at AND u.customer_id = d.customer_id AND u.state <> 'cancelled')`,
		map[string]any{"since": int64(since)})
}

// couldLoyal adds those who stand on the rung or above it, where they brought nobody.
func (s *Store) couldLoyal(byID map[CustomerID]*CouldRow) error {
	m, err := s.readyFacts()
	if err != nil {
		return err
	}
	q, err := s.question(CustomerFilter{})
	if err != nil {
		return err
	}
	loyal := slices.Index(Rungs, RungLoyal)
	for _, f := range m.shelves[0][0] {
		if f.brought == 0 && f.visitDays >= 2 && q.rung(f) >= loyal {
			cause := CouldCause{Reason: CouldLoyal, Day: DayOf(Moment(f.lastAt).In(s.now().Location())), Days: int(f.visitDays)}
			cause.put(byID, f.id)
		}
	}
	return nil
}

// couldNot takes out those who sent somebody, come or not, who were asked, and who are not in the book.
func (s *Store) couldNot(byID map[CustomerID]*CouldRow) error {
	ids := make([]CustomerID, 0, len(byID))
	for id := range byID {
		ids = append(ids, id)
	}
	return s.each(func(rows *sql.Rows) error {
		var id CustomerID
		err := rows.Scan(&id)
		delete(byID, id)
		return err
	}, `SELECT c.id FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value WHERE c.deleted_at <> 0 OR c.state <> 'active' OR c.invited_on <> ''
		OR EXISTS (SELECT 1 FROM referral_in r WHERE r.referrer_customer_id = c.id AND `+livesOn+`)`, jsonIDs(ids))
}

// nameCould fills in who they are and how to reach them.
func (s *Store) nameCould(page []CouldRow) error {
	ids, at := make([]CustomerID, len(page)), map[CustomerID]int{}
	for i, row := range page {
		ids[i], at[row.ID] = row.ID, i
	}
	return s.each(func(rows *sql.Rows) error {
		var who CouldRow
		err := rows.Scan(&who.ID, &who.Name, &who.NoPhone, &who.Phone)
		row := &page[at[who.ID]]
		row.Name, row.NoPhone, row.Phone = who.Name, who.NoPhone, who.Phone
		return err
	}, "SELECT c.id, "+nameOf("c")+`, c.no_phone, ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone' ORDER BY k.position LIMIT 1), '')
		FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))`, jsonIDs(ids))
}

// NoteInvited notes that somebody was asked today to recommend us, so that nobody asks them again. ErrNotFound where they are not in the
// book.
func (s *Store) NoteInvited(id CustomerID) error {
	return s.change(KindCustomer, func(tx *gorm.DB) error {
		if err := somebodyInBook(tx, id); err != nil {
			return err
		}
		// By the table: the card's own saving leaves the column alone.
		return updateOne(tx.Table("customer").Where("id = ?", id), map[string]any{"invited_on": s.Today(), "updated_at": MomentOf(s.now())})
	})
}

// InvitedOn gives the day somebody was asked to recommend us; "" for never.
func (s *Store) InvitedOn(id CustomerID) (day Day, err error) {
	return day, explain(s.db.Raw("SELECT ifnull(max(invited_on), '') FROM customer WHERE id = ?", id).Row().Scan(&day))
}
