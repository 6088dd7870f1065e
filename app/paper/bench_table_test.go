package paper

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/metrics"
	"slices"
	"testing"
	"time"
)

// paperAim is what is aimed at for 10,000 people, all Latin and with two thirds in other scripts: milliseconds, and megabytes of the file
// (0 for no aim).
type paperAim struct{ latinMS, mixedMS, latinMB float64 }

// BenchmarkPaper measures what "make bench" tells of printing: how long 1,000 people take and 10,000, how much memory at most, and how
// large the file is.
func BenchmarkPaper(b *testing.B) {
	setter := newSetter(b)
	for _, kind := range []struct {
		name   string
		aim    paperAim
		layOut func(setter *Typesetter, rows []ThankYouRow) (*Document, error)
	}{
		{"list", paperAim{500, 3000, 1}, compactOf},
		{"list_with_room_to_write", paperAim{}, roomyOf},
		{"writing_sheets", paperAim{}, writingOf},
		{"labels", paperAim{1000, 10000, 0}, labelSheetsOf},
	} {
		benchmarkKind(b, kind.name+",_Latin", kind.aim.latinMS, kind.aim.latinMB, people, setter, kind.layOut)
		benchmarkKind(b, kind.name+",_mixed_scripts", kind.aim.mixedMS, 0, peopleFromEverywhere, setter, kind.layOut)
	}
}

func benchmarkKind(b *testing.B, name string, ms, mb float64, people func(n int) []ThankYouRow, setter *Typesetter, layOut func(*Typesetter, []ThankYouRow) (*Document, error)) {
	for _, shop := range []string{"small", "large"} {
		rows := people(map[string]int{"small": 1000, "large": 10000}[shop])
		print := func() int { return printedSize(b, setter, rows, layOut) }
		b.Run("print_"+name+"/"+shop, func(b *testing.B) { measureTime(b, ms, print) })
		b.Run("memory_for_"+name+"/"+shop, func(b *testing.B) { measureMemory(b, print) })
		b.Run("file_of_"+name+"/"+shop, func(b *testing.B) { measureSize(b, mb, print) })
	}
}

func compactOf(setter *Typesetter, rows []ThankYouRow) (*Document, error) {
	in := listOf(setter, A4, rows...)
	in.Compact = true
	return ThankYouList(in)
}

func roomyOf(setter *Typesetter, rows []ThankYouRow) (*Document, error) {
	return ThankYouList(listOf(setter, A4, rows...))
}

// writingOf gives everybody as much to write from as is usual.
func writingOf(setter *Typesetter, rows []ThankYouRow) (*Document, error) {
	in := listOf(setter, A4, rows...)
	for i := range in.Rows {
		in.Rows[i].Notes = []Note{{"Called", in.Rows[i].Name}, {"Whom they sent", in.Rows[i].Sent[0]}, {"To remember", in.Rows[i].Why}}
	}
	return WritingSheets(in)
}

func labelSheetsOf(setter *Typesetter, rows []ThankYouRow) (*Document, error) {
	return Labels(labelsOf(setter, soldSheets()[0], addressesOf(rows)...))
}

func addressesOf(people []ThankYouRow) [][]string {
	texts := make([][]string, len(people))
	for i, p := range people {
		texts[i] = []string{p.Name, fmt.Sprintf("%d Quay Street", i), "Whitby", fmt.Sprintf("YO%d 4DE", i%30)}
	}
	return texts
}

// printedSize lays out and writes pages, and gives how large the file is.
func printedSize(b *testing.B, setter *Typesetter, rows []ThankYouRow, layOut func(*Typesetter, []ThankYouRow) (*Document, error)) int {
	document, err := layOut(setter, rows)
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := document.write(context.Background(), &out, func(int, int) {}); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}

func measureTime(b *testing.B, aim float64, print func() int) {
	var took []float64
	for b.Loop() {
		start := time.Now()
		print()
		took = append(took, float64(time.Since(start))/float64(time.Millisecond))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "p50-ms")
	b.ReportMetric(took[len(took)*99/100], "p99-ms")
	if aim > 0 {
		b.ReportMetric(aim, "target-ms")
	}
}

// heapNow is how much memory there is in use and not yet taken back.
func heapNow() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// measureMemory looks every millisecond, from laying out to the last byte of the file, how much there is beyond what there was before; what
// is done with but not yet taken back counts.
func measureMemory(b *testing.B, print func() int) {
	most := uint64(0)
	for b.Loop() {
		runtime.GC()
		before := heapNow()
		ended, looked := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(looked)
			for {
				most = max(most, heapNow()-min(before, heapNow()))
				select {
				case <-ended:
					return
				case <-time.After(time.Millisecond):
				}
			}
		}()
		print()
		close(ended)
		<-looked
	}
	b.ReportMetric(float64(most)/1e6, "MB")
}

func measureSize(b *testing.B, aim float64, print func() int) {
	size := 0
	for b.Loop() {
		size = print()
	}
	b.ReportMetric(float64(size)/1e6, "MB")
	if aim > 0 {
		b.ReportMetric(aim, "target-MB")
	}
}
