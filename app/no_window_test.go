package app

import (
	"bytes"
	"log"
	"log/slog"
	"strings"
	"testing"
)

// The words are those of Fyne's LogError, as it writes them.
func TestWindowThatCannotOpenIsNoticed(t *testing.T) {
	usual, flags := slog.Default(), log.Flags()
	t.Cleanup(func() { slog.SetDefault(usual); log.SetFlags(flags) })
	for name, c := range map[string]struct {
		lines   []string
		noticed int
	}{
		"no OpenGL":         {[]string{"window creation error", "  Cause: GLX extension not found"}, 1},
		"half of OpenGL":    {[]string{"failed to initialise OpenGL", "  Cause: glClear"}, 1},
		"something smaller": {[]string{"failed to watch theme settings", "  Cause: window creation error"}, 0},
	} {
		var kept bytes.Buffer
		noticed := 0
		watch := &windowWatch{Handler: slog.NewTextHandler(&kept, nil)}
		watch.missing = func() { noticed++; watch.said = false }
		slog.SetDefault(slog.New(watch))
		log.Println("Fyne error: ", c.lines[0])
		if noticed != 0 {
			t.Errorf("%s: noticed before its cause was in the log", name)
		}
		log.Println(c.lines[1])
		if noticed != c.noticed || !strings.Contains(kept.String(), strings.TrimSpace(c.lines[1])) {
			t.Errorf("%s: noticed %d times, the log has %q", name, noticed, kept.String())
		}
	}
}
