package safekeep

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The variables that make this test's own program the one that is killed.
const (
	killShop   = "GOODTURN_TEST_BACKUP_SHOP"
	killFolder = "GOODTURN_TEST_BACKUP_FOLDER"
)

// TestBackUpUntilKilled is the program that is killed; by itself it does nothing.
func TestBackUpUntilKilled(t *testing.T) {
	path := os.Getenv(killShop)
	if path == "" {
		t.Skip("runs in a program of its own, started by TestKilledBackups")
	}
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	fmt.Println("ready")
	for n := 0; ; n++ {
		modelstest.Customer(t, store, "Somebody New", "0171 555 0123")
		plan := prepare(t, store, os.Getenv(killFolder))
		if n%2 == 1 {
			elsewhere(plan)
		}
		if _, err := plan.Run(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
}

// A program that backs up without end is killed at a random moment, over and over. Each file that has its
// final name must be a whole backup, and the shop file itself must be as it was.
func TestKilledBackups(t *testing.T) {
	store, folder := shop(t, 8), t.TempDir()
	path, want := store.Path(), countsOf(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	whole := map[string]bool{}
	rounds := modelstest.Rounds(t, 6, 20)
	// On a busy machine a few kills may all come before the first backup is done: then there are more, and later.
	for round := 0; round < rounds || len(whole) == 0 && round < 10*rounds; round++ {
		killOne(t, "TestBackUpUntilKilled", path, folder, time.Duration(dice.IntN(900+100*max(0, round-rounds)))*time.Millisecond)
		before := len(whole)
		clear(whole)
		for _, name := range namesIn(t, folder) {
			if !strings.HasSuffix(name, Extension) {
				continue
			}
			whole[name] = true
			got := mustBeWhole(t, filepath.Join(folder, name))
			added := got["customer"] - want["customer"]
			if added < 1 || got["contact"] != want["contact"]+added || got["visit"] != want["visit"] {
				t.Errorf("%s holds %v", name, got)
			}
		}
		if before > 0 && len(whole) == 0 {
			t.Error("clearing away the old took the last backup with it")
		}
	}
	t.Logf("killed %d times, 0 lost; %d whole backups at the end, %d files in all", rounds, len(whole), len(namesIn(t, folder)))
	if len(whole) == 0 {
		t.Error("no backup was ever finished, so nothing was tried")
	}
	again, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	later := time.Now().Add(2 * abandoned)
	plan, err := Prepare(again, []string{folder}, later)
	if err != nil {
		t.Fatal(err)
	}
	result, err := plan.Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	sameShop(t, result.Path, countsOf(t, again))
	for _, name := range append(namesIn(t, folder), namesIn(t, filepath.Dir(path))...) {
		if strings.HasPrefix(name, partStart) {
			t.Errorf("%s is still there two days later", name)
		}
	}
}

// killOne starts the program, which is a test, waits until it says that it is ready, and kills it after so long.
func killOne(t *testing.T, program, path, folder string, after time.Duration) {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^"+program+"$", "-test.v")
	command.Env = append(os.Environ(), killShop+"="+path, killFolder+"="+folder)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	said := readUntil(t, out, "ready")
	if !strings.Contains(said, "ready") {
		t.Errorf("the program said %q", said)
	}
	timer := time.AfterFunc(after, func() { command.Process.Kill() })
	defer timer.Stop()
	rest := readUntil(t, out, "FAIL")
	if err := command.Wait(); err == nil || strings.Contains(rest, "FAIL") {
		t.Errorf("the program ended by itself: %v %s", err, rest)
	}
}

// readUntil reads lines up to and with the first that holds word, or to the end.
func readUntil(t *testing.T, from io.Reader, word string) string {
	t.Helper()
	var said strings.Builder
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		fmt.Fprintln(&said, lines.Text())
		if strings.Contains(lines.Text(), word) {
			break
		}
	}
	return said.String()
}
