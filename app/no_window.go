package app

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"
)

// WithWindow runs show, which shows the window and stays until it is closed. Where Fyne cannot open one, mostly because the computer has
// no OpenGL, the system tells the owner title and text, and the program ends. Call it after StartLog.
func (a *App) WithWindow(show func(), title, text string) {
	missing := func() {
		a.Close()
		tellOutside(title, text)
		os.Exit(1)
	}
	slog.SetDefault(slog.New(&windowWatch{Handler: slog.Default().Handler(), missing: missing}))
	defer func() {
		failure := recover()
		if err, ok := failure.(error); ok && strings.HasPrefix(err.Error(), noFormat) {
			slog.Error("opening the window", "error", err)
			missing()
		}
		if failure != nil {
			panic(failure)
		}
	}()
	show()
}

// windowWatch reads the log for words on a window that cannot be opened. They are said nowhere else, and Fyne then runs on without a
// window until somebody ends it.
type windowWatch struct {
	slog.Handler
	missing func()
	said    bool // Fyne has said so; the cause comes next
}

// noWindow are Fyne's words, of internal/driver/glfw/window_desktop.go and internal/painter/gl/gl_core.go.
var noWindow = []string{"window creation error", "failed to initialise OpenGL"}

// noContext are the beginnings of what GLFW's package for Go logs and then passes over (its error.go, acceptError): the system's
// part of OpenGL failed.
var noContext = []string{"PlatformError: WGL: ", "PlatformError: GLX: ", "PlatformError: EGL: "}

// noFormat begins the failure with which that package ends where the screen has no colours that OpenGL can draw in.
const noFormat = "FormatUnavailable: "

// Handle passes a line of the log on, and calls missing once the log has the cause too.
func (w *windowWatch) Handle(ctx context.Context, line slog.Record) error {
	err := w.Handler.Handle(ctx, line)
	begins := func(words string) bool { return strings.HasPrefix(line.Message, words) }
	if w.said || slices.ContainsFunc(noContext, begins) {
		w.missing()
	}
	what, isFyne := strings.CutPrefix(line.Message, "Fyne error: ")
	w.said = w.said || isFyne && slices.Contains(noWindow, strings.TrimSpace(what))
	return err
}
