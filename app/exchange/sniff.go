// Package exchange brings customers in from the files other programs write, and out again into files they read:
// CSV as people have it, Excel workbooks and vCards.
package exchange

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Kind is what sort of file holds the customers.
type Kind string

// The kinds that can be read.
const (
	KindCSV   Kind = "csv"
	KindExcel Kind = "xlsx"
	KindCards Kind = "vcard"
)

// Format is how to read a file: found by Sniff, and changed by the owner where that was wrong.
type Format struct {
	Kind      Kind
	Encoding  Encoding // of CSV and vCards
	Separator rune     // between the cells of CSV
	Header    bool     // the first row names the columns
	Sheets    []string // of an Excel file
	Sheet     string   // the one to read
}

// sampleSize is how much of the beginning of a text decides about separators and headers.
const sampleSize = 64 << 10

// Sniff finds out what a file is by what is in it, whatever it is called. What cannot be read as a list of customers
// is a Problem with Field "file".
func Sniff(ctx context.Context, path string) (Format, error) {
	file, err := open(path)
	if err != nil {
		return Format{}, err
	}
	defer file.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return Format{}, because(trouble("unreadable"), err)
	}
	head = head[:n]
	if key := notAList(head); key != "" {
		return Format{}, trouble(key)
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return sniffExcel(ctx, file)
	}
	return sniffText(ctx, file)
}

// open opens a file to import, and refuses what cannot be one.
func open(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, because(trouble("missing"), err)
		}
		return nil, because(trouble("unreadable"), err)
	}
	info, err := file.Stat()
	switch {
	case err != nil:
		err = because(trouble("unreadable"), err)
	case !info.Mode().IsRegular():
		err = trouble("notAList")
	case info.Size() == 0:
		err = trouble("empty")
	case info.Size() > maxFile:
		err = trouble("tooLarge")
	default:
		return file, nil
	}
	file.Close()
	return nil, err
}

// notAList gives the sentence for a kind of file that is known and cannot be read; "" for the others.
func notAList(head []byte) string {
	lower := bytes.ToLower(bytes.TrimSpace(head))
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")): // an OLE file: .xls, or .xlsx with a password
		return "oldExcel"
	case bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis.opendocument")):
		return "openDocument"
	case bytes.HasPrefix(head, []byte("SQLite format 3")):
		return "shopFile"
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<table")), bytes.HasPrefix(lower, []byte("<?xml")):
		return "webPage" // some tills call a web page .xls
	case bytes.HasPrefix(head, []byte("%PDF")), bytes.HasPrefix(head, []byte("\x89PNG")), bytes.HasPrefix(head, []byte("\xff\xd8\xff")), bytes.HasPrefix(head, []byte("{\\rtf")):
		return "notAList"
	}
	return ""
}

// sniffText tells vCards from tables, and how either is written.
func sniffText(ctx context.Context, file *os.File) (Format, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Format{}, because(trouble("unreadable"), err)
	}
	encoding, err := findEncoding(ctx, file)
	if err != nil {
		return Format{}, err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Format{}, because(trouble("unreadable"), err)
	}
	sample, err := io.ReadAll(io.LimitReader(encoding.decode(file), sampleSize))
	if err != nil {
		return Format{}, because(trouble("unreadable"), err)
	}
	text := strings.ToValidUTF8(string(sample), "")
	if strings.TrimSpace(text) == "" {
		return Format{}, trouble("empty")
	}
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); strings.EqualFold(strings.TrimSpace(first), "BEGIN:VCARD") {
		return Format{Kind: KindCards, Encoding: encoding}, nil
	}
	if isBinary(text) {
		return Format{}, trouble("notAList")
	}
	format := Format{Kind: KindCSV, Encoding: encoding, Separator: findSeparator(text)}
	format.Header = hasHeader(sampleRows(text, format.Separator))
	return format, nil
}

// isBinary tells whether signs that no text has are frequent; a few stray ones are passed over.
func isBinary(text string) bool {
	strange := 0
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r == '\ufffd' {
			strange++
		}
	}
	return strange > 8 && strange*50 > len(text)
}
