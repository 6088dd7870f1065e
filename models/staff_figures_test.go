package models_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"

	"pgregory.net/rapid"
)

// The figures of the staff are those that a plain walk through all visits and all praise gives.
func TestStaffFiguresAreThoseOfAPlainWalk(t *testing.T) {
	dir, rounds, told := t.TempDir(), 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := emptyMachine(rt, filepath.Join(dir, fmt.Sprintf("shop %d.goodturn", rounds)))
		defer end()
		m.workedFor(rt)
		for _, since := range []models.Day{"", m.store.Today().AddDays(-within(rt, "days back", 0, 200))} {
			got, err := m.store.StaffFigures(since)
			if err != nil {
				rt.Fatal(err)
			}
			for _, f := range got {
				told += f.CameBackN
				if want := m.plainFigures(rt, f.Staff, since); f != want {
					rt.Fatalf("since %q of %s:\n%+v, a plain walk gives\n%+v", since, f.Name, f, want)
				}
			}
			staff, err := m.store.Staff(false)
			if err != nil || len(got) < len(staff) {
				rt.Fatalf("of %d who work here %d are told of (%v)", len(staff), len(got), err)
			}
		}
	})
	if rounds >= 25 && told == 0 {
		t.Error("nobody ever came back: nothing was tried")
	}
}

// workedFor lets two of the staff serve some people over most of a year.
func (m *machine) workedFor(t *rapid.T) {
	var staff []models.StaffID
	for _, name := range []string{"Mike", "Ivy", "Tom"} {
		who := &models.Staff{Name: name}
		mustSave(t, m.store.SaveStaff(who))
		staff = append(staff, who.ID)
	}
	mustSave(t, m.store.StaffLeaves(staff[2]))
	var people []models.CustomerID
	for i := range within(t, "people", 1, 4) {
		c := &models.Customer{Name: fmt.Sprint("Customer ", i)}
		mustSave(t, m.store.SaveCustomer(c))
		people = append(people, c.ID)
	}
	_, err := m.store.StaffFigures("") // what comes from here on is caught up with
	mustSave(t, err)
	for range within(t, "visits", 0, 10) {
		m.clock.Days(within(t, "days later", 0, 40))
		m.clock.Forward(time.Minute)
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: evenly(t, "who", append(people, 0)...), At: models.MomentOf(m.clock.Now()), ServedBy: evenly(t, "served by", append(staff, 0)...),
			AskedFor: evenly(t, "asked for", append(staff, 0)...), State: evenly(t, "state", models.VisitCompleted, models.VisitCompleted, models.VisitOpen, models.VisitCancelled),
			Requests: []models.Request{{Item: "tube"}}}}
		mustSave(t, m.store.SaveVisit(e))
		if seldom(t, "taken out", 6) {
			mustSave(t, m.store.DeleteVisit(e.Visit.ID))
		}
		p := &models.Praise{CustomerID: e.Visit.CustomerID, Text: "Lovely", Channel: models.PraiseInPerson, StaffID: evenly(t, "names", append(staff, 0)...)}
		mustSave(t, m.store.SavePraise(p))
		if seldom(t, "not so", 4) {
			mustSave(t, m.store.DeletePraise(p.ID))
		}
		if people[0] != 0 && seldom(t, "to the bin", 9) {
			mustSave(t, m.store.DeleteCustomer(people[0]))
			people = append(people[1:], 0)
		}
	}
}

func mustSave(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// plainFigures walks through everything for one of the staff.
func (m *machine) plainFigures(t *rapid.T, of models.Staff, since models.Day) models.StaffFigures {
	want := models.StaffFigures{Staff: of}
	shop, err := m.store.Shop()
	mustSave(t, err)
	days, first := map[models.CustomerID][]models.Day{}, map[models.CustomerID]models.Visit{}
	askers := map[models.CustomerID]bool{}
	for _, id := range m.ids(t, "SELECT id FROM visit WHERE deleted_at = 0 AND state = 'completed' ORDER BY at, id") {
		e, err := m.store.Visit(models.VisitID(id))
		mustSave(t, err)
		v := e.Visit
		day := models.DayOf(v.At.In(m.clock.Now().Location()))
		if v.AskedFor == of.ID && day >= since {
			want.AskedN++
			if v.CustomerID != 0 {
				askers[v.CustomerID] = true
			}
		}
		if v.CustomerID == 0 {
			continue
		}
		if _, known := first[v.CustomerID]; !known {
			first[v.CustomerID] = v
		}
		if !slices.Contains(days[v.CustomerID], day) {
			days[v.CustomerID] = append(days[v.CustomerID], day)
		}
	}
	want.AskersN = len(askers)
	for who, v := range first {
		day := days[who][0]
		switch {
		case v.ServedBy != of.ID || day < since:
		case day > m.store.Today().AddDays(-shop.UsualGap):
			want.NewN++
		default:
			want.FirstN++
			if len(days[who]) > 1 {
				want.CameBackN++
			}
		}
	}
	all, _, err := m.store.Praises(models.PraiseFilter{Staff: of.ID, Limit: 1000})
	mustSave(t, err)
	for _, p := range all {
		if p.OnDay >= since {
			want.PraiseN++
		}
	}
	return want
}
