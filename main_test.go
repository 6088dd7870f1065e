//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMain builds the program that all the stories use: the real one, with the real window.
func TestMain(m *testing.M) {
	build := exec.Command("make", "build")
	build.Env = append(os.Environ(), "MAKEFLAGS=")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "the program does not build: %v\n%s", err, out)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// goodturn is where "make build" puts the program.
func goodturn() string {
	whole, err := filepath.Abs(filepath.Join("build", "goodturn"))
	if err != nil {
		panic(err)
	}
	return whole
}

// TestE2EOpensAndCloses opens the program twice on one home folder, as on two mornings.
func TestE2EOpensAndCloses(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	for range 2 {
		d.Start()
		d.See("Goodturn")
		d.Close()
	}
}
