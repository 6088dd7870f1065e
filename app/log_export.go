package app

import (
	"context"
	"io"

	"goodturn/app/exchange"
	"goodturn/app/paper"
	"goodturn/models"
)

// LogTable says how the requests of the service log are written: what each column is called, and what stands in it. Row is called
// beside the window.
type LogTable struct {
	Name    string // of the Excel sheet
	Headers []string
	Row     func(models.LogOut) []string
}

// ExportLog writes requests of the log to path, as ExportCustomers does customers: as CSV or for Excel, which holds no more than a
// million rows and tells of more by the Problem "export.excelFull". It gives how many requests are in the file.
func ExportLog(ctx context.Context, store *models.Store, ids []models.RequestID, table LogTable, kind ExportKind, path string, report func(done, total int)) (n int, err error) {
	if kind == ExportExcel && len(ids) > exchange.MostExcelRows {
		return 0, models.Problem{Field: "path", Key: "export.excelFull"}
	}
	out := exchange.Table{Name: table.Name, Headers: table.Headers, Rows: len(ids)}
	out.Each = func(write func([]string) error) error {
		return store.EachRequest(ctx, ids, func(row models.LogOut) error {
			n++
			return write(table.Row(row))
		})
	}
	write := func(to io.Writer) error {
		if kind == ExportExcel {
			return out.WriteExcel(ctx, to, report)
		}
		return out.WriteCSV(ctx, to, report)
	}
	if err := paper.SaveFile(path, write); err != nil {
		return 0, endedOr(ctx, exportProblem(path, err))
	}
	return n, nil
}
