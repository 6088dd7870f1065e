package exchange

import (
	"context"
	"errors"
	"io"

	"goodturn/models"

	"github.com/xuri/excelize/v2"
)

// maxExcelCell is how many signs Excel lets a cell hold.
const maxExcelCell = 32767

// WriteExcel writes the customers as an Excel workbook whose cells are all text, so that numbers keep their noughts
// and nothing is run; its sheet and columns are called as in words.
func WriteExcel(ctx context.Context, out io.Writer, customers *models.CustomerExport, words Words, report Report) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.SetSheetName(book.GetSheetName(0), words["column.sheet"]); err != nil {
		return err
	}
	sheet, err := book.NewStreamWriter(words["column.sheet"])
	if err != nil {
		return err
	}
	columns := words.columnsOf(customers)
	if err := dressSheet(book, sheet, len(columns)); err != nil {
		return err
	}
	line := 1
	write := func(cells []string) error {
		at, err := excelize.CoordinatesToCellName(1, line)
		line++
		if err != nil {
			return err
		}
		return sheet.SetRow(at, textCells(cells))
	}
	if err := write(headerOf(columns)); err != nil {
		return err
	}
	if err := eachOf(ctx, customers, report, func(c models.CustomerOut) error { return write(cellsOf(columns, c)) }); err != nil {
		return err
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(out)
}

// dressSheet makes all columns text, wide enough, and keeps the first row in sight.
func dressSheet(book *excelize.File, sheet *excelize.StreamWriter, columns int) error {
	text, err := book.NewStyle(&excelize.Style{NumFmt: 49}) // "@"
	if err != nil {
		return err
	}
	if err := sheet.SetColStyle(1, columns, text); err != nil {
		return err
	}
	if err := sheet.SetColWidth(1, columns, 18); err != nil {
		return err
	}
	return sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// textCells gives the cells as text; empty ones take no room. Only what reading would take for guarded is guarded.
func textCells(cells []string) []any {
	values := make([]any, len(cells))
	for i, cell := range cells {
		if unguard(cell) != cell {
			cell = guard(cell)
		}
		if cell != "" {
			values[i] = cell[:cutAt(cell, maxExcelCell)]
		}
	}
	return values
}

// cutAt gives where to cut a text so that it has at most so many signs.
func cutAt(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	n := 0
	for i := range text {
		if n == most {
			return i
		}
		n++
	}
	return len(text)
}
