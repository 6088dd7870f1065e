package models_test

import (
	"slices"

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
