package exchange

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Survey is what a look through the whole file finds, for the owner to check before anything is stored.
type Survey struct {
	Format  Format
	Headers []string // the names of the columns; without a header "" for each
	Rows    int      // without the header
	Mapping Mapping  // the best guess
	Sample  []Row    // the first rows
	Known   string   // what the program knows such a file again by, which was read as it was found; Look leaves it blank
}

// Look reads the file once, keeps the first sample rows, and guesses what the columns are by their names and by what
// stands in them. local is the order of days where the owner lives, for days that could be read either way; today
// tells what years of two digits mean.
func Look(ctx context.Context, path string, format Format, local DateOrder, today time.Time, sample int) (Survey, error) {
	survey := Survey{Format: format}
	var columns []contents
	first := format.Header && format.Kind != KindCards
	err := readAll(ctx, path, format, func(row Row) error {
		if first {
			first = false
			survey.Headers = row.Cells
			return nil
		}
		if survey.Rows++; len(survey.Sample) < sample {
			survey.Sample = append(survey.Sample, row)
		}
		for len(columns) < len(row.Cells) {
			columns = append(columns, contents{})
		}
		for i, cell := range row.Cells {
			columns[i].add(unguard(cell), today.Year())
		}
		return nil
	})
	if err != nil {
		return Survey{}, err
	}
	if survey.Rows == 0 {
		return Survey{}, trouble("empty")
	}
	for len(survey.Headers) < len(columns) {
		survey.Headers = append(survey.Headers, "")
	}
	for len(columns) < len(survey.Headers) {
		columns = append(columns, contents{})
	}
	survey.Mapping = guess(survey.Headers, columns, local)
	survey.Mapping.ThisYear = today.Year()
	return survey, nil
}

// contents counts what stands in a column.
type contents struct {
	filled, emails, phones, dates, words int
	old                                  int // days before 15 years ago
	votes                                dateVotes
}

func (c *contents) add(cell string, thisYear int) {
	cell = strings.TrimSpace(cell)
	if cell == "" || len(cell) > 1000 {
		return
	}
	c.filled++
	switch {
	case looksLikeEmails(cell):
		c.emails++
	case looksLikePhone(cell):
		c.phones++
	case !strings.ContainsFunc(cell, unicode.IsDigit):
		c.words++
	}
	if len(cell) > 40 || !strings.ContainsFunc(cell, unicode.IsDigit) {
		return
	}
	c.votes.add(cell, thisYear)
	day, dayFirst := parseDate(cell, DayFirst, thisYear)
	if !dayFirst {
		day, dayFirst = parseDate(cell, MonthFirst, thisYear)
	}
	if dayFirst {
		c.dates++
		if day[0] != '-' && day[:4] < fmt.Sprintf("%04d", thisYear-15) {
			c.old++
		}
	}
}

// looksLikeEmails tells whether the cell holds an address or several, as abook and Outlook write them.
func looksLikeEmails(cell string) bool {
	parts := strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == ';' || r == '\n' })
	for _, part := range parts {
		if !looksLikeEmail(strings.TrimSpace(part)) {
			return false
		}
	}
	return len(parts) > 0
}

// mostly tells whether nearly all cells with something in them are of a kind.
func (c contents) mostly(n int) bool { return n > 0 && n*5 >= c.filled*4 }

// guess says what the columns are.
func guess(headers []string, columns []contents, local DateOrder) Mapping {
	g := guesser{names: names()}
	m := Mapping{Columns: make([]Column, len(headers))}
	taken := map[Field]bool{}
	for i, header := range headers {
		m.Columns[i] = g.column(header)
		taken[m.Columns[i].Field] = true
	}
	for i := range m.Columns {
		if m.Columns[i].Field != FieldIgnore {
			continue
		}
		field := byContents(columns[i], taken)
		// A name that is not known may still mean something else than what stands there.
		if strings.TrimSpace(headers[i]) == "" || !taken[field] && field != FieldBirthday {
			m.Columns[i] = Column{Field: field}
			taken[field] = true
		}
	}
	oneName(m.Columns)
	var votes dateVotes
	for i, column := range m.Columns {
		switch column.Field {
		case FieldBirthday, FieldFirstSeen, FieldLastSeen, FieldInvitedOn:
			votes = votes.and(columns[i].votes)
		}
	}
	m.Dates, m.DatesSure = votes.order(local)
	return m
}

// byContents guesses what a column is about by what stands in it.
func byContents(c contents, taken map[Field]bool) Field {
	switch {
	case c.mostly(c.emails):
		return FieldEmail
	case c.mostly(c.old) && !taken[FieldBirthday]:
		return FieldBirthday
	case c.mostly(c.phones) && !c.mostly(c.dates):
		return FieldPhone
	case c.mostly(c.words) && !taken[FieldName] && !taken[FieldFirst] && !taken[FieldLast]:
		return FieldName
	}
	return FieldIgnore
}

// oneName settles what "Name" and "Nombre" mean: the whole name when they stand alone, the last or the first name
// beside a column for the other half.
func oneName(columns []Column) {
	at := map[Field]int{}
	for i, column := range columns {
		if _, seen := at[column.Field]; !seen {
			at[column.Field] = i
		}
	}
	_, hasFirst := at[FieldFirst]
	last, hasLast := at[FieldLast]
	name, hasName := at[FieldName]
	switch {
	case hasFirst && !hasLast && hasName:
		columns[name].Field = FieldLast
	case hasFirst && !hasLast && !hasName:
		columns[at[FieldFirst]].Field = FieldName
	case hasLast && !hasFirst && !hasName:
		columns[last].Field = FieldName
	}
}
