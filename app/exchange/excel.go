package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sniffExcel looks into a zip archive that may be an Excel workbook.
func sniffExcel(ctx context.Context, file *os.File) (Format, error) {
	book, err := openExcel(ctx, file)
	if err != nil {
		return Format{}, err
	}
	defer book.Close()
	format := Format{Kind: KindExcel, Sheets: book.GetSheetList()}
	if len(format.Sheets) == 0 {
		return Format{}, trouble("empty")
	}
	format.Sheet = format.Sheets[0]
	var rows []Row
	enough := errors.New("enough rows")
	err = excelRows(ctx, book, format.Sheet, func(row Row) error {
		if rows = append(rows, row); len(rows) == sampleLines {
			return enough
		}
		return nil
	})
	if err != nil && !errors.Is(err, enough) {
		return Format{}, err
	}
	format.Header = hasHeader(rows)
	return format, nil
}

// openExcel opens a workbook after having seen that it unfolds to no more than the memory there is for it.
func openExcel(ctx context.Context, file *os.File) (*excelize.File, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, because(trouble("unreadable"), err)
	}
	archive, err := zip.NewReader(file, info.Size())
	if err != nil {
		return nil, because(trouble("damaged"), err)
	}
	if err := checkArchive(ctx, archive); err != nil {
		return nil, err
	}
	book, err := excelize.OpenFile(file.Name(), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart, ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd"})
	if err != nil {
		return nil, because(trouble("damaged"), err)
	}
	return book, nil
}

// checkArchive reads every part of a workbook through once, without keeping it. What it says of its own size may be
// a lie, and a part far within its size may still be a single cell, or elements nested without end.
func checkArchive(ctx context.Context, archive *zip.Reader) error {
	isBook := slices.ContainsFunc(archive.File, func(part *zip.File) bool { return part.Name == "xl/workbook.xml" })
	switch {
	case slices.ContainsFunc(archive.File, func(part *zip.File) bool { return part.Name == "content.xml" }):
		return trouble("openDocument")
	case !isBook:
		return trouble("notAList")
	case len(archive.File) > maxParts:
		return trouble("tooLarge")
	}
	var total int64
	for _, part := range archive.File {
		n, err := checkPart(ctx, part)
		if err != nil {
			return err
		}
		if total += n; total > maxUnzipped {
			return trouble("tooLarge")
		}
	}
	return nil
}

// checkPart reads one part and gives its size.
func checkPart(ctx context.Context, part *zip.File) (size int64, err error) {
	in, err := part.Open()
	if err != nil {
		return 0, because(trouble("damaged"), err)
	}
	defer in.Close()
	most := int64(maxPart)
	name := strings.ToLower(part.Name)
	if strings.HasPrefix(name, "xl/worksheets/") {
		most = maxUnzipped
	} else if name == "xl/sharedstrings.xml" {
		most = maxStrings
	}
	check := xmlCheck{isXML: strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")}
	block := make([]byte, 64<<10)
	for {
		if err := ctx.Err(); err != nil {
			return size, err
		}
		n, err := in.Read(block)
		if size += int64(n); size > most {
			return size, trouble("tooLarge")
		}
		if err := check.add(block[:n]); err != nil {
			return size, err
		}
		if err == io.EOF {
			return size, nil
		}
		if err != nil {
			return size, because(trouble("damaged"), err)
		}
	}
}

// xmlCheck watches how long XML goes on without a tag, how deep its elements are, and how many cells a row has.
type xmlCheck struct {
	isXML       bool
	stretch     int
	depth       int
	cells       int
	tag         []byte // the first signs of the tag that is read now
	inTag, last bool   // last: the sign before was a slash
}

func (c *xmlCheck) add(block []byte) error {
	if !c.isXML {
		return nil
	}
	for _, b := range block {
		switch {
		case b == '<':
			c.stretch, c.inTag, c.tag = 0, true, c.tag[:0]
		case b == '>' && c.inTag:
			c.inTag = false
			if err := c.endTag(); err != nil {
				return err
			}
		case c.inTag && len(c.tag) < 4:
			c.tag = append(c.tag, b)
		}
		c.last = b == '/'
		if c.stretch++; c.stretch > maxStretch {
			return trouble("longCell")
		}
	}
	return nil
}

// endTag counts a tag that has been read.
func (c *xmlCheck) endTag() error {
	switch {
	case len(c.tag) > 0 && c.tag[0] == '/':
		c.depth--
	case c.last || len(c.tag) > 0 && (c.tag[0] == '?' || c.tag[0] == '!'):
	default:
		c.depth++
	}
	switch {
	case bytes.HasPrefix(c.tag, []byte("row")):
		c.cells = 0
	case bytes.Equal(c.tag, []byte("c")), bytes.HasPrefix(c.tag, []byte("c ")), bytes.HasPrefix(c.tag, []byte("c/")):
		c.cells++
	}
	if c.depth > maxNesting {
		return trouble("damaged")
	}
	if c.cells > maxColumns {
		return trouble("columns", "Line", 0, "Most", maxColumns)
	}
	return nil
}

// excelRows gives the rows of a sheet as people see them: dates as YYYY-MM-DD, formulas by the value they had last.
func excelRows(ctx context.Context, book *excelize.File, sheet string, row func(Row) error) error {
	rows, err := book.Rows(sheet)
	if err != nil {
		return because(trouble("damaged"), err)
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		cells, err := rows.Columns()
		if err != nil {
			return because(trouble("damaged"), err)
		}
		if len(cells) > maxColumns {
			return trouble("columns", "Line", line, "Most", maxColumns)
		}
		for i := range cells {
			cells[i] = unscientific(cells[i])
		}
		if r := (Row{Line: line, Cells: cells}); !r.isEmpty() {
			if err := row(r); err != nil {
				return err
			}
		}
	}
	if err := rows.Error(); err != nil {
		return because(trouble("damaged"), err)
	}
	return nil
}

// readExcel reads the sheet of the format.
func readExcel(ctx context.Context, file *os.File, format Format, row func(Row) error) error {
	book, err := openExcel(ctx, file)
	if err != nil {
		return err
	}
	defer book.Close()
	sheet := format.Sheet
	if sheet == "" {
		sheet = book.GetSheetName(0)
	}
	return excelRows(ctx, book, sheet, row)
}
