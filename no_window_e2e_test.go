//go:build e2e

package main_test

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestE2EWithoutOpenGL starts the program on a screen that cannot draw it: a sentence says so in the computer's language, and the
// program ends, with the shop file as it was.
func TestE2EWithoutOpenGL(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1024, 700)
	d.Set("DISPLAY", d.startScreen("-extension", "GLX"))
	d.Set("LANG", "de_DE.UTF-8")
	d.must(os.WriteFile(d.Path("bin/zenity"), []byte("#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$HOME/told\"\n"), 0o700))
	d.launch()
	select {
	case <-d.ended:
	case <-time.After(patience):
		t.Fatal("the program runs on without a window")
	}
	if code := d.program.ProcessState.ExitCode(); code != 1 {
		t.Errorf("ended with code %d", code)
	}
	for _, file := range []string{"told", "said"} {
		words, err := os.ReadFile(d.Path(file))
		if err != nil || !strings.Contains(string(words), "Goodturn kann sein Fenster nicht öffnen") || !strings.Contains(string(words), "OpenGL 2.1") {
			t.Errorf("%s: %q, %v", file, words, err)
		}
	}
}
