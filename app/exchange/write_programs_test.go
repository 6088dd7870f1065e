package exchange_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// What other programs read of our files. Each test here needs the program and is skipped where that is not there; the tests of
// write_test.go hold the same facts to the bytes. Seen so with LibreOffice 7.4, Python's vobject 0.9, Text::vCard 3.09 and khard
// 0.18.

// forOthers is a book with what other programs trip over.
func forOthers(t *testing.T) *models.Store {
	store, _ := modelstest.New(t)
	for _, c := range []models.Customer{
		{Name: "Jürgen Groß", PreferredName: "Jürgi", Address: "Hauptstraße 5\n04109 Leipzig", Country: "Deutschland", Birthday: "1980-11-21", Tags: []string{"rides, early", "winter"},
			Contacts: []models.Contact{{Kind: models.ContactPhone, Label: "mobile", Value: "01715550110"}, {Kind: models.ContactPhone, Label: "Anna at work", Value: "+44 171 555"}, {Kind: models.ContactEmail, Label: "work", Value: "j@example.org"}},
			Remember: []models.Remember{{Text: "likes tea; comes\non Saturdays, \"always\"", NotedOn: "2024-02-29"}}},
		{Name: "=HYPERLINK(\"http://example.org\",\"x\")", Birthday: "--02-29", Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "123456789012345"}}},
		{Name: "王小明", Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "(0171) 1"}}},
	} {
		if err := store.SaveCustomer(&c); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// program gives what a program prints, or skips the test where it is not there.
func program(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip("there is no ", name)
	}
	run := exec.Command(name, args...)
	var said, wrong bytes.Buffer
	run.Stdout, run.Stderr = &said, &wrong
	if err := run.Run(); err != nil {
		if strings.Contains(wrong.String(), "ModuleNotFoundError") || strings.Contains(wrong.String(), "Can't locate") {
			t.Skip(wrong.String())
		}
		t.Fatalf("%s: %v\n%s", name, err, wrong.String())
	}
	return said.Bytes()
}

func rowsOf(t *testing.T, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// LibreOffice opens what we write and saves it again: no cell has changed, lost its noughts or was run.
func TestLibreOfficeChangesNoCell(t *testing.T) {
	store, dir := forOthers(t), t.TempDir()
	table, book := filepath.Join(dir, "table.csv"), filepath.Join(dir, "book.xlsx")
	if err := export(store, table, csvIn("en")); err != nil {
		t.Fatal(err)
	}
	if err := export(store, book, excelIn("en")); err != nil {
		t.Fatal(err)
	}
	guarded := rowsOf(t, read(t, table))
	for path, asWritten := range map[string]bool{table: true, book: false} {
		out := filepath.Join(dir, "out"+filepath.Ext(path)[1:])
		// Comma, quotation mark, UTF-8; all cells as they are shown. Opening a CSV asks for the same.
		program(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--infilter=CSV:44,34,76,1",
			"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, path)
		got := rowsOf(t, read(t, filepath.Join(out, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+".csv")))
		for i, row := range guarded {
			for j, cell := range row {
				if !asWritten {
					cell = strings.TrimPrefix(cell, "'") // a workbook needs no guard
				}
				if got[i][j] != cell {
					t.Errorf("%s: cell %d/%d is %q, was %q", filepath.Ext(path), i, j, got[i][j], cell)
				}
			}
		}
	}
}

// cardsOf writes the book as vCards.
func cardsOf(t *testing.T, version exchange.CardVersion) string {
	path := filepath.Join(t.TempDir(), "cards.vcf")
	write := func(ctx context.Context, out io.Writer, c *models.CustomerExport, r exchange.Report) error {
		return exchange.WriteCards(ctx, out, version, c, r)
	}
	if err := export(forOthers(t), path, write); err != nil {
		t.Fatal(err)
	}
	return path
}

const vobjectReads = `
import json, sys, vobject
cards = []
for card in vobject.readComponents(open(sys.argv[1], encoding="utf-8", newline="").read()):
    all = lambda name: [str(p.value) for p in card.contents.get(name, [])]
    cards.append([str(card.fn.value), all("tel"), all("email"), all("note"), [c for p in card.contents.get("categories", []) for c in p.value],
        [p.value.country for p in card.contents.get("adr", [])], all("bday")])
print(json.dumps(cards))
`

func TestPythonsVobjectReadsOurCards(t *testing.T) {
	var cards [][]any
	if err := json.Unmarshal(program(t, "python3", "-c", vobjectReads, cardsOf(t, exchange.Card3)), &cards); err != nil {
		t.Fatal(err)
	}
	said, err := json.Marshal(cards)
	want := `[["=HYPERLINK(\"http://example.org\",\"x\")",["123456789012345"],[],[],[],[],["1604-02-29"]],` +
		`["Jürgen Groß",["01715550110","+44 171 555"],["j@example.org"],["likes tea; comes\non Saturdays, \"always\""],["rides, early","winter"],["Deutschland"],["1980-11-21"]],` +
		`["王小明",["(0171) 1"],[],[],[],[],[]]]`
	if err != nil || string(said) != want {
		t.Errorf("it reads\n%s\nwant\n%s", said, want)
	}
}

const perlReads = `
use Text::vCard::Addressbook; binmode STDOUT, ":utf8";
my $book = Text::vCard::Addressbook->new({source_file => $ARGV[0]});
for my $card ($book->vcards) {
  my @tel = sort map { $_->value } @{$card->get("TEL") || []};
  print join("|", $card->fullname, @tel), "\n";
}
`

func TestPerlsTextVCardReadsOurCards(t *testing.T) {
	for _, version := range []exchange.CardVersion{exchange.Card3, exchange.Card4} {
		lines := strings.Split(strings.TrimSpace(string(program(t, "perl", "-e", perlReads, cardsOf(t, version)))), "\n")
		slices.Sort(lines)
		want := []string{`=HYPERLINK("http://example.org","x")|123456789012345`, "Jürgen Groß|+44 171 555|01715550110", "王小明|(0171) 1"}
		if !slices.Equal(lines, want) {
			t.Errorf("%s: it reads %q", version, lines)
		}
	}
}

func TestKhardReadsOurCards(t *testing.T) {
	for _, version := range []exchange.CardVersion{exchange.Card3, exchange.Card4} {
		dir := t.TempDir()
		for i, card := range strings.SplitAfter(string(read(t, cardsOf(t, version))), "END:VCARD\r\n") {
			if card != "" {
				if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".vcf"), []byte(card), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
		config := filepath.Join(t.TempDir(), "khard.conf")
		if err := os.WriteFile(config, []byte("[addressbooks]\n[[shop]]\npath = "+dir+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		said := string(program(t, "khard", "-c", config, "phone", "--parsable"))
		for _, want := range []string{"01715550110\tJürgen Groß", "+44 171 555\tJürgen Groß", "(0171) 1\t王小明"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is missing from\n%s", version, want, said)
			}
		}
	}
}
