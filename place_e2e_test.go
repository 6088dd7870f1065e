//go:build e2e

package main_test

import (
	"slices"
	"strings"
	"testing"
)

// TestE2EWindowWhereItWas moves the window, closes the program and starts it anew: on the same screen it is as large and where
// it was, on a smaller one it is not lost beside it.
func TestE2EWindowWhereItWas(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1600, 900)
	d.openShop()
	d.Settle() // Fyne gives a window whose content changes the size it knew
	d.run("xdotool", "search", "--onlyvisible", "--name", "Goodturn", "windowsize", "1100", "700", "windowmove", "437", "123")
	d.Settle()
	d.wantWindow("X=437", "Y=123", "WIDTH=1100", "HEIGHT=700")
	d.Close()
	d.launch()
	d.wantWindow("X=437", "Y=123", "WIDTH=1100", "HEIGHT=700")
	d.run("xdotool", "search", "--onlyvisible", "--name", "Goodturn", "windowmove", "1000", "123")
	d.Settle()
	d.Close()
	d.width, d.height = 1280, 800
	d.Set("DISPLAY", d.startScreen())
	d.launch()
	d.wantWindow("X=90", "Y=50", "WIDTH=1100", "HEIGHT=700") // the middle
}

// wantWindow waits for the window to have come to this place and size, told as xdotool does.
func (d *desk) wantWindow(want ...string) {
	d.t.Helper()
	d.Until("the window with "+strings.Join(want, " "), func() bool {
		told, err := d.command("xdotool", "search", "--onlyvisible", "--name", "Goodturn", "getwindowgeometry", "--shell").Output()
		if err != nil {
			return false
		}
		lines := strings.Fields(string(told))
		return !slices.ContainsFunc(want, func(line string) bool { return !slices.Contains(lines, line) })
	})
}
