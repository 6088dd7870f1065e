package paper

import (
	"slices"
	"unicode/utf16"
)

// appendHidden writes text operators that show runes across advance, where every
// code of the overlay font is one wide, both in em.
// The overlay font's codes are UTF-16 units, so a cluster with a rune above
// U+FFFF says what it stands for in a span (ISO 32000-1, 14.9.4).
func appendHidden(out []byte, runes []rune, advance, one float64) []byte {
	units := utf16.Encode(runes)
	wide := len(units) > len(runes)
	if wide {
		out = append(out, "/Span <</ActualText <FEFF"...)
		out = append(appendHex(out, units), ">>> BDC "...)
		units = []uint16{' '}
	}
	scale := max(1, 100*advance/(one*float64(len(units))))
	out = append(appendNumber(out, scale, 2), "Tz <"...)
	out = append(appendHex(out, units), "> Tj"...)
	if wide {
		out = append(out, " EMC"...)
	}
	return append(out, '\n')
}

// appendHex writes UTF-16 units as hexadecimal digits.
func appendHex(out []byte, units []uint16) []byte {
	const digits = "0123456789ABCDEF"
	for _, u := range units {
		out = append(out, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return out
}

// reversed returns the runes last to first: readers expect right-to-left text
// as it stands on the page.
func reversed(runes []rune) []rune {
	out := slices.Clone(runes)
	slices.Reverse(out)
	return out
}
