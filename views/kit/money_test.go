package kit

import (
	"strings"
	"testing"

	"goodturn/models"

	"pgregory.net/rapid"
)

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		text, symbol string
		decimals     int
		minor        int64
	}{
		{"18", "£", 2, 1800}, {"18.5", "£", 2, 1850}, {"18,50", "£", 2, 1850}, {"£18.00", "£", 2, 1800},
		{"£ 18.00", "£", 2, 1800}, {"1,234.50", "£", 2, 123450}, {"1.234,50", " €", 2, 123450},
		{"1.234,50 €", " €", 2, 123450}, {"1 234,50", "kr", 2, 123450}, {"1 234,50", "kr", 2, 123450},
		{"1'234.50", "CHF ", 2, 123450}, {"CHF 1’234.50", "CHF ", 2, 123450}, {"1,234", "£", 2, 123400}, {"18.505", "£", 2, 1850500},
		{"1,234,567", "£", 2, 123456700}, {"12,34,567.89", "₹", 2, 123456789}, {".5", "£", 2, 50}, {"0,5", "£", 2, 50},
		{"0.500", "£", 2, 50}, {"18.", "£", 2, 1800}, {"007", "£", 2, 700}, {"1.500", "KD", 3, 1500}, {"1500", "¥", 0, 1500},
		{"1,500", "¥", 0, 1500}, {"1500.00", "¥", 0, 1500}, {"١٢٫٥٠", "", 2, 1250}, {"１８．５", "", 2, 1850}, {"१८", "₹", 2, 1800},
		{"999999999999", "", 0, 999999999999},
	} {
		minor, given, err := ParseMoney(c.text, c.symbol, c.decimals)
		if minor != c.minor || !given || err != nil {
			t.Errorf("ParseMoney(%q, %d) = %d, %v, %v; want %d", c.text, c.decimals, minor, given, err, c.minor)
		}
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for text, key := range map[string]string{
		"abc": "money.letters", "18 quid": "money.letters", "1.2.3": "money.letters", "1,2,3": "money.letters",
		"--": "money.negative", "-5": "money.negative", "−5": "money.negative", ".": "money.letters", "1..5": "money.letters",
		"18.5055": "money.decimals", "0.005": "money.decimals", "1e5": "money.letters",
		"99999999999999999999": "money.large", "1,23,4": "money.letters", "12,345.67.8": "money.letters",
	} {
		_, _, err := ParseMoney(text, "£", 2)
		if p, ok := models.IsProblem(err); !ok || p.Key != key {
			t.Errorf("ParseMoney(%q) says %v, want %s", text, err, key)
		}
		if sentence := TMap("problem."+key, map[string]any{"Decimals": 2}); sentence == "problem."+key {
			t.Errorf("%s has no sentence", key)
		}
	}
	for _, text := range []string{"", "  ", "£", " £ "} {
		if _, given, err := ParseMoney(text, "£", 2); given || err != nil {
			t.Errorf("ParseMoney(%q) = %v, %v; want nothing given", text, given, err)
		}
	}
}

func TestFormatMoney(t *testing.T) {
	for _, c := range []struct {
		symbol   string
		decimals int
		minor    int64
		text     string
	}{
		{"£", 2, 123450, "£1,234.50"}, {"£", 2, 5, "£0.05"}, {"£", 2, 0, "£0.00"}, {"£", 2, -1250, "−£12.50"},
		{" kr", 2, 123450, "1,234.50 kr"}, {"CHF ", 2, 100, "CHF 1.00"}, {"¥", 0, 1500, "¥1,500"}, {"KD", 3, 1500, "KD1.500"},
		{"£", 2, 99999999999999, "£999,999,999,999.99"},
	} {
		want(t, "the amount", FormatMoney(c.symbol, c.decimals, c.minor), c.text)
	}
}

// TestMoneyComesBack reads every amount that is written.
func TestMoneyComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minor := rapid.Int64Range(0, 999_999_999_999).Draw(t, "minor")
		decimals := rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "decimals")
		symbol := rapid.SampledFrom([]string{"£", "", " kr", "CHF ", " €", "Fr."}).Draw(t, "symbol")
		text := FormatMoney(symbol, decimals, minor)
		got, given, err := ParseMoney(text, symbol, decimals)
		if got != minor || !given || err != nil {
			t.Fatalf("%q came back as %d, %v, %v; want %d", text, got, given, err, minor)
		}
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, seed := range []string{"18", "1,234.50", "£", "-", "1.2.3", "٣", "\xff", "1_000", "999999999999999"} {
		f.Add(seed, 2)
	}
	f.Fuzz(func(t *testing.T, text string, decimals int) {
		if decimals < 0 || decimals > 4 {
			return
		}
		minor, given, err := ParseMoney(text, "£", decimals)
		if minor < 0 || err != nil && minor != 0 || !given && strings.ContainsAny(text, "0123456789") {
			t.Errorf("ParseMoney(%q, %d) = %d, %v, %v", text, decimals, minor, given, err)
		}
	})
}
