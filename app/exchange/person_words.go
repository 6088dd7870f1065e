package exchange

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"goodturn/models"
)

// PersonWords are how the page about one person is said: in the words of a language, with days, amounts and numbers as its owner
// writes them.
type PersonWords struct {
	Words
	Language string                    // of the words, as a language tag
	Day      func(models.Day) string   // a day, or one without its year: --MM-DD
	Moment   func(time.Time) string    // a day with its time, which are the shop's already
	Money    func(models.Money) string // in the shop's currency
	Count    func(int) string
	Change   func(models.FieldChange) string // what was changed of a card or visit, from what to what
}

// readable is a section for people: without empty cells, and without the numbers of rows that say nothing to them.
type readable struct {
	Key, Title string
	Rows       []readableRow
}

type readableRow struct {
	Number string // of the row, where rows of other sections name it; "" else
	Pairs  []pair
}

type pair struct{ Name, Value string }

// hiddenColumns are those the page leaves out: places in an order, and numbers of rows. JSON has them.
var hiddenColumns = []string{"id", "position", "low", "high", "merged_into"}

// shownNumbers are the numbers of rows that stay: they say which visit something belongs to.
var shownNumbers = []string{"visit_id", "request_id", "alternative_id"}

func isHidden(column string) bool {
	return slices.Contains(hiddenColumns, column) || strings.HasSuffix(column, "_id") && !slices.Contains(shownNumbers, column)
}

// numbered are the sections whose rows others name by number.
var numbered = []string{"visit", "request", "alternative", "referral_in", "want"}

func (w PersonWords) readables(sections []models.Section) []readable {
	var all []readable
	for _, section := range sections {
		r := readable{Key: section.Table.Name, Title: w.Words["person.title."+section.Table.Name]}
		for _, row := range section.Rows {
			r.Rows = append(r.Rows, w.readable(section, row))
		}
		all = append(all, r)
	}
	return all
}

func (w PersonWords) readable(section models.Section, row []string) readableRow {
	var r readableRow
	table := section.Table
	for i, value := range row {
		column := table.Columns[i]
		switch {
		case column.Name == "id" && slices.Contains(numbered, table.Name):
			r.Number = w.with("person.number", "N", value)
		case value == "" || isHidden(column.Name):
		case column.Name == "fields":
			r.Pairs = append(r.Pairs, pair{w.Words["person.label.fields"], w.changes(section.Changes[row[0]])})
		default:
			r.Pairs = append(r.Pairs, pair{w.Words["person.label."+column.Name], w.value(column, value)})
		}
	}
	return r
}

// wordColumns hold words of the program.
var wordColumns = []string{"state", "channel", "kind", "reason", "lost_reason", "cause", "outcome", "event", "thing", "via", "how_left", "archived_why", "reward_kind", "milestone", "line"}

// value writes a value as people read it; what is none of its kind stays as it is.
func (w PersonWords) value(column models.OutColumn, value string) string {
	switch {
	case column.Kind != models.OutText:
		return w.figure(column.Kind, value)
	case column.Name == "reach_by":
		return w.reach(models.ReachBy(value))
	case slices.Contains(wordColumns, column.Name):
		if word, known := w.Words["person.word."+value]; known {
			return word
		}
	}
	return value
}

// figure writes a value that is no text.
func (w PersonWords) figure(kind models.OutKind, value string) string {
	switch kind {
	case models.OutDay:
		return w.Day(models.Day(value))
	case models.OutTime:
		if at, err := time.Parse(models.OutTimeLayout, value); err == nil {
			return w.Moment(at)
		}
	case models.OutMoney:
		if minor, err := strconv.ParseInt(strings.Replace(value, ".", "", 1), 10, 64); err == nil {
			return w.Money(models.Money(minor))
		}
	case models.OutNumber:
		if n, err := strconv.Atoi(value); err == nil {
			return w.Count(n)
		}
	case models.OutYesNo:
		return map[bool]string{true: w.yes(), false: w.Words["person.no"]}[value == "yes"]
	}
	return value
}

// changes says the fields that changed, a line each.
func (w PersonWords) changes(fields []models.FieldChange) string {
	lines := make([]string, len(fields))
	for i, field := range fields {
		lines[i] = w.Change(field)
	}
	return strings.Join(lines, "\n")
}
