package exchange

import "strings"

// address is a postal address in parts.
type address struct{ street, city, region, zip, country string }

// String gives the address as it stands on an envelope. Where the postal code goes is told by the code: one with a
// region goes behind it (Springfield, IL 62701), one of letters first has a line of its own (SW1A 1AA), and others
// stand before the place (10115 Berlin), as the Universal Postal Union has it for most countries.
func (a address) String() string {
	zip, city, region := strings.TrimSpace(a.zip), strings.TrimSpace(a.city), strings.TrimSpace(a.region)
	place := city
	switch {
	case zip == "":
		place = joinWith(", ", city, region)
	case region != "":
		place = joinWith(", ", city, region+" "+zip)
	case zip[0] >= '0' && zip[0] <= '9':
		place = strings.TrimSpace(zip + " " + city)
	default:
		place = joinLines(city, zip)
	}
	return joinLines(a.street, place, a.country)
}

// joinLines puts what is not blank under one another.
func joinLines(lines ...string) string { return joinWith("\n", lines...) }

// joinWith joins what is not blank.
func joinWith(between string, texts ...string) string {
	var out []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, between)
}
