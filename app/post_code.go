package app

import (
	"regexp"
	"strings"
)

// The shapes of a postal code in a line of an address, those first that could be taken for one of the others. What was looked at: the
// Universal Postal Union's postal addressing systems.
var postalCodes = []*regexp.Regexp{
	regexp.MustCompile(`\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b`),           // SW1A 1AA
	regexp.MustCompile(`\b[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]\b`),                  // K1A 0B1
	regexp.MustCompile(`\b[AC-FHKNPRTV-Y][0-9][0-9W] ?[0-9AC-FHKNPRTV-Y]{4}\b`), // D02 AF30
	regexp.MustCompile(`\b[0-9]{3}-[0-9]{4}\b`),                                 // 150-0002
	regexp.MustCompile(`\b[0-9]{5}-[0-9]{3,4}\b`),                               // 62701-1234, 01310-100
	regexp.MustCompile(`\b[0-9]{2}-[0-9]{3}\b`),                                 // 00-950
	regexp.MustCompile(`\b[0-9]{4}-[0-9]{3}\b`),                                 // 1000-205
	regexp.MustCompile(`\b[0-9]{3} [0-9]{2}\b`),                                 // 110 00
	regexp.MustCompile(`\b[0-9]{3} [0-9]{3}\b`),                                 // 560 001
	regexp.MustCompile(`\b[0-9]{4} ?[A-Z]{2}\b`),                                // 1012 AB
	regexp.MustCompile(`\b[0-9]{4,6}\b`),                                        // 10115, 4020, 560001
}

// PostalCode finds the code in the lines of an address, written so that codes of a country sort as its post has them; "" where there
// is none. It looks from the last line up, for the number of a house may look like a code, and past the street only where there is
// nothing else.
func PostalCode(lines []string) string {
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.ToUpper(lines[i])
		for _, shape := range postalCodes {
			if code := shape.FindString(line); code != "" {
				return strings.NewReplacer(" ", "", "-", "").Replace(code)
			}
		}
	}
	return ""
}
