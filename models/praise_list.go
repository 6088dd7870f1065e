package models

import (
	"strconv"
	"strings"
)

// PraiseFilter says which praise a list shows: what every field that is set lets through.
type PraiseFilter struct {
	Text       string // only what holds all its words, in what was said or in the name it is signed with
	Customer   CustomerID
	Staff      StaffID // whom it names
	Year       int     // 0 for ever
	Channel    PraiseChannel
	MayQuote   bool // only what may be quoted
	Unanswered bool // only reviews that nobody replied to
	Newest     bool // sorted by day alone; else reviews that nobody replied to come first

	Offset, Limit int
}

// PraiseRow is praise with the names in it.
type PraiseRow struct {
	Praise
	Name  string // who said it: what the customer is called now, or the name it is signed with; "" for nobody knows who
	Staff string // whom it names
	Gone  bool   // the customer is not in the books any more
}

// Unanswered tells whether it is a review that nobody replied to.
func (p *Praise) Unanswered() bool { return p.Channel == PraiseReview && p.RepliedOn == "" }

// praiseRows is the query of the praise that those gives, a table of it or a query in brackets, with the names in it.
func praiseRows(those string) string {
	return `SELECT p.*, CASE WHEN c.id IS NULL THEN p.said_by ELSE ` + nameOf("c") + ` END AS name, ifnull(m.name, '') AS staff, ifnull(c.deleted_at, 0) <> 0 AS gone
		FROM ` + those + ` p LEFT JOIN customer c ON c.id = p.customer_id LEFT JOIN staff m ON m.id = p.staff_id`
}

// shownPraise is what a list shows: nothing is left to read of what somebody said who was erased.
const shownPraise = "p.deleted_at = 0 AND p.text <> '" + wordsErased + "'"

// Praises gives a page of what people said, the newest first, and how much there is in all.
func (s *Store) Praises(f PraiseFilter) ([]PraiseRow, int, error) {
	where, args := f.where()
	var total int
	if err := s.db.Raw("SELECT count(*) FROM praise p LEFT JOIN customer c ON c.id = p.customer_id WHERE "+where, args...).Row().Scan(&total); err != nil {
		return nil, 0, explain(err)
	}
	if total == 0 {
		return nil, 0, nil
	}
	order := "p.channel = 'review' AND p.replied_on = '' DESC, p.on_day DESC, p.id DESC"
	if f.Newest {
		order = "p.on_day DESC, p.id DESC"
	}
	// Names are looked up for the page alone.
	page := "(SELECT * FROM praise WHERE id IN (SELECT p.id FROM praise p LEFT JOIN customer c ON c.id = p.customer_id WHERE " + where + " ORDER BY " + order + " LIMIT " + number(f.Limit) + " OFFSET " + number(f.Offset) + "))"
	var rows []PraiseRow
	err := s.db.Raw(praiseRows(page)+" ORDER BY "+order, args...).Scan(&rows).Error
	return rows, total, explain(err)
}

// PraisePlace is the row of the praise in the list of the filter, from 0, so that it can be shown; -1 where the filter does not let
// it through.
func (s *Store) PraisePlace(f PraiseFilter, id PraiseID) (place int, err error) {
	where, args := f.where()
	order := "(p.channel = 'review' AND p.replied_on = '', p.on_day, p.id)"
	if f.Newest {
		order = "(p.on_day, p.id)"
	}
	const from = "FROM praise p LEFT JOIN customer c ON c.id = p.customer_id WHERE "
	before := "SELECT count(*) " + from + where + " AND " + order + " > (SELECT " + strings.Trim(order, "()") + " FROM praise p WHERE p.id = ?)"
	there := "EXISTS (SELECT 1 " + from + where + " AND p.id = ?)"
	args = append(args, int64(id))
	err = s.db.Raw("SELECT CASE WHEN "+there+" THEN ("+before+") ELSE -1 END", append(args, args...)...).Row().Scan(&place)
	return place, explain(err)
}

// where is the condition of the filter on the praise p, of the customer c.
func (f PraiseFilter) where() (string, []any) {
	where, args := []string{shownPraise}, []any{}
	add := func(condition string, values ...any) { where, args = append(where, condition), append(args, values...) }
	if f.Customer != 0 {
		add("p.customer_id = ?", f.Customer)
	}
	if f.Staff != 0 {
		add("p.staff_id = ?", f.Staff)
	}
	if f.Year != 0 {
		add("p.on_day >= ? AND p.on_day < ?", strconv.Itoa(f.Year), strconv.Itoa(f.Year+1))
	}
	if f.Channel != "" {
		add("p.channel = ?", f.Channel)
	}
	if f.MayQuote {
		add("p.may_quote = 1 AND ifnull(c.deleted_at, 0) = 0")
	}
	if f.Unanswered {
		add("p.channel = 'review' AND p.replied_on = ''")
	}
	for _, word := range strings.Fields(Fold(f.Text)) {
		add("instr(p.text_key || ' ' || ifnull(c.name_key, ''), ?) > 0", word)
	}
	return strings.Join(where, " AND "), args
}

// PraiseRow gives one thing that was said, as a list shows it, or ErrNotFound.
func (s *Store) PraiseRow(id PraiseID) (*PraiseRow, error) {
	var rows []PraiseRow
	if err := s.db.Raw(praiseRows("praise")+" WHERE "+shownPraise+" AND p.id = ?", id).Scan(&rows).Error; err != nil {
		return nil, explain(err)
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// PraiseSums is how much was said, for the choices of a list.
type PraiseSums struct {
	All        int
	Unanswered int // reviews that nobody replied to
	MayQuote   int
	Years      []int // in which something was said, the latest first
}

// PraiseSums counts what a list of praise can be narrowed to.
func (s *Store) PraiseSums() (sums PraiseSums, err error) {
	err = s.db.Raw(`SELECT count(*), count(*) FILTER (WHERE p.channel = 'review' AND p.replied_on = ''), count(*) FILTER (WHERE p.may_quote = 1 AND ifnull(c.deleted_at, 0) = 0)
		FROM praise p LEFT JOIN customer c ON c.id = p.customer_id WHERE `+shownPraise).Row().Scan(&sums.All, &sums.Unanswered, &sums.MayQuote)
	if err != nil {
		return sums, explain(err)
	}
	err = s.db.Raw("SELECT DISTINCT CAST(substr(p.on_day, 1, 4) AS INTEGER) FROM praise p WHERE " + shownPraise + " ORDER BY 1 DESC").Scan(&sums.Years).Error
	return sums, explain(err)
}

// PraiseThanks gives how far the thank-you for praise has come, to whoever is said to have said it now; "" where none was due.
func (s *Store) PraiseThanks(id PraiseID) (state ThanksState, err error) {
	err = s.db.Raw(`SELECT ifnull((SELECT t.state FROM thank_you t JOIN praise p ON p.id = t.cause_id AND p.customer_id = t.customer_id
		WHERE t.cause = 'praise' AND t.cause_id = ? ORDER BY t.id DESC LIMIT 1), '')`, id).Row().Scan(&state)
	return state, explain(err)
}
