package models

import (
	"context"
	"database/sql/driver"
	"time"

	"gorm.io/gorm"
)

// course is how somebody came to the shop and kept coming: all that the ladder over time and the figures of Insights are made of.
// Days are numbers as dayNo counts them; 0 is none.
type course struct {
	id        CustomerID
	since     int32   // in the book from that day on
	left      int32   // not any more from that day on: archived, or erased
	nameless  bool    // erased
	days      []int32 // on which they came, each once, in order
	asks      []asking
	firstYear Money // what they spent within a year of the first of them
	source    SourceID
	sent      bool    // by a customer or a specialist
	before    bool    // they came before this book was kept
	brought   int32   // the day on which the first they sent became a customer
	praised   int32   // the first praise of theirs
	reviewed  int32   // the first of it that was for all to read
	first     StaffID // who served them when they first came; 0 for nobody knows
	binned    bool    // taken out of the book: their visits stay in the log
	gone      bool    // no course any more: they became one with somebody else, say
}

// asking is a visit at which somebody asked for one of the staff by name.
type asking struct {
	day   int32
	staff StaffID
}

// firstYearDays is how long a customer's first year is.
const firstYearDays = 365

// courseReader reads courses, of everybody or of a few, from the file.
type courseReader struct {
	db     *gorm.DB
	few    string // the IDs as JSON; "" for everybody
	zone   *time.Location
	told   func(done, total int)
	found  map[CustomerID]*course
	list   []*course // the same, in the order in which they stand in memory: to walk along them is twice as fast as along the map
	dayNos map[string]int32
	days   []int32  // for the days of those still to be read
	room   []course // for those still to be read: made at once, which is quicker than one by one
}

// readCourses reads the courses of everybody, or of those of ids. told, which may be nil, is told how far it is.
func readCourses(db *gorm.DB, ids []CustomerID, zone *time.Location, told func(done, total int)) (*courseReader, error) {
	r := &courseReader{db: db, zone: zone, told: told, dayNos: map[string]int32{}}
	n := len(ids)
	if ids != nil {
		r.few = jsonIDs(ids)
	} else if err := db.Raw("SELECT count(*) FROM customer").Row().Scan(&n); err != nil {
		return nil, err
	}
	r.found, r.room = make(map[CustomerID]*course, n), make([]course, n)
	for _, read := range []func() error{r.people, r.visits, r.referrals, r.praise} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// of narrows a query to the few, by the column that names them.
func (r *courseReader) of(column string) string {
	if r.few == "" {
		return ""
	}
	return " AND " + column + " IN (SELECT value FROM json_each(?1))"
}

// each runs a query and hands over each row as the driver has it: database/sql would copy every value twice, which for a million
// visits takes as long again as reading them.
func (r *courseReader) each(columns int, row func(v []driver.Value), query string) error {
	ctx := r.db.Statement.Context
	pool, err := r.db.DB()
	if err != nil {
		return err
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var args []driver.NamedValue
	if r.few != "" {
		args = []driver.NamedValue{{Ordinal: 1, Value: r.few}}
	}
	return conn.Raw(func(c any) error {
		rows, err := c.(driver.QueryerContext).QueryContext(ctx, query, args)
		if err != nil {
			return err
		}
		defer rows.Close()
		return allRows(ctx, rows, make([]driver.Value, columns), row)
	})
}

// allRows goes through the rows, and looks now and then whether ctx has ended.
func allRows(ctx context.Context, rows driver.Rows, v []driver.Value, row func(v []driver.Value)) error {
	const now = 1000
	for n := 0; ; n++ {
		if n%now == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch err := rows.Next(v); {
		case isEnd(err):
			return nil
		case err != nil:
			return err
		}
		row(v)
	}
}

// dayNo is the number of a stored day; "" is 0.
func (r *courseReader) dayNo(day string) int32 {
	if day == "" {
		return 0
	}
	n, known := r.dayNos[day]
	if !known {
		n = int32(dayNo(Day(day)))
		r.dayNos[day] = n
	}
	return n
}

// dayOf is the number of the day of a stored moment.
func (r *courseReader) dayOf(at int64) int32 {
	if at == 0 {
		return 0
	}
	_, offset := time.Unix(at, 0).In(r.zone).Zone()
	return int32((at + int64(offset)) / 86400)
}

// people reads everybody. Only whoever is not simply in the book has a day that has to be looked at: the columns that are the same for
// nearly all cross over as a number.
func (r *courseReader) people() error {
	return r.each(5, func(v []driver.Value) {
		c := r.add(CustomerID(v[0].(int64)))
		c.since, c.source = r.dayOf(v[1].(int64)), SourceID(v[2].(int64))
		c.before = v[3].(int64) != 0
		if left, is := v[4].(string); is {
			c.left = r.dayNo(left)
		} else if at := v[4].(int64); at > 0 {
			c.left, c.nameless = r.dayOf(at), true
		} else {
			c.binned = at < 0
		}
	}, `SELECT c.id, c.created_at, ifnull(c.source_id, 0), e.id IS NOT NULL,
		  CASE WHEN c.state = 'active' AND c.deleted_at = 0 THEN 0 WHEN c.state = 'erased' THEN c.deleted_at WHEN c.deleted_at <> 0 THEN -1 ELSE c.archived_on END
		FROM customer c LEFT JOIN earlier e ON e.id = c.id WHERE c.state <> 'merged'`+r.of("c.id"))
}

// add makes room for the course of somebody.
func (r *courseReader) add(id CustomerID) *course {
	if len(r.room) == 0 { // somebody was added meanwhile
		r.room = make([]course, 1)
	}
	c := &r.room[0]
	c.id = id
	r.room, r.found[id], r.list = r.room[1:], c, append(r.list, c)
	return c
}

// visits reads when they came, whom they asked for, what they spent in their first year, and who served them first: by the index that has
// the day of each visit as a number, in the order of days and moments.
func (r *courseReader) visits() error {
	var total int
	if r.told != nil {
		if err := r.db.Raw("SELECT ifnull(max(id), 0) FROM customer").Row().Scan(&total); err != nil {
			return err
		}
	}
	var whose CustomerID
	var c *course
	var days []int32
	end := func() {
		if c != nil {
			c.days = r.keep(days)
			c.seen(days[0])
		}
	}
	err := r.each(5, func(v []driver.Value) {
		day := int32(v[1].(int64))
		if id := CustomerID(v[0].(int64)); id != whose {
			end()
			whose, c, days = id, r.found[id], append(days[:0], day)
			if staff, served := v[4].(int64); served && c != nil {
				c.first = StaffID(staff)
			}
			if r.told != nil && id%1000 == 0 {
				r.told(int(id), total)
			}
		}
		if days[len(days)-1] != day {
			days = append(days, day)
		}
		if c == nil {
			return
		}
		if day < days[0]+firstYearDays {
			c.firstYear += Money(v[2].(int64))
		}
		if staff, asked := v[3].(int64); asked {
			c.asks = append(c.asks, asking{day, StaffID(staff)})
		}
	}, `SELECT v.customer_id, unixepoch(v.day) / 86400, v.amount, v.asked_for, v.served_by FROM visit v INDEXED BY visit_course
		WHERE v.customer_id IS NOT NULL AND v.state = 'completed' AND v.deleted_at = 0`+r.of("v.customer_id")+" ORDER BY v.customer_id, unixepoch(v.day) / 86400, v.at, v.id")
	end()
	return err
}

// keep copies the days beside those of the course before.
func (r *courseReader) keep(days []int32) []int32 {
	const together = 1 << 16
	n := len(days)
	if cap(r.days)-len(r.days) < n {
		room := together
		if r.few != "" {
			room = n
		}
		r.days = make([]int32, 0, max(n, room))
	}
	at := len(r.days)
	r.days = append(r.days, days...)
	return r.days[at : at+n : at+n]
}

// seen has them in the book from the day on, whenever their card was made.
func (c *course) seen(day int32) {
	if c.since == 0 || day < c.since {
		c.since = day
	}
}

// referrals reads who was sent, and when the first whom somebody sent became a customer: on the day it was noted, or on the one that was
// given where it was before this book was kept.
func (r *courseReader) referrals() error {
	note := func(v []driver.Value) {
		given, before := v[3].(string)
		if c := r.found[CustomerID(v[1].(int64))]; c != nil {
			c.sent = true
			c.before = c.before || before
		}
		sender, sends := v[0].(int64)
		c := r.found[CustomerID(sender)]
		if !sends || c == nil || v[2].(int64) == 0 {
			return
		}
		day := r.dayNo(given)
		if !before {
			day = r.dayOf(v[3].(int64))
		}
		if c.brought == 0 || day < c.brought {
			c.brought = day
			c.seen(day)
		}
	}
	const query = `SELECT r.referrer_customer_id, r.referee_id, r.state = 'approved', iif(r.from_before, r.on_day, r.approved_at) FROM referral_in r
		WHERE r.state <> 'denied' AND r.deleted_at = 0`
	if r.few == "" {
		return r.each(4, note, query)
	}
	for _, column := range []string{"r.referrer_customer_id", "r.referee_id"} {
		if err := r.each(4, note, query+r.of(column)); err != nil {
			return err
		}
	}
	return nil
}

func (r *courseReader) praise() error {
	return r.each(3, func(v []driver.Value) {
		c := r.found[CustomerID(v[0].(int64))]
		if c == nil {
			return
		}
		day := r.dayNo(v[1].(string))
		c.seen(day)
		if c.praised == 0 || day < c.praised {
			c.praised = day
		}
		if v[2].(int64) != 0 && (c.reviewed == 0 || day < c.reviewed) {
			c.reviewed = day
		}
	}, "SELECT p.customer_id, p.on_day, p.channel = 'review' FROM praise p WHERE p.customer_id IS NOT NULL AND p.deleted_at = 0"+r.of("p.customer_id"))
}
