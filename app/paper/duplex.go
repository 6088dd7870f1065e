package paper

// flip is over which edge a printer turns a sheet to print its other side.
type flip string

// The ways to turn a sheet, as printers name them (RFC 8011, 5.2.8); "" leaves it to the printer.
const (
	flipNone  flip = ""
	flipLong  flip = "two-sided-long-edge"
	flipShort flip = "two-sided-short-edge"
)

// preference says it in the preferences of a PDF (ISO 32000-1, table 150).
func (f flip) preference() string {
	switch f {
	case flipLong:
		return " /Duplex /DuplexFlipLongEdge"
	case flipShort:
		return " /Duplex /DuplexFlipShortEdge"
	}
	return ""
}

// envelopeMedia are the envelopes as printers name them (PWG 5101.1).
var envelopeMedia = map[Paper]string{C6: "iso_c6_114x162mm", DL: "iso_dl_110x220mm", C5: "iso_c5_162x229mm", No10: "na_number-10_4.125x9.5in"}

// PrintOptions are what a printer has to be told beside the pages, as Send takes it.
func (d *Document) PrintOptions() (options []string) {
	if d.flip != flipNone {
		options = append(options, "sides="+string(d.flip))
	}
	if d.media != "" {
		options = append(options, "media="+d.media)
	}
	return options
}
