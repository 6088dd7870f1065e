package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"goodturn/app/exchange"
	"goodturn/app/paper"
	"goodturn/app/safekeep"
	"goodturn/models"
)

// ExportKind is a kind of file that customers are written as.
type ExportKind string

// The kinds.
const (
	ExportCSV   ExportKind = "csv"
	ExportExcel ExportKind = "xlsx"
	ExportCard4 ExportKind = "vcard4"
	ExportCard3 ExportKind = "vcard3"
)

// ExportKinds are all of them, in the order a sheet offers them.
var ExportKinds = []ExportKind{ExportCSV, ExportExcel, ExportCard4, ExportCard3}

// Ending is what the names of such files end in.
func (k ExportKind) Ending() string {
	switch k {
	case ExportExcel:
		return ".xlsx"
	case ExportCard4, ExportCard3:
		return ".vcf"
	}
	return ".csv"
}

// writer is what writes such a file.
func (k ExportKind) writer() func(context.Context, io.Writer, *models.CustomerExport, exchange.Report) error {
	cards := func(version exchange.CardVersion) func(context.Context, io.Writer, *models.CustomerExport, exchange.Report) error {
		return func(ctx context.Context, out io.Writer, customers *models.CustomerExport, report exchange.Report) error {
			return exchange.WriteCards(ctx, out, version, customers, report)
		}
	}
	switch k {
	case ExportExcel:
		return exchange.WriteExcel
	case ExportCard4:
		return cards(exchange.Card4)
	case ExportCard3:
		return cards(exchange.Card3)
	}
	return exchange.WriteCSV
}

// PlainName makes what somebody typed into a name that every system takes for a file or folder, with the given ending, which
// they may have typed as well. A blank one is "".
func PlainName(typed, ending string) string {
	typed = strings.TrimSpace(typed)
	if cut := len(typed) - len(ending); cut > 0 && strings.EqualFold(typed[cut:], ending) {
		typed = typed[:cut]
	}
	if strings.TrimSpace(typed) == "" {
		return ""
	}
	return strings.TrimSuffix(safekeep.FileName(typed), safekeep.Extension) + ending
}

// ExportCustomers writes the customers of pick to path, in place of what is there once all is written. It may be called beside
// the window; it reports customers, and when ctx ends it leaves nothing behind. What the owner can put right is a Problem
// beside "path". It gives how many customers are in the file.
func ExportCustomers(ctx context.Context, store *models.Store, pick models.Pick, kind ExportKind, path string, report func(done, total int)) (n int, err error) {
	customers, err := store.ExportCustomers(ctx, pick)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, customers.Close()) }()
	write := func(out io.Writer) error { return kind.writer()(ctx, out, customers, report) }
	if err := paper.SaveFile(path, write); err != nil {
		return 0, endedOr(ctx, exportProblem(path, err))
	}
	return customers.Handed(), nil
}

// endedOr gives the end of ctx where that is why something failed: a reading that was cut off says so in its own words.
func endedOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// exportProblem turns an error of the folder or the disk into the Problem behind it, where there is one.
func exportProblem(path string, err error) error {
	key := ""
	switch {
	case err == nil:
		return nil
	case errors.Is(err, paper.ErrFull):
		key = "export.full"
	case errors.Is(err, paper.ErrInUse):
		key = "export.inUse"
	case errors.Is(err, paper.ErrNotAllowed), errors.Is(err, paper.ErrNoFolder), isPathError(err):
		key = "export.folder"
	default:
		return err
	}
	return fmt.Errorf("%w (%w)", models.Problem{Field: "path", Key: key, Args: map[string]any{"Name": filepath.Base(path), "Folder": filepath.Dir(path)}}, err)
}
