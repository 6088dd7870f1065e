package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"goodturn/app/exchange"
	"goodturn/models"
)

// whole reads a file by all means and holds what comes of it to what the book can hold.
func whole(t *testing.T, content []byte) {
	path := filepath.Join(t.TempDir(), "people")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	format, err := exchange.Sniff(ctx, path)
	if err == nil {
		var survey exchange.Survey
		if survey, err = exchange.Look(ctx, path, format, exchange.MonthFirst, today, 100); err == nil {
			for _, p := range survey.Mapping.Preview(survey.Sample) {
				c := p.Customer
				if p.Problem == nil && (c.Validate() != nil || !utf8.ValidString(c.Name+c.Address)) {
					t.Errorf("%+v is to be stored", c)
				}
			}
		}
	}
	if _, ours := models.IsProblem(err); err != nil && !ours {
		t.Errorf("no sentence for the owner: %v", err)
	}
}

func FuzzCSV(f *testing.F) {
	seedFiles(f, "testdata/*.csv")
	for _, seed := range []string{"Name,Phone\nAnn,0171 555 0110\n", "sep=|\r\nName|Birthday\r\"A\"|29.2.\r", "a\"b\",\"c\x00\n,,,\n'=1", "\xff\xfeN\x00", "Imi\xea;\xb3\n", "\"\"\"\"\",\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(whole)
}

func FuzzCards(f *testing.F) {
	for _, seed := range []string{"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nTEL;TYPE=cell:1\nEND:VCARD\n", "BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=x:=C3=\n=BC;\\;\\n\nBDAY:--0229\nPHOTO:x\n y\nitem1.X-ABLabel:_$!<a>!$_\nEND:VCARD"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) { whole(t, append([]byte("BEGIN:VCARD\n"), content...)) })
}

func FuzzExcel(f *testing.F) {
	seedFiles(f, "testdata/*.xlsx")
	f.Fuzz(whole)
}

func seedFiles(f *testing.F, pattern string) {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		f.Fatalf("no seeds at %s (%v)", pattern, err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
}
