//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"goodturn/models/modelstest"
)

// slowerAtMost is how many times longer the start on the large shop may take than on the small one.
const slowerAtMost = 1.5

// BenchmarkStart measures the real program on a screen of its own: from its start to the last change of the first
// window, which then is usable, and its share of the machine's memory (the proportional set size).
func BenchmarkStart(b *testing.B) {
	for _, name := range []string{"small", "large"} {
		shop := keptShop(b, name)
		var memory float64
		b.Run("start_to_the_first_usable_window/"+name, func(b *testing.B) {
			var took []time.Duration
			took, memory = startOften(b, shop)
			b.ReportMetric(milliseconds(took[len(took)/2]), "p50-ms")
			b.ReportMetric(milliseconds(took[(len(took)-1)*99/100]), "p99-ms")
			b.ReportMetric(slowerAtMost, "target-ratio")
			b.ReportMetric(0, "ns/op")
		})
		b.Run("memory_with_Today_shown/"+name, func(b *testing.B) {
			b.ReportMetric(memory, "MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// startOften starts the program on the shop file again and again, after once to warm up.
func startOften(b *testing.B, shop string) (took []time.Duration, memory float64) {
	d := newDesk(b, 1280, 800)
	d.Start("--file", shop)
	d.Kill() // closing it would wait for a backup
	for b.Loop() {
		took = append(took, d.startTimed(shop))
		memory = d.memory()
		d.Kill()
	}
	slices.Sort(took)
	return took, memory
}

// startTimed starts the program and gives the time until the last change of the screen.
func (d *desk) startTimed(shop string) time.Duration {
	d.t.Helper()
	last, begin := d.look(), time.Now()
	changedAt := begin
	d.launch("--file", shop)
	d.Until("the window to stand still", func() bool {
		if now := d.look(); !still(last, now) {
			last, changedAt = now, time.Now()
		}
		return changedAt != begin && time.Since(changedAt) > 400*time.Millisecond
	})
	return changedAt.Sub(begin)
}

// memory is the proportional set size of the program in megabytes.
func (d *desk) memory() float64 {
	d.t.Helper()
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", d.program.Process.Pid))
	d.must(err)
	found := regexp.MustCompile(`(?m)^Pss:\s+(\d+) kB`).FindSubmatch(rollup)
	if found == nil {
		d.t.Fatalf("no Pss in %s", rollup)
	}
	kilobytes, err := strconv.Atoi(string(found[1]))
	d.must(err)
	return float64(kilobytes) / 1000
}

// keptShop gives a copy of the generated shop that all benchmarks share.
func keptShop(b testing.TB, size string) string {
	b.Helper()
	made, err := os.ReadFile(modelstest.Kept(b, size))
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), size+".goodturn")
	if err := os.WriteFile(path, made, 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}
