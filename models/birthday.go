package models

import (
	"database/sql"
	"strconv"
	"strings"
)

// GreetRow is somebody to greet without their having asked for anything: a birthday, or not seen for a while.
type GreetRow struct {
	Person
	On      Day // of a birthday, this year's
	Turns   int // how old they are then; 0 where the year is not known
	LastAt  Moment
	VisitN  int
	GapDays float64 // the usual number of days between two of their visits
}

// The days around today whose birthdays are told: a shop that was closed yesterday is not too late.
const (
	birthdaysBack  = 1
	birthdaysAhead = 6
)

// birthdayDays gives the birthdays of this week as the book has them, "11-29", each with its day: today's first, and those that are
// over last. Those of
// 29 February have theirs on the 28th where the year has no other. The births are a list in JSON.
func birthdayDays(today Day) (days []Day, births string) {
	var all []string
	for n := range birthdaysBack + birthdaysAhead + 1 {
		day := today.AddDays(n)
		if n > birthdaysAhead {
			day = today.AddDays(birthdaysAhead - n)
		}
		days, all = append(days, day), append(all, string(day)[5:])
		if string(day)[5:] == "02-28" && string(day.AddDays(1))[5:] == "03-01" {
			days, all = append(days, day), append(all, "02-29")
		}
	}
	return days, `["` + strings.Join(all, `","`) + `"]`
}

// birthdaysWeek are the birthdays of this week that are not put off; birthdaysNow those of them that are only told of, and not thanked for.
var birthdaysWeek = "FROM json_each(@births) j CROSS JOIN customer c INDEXED BY customer_birthday WHERE substr(c.birthday, -5) = j.value AND c.deleted_at = 0 AND c.state = 'active' AND c.birthday <> '' AND " +
	awake(SnoozeBirthday, "c.id")

var birthdaysNow = birthdaysWeek + " AND NOT (SELECT milestone_birthday FROM shop)"

func (s *Store) countBirthdays() (n int, err error) {
	_, births := birthdayDays(s.Today())
	return n, s.db.Raw("SELECT count(*) "+birthdaysNow, map[string]any{"births": births, "today": s.Today()}).Row().Scan(&n)
}

// birthdays gives the first whose birthday is this week and is only told of, in that order.
func (s *Store) birthdays(limit int) ([]GreetRow, error) { return s.birthdaysFrom(birthdaysNow, limit) }

// birthdaysFrom is birthdays of the query birthdaysWeek narrowed in another way, which may ask for the birthdayArgs.
func (s *Store) birthdaysFrom(from string, limit int) (rows []GreetRow, err error) {
	days, _ := birthdayDays(s.Today())
	err = s.each(func(r *sql.Rows) error {
		var g GreetRow
		var at int
		var born string
		err := r.Scan(g.into(&g.LastAt, &g.VisitN, &at, &born)...)
		g.On = days[at]
		if year, unknown := strconv.Atoi(born[:max(len(born)-6, 0)]); unknown == nil && year > 0 {
			g.Turns = g.On.In(s.now().Location()).Year() - year
		}
		rows = append(rows, g)
		return err
	}, "SELECT "+personColumns+", c.last_at, c.visit_n, j.key, c.birthday FROM (SELECT j.key, c.id "+from+" ORDER BY j.key, c.id LIMIT "+number(limit)+") j JOIN customer c ON c.id = j.id ORDER BY j.key, c.id",
		birthdayArgs(s.Today()))
	return rows, err
}
