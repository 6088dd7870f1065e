package safekeep

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// How long the owner waits, in milliseconds: after Cancel, and for a save while a backup is made.
const (
	cancelWithin = 200
	frozenFor    = 200
)

// BenchmarkKeep measures the backup beside the programs everybody has, on the same file in the same run: "make bench"
// prints it as a table. Run it with -benchtime 3x: a checked backup of the large shop takes half a minute.
func BenchmarkKeep(b *testing.B) {
	const cp, backup, check = "copy the file with cp", "sqlite3 .backup", "sqlite3 integrity check"
	middles := middles{}
	for _, f := range []struct {
		name   string
		do     func(w *stopwatch, s *desk)
		beside []string // what the programs do for the same
	}{
		{cp, plainCopy, nil},
		{backup, sqliteBackup, nil},
		{check, sqliteCheck, nil},
		{"back up and check", backUpAndCheck, []string{backup, check}},
		{"back up an unchanged shop", backUpAgain, []string{backup, check}},
		{"check a backup through", checkOne, []string{check}},
		{"restore", restoreOne, []string{backup, check}},
		{"list two dozen backups", listMany, nil},
		{"save while a backup is made", saveMeanwhile, nil},
		{"cancel a backup", cancelOne, nil},
		{"cancel a restore", cancelRestore, nil},
	} {
		for _, size := range []string{"small", "large"} {
			b.Run(f.name+"/"+size, func(b *testing.B) {
				middles[f.name+size] = measure(b, size, f.do)
				middles.compare(b, f.name, size, cp, f.beside)
			})
		}
	}
}

// middles are the middle times so far, in milliseconds, by what was done and to which shop.
type middles map[string]float64

// compare reports how many times a plain copy something took, and how many times what the sqlite3 program needs for the
// same, in the same run. A checked backup is aimed at twice the latter.
func (m middles) compare(b *testing.B, name, size, cp string, beside []string) {
	if len(beside) == 0 {
		return
	}
	programs := 0.0
	for _, other := range beside {
		programs += m[other+size]
	}
	if m[cp+size] > 0 {
		b.ReportMetric(m[name+size]/m[cp+size], "times-cp")
	}
	if programs > 0 {
		b.ReportMetric(m[name+size]/programs, "times-sqlite3")
	}
	if name == "back up and check" && programs > 0 {
		b.ReportMetric(2, "most-sqlite3")
	}
}

// measure gives the middle time, in milliseconds.
func measure(b *testing.B, size string, do func(w *stopwatch, s *desk)) float64 {
	s, w := newDesk(b, size), &stopwatch{b: b}
	for b.Loop() {
		do(w, s)
	}
	if len(w.laps) == 0 {
		b.Skip("over before it could be measured")
	}
	slices.Sort(w.laps)
	at := func(percent int) float64 { return milliseconds(w.laps[len(w.laps)*percent/100]) }
	b.ReportMetric(at(50), "p50-ms")
	b.ReportMetric(at(99), "p99-ms")
	b.ReportMetric(0, "ns/op") // a round is no measure of anything
	if w.target > 0 {
		b.ReportMetric(w.target, "target-ms")
	}
	return at(50)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// stopwatch keeps how long each single wait was.
type stopwatch struct {
	b      *testing.B
	laps   []time.Duration
	target float64 // in milliseconds; 0 for none
}

func (w *stopwatch) time(do func() error) {
	begin := time.Now()
	err := do()
	w.laps = append(w.laps, time.Since(begin))
	if err != nil {
		w.b.Fatal(err)
	}
}

// desk is an open copy of a generated shop, and its first backup once somebody asks for it.
type desk struct {
	*testing.B
	store  *models.Store
	backup string
	day    int
}

func newDesk(b *testing.B, size string) *desk {
	path := filepath.Join(b.TempDir(), "shop.goodturn")
	if err := duplicate(modelstest.Kept(b, size), path); err != nil {
		b.Fatal(err)
	}
	return &desk{B: b, store: modelstest.Open(b, path, modelstest.NewClock())}
}

func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Close()
}

// plan gives that of the next day's backup.
func (s *desk) plan(folder string) *Plan {
	s.day++
	plan, err := Prepare(s.store, []string{folder}, s.store.Now().AddDate(0, 0, s.day))
	if err != nil {
		s.Fatal(err)
	}
	return plan
}

func (s *desk) made() string {
	if s.backup == "" {
		result, err := s.plan(s.TempDir()).Run(context.Background(), nil)
		if err != nil {
			s.Fatal(err)
		}
		s.backup = result.Path
	}
	return s.backup
}

// shell runs a program that the system has.
func (s *desk) shell(name string, args ...string) func() error {
	if _, err := exec.LookPath(name); err != nil {
		s.Skip(err)
	}
	return exec.Command(name, args...).Run
}

func plainCopy(w *stopwatch, s *desk) {
	to := filepath.Join(s.TempDir(), "copy")
	w.time(s.shell("cp", s.store.Path(), to))
	os.Remove(to)
}

func sqliteBackup(w *stopwatch, s *desk) {
	to := filepath.Join(s.TempDir(), "copy")
	w.time(s.shell("sqlite3", s.store.Path(), ".backup '"+to+"'"))
	os.Remove(to)
}

func sqliteCheck(w *stopwatch, s *desk) {
	w.time(s.shell("sqlite3", s.store.Path(), "PRAGMA integrity_check"))
}

func backUpAndCheck(w *stopwatch, s *desk) {
	folder := s.TempDir()
	plan := s.plan(folder)
	w.time(func() error { _, err := plan.Run(context.Background(), nil); return err })
	os.RemoveAll(folder)
}

func backUpAgain(w *stopwatch, s *desk) {
	plan := s.plan(filepath.Dir(s.made()))
	w.time(func() error { _, err := plan.Run(context.Background(), nil); return err })
}

func listMany(w *stopwatch, s *desk) {
	folder := filepath.Dir(s.made())
	n, err := readNote(s.made())
	if err != nil {
		s.Fatal(err)
	}
	for day := range 24 {
		path := filepath.Join(folder, fileName("Harbour Cycles", s.store.Now().AddDate(0, -1, day), 1))
		if os.Link(s.made(), path) == nil { // the first round makes them
			if err := n.claim(path); err != nil {
				s.Fatal(err)
			}
		}
	}
	shop, err := ShopOf(s.store)
	if err != nil {
		s.Fatal(err)
	}
	w.time(func() error { _, err := List(context.Background(), folder, shop); return err })
}

// checkOne is what "Check it" does: the hash, and the file as the shop that it is.
func checkOne(w *stopwatch, s *desk) {
	path := s.made()
	w.time(func() error {
		err := Verify(context.Background(), path)
		if err == nil {
			_, err = models.Inspect(context.Background(), path)
		}
		return err
	})
}

// saveMeanwhile saves as soon as a backup is being copied, which must give way at once: the window waits for it.
func saveMeanwhile(w *stopwatch, s *desk) {
	w.target = frozenFor
	folder := s.TempDir()
	plan, copying, ended := s.plan(folder), make(chan bool), make(chan error, 1)
	copyShop := plan.copy
	plan.copy = func(ctx context.Context, to string) (models.Inspection, error) {
		close(copying)
		return copyShop(ctx, to)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() { _, err := plan.Run(ctx, nil); ended <- err }()
	<-copying
	for i := range 5 { // at several moments of the copying
		<-time.After(time.Duration(i*20) * time.Millisecond)
		w.time(func() error { return s.store.SaveDraft("visit", time.Now().String()) })
	}
	cancel()
	<-ended
	os.RemoveAll(folder)
}

func restoreOne(w *stopwatch, s *desk) {
	path, target := s.made(), filepath.Join(s.TempDir(), "shop.goodturn")
	if err := duplicate(path, target); err != nil {
		s.Fatal(err)
	}
	w.time(func() error {
		r, err := PrepareRestore(context.Background(), path, "", target, nil)
		if err == nil {
			_, err = r.Swap(context.Background(), s.store.Now(), nil)
		}
		return err
	})
	os.RemoveAll(filepath.Dir(target))
}

// cancelOne cancels a backup at five moments, of which the later ones fall into the check.
func cancelOne(w *stopwatch, s *desk) {
	w.target = cancelWithin
	for moment := 10 * time.Millisecond; moment < 10*time.Second; moment *= 5 {
		ctx, cancel := context.WithTimeout(context.Background(), moment)
		begin := time.Now()
		if _, err := s.plan(s.TempDir()).Run(ctx, nil); err != nil {
			w.laps = append(w.laps, time.Since(begin)-moment)
		}
		cancel()
	}
}

// cancelRestore cancels the reading of a backup at the same moments.
func cancelRestore(w *stopwatch, s *desk) {
	w.target = cancelWithin
	path, target := s.made(), filepath.Join(s.TempDir(), "shop.goodturn")
	for moment := 10 * time.Millisecond; moment < 10*time.Second; moment *= 5 {
		ctx, cancel := context.WithTimeout(context.Background(), moment)
		begin := time.Now()
		if r, err := PrepareRestore(ctx, path, "", target, nil); err != nil {
			w.laps = append(w.laps, time.Since(begin)-moment)
		} else {
			r.Discard()
		}
		cancel()
	}
}
