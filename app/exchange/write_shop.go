package exchange

import (
	"bufio"
	"bytes"
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

// WriteShop writes the whole shop, as it is at one moment, into the folder, which is made and must be empty: a CSV file for
// each sort of thing, the photos in a folder of their own, and a README that explains every column in words. It needs the folder scratch
// for a while, on a quick disk; it reports rows. What does not come to its end leaves nothing: half of a shop looks like a
// whole one.
func WriteShop(ctx context.Context, folder, scratch string, store *models.Store, words Words, report Report) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return because(trouble("folder", "Folder", folder), err)
	}
	if there, err := os.ReadDir(folder); err != nil {
		return because(trouble("folder", "Folder", folder), err)
	} else if len(there) > 0 {
		return trouble("folderFull", "Folder", folder)
	}
	shop, err := store.ExportShop(ctx, scratch)
	if err != nil {
		return err
	}
	files := shopFiles{folder: folder, report: report}
	err = errors.Join(files.write(ctx, shop), files.end(), shop.Close())
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, shopReadme), []byte(words.readme()), 0o600)
	}
	if err != nil {
		files.remove()
	}
	return err
}

// shopPhotos is the folder of the photos; each is called after the row of customer.csv.
const shopPhotos = "photos"

// shopFiles are the files of the folder.
type shopFiles struct {
	folder string
	report Report
	open   map[string]tableWriter
	closes []func() error
}

func (f *shopFiles) write(ctx context.Context, shop *models.ShopExport) error {
	for _, table := range models.OutTables() { // also those that have no rows
		if err := f.begin(table); err != nil {
			return err
		}
	}
	done := 0
	err := shop.Each(func(table models.OutTable, values []string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if done++; done%reportEvery == 0 {
			f.report(done, shop.Rows)
		}
		return f.open[table.Name].row(values)
	})
	if err != nil {
		return err
	}
	if err := shop.Photos(f.photo); err != nil {
		return err
	}
	return f.logo(shop)
}

// photo writes one photo.
func (f *shopFiles) photo(id models.CustomerID, file []byte) error {
	folder := filepath.Join(f.folder, shopPhotos)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, fmt.Sprint(id)+photoEnding(file)), file, 0o600)
}

// shopLogo is what the shop's logo is called, before its ending.
const shopLogo = "logo"

// logo writes the shop's logo, where it has one.
func (f *shopFiles) logo(shop *models.ShopExport) error {
	logo, err := shop.Logo()
	if err != nil || len(logo) == 0 {
		return err
	}
	return os.WriteFile(filepath.Join(f.folder, shopLogo+photoEnding(logo)), logo, 0o600)
}

// photoEnding is what the name of a photo ends in: it is a JPEG or a PNG.
func photoEnding(file []byte) string {
	if bytes.HasPrefix(file, []byte("\x89PNG")) {
		return ".png"
	}
	return ".jpg"
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
	for _, name := range []string{shopReadme, shopLogo + ".png", shopLogo + ".jpg"} {
		os.Remove(filepath.Join(f.folder, name))
	}
	os.RemoveAll(filepath.Join(f.folder, shopPhotos))
}

// readme explains every column of every file. Names of files and columns, and the words in them, are the same in every language: programs
// read them.
func (w Words) readme() string {
	var b strings.Builder
	for _, text := range []string{"about", "days", "apostrophe", "photos"} {
		fmt.Fprintf(&b, "%s\r\n", w["readme."+text])
	}
	for _, table := range models.OutTables() {
		fmt.Fprintf(&b, "\r\n%s.csv: %s\r\n", table.Name, w["whole."+table.Name])
		for _, column := range table.Columns {
			fmt.Fprintf(&b, "  %-24s %s\r\n", column.Name, w["whole."+table.Name+"."+column.Name])
		}
	}
	return b.String()
}
