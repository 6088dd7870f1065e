package exchange_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"goodturn/app/exchange"

	"github.com/xuri/excelize/v2"
)

// endless writes a file that begins with head and goes on with more until it has so many bytes; it takes no room.
func endless(t *testing.T, head, more string, size int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "endless")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	block := strings.Repeat(more, 1+(1<<20)/len(more))
	for n := 0; n < size && err == nil; n += len(block) {
		_, err = io.WriteString(f, head+block)
		head = ""
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// workbook makes an Excel file whose sheet, or another part, is replaced.
func workbook(t *testing.T, part string, content []byte) string {
	t.Helper()
	book := excelize.NewFile()
	if err := book.SetCellValue("Sheet1", "A1", "Name"); err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := book.Write(&whole); err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	put := func(name string, data []byte) {
		w, err := out.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range in.File {
		if f.Name == part {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		put(f.Name, data)
	}
	put(part, content)
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, b.String())
}

const sheetHead = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

func TestHostileFilesEndInASentence(t *testing.T) {
	const sheet = "xl/worksheets/sheet1.xml"
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\n"
	for _, c := range []struct{ about, path, key string }{
		{"all on one line", endless(t, "Name,Phone\nAnn", "x", 40<<20), "import.longRow"},
		{"a mark that never ends", endless(t, "Name,Phone\n\"Ann", "x\n", 20<<20), "import.longRow"},
		{"more than a list can be", endless(t, "Name,Phone\n", "Ann,1\n", 513<<20), "import.tooLarge"},
		{"10,000 columns", file(t, strings.Repeat("Name,", 10_000)+"\n"), "import.columns"},
		{"nothing", file(t, ""), "import.empty"},
		{"blanks", file(t, "\n \n\n"), "import.empty"},
		{"a header alone", file(t, "Name,Phone\n"), "import.empty"},
		{"noughts", file(t, strings.Repeat("\x00", 5000)), "import.notAList"},
		{"a program", file(t, "\x7fELF"+strings.Repeat("\x01\x02\x03\x80", 500)), "import.notAList"},
		{"a PDF", file(t, "%PDF-1.7\n"), "import.notAList"},
		{"an old Excel file", file(t, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "import.oldExcel"},
		{"a web page called .xls", file(t, "<html><table><tr><td>Ann"), "import.webPage"},
		{"a shop file", file(t, "SQLite format 3\x00"), "import.shopFile"},
		{"a missing file", filepath.Join(t.TempDir(), "none"), "import.missing"},
		{"a folder", t.TempDir(), "import.notAList"},
		{"half an archive", file(t, "PK\x03\x04 and no more"), "import.damaged"},
		{"an archive of something else", func() string { return workbookWithout(t) }(), "import.notAList"},
		{"one huge cell", workbook(t, sheet, []byte(sheetHead+`<row r="1"><c r="A1" t="inlineStr"><is><t>`+strings.Repeat("x", 40<<20))), "import.longCell"},
		{"one huge tag", workbook(t, sheet, []byte(sheetHead+`<row r="`+strings.Repeat("1", 40<<20))), "import.longCell"},
		{"10,000 cells in a row", workbook(t, sheet, []byte(sheetHead+`<row r="1">`+strings.Repeat(`<c r="A1"><v>1</v></c>`, 10_000)+`</row></sheetData></worksheet>`)), "import.columns"},
		{"elements in one another", workbook(t, sheet, []byte(sheetHead+strings.Repeat("<a>", 1<<20))), "import.damaged"},
		{"a bomb of styles", workbook(t, "xl/styles.xml", bytes.Repeat([]byte("<a></a>"), 4<<20)), "import.tooLarge"},
		{"a bomb of texts", workbook(t, "xl/sharedStrings.xml", bytes.Repeat([]byte("<si><t>a</t></si>"), 5<<20)), "import.tooLarge"},
		{"a folded line without end", endless(t, card+"NOTE:a\r\n", " folded\r\n", 20<<20), "import.longRow"},
		{"a line without end", endless(t, card+"NOTE:", "x", 20<<20), "import.longRow"},
		{"quoted-printable without end", endless(t, "BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\r\n", "more=\r\n", 20<<20), "import.longRow"},
		{"a card without end", endless(t, card, "TEL:1\r\n", 20<<20), "import.longRow"},
	} {
		if got := refusal(t, c.path); got != c.key {
			t.Errorf("%s: refused with %q, want %q", c.about, got, c.key)
		}
		if grown := inUse(); grown > 300<<20 {
			t.Errorf("%s: takes %d MB", c.about, grown>>20)
		}
	}
}

// workbookWithout makes an archive that is no workbook.
func workbookWithout(t *testing.T) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if _, err := w.Create("letter.txt"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, b.String())
}

func TestPhotosAreNoTrouble(t *testing.T) {
	photo := endless(t, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nPHOTO;ENCODING=b:\r\n", " AAAABBBBCCCC\r\n", 30<<20)
	f, err := os.OpenFile(photo, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprint(f, "TEL:0171 555\r\nEND:VCARD\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got := told(t, photo); got != "Ann phone=0171 555\n" {
		t.Errorf("tells %q", got)
	}
	long := endless(t, "BEGIN:VCARD\r\nFN:Ann\r\nPHOTO;ENCODING=b:", "AAAA", 30<<20)
	if got := told(t, long); got != "problem=import.openCard\n" {
		t.Errorf("tells %q", got)
	}
}

func TestReadingEndsWhenCancelled(t *testing.T) {
	path := endless(t, "Name,Phone\n", "Ann,0171 555 0110\n", 4<<20)
	format, err := exchange.Sniff(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	rows := 0
	err = exchange.Read(ctx, path, format, func(exchange.Row) error {
		if rows++; rows == 100 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || rows > 101 {
		t.Errorf("after %d rows reading ends with %v", rows, err)
	}
	if _, err := exchange.Sniff(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("sniffing goes on: %v", err)
	}
}

// inUse is how much memory the heap holds from the system.
func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys - m.HeapReleased
}
