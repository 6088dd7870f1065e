package exchange

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"goodturn/models"
)

// shopReadme is the file that says what stands in the others.
const shopReadme = "README.txt"

// WriteShop writes the whole shop into the folder, which is made and must be empty: a CSV file for each sort of
// thing, and a README that explains every column. What does not come to its end leaves none of them: half of a shop
// looks like a whole one.
func WriteShop(ctx context.Context, folder string, store *models.Store) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return because(trouble("folder", "Folder", folder), err)
	}
	if there, err := os.ReadDir(folder); err != nil {
		return because(trouble("folder", "Folder", folder), err)
	} else if len(there) > 0 {
		return trouble("folderFull", "Folder", folder)
	}
	files := shopFiles{folder: folder}
	err := errors.Join(files.write(ctx, store), files.end())
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, shopReadme), []byte(readme()), 0o600)
	}
	if err != nil {
		files.remove()
	}
	return err
}

// shopFiles are the files of the folder.
type shopFiles struct {
	folder string
	open   map[string]tableWriter
	closes []func() error
}

func (f *shopFiles) write(ctx context.Context, store *models.Store) error {
	for _, table := range models.OutTables() { // also those that have no rows
		if err := f.begin(table); err != nil {
			return err
		}
	}
	return store.ExportTables(ctx, func(table models.OutTable, values []string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return f.open[table.Name].row(values)
	})
}

// begin makes the file of a table with its header.
func (f *shopFiles) begin(table models.OutTable) error {
	file, err := os.OpenFile(filepath.Join(f.folder, table.Name+".csv"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return because(trouble("folder", "Folder", f.folder), err)
	}
	buffer := bufio.NewWriter(file)
	w, err := newTableWriter(buffer)
	f.closes = append(f.closes, func() error { return errors.Join(w.end(), buffer.Flush(), file.Sync(), file.Close()) })
	if err != nil {
		return err
	}
	if f.open == nil {
		f.open = map[string]tableWriter{}
	}
	f.open[table.Name] = w
	header := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		header[i] = column.Name
	}
	return w.row(header)
}

// end writes out and closes all files.
func (f *shopFiles) end() error {
	var err error
	for _, end := range f.closes {
		err = errors.Join(err, end())
	}
	return err
}

// remove takes the files away, out of a folder that was empty before.
func (f *shopFiles) remove() {
	for name := range f.open {
		os.Remove(filepath.Join(f.folder, name+".csv"))
	}
	os.Remove(filepath.Join(f.folder, shopReadme))
}

// readme explains every column of every file.
func readme() string {
	var b strings.Builder
	b.WriteString("The whole shop, as written by Goodturn. Each file is CSV in UTF-8, with commas between the cells; any spreadsheet opens it.\r\n" +
		"Days are YYYY-MM-DD, times YYYY-MM-DD HH:MM in the shop's local time, amounts have a point before their decimals.\r\n" +
		"An apostrophe before a text keeps a spreadsheet from running it as a formula or cutting its noughts: it is not part of the text.\r\n")
	for _, table := range models.OutTables() {
		fmt.Fprintf(&b, "\r\n%s.csv: %s\r\n", table.Name, table.Meaning)
		for _, column := range table.Columns {
			fmt.Fprintf(&b, "  %-24s %s\r\n", column.Name, column.Meaning)
		}
	}
	return b.String()
}
