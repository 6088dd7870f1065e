package exchange

import "strings"

// A spreadsheet runs a cell that begins with one of these as a formula, even out of a CSV file and in quotation marks
// (OWASP, "CSV Injection"), and takes the noughts off a number that begins with them. An apostrophe before the text
// stops it. Text that has such apostrophes by itself gets one more, so that taking one off gives back what was there.
const formulaSigns = "=+-@\t\r\n"

// guard makes the text one that no spreadsheet changes or runs.
func guard(text string) string {
	if isRisky(text) {
		return "'" + text
	}
	return text
}

// unguard takes the apostrophe of guard off again.
func unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && isRisky(cell[1:]) {
		return cell[1:]
	}
	return cell
}

// isRisky tells whether a text, apart from apostrophes before it, is a formula or a number that would be changed.
func isRisky(text string) bool {
	text = strings.TrimLeft(text, "'")
	if text == "" {
		return false
	}
	if strings.IndexByte(formulaSigns, text[0]) >= 0 {
		return true
	}
	return len(text) > 1 && strings.Trim(text, "0123456789") == "" && (text[0] == '0' || len(text) > 11)
}
