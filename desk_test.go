//go:build e2e

package main_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// patience is how long something that has to happen may take before the story is over, on a computer that is not Wine's.
const patience = 30 * time.Second

// desk is a screen of its own with a keyboard, a mouse, somebody's home folder and the program: what a shop owner
// sits at. Each test takes a new one, so tests may sit side by side.
type desk struct {
	t        testing.TB
	width    int      // of the screen, in pixels
	height   int      // of the screen, in pixels
	home     string   // the owner's home folder, empty at first
	shop     string   // the shop file the program makes for itself
	exe      []string // how the program is started
	patience time.Duration
	env      []string
	frame    string // the file in which the X server keeps what the screen shows
	program  *exec.Cmd
	ended    chan struct{} // closed when the program has ended
	cleared  bool          // it was put away
	adrift   bool          // the window loses the keyboard: each key first gives it back, as a window manager would
}

// newDesk sets up a screen of the given size in pixels. It is put away at the end of the test, and photographed
// into build/e2e when the test has failed.
func newDesk(t testing.TB, width, height int) *desk {
	t.Helper()
	d := &desk{t: t, width: width, height: height, home: t.TempDir(), exe: []string{goodturn()}, patience: patience}
	d.shop = d.Path(".local/share/Goodturn/My shop.goodturn")
	d.furnish()
	d.Set("DISPLAY", d.startScreen())
	t.Cleanup(d.clearUp)
	return d
}

// furnish lays out the home folder, with a viewer that only notes what it was asked to open.
func (d *desk) furnish() {
	d.t.Helper()
	bin := filepath.Join(d.home, "bin")
	for _, folder := range []string{bin, d.Path(".cache"), d.Path(".config"), d.Path(".local/share"), d.Path("run")} {
		d.must(os.MkdirAll(folder, 0o700))
	}
	d.must(os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" >>\"$HOME/opened\"\n"), 0o700))
	d.env = []string{
		"PATH=" + bin + ":" + os.Getenv("PATH"), "HOME=" + d.home,
		"XDG_CACHE_HOME=" + d.Path(".cache"), "XDG_CONFIG_HOME=" + d.Path(".config"),
		"XDG_DATA_HOME=" + d.Path(".local/share"), "XDG_RUNTIME_DIR=" + d.Path("run"),
		"LANG=en_GB.UTF-8", "LC_CTYPE=C.UTF-8", "TZ=UTC",
		"FYNE_PLATFORM=x11", "FYNE_SCALE=1", "FYNE_THEME=light", "LIBGL_ALWAYS_SOFTWARE=1",
	}
}

// startScreen starts an X server, with more of its arguments, on a display that is free and returns the display's name.
func (d *desk) startScreen(more ...string) string {
	d.t.Helper()
	read, write, err := os.Pipe()
	d.must(err)
	defer read.Close()
	folder := d.t.TempDir()
	d.frame = filepath.Join(folder, "Xvfb_screen0")
	args := []string{"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", d.width, d.height),
		"-fbdir", folder, "-nocursor", "-noreset", "-nolisten", "tcp"}
	server := exec.Command("Xvfb", append(args, more...)...)
	server.ExtraFiles = []*os.File{write}
	d.must(server.Start())
	d.must(write.Close())
	d.t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	number, err := io.ReadAll(read)
	d.must(err)
	return ":" + strings.TrimSpace(string(number))
}

// clearUp ends the program and, after a failure, keeps what the screen showed and what the program said. Only the first call counts.
func (d *desk) clearUp() {
	if d.cleared {
		return
	}
	d.cleared = true
	if d.t.Failed() {
		name := regexp.MustCompile(`[^\w]+`).ReplaceAllString(d.t.Name(), "_")
		d.t.Log("the screen at the end: " + d.Shot(filepath.Join("build", "e2e", name+".png")))
		if said, err := os.ReadFile(d.Path("said")); err == nil && len(said) > 0 {
			d.t.Logf("the program said:\n%s", said)
		}
	}
	d.Kill()
}

// Path names a file in the owner's home folder.
func (d *desk) Path(name string) string { return filepath.Join(d.home, filepath.FromSlash(name)) }

// Set changes the program's surroundings from its next start on, for example ("FYNE_THEME", "dark").
func (d *desk) Set(name, value string) { d.env = append(d.env, name+"="+value) }

// Start starts the program with these arguments and waits until its window fills the screen and stands still.
func (d *desk) Start(args ...string) {
	d.t.Helper()
	empty := d.look()
	d.launch(args...)
	d.Until("the window to open", func() bool { return changed(empty, d.look()) > 1000 })
	// What changed may be that the window of a program that was killed has gone at last.
	d.Until("the window to be found", func() bool { return d.command("xdotool", "search", "--onlyvisible", "--name", "Goodturn").Run() == nil })
	d.Settle()
	d.fillScreen()
}

// fillScreen makes the window as large as the screen and puts the mouse into the corner, where it points at nothing.
func (d *desk) fillScreen() {
	d.t.Helper()
	width, height := fmt.Sprint(d.width), fmt.Sprint(d.height)
	d.run("xdotool", "search", "--onlyvisible", "--name", "Goodturn", "windowmove", "0", "0", "windowsize", width, height)
	d.run("xdotool", "mousemove", width, height)
	d.Settle()
}

// launch starts the program and does not wait for its window.
func (d *desk) launch(args ...string) {
	d.t.Helper()
	said, err := os.OpenFile(d.Path("said"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	d.must(err)
	defer said.Close()
	d.program, d.ended = d.command(d.exe[0], slices.Concat(d.exe[1:], args)...), make(chan struct{})
	d.program.Stdout, d.program.Stderr = said, said
	d.must(d.program.Start())
	go func(program *exec.Cmd, ended chan struct{}) { program.Wait(); close(ended) }(d.program, d.ended)
}

// Close ends the program as its owner does, with Ctrl+Q, and waits until it is gone.
func (d *desk) Close() {
	d.t.Helper()
	d.Key("ctrl+q")
	select {
	case <-d.ended:
	case <-time.After(d.patience):
		d.t.Fatal("the program did not close")
	}
	if code := d.program.ProcessState.ExitCode(); code != 0 {
		d.t.Fatalf("the program ended with code %d", code)
	}
	d.program, d.ended = nil, nil
}

// Kill ends the program as a power cut does.
func (d *desk) Kill() {
	if d.program == nil {
		return
	}
	d.program.Process.Kill()
	<-d.ended
	d.program, d.ended = nil, nil
}

// Key presses keys one after another, named as xdotool does: "Tab", "ctrl+n", "shift+F10".
func (d *desk) Key(keys ...string) {
	d.t.Helper()
	if len(keys) == 0 {
		return
	}
	d.holdKeyboard()
	d.run("xdotool", append([]string{"key", "--delay", "20"}, keys...)...)
}

// holdKeyboard gives the window the keyboard, where nobody else does.
func (d *desk) holdKeyboard() {
	if d.adrift {
		d.run("xdotool", "search", "--onlyvisible", "--name", "Goodturn", "windowfocus", "--sync")
	}
}

// Type types a text. What has no key on a plain keyboard is pasted, as from a customer's e-mail: typing it by
// changing the keyboard's layout under way loses letters.
func (d *desk) Type(text string) {
	d.t.Helper()
	for _, part := range regexp.MustCompile(`[ -~]+|[^ -~]+`).FindAllString(text, -1) {
		if part[0] >= ' ' && part[0] <= '~' {
			d.holdKeyboard()
			d.run("xdotool", "type", "--delay", "8", "--", part)
			continue
		}
		d.Paste(part)
	}
}

// Paste puts a text on the clipboard and presses Ctrl+V. The clipboard is handed out twice and no more: once to see that
// it holds the text, and once to the program, so that the next text cannot overtake this one on a busy machine.
func (d *desk) Paste(text string) {
	d.t.Helper()
	clip := d.command("xclip", "-selection", "clipboard", "-in", "-quiet", "-loops", "2")
	clip.Stdin = strings.NewReader(text)
	d.must(clip.Start())
	d.Until("the clipboard to hold the text", func() bool {
		held, err := d.command("xclip", "-selection", "clipboard", "-out").Output()
		return err == nil && string(held) == text
	})
	d.Key("ctrl+v")
	pasted := make(chan error, 1)
	go func() { pasted <- clip.Wait() }()
	select {
	case err := <-pasted:
		d.must(err)
	case <-time.After(d.patience):
		d.t.Fatalf("waited in vain for %q to be pasted", text)
	}
}

// Click presses the left button at a point of the screen.
func (d *desk) Click(x, y int) {
	d.t.Helper()
	d.run("xdotool", "mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// SQL asks the shop file at path with the sqlite3 program, which cannot change it, and returns the rows, one a line.
func (d *desk) SQL(path, query string) string {
	d.t.Helper()
	return d.run("sqlite3", "-readonly", "-bail", "-cmd", ".timeout 5000", path, query)
}

// UntilSQL waits until the shop file answers a query as wanted.
func (d *desk) UntilSQL(path, query, want string) {
	d.t.Helper()
	got := ""
	defer func() {
		if d.t.Failed() {
			d.t.Logf("%s: got %q, want %q", query, got, want)
		}
	}()
	d.Until(query, func() bool { got = d.SQL(path, query); return got == want })
}

// Opened waits until the program has opened n things in the system's viewer and returns the addresses of all.
func (d *desk) Opened(n int) []string {
	d.t.Helper()
	var opened []string
	d.Until("the viewer to open", func() bool {
		noted, _ := os.ReadFile(d.Path("opened"))
		opened = strings.Fields(string(noted))
		return len(opened) >= n
	})
	return opened
}

// Until waits for a condition and fails the test when it does not come true in time or the program ends.
func (d *desk) Until(what string, holds func() bool) {
	d.t.Helper()
	deadline := time.After(d.patience)
	for pulse := time.NewTicker(20 * time.Millisecond); !holds(); {
		select {
		case <-pulse.C:
		case <-d.ended:
			d.t.Fatalf("the program ended while waiting for %s", what)
		case <-deadline:
			d.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// command prepares a program of this desk's owner.
func (d *desk) command(name string, args ...string) *exec.Cmd {
	command := exec.Command(name, args...)
	command.Env = d.env
	return command
}

// run runs a program of this desk's owner to its end and returns what it printed, without the last line's end.
func (d *desk) run(name string, args ...string) string {
	d.t.Helper()
	out, err := d.command(name, args...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSuffix(string(out), "\n")
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}
