package paper

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func bundledFonts() Fonts {
	return Fonts{
		Regular: theme.DefaultTextFont().Content(),
		Bold:    theme.DefaultTextBoldFont().Content(),
		Emoji:   theme.DefaultEmojiFont().Content(),
	}
}

// newSetter makes a Typesetter whose font index is kept for the whole test run,
// as the program keeps it.
func newSetter(tb testing.TB) *Typesetter {
	tb.Helper()
	setter, err := NewTypesetter(bundledFonts(), filepath.Join(os.TempDir(), "goodturn-test-fonts"))
	if err != nil {
		tb.Fatal(err)
	}
	return setter
}

func words() Words {
	return Words{
		Title: "Customers to thank", Date: "21 November 2026", Write: "Notes",
		Count: "6 people on this list", Nobody: "Nobody is waiting for a thank-you.",
		PageOf: func(page, total int) string { return fmt.Sprintf("Page %d of %d", page, total) },
	}
}

func listOf(setter *Typesetter, paper Paper, rows ...ThankYouRow) ThankYouListInput {
	return ThankYouListInput{
		Frame: Frame{Setter: setter, Paper: paper, Language: "en-GB", Shop: "Harbour Cycles",
			Made: time.Date(2026, 11, 21, 10, 24, 0, 0, time.UTC)}, Words: words(), Rows: rows,
	}
}

// printed lays the list out and writes it, and fails unless the PDF is valid.
func printed(tb testing.TB, in ThankYouListInput) []byte {
	tb.Helper()
	document, err := ThankYouList(in)
	if err != nil {
		tb.Fatal(err)
	}
	return written(tb, document)
}

// written gives the PDF of what was laid out, and fails unless it is valid.
func written(tb testing.TB, document *Document) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := document.WritePDF(&out); err != nil {
		tb.Fatal(err)
	}
	mustBeValid(tb, out.Bytes())
	return out.Bytes()
}

func mustBeValid(tb testing.TB, pdf []byte) {
	tb.Helper()
	api.DisableConfigDir() // it would write into the home folder
	config := model.NewDefaultConfiguration()
	config.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(pdf), config); err != nil {
		tb.Fatalf("not a valid PDF: %v", err)
	}
}

// textIn returns what pdftotext, another program altogether, reads in the PDF.
// The marks it puts around text of the other direction are left out.
func textIn(tb testing.TB, pdf []byte) string {
	tb.Helper()
	out := poppler(tb, pdf, "pdftotext", "-enc", "UTF-8", "-layout", "PDF", "-")
	return strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "").Replace(out)
}

// infoOf returns the PDF's properties as pdfinfo reads them.
func infoOf(tb testing.TB, pdf []byte) string {
	tb.Helper()
	return poppler(tb, pdf, "pdfinfo", "-enc", "UTF-8", "PDF")
}

// poppler runs one of the poppler programs, with the PDF's path for "PDF".
func poppler(tb testing.TB, pdf []byte, program string, arguments ...string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "page.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		tb.Fatal(err)
	}
	arguments[slices.Index(arguments, "PDF")] = path
	run := exec.Command(program, arguments...)
	run.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C")
	out, err := run.CombinedOutput()
	if err != nil {
		tb.Fatalf("this test needs %s from poppler-utils: %v\n%s", program, err, out)
	}
	return string(out)
}
