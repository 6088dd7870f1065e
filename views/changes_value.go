package views

import (
	"strconv"

	"goodturn/models"
	"goodturn/views/kit"
)

// changeWords puts what was changed into words.
type changeWords struct {
	w    *Window
	shop models.Shop             // whose money amounts are in
	day  func(models.Day) string // nil to say it as on the screen, where "today" is
}

// dayText writes a day.
func (s changeWords) dayText(day models.Day) string {
	if s.day != nil {
		return s.day(day)
	}
	return s.w.dayText(day)
}

// fieldWord is what the owner calls a field.
func fieldWord(f models.ActivityField) string { return kit.T("activity.field." + f.Key()) }

// valueText writes a value as the owner reads it elsewhere; "" where there is none.
func (s changeWords) valueText(f models.ActivityField, value string) string {
	switch f.Type {
	case models.FieldTick:
		if value == "1" {
			return kit.T("changes.yes")
		}
		return kit.T("changes.no")
	case models.FieldMoney:
		if number(value) == 0 {
			return "" // nothing was noted
		}
		return kit.FormatMoney(s.shop.Symbol, s.shop.Decimals, number(value))
	case models.FieldNumber:
		return kit.Count(int(number(value)))
	case models.FieldMoment:
		return s.momentWhole(models.Moment(number(value)))
	case models.FieldDay:
		return s.dayText(models.Day(value))
	case models.FieldWord:
		return stateWord(f.Key(), value)
	}
	switch f.Key() {
	case "customer.birthday":
		return kit.BirthdayText(value)
	case "advert_spend.month":
		return monthWord(value)
	}
	return value
}

// monthWord writes a month, which the file keeps as YYYY-MM.
func monthWord(month string) string {
	day := models.Day(month + "-01")
	if !day.Valid() {
		return month
	}
	return monthYear(day)
}

// number reads a number as the file keeps it; none is nought.
func number(value string) int64 {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// momentWhole is a day with its time, however long ago: what moved by an hour must not read alike.
func (s changeWords) momentWhole(m models.Moment) string {
	if m == 0 {
		return ""
	}
	at := m.In(s.w.app.Now().Location())
	return kit.T("changes.moment", "Day", s.dayText(models.DayOf(at)), "Time", kit.Clock(at))
}

// stateWord is the word for one of the values of a field that has only so many.
func stateWord(field, value string) string {
	if value == "" {
		return ""
	}
	if field == "shop.paper" {
		return value // the sheet's own name
	}
	return kit.T(wordsOf[field] + value)
}

// wordsOf is what the keys of a field's words begin with.
var wordsOf = map[string]string{
	"shop.thank_channel":    "channel.",
	"thank_you.channel":     "channel.",
	"source.kind":           "sourceKind.",
	"customer.state":        "customerState.",
	"customer.archived_why": "archivedWhy.",
	"customer.reach_by":     "reachBy.",
	"contact.kind":          "contactKind.",
	"specialist.state":      "specialistState.",
	"visit.channel":         "visitChannel.",
	"visit.how_left":        "left.",
	"visit.state":           "visitState.",
	"request.reason":        "reason.",
	"request.lost_reason":   "lostReason.",
	"request.state":         "request.",
	"alternative.kind":      "kind.",
	"alternative.state":     "answer.",
	"want.state":            "want.",
	"referral_in.state":     "referral.",
	"referral_out.outcome":  "outcome.",
	"referral_out.state":    "sentState.",
	"thank_you.state":       "thanks.",
	"thank_you.reward_kind": "rewardKind.",
	"shop.referral_earns":   "rewardKind.",
	"praise.channel":        "praiseChannel.",
	"follow_up.state":       "followUp.",
}
