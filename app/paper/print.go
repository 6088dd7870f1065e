package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// ErrNoPrinting means that this system has no printing programs; the owner
// prints from the PDF viewer instead.
var ErrNoPrinting = errors.New("paper: this system has no printing programs")

// Queue is a printer the system knows.
type Queue struct {
	Name    string
	Default bool
}

// CanSend reports whether pages can go straight to a printer on this system:
// on Linux and macOS with CUPS they can.
func CanSend() bool {
	_, err := exec.LookPath("lp")
	return err == nil
}

// Queues lists the system's printers, the default one first. A system that can
// print but has no printer gives an empty list.
func Queues(ctx context.Context) ([]Queue, error) {
	names, err := command(ctx, "lpstat", "-e")
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	// lpstat ends with an error when there is no default, or no printer at all.
	preferred, err := command(ctx, "lpstat", "-d")
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	return queuesIn(names, preferred), nil
}

// queuesIn reads what "lpstat -e" and "lpstat -d" print in the C locale.
func queuesIn(names, preferred string) []Queue {
	_, first, _ := strings.Cut(strings.TrimSpace(preferred), "destination: ")
	var queues []Queue
	for _, name := range strings.Fields(names) {
		queues = append(queues, Queue{Name: name, Default: name == first})
	}
	slices.SortStableFunc(queues, func(a, b Queue) int {
		switch {
		case a.Default == b.Default:
			return 0
		case a.Default:
			return -1
		}
		return 1
	})
	return queues
}

// Send puts a PDF into a printer's queue at its true size, so many times and
// under a title, and returns the job's name as the system gives it ("ShopPDF-12"). It does not
// wait for the paper. options are a document's PrintOptions.
func Send(ctx context.Context, queue, path, title string, copies int, options ...string) (job string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", err
	}
	title = strings.TrimSpace(string(cleaned(title)))
	arguments := []string{"-d", queue, "-n", strconv.Itoa(copies), "-t", title, "-o", "print-scaling=none"}
	for _, option := range options {
		arguments = append(arguments, "-o", option)
	}
	said, err := command(ctx, "lp", append(arguments, "--", path)...)
	if err != nil {
		return "", err
	}
	return jobIn(said), nil
}

// jobIn reads "request id is ShopPDF-12 (1 file(s))".
func jobIn(said string) string {
	_, rest, found := strings.Cut(said, "request id is ")
	if !found {
		return ""
	}
	job, _, _ := strings.Cut(rest, " ")
	return strings.TrimSpace(job)
}

// errRefused means that the program ran and said no.
var errRefused = errors.New("refused")

// command runs a printing program in the C locale and returns what it said.
func command(ctx context.Context, name string, arguments ...string) (string, error) {
	program, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoPrinting, err)
	}
	run := exec.CommandContext(ctx, program, arguments...)
	run.Env = append(os.Environ(), "LC_ALL=C")
	var said, complained bytes.Buffer
	run.Stdout, run.Stderr = &said, &complained
	err = run.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.As(err, &exit):
		return said.String(), fmt.Errorf("paper: %s %w: %s", name, errRefused, strings.TrimSpace(complained.String()))
	case err != nil:
		return "", fmt.Errorf("paper: %s: %w", name, err)
	}
	return said.String(), nil
}
