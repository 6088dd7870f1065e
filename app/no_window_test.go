package app

import (
	"bytes"
	"log"
	"log/slog"
	"strings"
	"testing"
	"time"
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

// The words are those of GLFW's package for Go, as Windows without OpenGL has it say them.
func TestSystemThatCannotDrawIsNoticed(t *testing.T) {
	for words, want := range map[string]int{
		"PlatformError: WGL: Failed to set pixel format for dummy context: Invalid window handle. ": 1,
		"PlatformError: Win32: Failed to open clipboard":                                            0,
	} {
		noticed := 0
		watch := &windowWatch{Handler: slog.DiscardHandler, missing: func() { noticed++ }}
		if err := watch.Handle(t.Context(), slog.NewRecord(time.Time{}, slog.LevelInfo, words, 0)); err != nil || noticed != want {
			t.Errorf("%s: noticed %d times, %v", words, noticed, err)
		}
	}
}
