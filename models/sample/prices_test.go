package sample

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
)

// A shop counts in its own money: prices that are believable there and end evenly, and the same story in each.
func TestPricesAreThoseOfTheCountry(t *testing.T) {
	for _, c := range []struct {
		currency              string
		bell, frame, advert   models.Money // what a small thing, a frame and a month's advert cost
		even                  models.Money
		puncture, punctureMax models.Money
	}{
		{"GBP", 9_00, 480_00, 35_00, 50, 4_00, 44_00},
		{"PLN", 41_00, 2160_00, 160_00, 1_00, 18_00, 200_00},
		{"UAH", 360_00, 19200_00, 1400_00, 10_00, 160_00, 1800_00},
	} {
		p := pricesIn(c.currency)
		if got := [3]models.Money{p.of(9_00), p.of(480_00), p.of(35_00)}; got != [3]models.Money{c.bell, c.frame, c.advert} {
			t.Errorf("%s: a bell, a frame and an advert cost %v", c.currency, got)
		}
		for pence := models.Money(4_00); pence <= 43_50; pence += 50 {
			if got := p.of(pence); got%c.even != 0 || got < c.puncture || got > c.punctureMax {
				t.Errorf("%s: somebody passing by spends %d", c.currency, got)
			}
		}
		if p.of(0) != 0 {
			t.Errorf("%s: nothing costs %d", c.currency, p.of(0))
		}
	}
}

// The file of a Polish shop has its prices wherever there is an amount: visits, what was not there, what was offered, rewards and adverts.
func TestTheStoryIsPricedThroughout(t *testing.T) {
	now := time.Date(2027, time.March, 2, 19, 0, 0, 0, time.UTC)
	sums := func(currency string) map[string]float64 {
		say := func(english string) string {
			if english == "GBP" {
				return currency
			}
			return english
		}
		path := filepath.Join(t.TempDir(), "shop.goodturn")
		if err := Write(context.Background(), path, now, say, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		store, err := models.Open(path, models.WithClock(func() time.Time { return now }))
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		return amounts(t, store)
	}
	pounds, zloty := sums("GBP"), sums("PLN")
	for what, pence := range pounds {
		if times := zloty[what] / pence; pence > 0 && (times < 4.4 || times > 4.6) {
			t.Errorf("%s: %v pence are %v grosze", what, pence, zloty[what])
		}
	}
}

// amounts sums what the whole shop says of money, by file and column.
func amounts(t *testing.T, store *models.Store) map[string]float64 {
	t.Helper()
	out, err := store.ExportShop(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	sums := map[string]float64{}
	err = out.Each(func(table models.OutTable, values []string) error {
		for i, column := range table.Columns {
			var pounds, pence int
			if column.Kind != models.OutMoney || values[i] == "" {
				continue
			}
			if _, err := fmt.Sscanf(values[i], "%d.%d", &pounds, &pence); err != nil {
				return err
			}
			sums[table.Name+"."+column.Name] += float64(pounds*100 + pence)
		}
		return nil
	})
	if err != nil || len(sums) < 5 {
		t.Fatalf("the sums are %v, %v", sums, err)
	}
	return sums
}
