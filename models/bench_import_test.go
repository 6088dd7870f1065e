package models_test

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// manyPeople gives n rows as a till would export them, every tenth sent by somebody before them.
func manyPeople(n int) iter.Seq[models.ImportRow] {
	return func(yield func(models.ImportRow) bool) {
		for i := range n {
			row := person(i+2, fmt.Sprintf("%s %s%d", names[i%len(names)], names[(i/7)%len(names)], i), fmt.Sprintf("0%d %07d", 171+i%9, i*7919%10000000), fmt.Sprintf("p%d@example.org", i))
			row.Customer.Address = fmt.Sprintf("%d High Street\nTown %d", i%300, i%77)
			if i%10 == 9 {
				row.ReferredBy = fmt.Sprintf("p%d@example.org", i/2)
			}
			if !yield(row) {
				return
			}
		}
	}
}

func BenchmarkImport(b *testing.B) {
	const people = 100_000
	for b.Loop() {
		store, _ := modelstest.New(b)
		for _, round := range []string{"first", "again"} {
			begin := time.Now()
			result, err := store.ImportCustomers(context.Background(), sequence(manyPeople(people)), models.ImportOptions{File: round}, func(int) {})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(people/time.Since(begin).Seconds(), round+"-rows/s")
			if round == "first" && result.Added != people {
				b.Fatalf("%+v", result.Issues[:min(3, len(result.Issues))])
			}
		}
		imports, err := store.Imports()
		if err != nil {
			b.Fatal(err)
		}
		begin := time.Now()
		if _, err := store.UndoImport(context.Background(), imports[len(imports)-1].ID); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(begin).Seconds(), "undo-s")
	}
	b.ReportMetric(0, "ns/op")
}
