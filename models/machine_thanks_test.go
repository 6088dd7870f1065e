package models_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"goodturn/models"

	"pgregory.net/rapid"
)

func (m *machine) reward(t *rapid.T) error {
	return m.store.SetReward(m.thankYou(t), models.Reward{Kind: mostly(t, "kind", "car", models.RewardKinds...), What: word(t, "what"),
		Cost: models.Money(within(t, "cost", 0, 9)), GivenOn: mostly(t, "given", m.store.Today().AddDays(1), "", m.store.Today())})
}

// give ticks rewards off. No thank-you is said by it.
func (m *machine) give(t *rapid.T) error {
	const thanked = "SELECT count(*) FROM thank_you WHERE state = 'thanked'"
	before := one[int](t, m.db, thanked)
	err := m.store.GiveRewards([]models.ThankYouID{m.thankYou(t), m.thankYou(t)}, m.store.Today())
	if now := one[int](t, m.db, thanked); now != before {
		t.Errorf("giving thanked %d", now-before)
	}
	return err
}

// checkMilestones fails where somebody is to be thanked for what they have not reached, or a birthday that is thanked for is told of
// as well.
func (m *machine) checkMilestones(t *rapid.T) {
	rows, total, err := m.store.ThankYous(models.ThanksFilter{Limit: 1000})
	mustIn(t, err)
	if len(rows) != total {
		t.Fatalf("%d of %d thank-yous are given", len(rows), total)
	}
	for _, row := range rows {
		visits, years := m.reached(t, row.CustomerID)
		if row.Milestone == models.MilestoneVisits && int(row.CauseID) > visits || row.Milestone == models.MilestoneYears && int(row.CauseID) > years {
			t.Fatalf("%s %d is thanked for at %d visits and %d years", row.Milestone, row.CauseID, visits, years)
		}
		if !row.Channel.Valid() {
			t.Fatalf("%+v is said in no way", row)
		}
	}
	for i := range rows {
		f := models.ThanksFilter{Offset: i, Limit: 1}
		if one, _, err := m.store.ThankYous(f); err != nil || len(one) != 1 || one[0].ID != rows[i].ID {
			t.Fatalf("page %d has %+v, %v; the list %+v", i, one, err, rows[i])
		}
	}
	m.checkToThank(t, rows)
	m.checkHistory(t, evenly(t, "whom", "ann", "h", "mu", "spoke", "x"), evenly(t, "year", 0, m.store.Now().Year(), 2025))
	shop, err := m.store.Shop()
	mustIn(t, err)
	if page, err := m.store.TodayPage(); err != nil || shop.MilestoneBirthday && page.BirthdayN > 0 {
		t.Fatalf("%d birthdays are told of and thanked for, %v", page.BirthdayN, err)
	}
}

// checkToThank fails where the book's group of those to thank are others than whom a thank-you is due to, be it for a birthday alone.
func (m *machine) checkToThank(t *rapid.T, due []models.ThankYouRow) {
	var want []models.CustomerID
	for _, row := range due {
		if row.CustomerID != 0 {
			want = append(want, row.CustomerID)
		}
	}
	slices.Sort(want)
	want = slices.Compact(want)
	rows, total, err := m.store.Customers(models.CustomerFilter{Set: models.CustomersToThank, Limit: 1000})
	mustIn(t, err)
	var got []models.CustomerID
	for _, row := range rows {
		got = append(got, row.ID)
	}
	slices.Sort(got)
	counted, err := m.store.CountCustomers(models.CustomersToThank)
	mustIn(t, err)
	if !slices.Equal(got, want) || total != len(want) || counted != len(want) {
		t.Fatalf("to thank are %v, the group has %v, says %d and counts %d", want, got, total, counted)
	}
	all, _, err := m.store.Customers(models.CustomerFilter{Limit: 1000})
	mustIn(t, err)
	for _, row := range all {
		if row.ToThank != slices.Contains(want, row.ID) {
			t.Fatalf("%+v, to thank are %v", row, want)
		}
	}
}

// checkHistory fails where what was said to some by name, and what that came to, are not what a plain walk finds.
func (m *machine) checkHistory(t *rapid.T, who string, year int) {
	names := map[string]string{}
	for _, line := range m.texts(t, `SELECT 'c' || id || '|' || name_key FROM customer WHERE deleted_at = 0 AND state IN ('active', 'archived') UNION ALL SELECT 's' || id || '|' || name_key FROM specialist`) {
		of, name, _ := strings.Cut(line, "|")
		names[of] = " " + name
	}
	f := models.ThanksFilter{Done: true, Year: year, Limit: 1000}
	said, _, err := m.store.ThankYous(f)
	mustIn(t, err)
	want := models.ThanksSums{}
	said = slices.DeleteFunc(said, func(row models.ThankYouRow) bool {
		of := fmt.Sprint("c", int64(row.CustomerID))
		if row.SpecialistID != 0 {
			of = fmt.Sprint("s", int64(row.SpecialistID))
		}
		return !strings.Contains(names[of], " "+who)
	})
	for _, row := range said {
		want.Said++
		want.LastAt = max(want.LastAt, row.ThankedAt)
	}
	for _, line := range m.texts(t, "SELECT ifnull('c' || customer_id, 's' || specialist_id) || '|' || cost FROM thank_you WHERE given_on <> '' AND substr(given_on, 1, 4) IN (?1, iif(?1 = '0', substr(given_on, 1, 4), ''))", fmt.Sprint(year)) {
		of, cost, _ := strings.Cut(line, "|")
		if strings.Contains(names[of], " "+who) {
			n, err := strconv.Atoi(cost)
			mustIn(t, err)
			want.Given++
			want.Cost += models.Money(n)
		}
	}
	f.Who = who
	rows, total, err := m.store.ThankYous(f)
	mustIn(t, err)
	same := slices.EqualFunc(rows, said, func(a, b models.ThankYouRow) bool { return a.ID == b.ID && a.Name == b.Name })
	if sums, err := m.store.ThanksSums(f); err != nil || sums != want || !same || total != len(said) {
		t.Fatalf("to %q in %d: %d rows of %d and %+v (%v); a plain walk: %d and %+v", who, year, len(rows), total, sums, err, len(said), want)
	}
}

// texts gives the one column of a query.
func (m *machine) texts(t *rapid.T, query string, args ...any) (texts []string) {
	rows, err := m.db.Query(query, args...)
	mustIn(t, err)
	defer rows.Close()
	for rows.Next() {
		var text string
		mustIn(t, rows.Scan(&text))
		texts = append(texts, text)
	}
	return texts
}

// reached counts plainly on how many days somebody was here, and how many years lie between the first and the last.
func (m *machine) reached(t *rapid.T, id models.CustomerID) (visits, years int) {
	if id == 0 {
		return 0, 0
	}
	c, err := m.store.Customer(id)
	mustIn(t, err)
	days := map[string]bool{}
	first, last := string(c.Earlier.FirstOn), ""
	rows, err := m.db.Query("SELECT day FROM visit WHERE customer_id = ? AND state = 'completed' AND deleted_at = 0", int64(id))
	mustIn(t, err)
	defer rows.Close()
	for rows.Next() {
		var day string
		mustIn(t, rows.Scan(&day))
		days[day] = true
		if first == "" || day < first {
			first = day
		}
		last = max(last, day)
	}
	if last == "" || first == "" {
		return len(days) + c.Earlier.VisitN, 0
	}
	for day := models.Day(first).In(m.clock.Now().Location()).AddDate(1, 0, 0); models.DayOf(day) <= models.Day(last); day = day.AddDate(1, 0, 0) {
		years++
	}
	return len(days) + c.Earlier.VisitN, years
}
