package models

import (
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"
)

// Where birthdays are thanked for, each of this week is a thank-you that is due though the file has none: its ThankYouID is that of the
// customer below 0, until the owner does something about it. Then it is noted, in the same change, so that it is made once and
// nothing is written because somebody looked.

// birthdaysThanked is the condition of birthdaysWeek that birthdays are thanked for, and that this one is not noted yet: @years are those
// of @births.
const birthdaysThanked = ` AND (SELECT milestone_birthday FROM shop) AND NOT EXISTS (SELECT 1 FROM thank_you k
	WHERE k.customer_id = c.id AND k.cause = 'milestone' AND k.milestone = 'birthday' AND k.cause_id = json_extract(@years, '$[' || j.key || ']'))`

// toThank is the query of the customers whom a thank-you is due to as the day has it, be it only for a birthday of this week that nothing
// was done about yet: those of ThankYous.
func toThank(today Day) string {
	args := birthdayArgs(today)
	birthdays := strings.NewReplacer("@births", quote(args["births"]), "@years", quote(args["years"]), "@today", quote(args["today"])).Replace(birthdaysWeek + birthdaysThanked)
	return "SELECT t.customer_id FROM thank_you t WHERE t.state IN ('owed', 'printed') AND t.customer_id IS NOT NULL UNION ALL SELECT c.id " + birthdays
}

// quote writes what the program itself made up as SQL.
func quote(made any) string { return fmt.Sprintf("'%s'", made) }

// birthdayArgs gives what birthdaysWeek and birthdaysThanked ask for on the day.
func birthdayArgs(today Day) map[string]any {
	days, births := birthdayDays(today)
	years, written := make([]string, len(days)), make([]string, len(days))
	for i, day := range days {
		years[i], written[i] = strconv.Itoa(yearOf(day)), string(day)
	}
	return map[string]any{"births": births, "today": today, "years": "[" + strings.Join(years, ",") + "]", "days": `["` + strings.Join(written, `","`) + `"]`}
}

// countBirthdayThanks counts them, of one customer or for 0 of all.
func (s *Store) countBirthdayThanks(of CustomerID) (n int, err error) {
	where, args := s.birthdaysOf(of)
	return n, s.db.Raw("SELECT count(*) "+where, args).Row().Scan(&n)
}

func (s *Store) birthdaysOf(of CustomerID) (where string, args map[string]any) {
	where, args = birthdaysWeek+birthdaysThanked, birthdayArgs(s.Today())
	if of != 0 {
		where, args["of"] = where+" AND c.id = @of", of
	}
	return where, args
}

// birthdayPage gives a page of those the filter shows, and how many it shows in all. How one is thanked is not in the file but
// follows from how they can be reached, so all are read where only one way is asked for.
func (s *Store) birthdayPage(f ThanksFilter) (rows []ThankYouRow, total int, err error) {
	if total, err = s.countBirthdayThanks(f.Customer); err != nil || total == 0 {
		return nil, 0, err
	}
	if f.How == "" {
		rows, err = s.birthdayThanks(f.Customer, f.Offset, min(f.Limit, total-f.Offset))
		return rows, total, err
	}
	all, err := s.birthdayThanks(f.Customer, 0, total)
	all = slices.DeleteFunc(all, func(t ThankYouRow) bool { return t.Channel != f.How })
	from := min(f.Offset, len(all))
	return all[from:min(from+max(f.Limit, 0), len(all))], len(all), err
}

// birthdayThanks gives a page of them, the soonest first.
func (s *Store) birthdayThanks(of CustomerID, offset, limit int) (rows []ThankYouRow, err error) {
	if limit <= 0 {
		return nil, nil
	}
	where, args := s.birthdaysOf(of)
	for name, value := range s.rungArgs() {
		args[name] = value
	}
	from := `(SELECT -c.id AS id, c.id AS customer_id, NULL AS specialist_id, 'milestone' AS cause, json_extract(@years, '$[' || j.key || ']') AS cause_id,
		'birthday' AS milestone, json_extract(@days, '$[' || j.key || ']') AS since, 'owed' AS state, NULL AS thanked_by, j.key AS place ` + where + `
		ORDER BY j.key, c.id LIMIT ` + number(limit) + " OFFSET " + number(offset) + ")"
	if err := s.db.Raw(thankYouRows(from, "t.place, t.customer_id"), args).Scan(&rows).Error; err != nil || len(rows) == 0 {
		return nil, err
	}
	shop, err := s.Shop()
	for i := range rows {
		rows[i].Channel = suits(shop.ThankChannel, rows[i].waysOpen())
	}
	return rows, err
}

// Same is a number that a thank-you keeps when it is noted: its own, of a birthday that of the customer below 0.
func (t *ThankYou) Same() ThankYouID {
	if t.Milestone == MilestoneBirthday {
		return ThankYouID(-t.CustomerID)
	}
	return t.ID
}

// noted gives ids with those of birthdays that were not in the file yet as they are in it now. ErrNotFound where there is no such
// birthday this week.
func (s *Store) noted(tx *gorm.DB, ids []ThankYouID) ([]ThankYouID, error) {
	all := make([]ThankYouID, len(ids))
	for i, id := range ids {
		if all[i] = id; id >= 0 {
			continue
		}
		where, args := s.birthdaysOf(CustomerID(-id))
		var day Day
		err := tx.Raw("SELECT json_extract(@days, '$[' || j.key || ']') "+where+" LIMIT 1", args).Row().Scan(&day)
		if err == sql.ErrNoRows {
			return nil, ErrNotFound
		}
		if err != nil {
			return nil, err
		}
		t := ThankYou{CustomerID: CustomerID(-id), Cause: ThanksMilestone, Milestone: MilestoneBirthday, CauseID: int64(yearOf(day)), Since: day}
		if err := s.oweThanks(tx, &t); err != nil {
			return nil, err
		}
		all[i] = t.ID
	}
	return all, nil
}
