//go:build e2e && !release

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// TestMain builds the program that all the stories use: the real one, with the real window. Those of a release take its own.
func TestMain(m *testing.M) {
	build := exec.Command("make", "build")
	build.Env = append(os.Environ(), "MAKEFLAGS=")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "the program does not build: %v\n%s", err, out)
		os.Exit(1)
	}
	os.Exit(m.Run())
}
