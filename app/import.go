package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"goodturn/app/exchange"
	"goodturn/app/paper"
	"goodturn/models"
)

// ImportSample is how many rows of a file are shown before anything is stored.
const ImportSample = 100

// ImportEndings are the endings of the files that can be imported.
var ImportEndings = []string{".csv", ".xlsx", ".vcf", ".txt", ".tsv"}

// ReadImport finds out what the file at path is, and reads it; a Problem with Field "file" says why it cannot be. Where the
// owner said once how a file like it is read, it is read so. decimals are those of the shop's currency, language is the owner's.
func (a *App) ReadImport(ctx context.Context, path string, decimals int, language string) (exchange.Survey, error) {
	format, err := exchange.Sniff(ctx, path)
	if err != nil {
		return exchange.Survey{}, err
	}
	found, err := a.ReadImportAs(ctx, path, format, decimals, language)
	if err != nil {
		return exchange.Survey{}, err
	}
	found.Known = formatKey(found)
	if format, chosen := a.Prefs.known(found); chosen {
		if survey, err := a.ReadImportAs(ctx, path, format, decimals, language); err == nil {
			survey.Known = found.Known
			return survey, nil
		}
	}
	return found, nil
}

// ReadImportAs is ReadImport of a file that the owner says how to read.
func (a *App) ReadImportAs(ctx context.Context, path string, format exchange.Format, decimals int, language string) (exchange.Survey, error) {
	survey, err := exchange.Look(ctx, path, format, exchange.DayFirst, a.Now(), ImportSample)
	if err != nil {
		return exchange.Survey{}, err
	}
	survey.Mapping.Decimals, survey.Mapping.Words = decimals, exchange.WordsIn(language)
	if columns := a.Prefs.ImportColumns(survey.Headers); survey.Mapping.Fits(columns) {
		survey.Mapping.Columns = columns
	}
	return survey, nil
}

// Import stores the people of the file in the store, or on trial tells what would happen. It may be called beside the window.
func Import(ctx context.Context, store *models.Store, path string, survey exchange.Survey, opts models.ImportOptions, report func(done, total int)) (models.ImportResult, error) {
	opts.File = filepath.Base(path)
	people := exchange.People(ctx, path, survey.Format, survey.Mapping)
	return store.ImportCustomers(ctx, people, opts, func(done int) { report(done, survey.Rows) })
}

// SaveRejected writes the rows of the file that the issues are about, each with its reason, to a CSV file that is not there
// yet at target; language is that of the columns' names. A folder or disk that does not take it is a Problem.
func SaveRejected(ctx context.Context, path string, survey exchange.Survey, issues []models.ImportIssue, reason func(error) string, language, target string) error {
	rejected, err := exchange.Collect(ctx, path, survey, issues, reason)
	if err != nil {
		return err
	}
	write := func(out io.Writer) error { return rejected.WriteCSV(out, exchange.WordsIn(language)) }
	if err := paper.SaveFile(target, write); err != nil {
		return unwritable(target, err)
	}
	return nil
}

func unwritable(target string, cause error) error {
	return fmt.Errorf("%w (%w)", models.Problem{Field: "folder", Key: "import.folder", Args: map[string]any{"Folder": filepath.Dir(target)}}, cause)
}

// RejectedName is a name, free in folder, for the rows of the file at path that are to be mended.
func RejectedName(folder, path, words string) string {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + " " + words
	for n := 1; ; n++ {
		target := filepath.Join(folder, name+".csv")
		if n > 1 {
			target = filepath.Join(folder, fmt.Sprintf("%s %d.csv", name, n))
		}
		if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
			return target
		}
	}
}

// ImportFolder is where the file imported last lay; "" before the first.
func (p Prefs) ImportFolder() string { return p.p.StringWithFallback("import.folder", "") }

// SetImportFolder remembers where the file imported last lay.
func (p Prefs) SetImportFolder(folder string) { p.p.SetString("import.folder", folder) }

// ImportColumns is what the owner last took columns of these names for; nil where they were never imported.
func (p Prefs) ImportColumns(headers []string) (columns []exchange.Column) {
	text := p.p.StringWithFallback(columnsKey(headers), "")
	if text == "" || json.Unmarshal([]byte(text), &columns) != nil {
		return nil
	}
	return columns
}

// SetImportColumns remembers what the columns of these names were taken for.
func (p Prefs) SetImportColumns(headers []string, columns []exchange.Column) {
	if strings.Join(headers, "") == "" {
		return // nothing to know the file again by
	}
	text, err := json.Marshal(columns)
	if err != nil {
		panic(err) // of plain values
	}
	p.p.SetString(columnsKey(headers), string(text))
}

func columnsKey(headers []string) string { return "import.columns." + columnsHash(headers) }

// columnsHash names a file's columns without keeping them: they may be anything.
func columnsHash(headers []string) string {
	sum := fnv.New64a()
	for _, header := range headers {
		_, _ = sum.Write([]byte(header + "\x00")) // never fails
	}
	return fmt.Sprintf("%x", sum.Sum64())
}
