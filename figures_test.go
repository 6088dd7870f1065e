//go:build e2e

package main_test

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"goodturn/models"
	"goodturn/models/sample"
)

// Figures of the whole program, in its real window on a screen without a graphics card.

// wholeShops are the shops that the program as a whole is measured on.
var wholeShops = []string{"empty", "sample", "large"}

// What is aimed at, at the 99th percentile.
const (
	startWithin  = 1500 // milliseconds, warm
	changeWithin = 250  // milliseconds, another page, look or language; the screen is drawn by the processor
	growthAtMost = 1.15 // of the memory held after the first minute of use
)

// wholeShop gives a shop file of its own, made or copied.
func wholeShop(b *testing.B, name string) string {
	b.Helper()
	if name == "large" {
		return keptShop(b, name)
	}
	path := filepath.Join(b.TempDir(), name+".goodturn")
	if name == "sample" {
		if err := sample.Write(context.Background(), path, time.Now(), sample.InEnglish, func(int, int) {}); err != nil {
			b.Fatal(err)
		}
		return path
	}
	store, err := models.Open(path, models.Create())
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	shop, err := store.Shop()
	if err != nil {
		b.Fatal(err)
	}
	shop.Name = "Harbour Cycles" // without a name it would be the first start
	if err := store.SaveShop(&shop); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkStart measures the start of the program, to the last change of the first window, which then is usable, and
// its share of the machine's memory (the proportional set size): warm, and cold, with every file it reads out of memory.
func BenchmarkStart(b *testing.B) {
	for _, name := range wholeShops {
		shop := wholeShop(b, name)
		for _, way := range []string{"warm", "cold"} {
			var memory float64
			b.Run("start_to_the_first_usable_window/"+way+"/"+name, func(b *testing.B) {
				var took []time.Duration
				took, memory = startOften(b, shop, way == "cold")
				reportWait(b, took)
				if way == "warm" {
					b.ReportMetric(startWithin, "target-ms")
				}
			})
			if way == "warm" {
				b.Run("memory_with_Today_shown/"+name, func(b *testing.B) { reportMemory(b, memory) })
			}
		}
	}
}

// startOften starts the program on the shop file again and again, after once to warm up.
func startOften(b *testing.B, shop string, cold bool) (took []time.Duration, memory float64) {
	d := newDesk(b, 1280, 800)
	d.Start("--file", shop)
	read := append(d.mapped(), shop)
	d.Kill() // closing it would wait for a backup
	for b.Loop() {
		if cold {
			d.forget(read)
		}
		took = append(took, d.startTimed(shop))
		memory = d.memory()
		d.Kill()
	}
	return took, memory
}

// mapped names the files that the running program has in memory: itself, the system's libraries and fonts.
func (d *desk) mapped() (files []string) {
	d.t.Helper()
	maps, err := os.Open("/proc/" + strconv.Itoa(d.program.Process.Pid) + "/maps")
	d.must(err)
	defer maps.Close()
	lines := bufio.NewScanner(maps)
	for lines.Scan() {
		if _, file, found := strings.Cut(lines.Text(), " /"); found {
			files = append(files, "/"+file)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// forget asks the system to put files out of its memory. What another program has open, it keeps.
func (d *desk) forget(files []string) {
	d.t.Helper()
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			continue // a part of the system that is no file
		}
		_ = unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED)
		d.must(file.Close())
	}
}

// BenchmarkChange measures from the press of a key to the last change of the screen: another page of the rail, light
// and dark, another language. The press itself, by a program of its own, is part of it; the day's first backup is over by then.
func BenchmarkChange(b *testing.B) {
	for _, name := range wholeShops {
		d := newDesk(b, 1280, 800)
		d.Start("--file", wholeShop(b, name))
		d.backedUp()
		b.Run("another_page/"+name, func(b *testing.B) { d.change(b, d.turnPage) })
		b.Run("light_and_dark/"+name, func(b *testing.B) { d.change(b, d.turnLight) })
		b.Run("another_language/"+name, func(b *testing.B) {
			d.Key("ctrl+k")
			d.Type("langue") // in whichever language it was left
			d.Settle()
			d.Key("Return")
			d.Settle()
			d.change(b, d.turnLanguage)
		})
		d.Kill()
	}
}

// backedUp waits for the day's first backup, which for a minute takes half of a small computer's time where the shop is large.
func (d *desk) backedUp() {
	d.t.Helper()
	d.patience = 5 * time.Minute
	d.Until("the day's first backup", func() bool {
		checked, _ := filepath.Glob(d.Path(".local/share/Goodturn/Backups/*.sha256"))
		return len(checked) == 1
	})
	d.patience = patience
}

// change measures something that is done by its last key; it is given how often it was done, and prepares what that key ends.
func (d *desk) change(b *testing.B, prepare func(n int) (last string)) {
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		last := prepare(n)
		took = append(took, d.timed(func() { d.run("xdotool", "key", "--delay", "0", last) }))
	}
	reportWait(b, took)
	b.ReportMetric(changeWithin, "target-ms")
}

// turnPage goes round the seven pages of the rail, of which the first is shown at the start.
func (d *desk) turnPage(n int) string { return "ctrl+" + strconv.Itoa((n+1)%7+1) }

// turnLight looks up the other look.
func (d *desk) turnLight(n int) string {
	d.Key("ctrl+k")
	d.Type([]string{"dark", "light"}[n%2])
	d.Settle()
	return "Return"
}

// turnLanguage marks the next language in the open list of them.
func (d *desk) turnLanguage(n int) string {
	d.Key("Down")
	d.Settle()
	d.Key([]string{"Down", "Home"}[min(n%8/7, 1)])
	d.Settle()
	return "Return"
}

// useFor is how long the program is used to see what it holds then; USE asks for longer.
const useFor = 10 * time.Minute

// BenchmarkUse measures what the program holds for itself alone after it was used by script: pages, searches, cards, a visit
// begun and left.
func BenchmarkUse(b *testing.B) {
	use := useFor
	if asked, err := time.ParseDuration(os.Getenv("USE")); err == nil {
		use = max(useFor, asked)
	}
	for _, name := range []string{"sample", "large"} {
		b.Run("memory_of_its_own/after_"+use.String()+"/"+name, func(b *testing.B) {
			d := newDesk(b, 1280, 800)
			d.Start("--file", wholeShop(b, name))
			begin, next, held := time.Now(), time.Minute, []float64(nil)
			for round := 0; time.Since(begin) < use; round++ {
				d.use(round)
				if used := time.Since(begin); used > next {
					held = append(held, d.ownMemory())
					b.Logf("after %v %.0f MB of its own, %.0f MB with its share of libraries", used.Round(time.Second), held[len(held)-1], d.memory())
					next = time.Duration(len(held)) * 10 * time.Minute
				}
			}
			d.Key("ctrl+1")
			d.Settle()
			b.Logf("at the end %.0f MB of its own, %.0f MB with its share of libraries", d.ownMemory(), d.memory())
			reportMemory(b, d.ownMemory())
			b.ReportMetric(growthAtMost*held[0], "target-MB")
			d.Kill()
		})
	}
}

// use is a few minutes' work at the counter, without a pause.
func (d *desk) use(round int) {
	d.t.Helper()
	for n := range 7 {
		d.Key("ctrl+" + strconv.Itoa(n+1))
		d.Settle()
		d.Key("Down", "Down", "Next", "Prior")
		d.Settle()
	}
	d.Key("ctrl+2", "ctrl+f")
	d.Type(string(rune('a' + round%26)))
	d.Settle()
	d.Key("Down", "Return")
	d.Settle()
	d.Key("Escape", "ctrl+n")
	d.Settle()
	d.Type("an")
	d.Settle()
	d.Key("Escape", "Escape", "Escape")
	d.Settle()
}

// timed does something and gives the time from its beginning to the last change of the screen.
func (d *desk) timed(do func()) time.Duration {
	d.t.Helper()
	last, begin := d.look(), time.Now()
	changedAt := begin
	do()
	d.Until("the window to stand still", func() bool {
		if now := d.look(); !still(last, now) {
			last, changedAt = now, time.Now()
		}
		return changedAt != begin && time.Since(changedAt) > 400*time.Millisecond
	})
	return changedAt.Sub(begin)
}

func reportWait(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(milliseconds(took[len(took)/2]), "p50-ms")
	b.ReportMetric(milliseconds(took[(len(took)-1)*99/100]), "p99-ms")
	b.ReportMetric(0, "ns/op")
}

func reportMemory(b *testing.B, megabytes float64) {
	b.ReportMetric(megabytes, "MB")
	b.ReportMetric(0, "ns/op")
}
