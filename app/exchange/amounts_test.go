package exchange

import (
	"testing"

	"goodturn/models"
)

func TestAmountsAsProgramsWriteThem(t *testing.T) {
	for _, c := range []struct {
		text     string
		decimals int
		want     int64 // -1 for none
	}{
		{"£1,234.50", 2, 1234_50}, {"1.234,50 €", 2, 1234_50}, {"1 234,5", 2, 1234_50}, {"1’234.50", 2, 1234_50}, {"$34.50", 2, 34_50}, {"34", 2, 34_00},
		{"1,234", 2, 1234_00}, {"1.234", 2, 1234_00}, {"1.234.567", 2, 1234567_00}, {"12.000", 0, 12000}, {"¥1,200", 0, 1200}, {"0.500", 3, 500}, {"0.500", 2, 50}, {"€ 0,500", 2, 50}, {"0.505", 2, -1}, {"0.500", 0, -1}, {"34.500", 3, 34_500},
		{"1,234.500", 3, 1234_500}, {"34.10", 1, 341}, {"34.5000", 2, 34_50}, {"34.505", 1, 34505_0}, {"34.0005", 2, -1}, {"-3.00", 2, -1}, {"(3.00)", 2, -1}, {"", 2, -1}, {"about 12 or so, 3x4", 2, -1},
		{"99999999999999999999", 2, -1},
	} {
		got, ok := parseAmount(c.text, c.decimals)
		if want := c.want; ok != (want >= 0) || ok && int64(got) != want {
			t.Errorf("%q with %d decimals is %d, %v, want %d", c.text, c.decimals, got, ok, want)
		}
	}
	for _, amount := range []int64{0, 5, 34_50, 1234567_89} {
		for decimals := range 4 {
			if got, ok := parseAmount(formatAmount(models.Money(amount), decimals), decimals); !ok || int64(got) != amount {
				t.Errorf("%d with %d decimals comes back as %d, %v", amount, decimals, got, ok)
			}
		}
	}
}
