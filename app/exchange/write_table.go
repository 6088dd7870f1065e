package exchange

import (
	"context"
	"errors"
	"io"

	"github.com/xuri/excelize/v2"
)

// MostExcelRows is how many rows an Excel sheet holds beneath its head.
const MostExcelRows = 1<<20 - 1

// Table is any table on its way into a file: its columns, and each of its rows in turn.
type Table struct {
	Name    string // of the Excel sheet
	Headers []string
	Rows    int // as far as it is known, for the report
	Each    func(write func(cells []string) error) error
}

// each hands out the head and the rows, ends with ctx and reports.
func (t Table) each(ctx context.Context, report Report, write func(cells []string) error) error {
	if err := write(t.Headers); err != nil {
		return err
	}
	done := 0
	return t.Each(func(cells []string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if done++; done%reportEvery == 0 {
			report(done, t.Rows)
		}
		return write(cells)
	})
}

// WriteCSV writes the table as CSV in UTF-8 with a byte order mark.
func (t Table) WriteCSV(ctx context.Context, out io.Writer, report Report) error {
	w, err := newTableWriter(out)
	if err != nil {
		return err
	}
	return errors.Join(t.each(ctx, report, w.row), w.end())
}

// WriteExcel writes the table as an Excel workbook whose cells are all text, so that numbers keep their noughts and nothing is run.
func (t Table) WriteExcel(ctx context.Context, out io.Writer, report Report) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.SetSheetName(book.GetSheetName(0), t.Name); err != nil {
		return err
	}
	sheet, err := book.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	if err := dressSheet(book, sheet, len(t.Headers)); err != nil {
		return err
	}
	line := 0
	write := func(cells []string) error {
		line++
		at, err := excelize.CoordinatesToCellName(1, line)
		if err != nil {
			return err
		}
		return sheet.SetRow(at, textCells(cells))
	}
	if err := t.each(ctx, report, write); err != nil {
		return err
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(out)
}
