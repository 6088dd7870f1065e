package models

import "time"

// ItemPage is all that is known of one thing.
type ItemPage struct {
	Item
	Names   []Item // what else it is called
	AskedN  int    // how often it was asked for, as the log shows it
	First   Day    // when it was asked for first, and last; "" for never
	Last    Day
	Missed  int         // how often it was not there
	Wanted  WantedRow   // who went without it, or took something else, and what is at stake with it
	Months  []ItemMonth // the last twelve, this one last
	Instead []Worked    // what was offered in its place, what is taken most first
	Waiting []WaitRow   // who waits for it, in the order they asked
}

// ItemMonth is one month of a thing.
type ItemMonth struct {
	Month  string // "2026-11"
	Asked  int
	Missed int
}

// itemMonths is how many months are told, and itemInstead how many of what was offered in its place.
const (
	itemMonths  = 12
	itemInstead = 6
)

// ItemPage gives all that is known of a thing; one that is another name of something gives that. ErrNotFound where there is none.
func (s *Store) ItemPage(id ItemID) (page ItemPage, err error) {
	if id, err = trueItem(s.db, id); err != nil {
		return page, explain(err)
	}
	found := s.db.Where("id = ? AND deleted_at = 0", id).Limit(1).Find(&page.Item)
	if err := oneRow(found); err != nil {
		return page, explain(err)
	}
	if page.Names, err = s.OtherNames(id); err != nil {
		return page, err
	}
	err = s.db.Raw("SELECT count(*), ifnull(min(day), ''), ifnull(max(day), '') FROM request WHERE item_id = ? AND day <> ''", id).
		Row().Scan(&page.AskedN, &page.First, &page.Last)
	if err != nil {
		return page, explain(err)
	}
	if page.Wanted, err = s.WantedItem(id, ""); err != nil {
		return page, err
	}
	if err = s.db.Raw("SELECT count(*) FROM request WHERE item_id = ? AND "+missed, id).Row().Scan(&page.Missed); err != nil {
		return page, explain(err)
	}
	if page.Months, err = s.itemMonths(id); err != nil {
		return page, explain(err)
	}
	if page.Instead, err = s.insteadOf(id); err != nil {
		return page, explain(err)
	}
	page.Waiting, err = s.Waiting(id)
	return page, err
}

// missed is the condition that a request was not there, as the indexes of what was not there have it.
const missed = "day <> '' AND reason <> '' AND cancelled = 0"

// itemMonths counts the last months of a thing.
func (s *Store) itemMonths(id ItemID) ([]ItemMonth, error) {
	now := s.now()
	months, at := make([]ItemMonth, itemMonths), map[string]*ItemMonth{}
	for i := range months {
		months[i].Month = string(DayOf(time.Date(now.Year(), now.Month()+time.Month(i+1-itemMonths), 1, 0, 0, 0, 0, now.Location()))[:7])
		at[months[i].Month] = &months[i]
	}
	first := months[0].Month + "-01"
	for _, part := range []struct {
		where string
		count func(m *ItemMonth, n int)
	}{
		{"day <> ''", func(m *ItemMonth, n int) { m.Asked = n }},
		{missed, func(m *ItemMonth, n int) { m.Missed = n }},
	} {
		var rows []struct {
			Month string
			N     int
		}
		err := s.db.Raw("SELECT substr(day, 1, 7) AS month, count(*) AS n FROM request WHERE item_id = ? AND day >= ? AND "+part.where+" GROUP BY 1", id, first).Scan(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if m := at[row.Month]; m != nil {
				part.count(m, row.N)
			}
		}
	}
	return months, nil
}
