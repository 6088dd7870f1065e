package app

import (
	"log/slog"

	"golang.org/x/sys/windows"
)

// tellOutside shows a title and a text where the program has no window, and waits until they were read.
func tellOutside(title, text string) {
	words, err := windows.UTF16PtrFromString(text)
	if err != nil {
		slog.Error("telling the owner", "error", err)
		return
	}
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		slog.Error("telling the owner", "error", err)
		return
	}
	if _, err := windows.MessageBox(0, words, caption, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND); err != nil {
		slog.Error("telling the owner", "error", err)
	}
}
