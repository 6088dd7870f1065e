//go:build !windows

package app

import (
	"fmt"
	"os"
	"os/exec"
)

// tellOutside tells a title and a text where the program has no window: to whoever started it, and by the first of the
// desktops' own programs for it that there is.
func tellOutside(title, text string) {
	fmt.Fprintf(os.Stderr, "%s\n%s\n", title, text)
	for _, command := range [][]string{
		{"zenity", "--error", "--no-markup", "--width=480", "--title", title, "--text", text},
		{"kdialog", "--title", title, "--error", text},
		{"xmessage", "-center", title + "\n\n" + text},
		{"notify-send", "--urgency=critical", title, text},
	} {
		if exec.Command(command[0], command[1:]...).Run() == nil {
			return
		}
	}
}
