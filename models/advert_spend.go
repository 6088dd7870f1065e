package models

import (
	"database/sql"
	"regexp"

	"gorm.io/gorm"
)

// AdvertSpend is what was paid in a month for one of the sources, an advert say.
type AdvertSpend struct {
	ID       AdvertSpendID
	SourceID SourceID
	Month    string // as "2026-11"
	Amount   Money  // more than nothing
}

// monthText is how a month is stored.
var monthText = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])$`)

// mostSpent is more than any shop pays for an advert in a month: beyond it is a slip of the keyboard.
const mostSpent = Money(1_000_000_000_000)

// Adverts gives what was paid in the month, by source.
func (s *Store) Adverts(month string) (map[SourceID]Money, error) {
	return s.spent("month = @from", Days{From: Day(month)})
}

// SpentOnAdverts gives what was paid in the months that begin within the days, by source.
func (s *Store) SpentOnAdverts(in Days) (map[SourceID]Money, error) {
	return s.spent("month || '-01' BETWEEN @from AND @to", in)
}

func (s *Store) spent(where string, in Days) (map[SourceID]Money, error) {
	spent := map[SourceID]Money{}
	return spent, explain(s.each(func(rows *sql.Rows) error {
		var source SourceID
		var amount Money
		err := rows.Scan(&source, &amount)
		spent[source] = amount
		return err
	}, "SELECT source_id, sum(amount) FROM advert_spend WHERE "+where+" GROUP BY source_id", map[string]any{"from": in.From, "to": in.To}))
}

// SaveAdverts stores what was paid in the month for each of the sources in paid, in one change; 0 is nothing. Other sources stay as they
// are. A problem names its source in Args as Source, and its field "amount".
func (s *Store) SaveAdverts(month string, paid map[SourceID]Money) error {
	if !monthText.MatchString(month) {
		return problem("month", "date")
	}
	for source, amount := range paid {
		if amount < 0 || amount > mostSpent {
			return problem("amount", "money.large", "Source", int64(source))
		}
	}
	return s.change(KindSource, func(tx *gorm.DB) error {
		for source, amount := range paid {
			if err := saveAdvert(tx, AdvertSpend{SourceID: source, Month: month, Amount: amount}); err != nil {
				return err
			}
		}
		return nil
	})
}

// saveAdvert stores one amount. What is as it was is left alone, so that the log of changes tells of nothing that did not change.
func saveAdvert(tx *gorm.DB, now AdvertSpend) error {
	var was AdvertSpend
	if err := tx.Where("source_id = ? AND month = ?", now.SourceID, now.Month).Limit(1).Find(&was).Error; err != nil {
		return err
	}
	switch {
	case was.Amount == now.Amount:
		return nil
	case now.Amount == 0:
		return tx.Delete(&was).Error
	case was.ID == 0:
		return tx.Create(&now).Error
	}
	return tx.Model(&was).Update("amount", now.Amount).Error
}

// LastAdverts gives the last month before the given one for which something was paid, and what; "" where there is none.
func (s *Store) LastAdverts(month string) (last string, paid map[SourceID]Money, err error) {
	if err := s.db.Raw("SELECT ifnull(max(month), '') FROM advert_spend WHERE month < ?", month).Row().Scan(&last); err != nil {
		return "", nil, explain(err)
	}
	paid, err = s.Adverts(last)
	return last, paid, err
}
