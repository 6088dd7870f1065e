package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"goodturn/models"
)

// DateOrder is the order of the parts of a day written in numbers.
type DateOrder string

// The orders.
const (
	DayFirst   DateOrder = "dmy" // 21.11.1980
	MonthFirst DateOrder = "mdy" // 11/21/1980
	YearFirst  DateOrder = "ymd" // 1980-11-21; understood beside each of the others
)

// months begin the names of the months, folded, in English, German, French, Spanish, Portuguese and Polish.
var months = [12][]string{
	{"jan", "ene", "sty"}, {"feb", "fev", "lut"}, {"mar", "maerz", "mrz"}, {"apr", "avr", "abr", "kwi"}, {"may", "mai", "maj"}, {"jun", "juin", "cze"},
	{"jul", "juil", "lip"}, {"aug", "aou", "ago", "sie"}, {"sep", "set", "wrz"}, {"oct", "okt", "out", "paz"}, {"nov", "lis"}, {"dec", "dez", "dic", "gru"},
}

// parseDate reads a day, with or without its year, and gives it as the book keeps it: YYYY-MM-DD or --MM-DD. Years of
// two digits are the last before thisYear; 1604 is Apple's year for none.
func parseDate(text string, order DateOrder, thisYear int) (day string, ok bool) {
	parts, named := dateParts(text)
	if named == 0 && len(parts) == 1 && len(parts[0]) == 8 { // 19801121
		parts = []string{parts[0][:4], parts[0][4:6], parts[0][6:]}
	}
	if named == 0 && len(parts) == 1 && strings.HasPrefix(strings.TrimSpace(text), "--") && len(parts[0]) == 4 { // --1121
		parts = []string{parts[0][:2], parts[0][2:]}
		order = MonthFirst
	}
	y, m, d := arrange(parts, named, order, strings.HasPrefix(strings.TrimSpace(text), "--"))
	month, dayOf := atoi(m), atoi(d)
	if named > 0 {
		month = named
	}
	if m == "?" || dayOf < 1 {
		return "", false
	}
	if year := fullYear(y, thisYear); year > 0 && year != 1604 {
		day = fmt.Sprintf("%04d-%02d-%02d", year, month, dayOf)
		return day, models.Day(day).Valid()
	} else if y != "" && year != 1604 {
		return "", false
	}
	day = fmt.Sprintf("%02d-%02d", month, dayOf)
	return "--" + day, models.Day("2000-" + day).Valid()
}

// dateParts gives the numbers of a date, and the month where it is named. A time of day behind it is left out.
func dateParts(text string) (numbers []string, named int) {
	text = models.Fold(text)
	if date, _, cut := strings.Cut(text, ":"); cut { // the hour goes with the minutes
		date = strings.TrimRight(date, "0123456789")
		text = strings.TrimRight(date, "t ")
	}
	isPart := func(r rune) bool {
		return r >= '0' && r <= '9' || r > '9' && strings.ContainsRune("abcdefghijklmnopqrstuvwxyz", r)
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return !isPart(r) }) {
		digits := strings.TrimRight(part, "abcdefghijklmnopqrstuvwxyz")
		switch {
		case digits != "" && (digits == part || isOrdinal(part[len(digits):])):
			numbers = append(numbers, digits)
		case part == "de" || part == "of" || part == "del" || part == "r": // 21 de noviembre, 21 of November, 1980 r.
		default:
			month := monthNamed(part)
			if month == 0 || named != 0 {
				return nil, 0
			}
			named = month
		}
	}
	return numbers, named
}

func isOrdinal(suffix string) bool {
	switch suffix {
	case "st", "nd", "rd", "th", "er", "o", "a":
		return true
	}
	return false
}

func monthNamed(word string) int {
	for i, names := range months {
		for _, name := range names {
			if strings.HasPrefix(word, name) && (len(word) <= 4 || len(word) >= len(name)) {
				return i + 1
			}
		}
	}
	return 0
}

// arrange says which number is the year, the month and the day; month "?" is none that makes sense.
func arrange(n []string, named int, order DateOrder, noYear bool) (y, m, d string) {
	switch {
	case named > 0 && len(n) == 1:
		return "", "", n[0]
	case named > 0 && len(n) == 2 && len(n[0]) == 4:
		return n[0], "", n[1]
	case named > 0 && len(n) == 2:
		return n[1], "", n[0]
	case named > 0:
		return "", "?", ""
	case len(n) == 3 && len(n[0]) == 4:
		return n[0], n[1], n[2]
	case len(n) == 3 && order == DayFirst:
		return n[2], n[1], n[0]
	case len(n) == 3 && order == MonthFirst:
		return n[2], n[0], n[1]
	case len(n) == 2 && (order != DayFirst || noYear):
		return "", n[0], n[1]
	case len(n) == 2:
		return "", n[1], n[0]
	}
	return "", "?", ""
}

// fullYear gives a year of four digits; 0 for none, -1 for one that is wrong.
func fullYear(text string, thisYear int) int {
	year := atoi(text)
	switch {
	case text == "":
		return 0
	case len(text) == 4 && year > 0:
		return year
	case len(text) == 2 && year >= 0:
		century := thisYear / 100 * 100
		if century+year > thisYear {
			century -= 100
		}
		return century + year
	}
	return -1
}

// atoi reads a number of at most four digits; -1 for anything else.
func atoi(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || len(text) > 4 {
		return -1
	}
	return n
}

// dateVotes counts what the days of a column tell about their order.
type dateVotes struct{ dayFirst, monthFirst, either int }

// add looks at one cell.
func (v *dateVotes) add(cell string, thisYear int) {
	parts, named := dateParts(cell)
	if named > 0 || len(parts) != 3 || len(parts[0]) == 4 {
		return
	}
	_, day := parseDate(cell, DayFirst, thisYear)
	_, month := parseDate(cell, MonthFirst, thisYear)
	switch {
	case day && !month:
		v.dayFirst++
	case month && !day:
		v.monthFirst++
	case day && month && atoi(parts[0]) != atoi(parts[1]):
		v.either++
	}
}

func (v dateVotes) and(other dateVotes) dateVotes {
	return dateVotes{v.dayFirst + other.dayFirst, v.monthFirst + other.monthFirst, v.either + other.either}
}

// order decides for the whole column; sure is false where every day could be read either way, and local decides, or
// where the days contradict one another.
func (v dateVotes) order(local DateOrder) (order DateOrder, sure bool) {
	switch {
	case v.dayFirst > 0 && v.monthFirst == 0:
		return DayFirst, true
	case v.monthFirst > 0 && v.dayFirst == 0:
		return MonthFirst, true
	case v.dayFirst > v.monthFirst:
		return DayFirst, false
	case v.monthFirst > v.dayFirst:
		return MonthFirst, false
	}
	return local, v.either == 0
}
