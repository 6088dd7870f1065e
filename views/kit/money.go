package kit

import (
	"strconv"
	"strings"
	"unicode"
)

// maxMoneyDigits keeps every amount, and the sum of a million of them, within an int64.
const maxMoneyDigits = 12

// ParseMoney reads an amount as people type it ("18", "18.5", "18,50", "£18.00",
// "1,234.50", "1.234,50", "1 234,50") and gives it in the smallest unit of a currency
// with that many decimals. given is false for an empty text. symbol is the shop's, as
// in FormatMoney. Problems: "money.letters", "money.negative", "money.decimals",
// "money.large".
//
// One comma or point with exactly three digits behind it sets thousands apart, as in
// "1,234", unless the currency has three decimals.
func ParseMoney(text, symbol string, decimals int) (minor int64, given bool, err error) {
	text = bareAmount(text, symbol)
	if text == "" {
		return 0, false, nil
	}
	if strings.HasPrefix(text, "-") {
		return 0, true, problem("money.negative", nil)
	}
	whole, fraction, ok := splitAmount(text, decimals)
	if !ok {
		return 0, true, problem("money.letters", nil)
	}
	if len(fraction) > decimals && strings.Trim(fraction[decimals:], "0") != "" {
		return 0, true, problem("money.decimals", map[string]any{"Decimals": decimals})
	}
	fraction = (fraction + strings.Repeat("0", decimals))[:decimals]
	digits := strings.TrimLeft(whole+fraction, "0")
	if len(digits) > maxMoneyDigits {
		return 0, true, problem("money.large", nil)
	}
	minor, _ = strconv.ParseInt("0"+digits, 10, 64)
	return minor, true, nil
}

// bareAmount takes away the symbol, spaces and apostrophes, and writes every script's
// digits and separators as ours.
func bareAmount(text, symbol string) string {
	if symbol = strings.TrimSpace(symbol); symbol != "" {
		text = strings.Replace(text, symbol, "", 1)
	}
	return strings.Map(plainDigit, text)
}

// plainDigit maps one sign of an amount; -1 drops it.
func plainDigit(r rune) rune {
	switch {
	case unicode.IsSpace(r) || r == '\'' || r == '’' || r == '٬' || r == '_':
		return -1
	case r == '٫' || r == '，':
		return ','
	case r == '．' || r == '。':
		return '.'
	case r == '−':
		return '-'
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r >= '०' && r <= '९':
		return '0' + r - '०'
	case r >= '０' && r <= '９':
		return '0' + r - '０'
	}
	return r
}

// splitAmount tells the digits before the decimal sign from those behind it.
func splitAmount(text string, decimals int) (whole, fraction string, ok bool) {
	at := decimalAt(text, decimals)
	if at >= 0 {
		text, fraction = text[:at], text[at+1:]
	}
	if !groupsOfThousands(text) || !onlyDigits(fraction) || text+fraction == "" {
		return "", "", false
	}
	return strings.NewReplacer(",", "", ".", "").Replace(text), fraction, true
}

// decimalAt finds the decimal sign: the last comma or point, unless it sets
// thousands apart; -1 when there is none.
func decimalAt(text string, decimals int) int {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return -1
	}
	sign := text[at : at+1]
	behind := len(text) - at - 1
	switch {
	case strings.ContainsAny(text[:at], strings.Trim(".,", sign)):
		return at
	case strings.Contains(text[:at], sign):
		return -1
	case behind == 3 && decimals != 3 && at > 0 && text[0] != '0':
		return -1
	}
	return at
}

// groupsOfThousands tells whether text is digits, set apart in the way of thousands
// (or of lakhs) if at all.
func groupsOfThousands(text string) bool {
	if strings.Contains(text, ",") && strings.Contains(text, ".") {
		return false
	}
	groups := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '.' })
	if strings.Count(text, ",")+strings.Count(text, ".") != max(len(groups)-1, 0) {
		return false
	}
	for i, g := range groups {
		last := i == len(groups)-1
		if !onlyDigits(g) || len(groups) > 1 && (last && len(g) != 3 || !last && i > 0 && len(g) != 2 && len(g) != 3) {
			return false
		}
	}
	return true
}

func onlyDigits(text string) bool {
	return strings.Trim(text, "0123456789") == ""
}

// FormatMoney writes an amount given in the smallest unit as the program's language does: "£1,234.50", "1.234,50 €". A symbol that
// begins or ends with a blank stands behind or in front in any language.
func FormatMoney(symbol string, decimals int, minor int64) string {
	n := current().numbers
	sign := ""
	digits := strconv.FormatInt(minor, 10)
	if minor < 0 {
		sign, digits = "−", digits[1:]
	}
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	amount := n.grouped(digits[:len(digits)-decimals])
	if decimals > 0 {
		amount += n.point + digits[len(digits)-decimals:]
	}
	switch {
	case strings.HasPrefix(symbol, " "):
		return sign + amount + symbol
	case symbol == "" || strings.HasSuffix(symbol, " "):
		return sign + symbol + amount
	case n.side == symbolBehind:
		return sign + amount + noBreak + symbol
	case n.side == symbolApart:
		return sign + symbol + noBreak + amount
	}
	return sign + symbol + amount
}
