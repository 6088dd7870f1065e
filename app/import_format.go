package app

import (
	"encoding/json"
	"fmt"
	"hash/fnv"

	"goodturn/app/exchange"
)

// importFormat is how the owner said that files like one are read.
type importFormat struct {
	Encoding  exchange.Encoding `json:"encoding"`
	Separator rune              `json:"separator"`
	Header    bool              `json:"header"`
}

// known gives the way of reading that the owner chose for files like the one that survey tells of; false where they chose
// none, or where it does what was found anyway.
func (p Prefs) known(survey exchange.Survey) (exchange.Format, bool) {
	text := p.p.StringWithFallback(survey.Known, "")
	var chosen importFormat
	if text == "" || json.Unmarshal([]byte(text), &chosen) != nil {
		return exchange.Format{}, false
	}
	format := survey.Format
	if chosen == (importFormat{format.Encoding, format.Separator, format.Header}) {
		return exchange.Format{}, false
	}
	format.Encoding, format.Separator, format.Header = chosen.Encoding, chosen.Separator, chosen.Header
	return format, true
}

// SetImportFormat remembers how the owner said that a file is read, for files that are found to be like it.
func (p Prefs) SetImportFormat(survey exchange.Survey) {
	format := survey.Format
	text, err := json.Marshal(importFormat{format.Encoding, format.Separator, format.Header})
	if err != nil {
		panic(err) // of plain values
	}
	p.p.SetString(survey.Known, string(text))
}

// formatKey names a file by how it was found to be written and by its columns. One that is found to be written in another
// way is another file, though its columns have the same names: what the owner said of the first would spoil it.
func formatKey(survey exchange.Survey) string {
	sum := fnv.New64a()
	format := survey.Format
	_, _ = fmt.Fprintf(sum, "%s %s %c %t", format.Kind, format.Encoding, format.Separator, format.Header) // never fails
	return fmt.Sprintf("import.format.%s.%x", columnsHash(survey.Headers), sum.Sum64())
}
