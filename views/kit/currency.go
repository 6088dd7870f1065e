package kit

import (
	"fmt"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// MoneyOf gives the money of a locale's country: its ISO 4217 code, how people there write it, and its decimals. ok is false where the
// locale names no country.
func MoneyOf(locale string) (code, symbol string, decimals int, ok bool) {
	region, err := language.ParseRegion(regionOf(locale))
	if err != nil {
		return "", "", 0, false
	}
	unit, ok := currency.FromRegion(region)
	if !ok {
		return "", "", 0, false
	}
	decimals, _ = currency.Standard.Rounding(unit)
	return unit.String(), fmt.Sprint(currency.NarrowSymbol(unit)), min(decimals, 3), true
}
