package exchange

import (
	"strings"

	"goodturn/models"
)

// separators are tried in this order; the first of equals wins.
const separators = ",;\t|"

// sampleLines is how many rows decide about separator and header.
const sampleLines = 50

// findSeparator gives the sign between cells that makes the sample the most regular table.
func findSeparator(sample string) rune {
	if isSepLine(sample) {
		return rune(sample[4])
	}
	best, bestScore := ',', 0.0
	for _, sep := range separators {
		if score := regularity(sampleRows(sample, sep)); score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best
}

// regularity is how many rows have the most frequent number of columns, as a share, where that is more than one, and
// a little more for more columns.
func regularity(rows []Row) float64 {
	counts := map[int]int{}
	for _, row := range rows {
		counts[len(row.Cells)]++
	}
	columns := 0
	for n := range counts {
		if counts[n] > counts[columns] || counts[n] == counts[columns] && n > columns {
			columns = n
		}
	}
	if columns < 2 {
		return 0
	}
	return float64(counts[columns])/float64(len(rows)) + float64(min(columns, 100))/1000
}

// sampleRows reads the first rows of a sample. Its last row may be cut off and is left out, unless it is the only one.
func sampleRows(sample string, sep rune) []Row {
	in := newCSV(strings.NewReader(sample), sep)
	var rows []Row
	for len(rows) < sampleLines {
		row, err := in.next()
		if err != nil {
			break
		}
		if !row.isEmpty() {
			rows = append(rows, row)
		}
	}
	if len(sample) >= sampleSize && len(rows) > 1 && len(rows) < sampleLines {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// hasHeader tells whether the first row names the columns: one of them by a name that is known, or it holds only
// words where the rows below hold numbers or addresses. A person's e-mail address is no name of a column.
func hasHeader(rows []Row) bool {
	if len(rows) == 0 {
		return false
	}
	known := false
	for _, cell := range rows[0].Cells {
		if looksLikeEmail(cell) || looksLikePhone(cell) {
			return false
		}
		known = known || guessByName(cell).Field != FieldIgnore
	}
	if known {
		return true
	}
	for _, row := range rows[1:] {
		for _, cell := range row.Cells {
			if looksLikeEmail(cell) || looksLikePhone(cell) {
				return true
			}
		}
	}
	return false
}

// looksLikeEmail tells whether the whole cell is an e-mail address.
func looksLikeEmail(cell string) bool {
	cell = strings.TrimSpace(cell)
	at := strings.IndexByte(cell, '@')
	return at > 0 && strings.IndexByte(cell[at:], '.') > 1 && !strings.ContainsAny(cell, " \t\n,;")
}

// looksLikePhone tells whether the whole cell can only be a phone number.
func looksLikePhone(cell string) bool {
	cell = strings.TrimSpace(cell)
	if _, ok := parseDate(cell, YearFirst, 0); ok {
		return false
	}
	n := len(models.Digits(cell))
	return n >= 7 && n <= 17 && models.LooksLikePhone(cell)
}
