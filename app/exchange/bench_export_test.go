package exchange_test

import (
	"context"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// BenchmarkExport writes everybody of a book as large as the small and the large shop's as each kind of file, as the sheet for that does
// it: found, read and written.
func BenchmarkExport(b *testing.B) {
	for size, people := range map[string]int{"small": 500, "large": 100_000} {
		store, _ := modelstest.New(b)
		path, ctx := manyRows(b, people), context.Background()
		survey := look(b, path)
		if _, err := store.ImportCustomers(ctx, exchange.People(ctx, path, survey.Format, survey.Mapping), models.ImportOptions{}, func(int) {}); err != nil {
			b.Fatal(err)
		}
		for _, kind := range slices.Sorted(maps.Keys(writers)) {
			b.Run("export_of_all_to_"+strings.ReplaceAll(kind, " ", "_")+"/"+size, func(b *testing.B) {
				begin, n := time.Now(), 0
				for b.Loop() {
					n += exportAll(b, store, kind)
				}
				b.ReportMetric(float64(n)/time.Since(begin).Seconds(), "rows/s")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// exportAll writes everybody, and gives how many they are.
func exportAll(b *testing.B, store *models.Store, kind string) int {
	customers, err := store.ExportCustomers(b.Context(), models.Pick{})
	if err != nil {
		b.Fatal(err)
	}
	defer customers.Close()
	if err := writers[kind](b.Context(), io.Discard, customers, quiet); err != nil {
		b.Fatal(err)
	}
	return customers.Handed()
}
