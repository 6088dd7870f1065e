package exchange_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// BenchmarkImport imports a file of as many people as the small and the large shop have, from the file on the disk to
// the last commit: found out, looked at, and stored, as the page of imports does it. Every tenth was sent by another.
func BenchmarkImport(b *testing.B) {
	for size, people := range map[string]int{"small": 500, "large": 100_000} {
		path := manyRows(b, people)
		var most float64
		b.Run("import_of_as_many_from_CSV/"+size, func(b *testing.B) {
			for b.Loop() {
				took, peak := importWhole(b, path, people)
				most = max(most, peak)
				b.ReportMetric(float64(people)/took.Seconds(), "rows/s")
			}
			b.ReportMetric(0, "ns/op")
		})
		b.Run("import_of_as_many,_memory/"+size, func(b *testing.B) {
			b.ReportMetric(most, "MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// manyRows writes a file of n people as a till would.
func manyRows(b *testing.B, n int) string {
	path := filepath.Join(b.TempDir(), "people.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "Name;Mobile;E-mail;Street;Town;Postcode;Birthday;Visits;Total spend;Referred by;Notes")
	first, last := []string{"Ann", "Jürgen", "José", "Ольга", "Zoë"}, []string{"Hughes", "Groß", "Ibáñez", "Lowe", "Okafor", "Fox"}
	for i := range n {
		by := ""
		if i%10 == 9 {
			by = fmt.Sprintf("p%d@example.org", i/2)
		}
		fmt.Fprintf(w, "%s %s %d;0%d %07d;p%d@example.org;%d High Street;Town %d;%05d;%d.%d.%d;%d;%d,50;%s;likes tea\n", first[i%5], last[i/5%6], i, 171+i%9, i*7919%10000000, i, i%300, i%77,
			i%99999, 1+i%28, 1+i%12, 1940+i%60, i%20, i%900, by)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	return path
}

// importWhole imports the file into a new shop, and gives how long that took and how many megabytes more the program
// held at most meanwhile.
func importWhole(b *testing.B, path string, people int) (took time.Duration, peak float64) {
	store, _ := modelstest.New(b)
	runtime.GC()
	before := held(b)
	begin, ctx := time.Now(), context.Background()
	format, err := exchange.Sniff(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	survey, err := exchange.Look(ctx, path, format, exchange.DayFirst, today, 100)
	if err != nil {
		b.Fatal(err)
	}
	survey.Mapping.Decimals = 2
	watch := func(int) { peak = max(peak, held(b)-before) }
	result, err := store.ImportCustomers(ctx, exchange.People(ctx, path, format, survey.Mapping), models.ImportOptions{File: "people.csv"}, watch)
	if err != nil || result.Added != people || result.Referred == 0 {
		b.Fatalf("added %d, %v, %v", result.Added, result.Issues[:min(3, len(result.Issues))], err)
	}
	watch(people)
	return time.Since(begin), peak
}

// held is how many megabytes of memory the program holds; of systems that do not tell, what Go holds.
func held(b *testing.B) float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return float64(inUse()) / (1 << 20)
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		b.Fatal(err)
	}
	return float64(pages) * float64(os.Getpagesize()) / (1 << 20)
}
