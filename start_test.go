//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"goodturn/models/modelstest"
)

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// startTimed starts the program and gives the time until the last change of the screen.
func (d *desk) startTimed(shop string) time.Duration {
	d.t.Helper()
	return d.timed(func() { d.launch("--file", shop) })
}

// memory is the proportional set size of the program in megabytes: what it holds, and its share of what it holds with others.
func (d *desk) memory() float64 { return d.held("Pss") }

// ownMemory is what the program holds for itself alone, in megabytes. Its share of the system's libraries is left out: that doubles when
// another program with a window ends.
func (d *desk) ownMemory() float64 { return d.held("Pss_Anon") }

// held reads one line of what the system knows of the program's memory, in megabytes.
func (d *desk) held(line string) float64 {
	d.t.Helper()
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", d.program.Process.Pid))
	d.must(err)
	found := regexp.MustCompile(`(?m)^` + line + `:\s+(\d+) kB`).FindSubmatch(rollup)
	if found == nil {
		d.t.Fatalf("no %s in %s", line, rollup)
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
