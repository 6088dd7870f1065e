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

// TableKinds are those that hold any table, not only people.
var TableKinds = []ExportKind{ExportCSV, ExportExcel}

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

// write writes such a file.
func (k ExportKind) write(ctx context.Context, out io.Writer, customers *models.CustomerExport, words exchange.Words, report exchange.Report) error {
	switch k {
	case ExportExcel:
		return exchange.WriteExcel(ctx, out, customers, words, report)
	case ExportCard4:
		return exchange.WriteCards(ctx, out, exchange.Card4, customers, report)
	case ExportCard3:
		return exchange.WriteCards(ctx, out, exchange.Card3, customers, report)
	}
	return exchange.WriteCSV(ctx, out, customers, words, report)
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

// ExportCustomers writes the customers of pick to path, in place of what is there once all is written; language is that of the
// columns' names. It may be called beside the window; it reports customers, and when ctx ends it leaves nothing behind. What the owner can put right is a Problem
// beside "path". It gives how many customers are in the file.
func ExportCustomers(ctx context.Context, store *models.Store, pick models.Pick, kind ExportKind, language, path string, report func(done, total int)) (n int, err error) {
	customers, err := store.ExportCustomers(ctx, pick)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, customers.Close()) }()
	write := func(out io.Writer) error { return kind.write(ctx, out, customers, exchange.WordsIn(language), report) }
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
