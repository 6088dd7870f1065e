package exchange

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"goodturn/models"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// Report hears how many of how many are done.
type Report func(done, total int)

// tableWriter writes CSV that Excel opens with its accents and noughts, and that runs no formula.
type tableWriter struct{ csv *csv.Writer }

func newTableWriter(out io.Writer) (tableWriter, error) {
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return tableWriter{}, err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	return tableWriter{w}, nil
}

// row writes one row, its cells guarded.
func (w tableWriter) row(cells []string) error {
	guarded := make([]string, len(cells))
	for i, cell := range cells {
		guarded[i] = guard(cell)
	}
	return w.csv.Write(guarded)
}

// end writes what is left over.
func (w tableWriter) end() error {
	w.csv.Flush()
	return w.csv.Error()
}

// WriteCSV writes the customers as CSV in UTF-8 with a byte order mark, its columns called as in words. Reading it again gives the
// same customers with their tags and their place in the archive, whatever language is spoken then.
func WriteCSV(ctx context.Context, out io.Writer, customers *models.CustomerExport, words Words, report Report) error {
	w, err := newTableWriter(out)
	if err != nil {
		return err
	}
	columns := words.columnsOf(customers)
	if err := w.row(headerOf(columns)); err != nil {
		return err
	}
	err = eachOf(ctx, customers, report, func(c models.CustomerOut) error { return w.row(cellsOf(columns, c)) })
	return errors.Join(err, w.end())
}

// reportEvery is after how many customers the report hears.
const reportEvery = 200

// eachOf hands out the customers, ends with ctx and reports.
func eachOf(ctx context.Context, customers *models.CustomerExport, report Report, write func(models.CustomerOut) error) error {
	done := 0
	return customers.Each(func(c models.CustomerOut) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if done++; done%reportEvery == 0 {
			report(done, customers.Count())
		}
		return write(c)
	})
}

// Rejected are rows that could not be stored, with the reason in the owner's words.
type Rejected struct {
	Headers []string
	Rows    []RejectedRow
}

// RejectedRow is one of them.
type RejectedRow struct {
	Row    Row
	Reason string
}

// Collect reads the file again for the rows of the issues; reason puts a Problem into words, which are set one after the
// other where a row has several.
func Collect(ctx context.Context, path string, survey Survey, issues []models.ImportIssue, reason func(error) string) (Rejected, error) {
	wanted := map[int]string{}
	for _, issue := range issues {
		wanted[issue.Line] = strings.TrimSpace(wanted[issue.Line] + " " + reason(issue.Problem))
	}
	rejected := Rejected{Headers: survey.Headers}
	err := Read(ctx, path, survey.Format, func(row Row) error {
		if why, ok := wanted[row.Line]; ok {
			rejected.Rows = append(rejected.Rows, RejectedRow{row, why})
		}
		return nil
	})
	return rejected, err
}

// WriteCSV writes the rows as they were read, to be mended and read again, with the line they stood on and the
// reason behind. Of vCards it writes what was understood.
func (r Rejected) WriteCSV(out io.Writer, words Words) error {
	w, err := newTableWriter(out)
	if err != nil {
		return err
	}
	width := len(r.Headers)
	for _, row := range r.Rows {
		width = max(width, len(r.cells(row.Row, words)))
	}
	header := append([]string(nil), r.Headers...)
	if len(r.Rows) > 0 && r.Rows[0].Row.Card != nil {
		header = headerOf(words.cardColumns())
	}
	for len(header) < width {
		header = append(header, "")
	}
	if err := w.row(append(header, words["column.line"], words["column.problem"])); err != nil {
		return err
	}
	for _, row := range r.Rows {
		cells := append([]string(nil), r.cells(row.Row, words)...)
		for len(cells) < width {
			cells = append(cells, "")
		}
		if err := w.row(append(cells, strconv.Itoa(row.Row.Line), row.Reason)); err != nil {
			return err
		}
	}
	return w.end()
}

// cardColumns are those of a rejected vCard: no more than five phones, e-mails and notes are written.
func (w Words) cardColumns() []outColumn { return w.outColumns(5, 5, 5) }

func (r Rejected) cells(row Row, words Words) []string {
	if row.Card == nil {
		return row.Cells
	}
	return cellsOf(words.cardColumns(), models.CustomerOut{Customer: row.Card.Customer, Source: row.Card.Source, BroughtBy: row.Card.ReferredBy})
}
