package paper

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"
)

// What is aimed at for a print of 10,000 labels, in milliseconds: all Latin, and two thirds in other scripts.
const (
	labelsLatinMS = 1000
	labelsMixedMS = 10000
)

// BenchmarkPaper measures what "make bench" tells of printing: how long 1,000 labels take and 10,000, how much memory at most, and
// how large the file is.
func BenchmarkPaper(b *testing.B) {
	setter, sheet := newSetter(b), soldSheets()[0]
	for _, of := range []struct {
		name   string
		aim    float64
		people func(n int) []ThankYouRow
	}{{"labels,_Latin", labelsLatinMS, people}, {"labels,_mixed_scripts", labelsMixedMS, peopleFromEverywhere}} {
		for _, shop := range []string{"small", "large"} {
			n := map[string]int{"small": 1000, "large": 10000}[shop]
			in := labelsOf(setter, sheet, addressesOf(of.people(n))...)
			print := func(told func(done, total int)) int { return printLabels(b, in, told) }
			b.Run("print_"+of.name+"/"+shop, func(b *testing.B) { measureTime(b, of.aim, print) })
			b.Run("memory_for_"+of.name+"/"+shop, func(b *testing.B) { measureMemory(b, print) })
			b.Run("file_of_"+of.name+"/"+shop, func(b *testing.B) { measureSize(b, print) })
		}
	}
}

func addressesOf(people []ThankYouRow) [][]string {
	texts := make([][]string, len(people))
	for i, p := range people {
		texts[i] = []string{p.Name, fmt.Sprintf("%d Quay Street", i), "Whitby", fmt.Sprintf("YO%d 4DE", i%30)}
	}
	return texts
}

// printLabels lays out and writes labels, and gives how large the file is.
func printLabels(b *testing.B, in LabelsInput, told func(done, total int)) int {
	var out bytes.Buffer
	if err := laidLabels(b, in).write(context.Background(), &out, told); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}

func measureTime(b *testing.B, aim float64, print func(func(done, total int)) int) {
	var took []float64
	for b.Loop() {
		start := time.Now()
		print(func(int, int) {})
		took = append(took, float64(time.Since(start))/float64(time.Millisecond))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "p50-ms")
	b.ReportMetric(took[len(took)*99/100], "p99-ms")
	b.ReportMetric(aim, "target-ms")
}

// measureMemory looks at every page how much there is beyond what there was before.
func measureMemory(b *testing.B, print func(func(done, total int)) int) {
	most := uint64(0)
	for b.Loop() {
		runtime.GC()
		var before, now runtime.MemStats
		runtime.ReadMemStats(&before)
		print(func(int, int) {
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc-min(before.HeapAlloc, now.HeapAlloc))
		})
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc-min(before.HeapAlloc, now.HeapAlloc))
	}
	b.ReportMetric(float64(most)/1e6, "MB")
}

func measureSize(b *testing.B, print func(func(done, total int)) int) {
	size := 0
	for b.Loop() {
		size = print(func(int, int) {})
	}
	b.ReportMetric(float64(size)/1e6, "MB")
}
