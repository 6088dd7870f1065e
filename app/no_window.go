package app

import (
	"context"
	"log/slog"
	"os"
	"strings"
)

// WithoutWindow has the system tell the owner title and text, and ends the program, where Fyne cannot open its window: mostly because
// the computer has no OpenGL. Call it after StartLog.
func (a *App) WithoutWindow(title, text string) {
	slog.SetDefault(slog.New(&windowWatch{Handler: slog.Default().Handler(), missing: func() {
		a.Close()
		tellOutside(title, text)
		os.Exit(1)
	}}))
}

// windowWatch reads the log for Fyne's words on a window that it cannot open. It says so nowhere else, and then runs on without one
// until somebody ends it.
type windowWatch struct {
	slog.Handler
	missing func()
	said    bool // Fyne has said so; the cause comes next
}

// noWindow are the words, of Fyne's internal/driver/glfw/window_desktop.go and internal/painter/gl/gl_core.go.
var noWindow = []string{"window creation error", "failed to initialise OpenGL"}

// Handle passes a line of the log on, and calls missing once the log has the cause too.
func (w *windowWatch) Handle(ctx context.Context, line slog.Record) error {
	err := w.Handler.Handle(ctx, line)
	if w.said {
		w.missing()
	}
	what, isFyne := strings.CutPrefix(line.Message, "Fyne error: ")
	for _, words := range noWindow {
		w.said = w.said || isFyne && strings.TrimSpace(what) == words
	}
	return err
}
