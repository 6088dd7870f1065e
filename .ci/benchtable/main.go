// Benchtable reads what "go test -bench" says and prints one table: each figure on the small shop and on the large
// one, or on an empty, the sample and the large one, beside what was aimed at. "make bench" runs it. It fails where a
// benchmark failed.
//
// A benchmark has its row when its name ends in /small, /large, /empty or /sample and it reports either
//
//	p50-ms and p99-ms   the middle and the 99th percentile of a wait, in milliseconds
//	MB                  a size in megabytes
//	rows/s              how many rows are done in a second
//
// and it may report target-ms or target-MB (at most that much, at the 99th percentile) or target-ratio (the middle at
// most so many times that of the small shop), and any number of times-NAME (so many times what the program NAME took in the
// same run) and most-NAME (at most so many times). Whatever else is said goes to the standard error unchanged.
package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	t, err := read(os.Stdin, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchtable:", err)
		os.Exit(1)
	}
	t.print(os.Stdout)
	if t.failed || len(t.rows) == 0 {
		os.Exit(1)
	}
}

// table is the rows in the order of their first mention.
type table struct {
	rows   []*row
	failed bool
}

// row is one figure: what was measured, by shop and unit.
type row struct {
	name   string
	values map[string]map[string]float64
}

// read takes the benchmarks out of in and passes the rest on.
func read(in io.Reader, rest io.Writer) (*table, error) {
	t := &table{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if name, shop, values, ok := parse(line); ok {
			t.row(name).values[shop] = values
			continue
		}
		t.failed = t.failed || strings.HasPrefix(strings.TrimLeft(line, "- "), "FAIL")
		fmt.Fprintln(rest, line)
	}
	return t, lines.Err()
}

// parse reads one line of a benchmark: "BenchmarkShop/open_the_file/small-2  200  1.5 p50-ms  2.1 p99-ms".
func parse(line string) (name, shop string, values map[string]float64, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
		return "", "", nil, false
	}
	parts := strings.Split(fields[0], "/")
	shop, _, _ = strings.Cut(parts[len(parts)-1], "-")
	if len(parts) < 3 || !slices.Contains([]string{"small", "large", "empty", "sample"}, shop) {
		return "", "", nil, false
	}
	values = map[string]float64{}
	for i := 2; i+1 < len(fields); i += 2 {
		value, err := strconv.ParseFloat(fields[i], 64)
		if err != nil {
			return "", "", nil, false
		}
		values[fields[i+1]] = value
	}
	_, waits := values["p99-ms"]
	_, weighs := values["MB"]
	_, hurries := values["rows/s"]
	return strings.ReplaceAll(strings.Join(parts[1:len(parts)-1], ", "), "_", " "), shop, values, waits || weighs || hurries
}

func (t *table) row(name string) *row {
	for _, r := range t.rows {
		if r.name == name {
			return r
		}
	}
	r := &row{name: name, values: map[string]map[string]float64{}}
	t.rows = append(t.rows, r)
	return r
}

// The shops of the two parts of the table: what a part of the program does, and the program as a whole.
var (
	partShops  = []string{"small", "large"}
	wholeShops = []string{"empty", "sample", "large"}
)

func (t *table) print(out io.Writer) {
	var parts, whole []*row
	for _, r := range t.rows {
		if r.isWhole() {
			whole = append(whole, r)
		} else {
			parts = append(parts, r)
		}
	}
	printRows(out, parts, partShops)
	printRows(out, whole, wholeShops)
	fmt.Fprintln(out, "Times in milliseconds: the middle one, and that which one in a hundred exceeds.")
}

// isWhole tells whether the row is about the program as a whole.
func (r *row) isWhole() bool { return r.values["empty"] != nil || r.values["sample"] != nil }

func printRows(out io.Writer, rows []*row, shops []string) {
	if len(rows) == 0 {
		return
	}
	line := func(name string, cell func(shop string) string, aim, beside string) {
		fmt.Fprintf(out, "%-46s", name)
		for _, shop := range shops {
			fmt.Fprintf(out, " %16s  ", cell(shop))
		}
		fmt.Fprintf(out, " %-22s%s\n", aim, beside)
	}
	line("", func(shop string) string { return shop + " shop" }, "aimed at", "beside others, large shop")
	line("", func(string) string { return fmt.Sprintf("%8s%8s", "p50", "p99") }, "", "")
	for _, r := range rows {
		line(r.name, r.cell, r.aim(), r.beside())
	}
}

func (r *row) cell(shop string) string {
	values, ok := r.values[shop]
	if !ok {
		return "-"
	}
	if size, weighs := values["MB"]; weighs && size < 10 {
		return fmt.Sprintf("%.2f MB", size)
	} else if weighs {
		return fmt.Sprintf("%.0f MB", size)
	}
	if pace, hurries := values["rows/s"]; hurries {
		return fmt.Sprintf("%.0f rows/s", pace)
	}
	return fmt.Sprintf("%8.2f%8.2f", values["p50-ms"], values["p99-ms"])
}

// aim says what was aimed at, and whether it was missed.
func (r *row) aim() string {
	small, large := r.values["small"], r.values["large"]
	worst := large
	for _, other := range []string{"small", "sample", "empty"} {
		if worst == nil {
			worst = r.values[other]
		}
	}
	if target := worst["target-ms"]; target > 0 {
		return verdict(fmt.Sprintf("%.0f", target), worst["p99-ms"] <= target)
	}
	for unit, most := range worst {
		if name, ok := strings.CutPrefix(unit, "most-"); ok {
			return verdict(fmt.Sprintf("%g × %s", most, name), worst["times-"+name] <= most)
		}
	}
	if target := worst["target-MB"]; target > 0 {
		return verdict(fmt.Sprintf("%g MB", target), worst["MB"] <= target)
	}
	if ratio := worst["target-ratio"]; ratio > 0 {
		return verdict(fmt.Sprintf("%g × small", ratio), large["p50-ms"] <= ratio*small["p50-ms"])
	}
	return ""
}

// beside says how many times another program's time it took, on the large shop.
func (r *row) beside() string {
	values := r.values["large"]
	if values == nil {
		values = r.values["small"]
	}
	var said []string
	for _, unit := range slices.Sorted(maps.Keys(values)) {
		if name, ok := strings.CutPrefix(unit, "times-"); ok {
			said = append(said, fmt.Sprintf("%.1f × %s", values[unit], name))
		}
	}
	return strings.Join(said, ", ")
}

func verdict(aim string, met bool) string {
	if met {
		return aim
	}
	return aim + ", missed"
}
