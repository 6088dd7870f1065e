package paper

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// errNoCatalog means that fpdf writes its files in another way than it did.
var errNoCatalog = errors.New("paper: the PDF has no catalog where it is looked for")

// The end of a file as fpdf writes it: the catalog, the table of where objects begin, and the trailer that names the first.
var (
	catalogOf = regexp.MustCompile(`(?s)(\d+) 0 obj\n<<\n(/Type /Catalog\n.*?)>>\nendobj\nxref\n`)
	trailerOf = regexp.MustCompile(`(?s)trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\n%%EOF\n?$`)
)

// atTrueSize asks of viewers that they print the file as large as it is, and not fitted to the paper: labels would miss
// their sheet. fpdf has no word for it, so the catalog is written once more behind the file with that added, as the format
// has it for changes (ISO 32000-1, 7.5.6 and 12.2). The word came with version 1.6 of the format.
func atTrueSize(pdf []byte, turned flip) ([]byte, error) {
	catalogs, trailer := catalogOf.FindAllSubmatch(pdf, -1), trailerOf.FindSubmatch(pdf)
	if len(catalogs) == 0 || trailer == nil || !bytes.HasPrefix(pdf, []byte("%PDF-1.")) {
		return nil, errNoCatalog
	}
	catalog := catalogs[len(catalogs)-1]
	number, err := strconv.Atoi(string(catalog[1]))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoCatalog, err)
	}
	out := bytes.NewBuffer(bytes.Clone(pdf))
	out.Bytes()[len("%PDF-1.")] = '7'
	if pdf[len(pdf)-1] != '\n' {
		out.WriteByte('\n')
	}
	object := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<<\n%s/ViewerPreferences <</PrintScaling /None%s>>\n>>\nendobj\n", number, catalog[2], turned.preference())
	table := out.Len()
	fmt.Fprintf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<<\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n", number, object, trailer[1], trailer[2], table)
	return out.Bytes(), nil
}
