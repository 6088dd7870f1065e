package kit

import (
	"strconv"
	"strings"
)

// noBreak is the blank at which no line ends.
const noBreak = "\u00a0"

// The side of an amount its symbol stands on.
type side int

const (
	symbolFront side = iota
	symbolApart      // in front, with a blank between
	symbolBehind
)

// numbers is how a language writes numbers and amounts (CLDR, numbers).
type numbers struct {
	group, point string // what sets thousands apart, and the whole from its parts
	tight        bool   // four digits stand together
	side         side
}

// regional are countries that write numbers otherwise than their language does elsewhere, by language and country.
var regional = map[string]numbers{
	"de-AT": {group: noBreak, point: ",", side: symbolApart},
	"de-CH": {group: "’", point: ".", side: symbolApart},
	"de-LI": {group: "’", point: ".", side: symbolApart},
	"fr-CH": {group: noBreak, point: ",", side: symbolBehind},
	"pt-BR": {group: ".", point: ",", side: symbolApart},
	"es-MX": {group: ",", point: "."}, "es-US": {group: ",", point: "."}, "es-GT": {group: ",", point: "."}, "es-HN": {group: ",", point: "."},
	"es-SV": {group: ",", point: "."}, "es-NI": {group: ",", point: "."}, "es-PA": {group: ",", point: "."}, "es-DO": {group: ",", point: "."},
	"es-PR": {group: ",", point: "."}, "es-PE": {group: ",", point: "."},
	"es-AR": {group: ".", point: ",", side: symbolApart}, "es-CO": {group: ".", point: ",", side: symbolApart}, "es-UY": {group: ".", point: ",", side: symbolApart},
	"es-CL": {group: ".", point: ","}, "es-EC": {group: ".", point: ","}, "es-PY": {group: ".", point: ",", side: symbolApart}, "es-VE": {group: ".", point: ","},
}

// grouped sets the thousands of digits apart.
func (n numbers) grouped(digits string) string {
	least := 4
	if n.tight {
		least = 5
	}
	if len(digits) < least {
		return digits
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(n.group)
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// count writes a whole number.
func (n numbers) count(i int) string {
	digits := strconv.Itoa(i)
	if i < 0 {
		return "−" + n.grouped(digits[1:])
	}
	return n.grouped(digits)
}

// Count writes a number with its thousands set apart: "1,204".
func Count(n int) string { return current().numbers.count(n) }

// Decimal writes a number with as many digits behind the point as it has: "63.5".
func Decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", current().numbers.point, 1)
}
