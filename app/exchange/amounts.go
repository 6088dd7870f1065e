package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"goodturn/models"
)

// parseCount reads a number of visits: "12", "1,204", "12 visits"; not one with a fraction or a sign.
func parseCount(cell string) (int, bool) {
	n, ok := parseAmount(cell, 0)
	return int(n), ok && n <= models.MaxEarlierVisits
}

// parseAmount reads an amount as programs of any country write it, "£1,234.50" or "1.234,50 €", in minor units of a
// currency with so many decimals. One that is below nought, or has more decimals than the currency, is none.
func parseAmount(cell string, decimals int) (models.Money, bool) {
	text := strings.TrimFunc(cell, func(r rune) bool { return r < '0' || r > '9' })
	if strings.ContainsAny(cell, "-(−") || text == "" {
		return 0, false
	}
	whole, fraction := splitAmount(text, decimals)
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case strings.ContainsRune(".,'’ \u00a0\u202f", r):
			return -1
		}
		return 'x'
	}, whole)
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) > decimals {
		return 0, false
	}
	n, err := strconv.ParseInt(digits+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	return models.Money(n), err == nil && models.Money(n) <= models.MaxEarlierSpent
}

// splitAmount parts an amount at the sign before its decimals. The last of "." and "," is that sign where both stand
// there, or where it stands once and what follows is not a group of three. No thousands begin with a nought: "0.500" is a half.
func splitAmount(text string, decimals int) (whole, fraction string) {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return text, ""
	}
	sign, after := text[at:at+1], text[at+1:]
	other := strings.ContainsAny(strings.ReplaceAll(text[:at], sign, ""), ".,")
	grouped := len(after) == 3 && decimals != 3 && text[0] != '0'
	if strings.Count(text, sign) > 1 || grouped && !other || strings.Trim(after, "0123456789") != "" {
		return text, ""
	}
	return text[:at], after
}

// formatAmount writes minor units with a point before the decimals, as every spreadsheet and program reads them.
func formatAmount(minor models.Money, decimals int) string {
	if decimals == 0 {
		return strconv.FormatInt(int64(minor), 10)
	}
	digits := fmt.Sprintf("%0*d", decimals+1, int64(minor))
	at := len(digits) - decimals
	return digits[:at] + "." + digits[at:]
}

// addEarlier takes in what an old program counted; what is no such thing becomes a note, so that nothing is lost.
func (b *builder) addEarlier(column Column, cell string) {
	e, ok := &b.person.Customer.Earlier, false
	switch column.Field {
	case FieldVisits:
		e.VisitN, ok = parseCount(cell)
	case FieldSpent:
		e.Spent, ok = parseAmount(cell, b.mapping.Decimals)
	case FieldFirstSeen:
		e.FirstOn, ok = b.day(cell)
	case FieldLastSeen:
		e.LastOn, ok = b.day(cell)
	}
	if !ok && saysSomething(cell) && strings.Trim(cell, "0.,:-/ ") != "" {
		b.addNote(column, cell)
	}
}

// day reads a day that must have its year.
func (b *builder) day(cell string) (models.Day, bool) {
	text, ok := parseDate(cell, b.mapping.Dates, b.mapping.ThisYear)
	if !ok || strings.HasPrefix(text, "--") {
		return "", false
	}
	return models.Day(text), true
}

// settleEarlier puts days into their order where the file has them the other way round, and leaves nothing half read:
// a first day after the last is a mistake of who mapped the columns.
func settleEarlier(e *models.Earlier) {
	if e.FirstOn != "" && e.LastOn != "" && e.FirstOn > e.LastOn {
		e.FirstOn, e.LastOn = e.LastOn, e.FirstOn
	}
}
