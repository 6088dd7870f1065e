package modelstest

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"goodturn/models"
)

// The variables that make a test's own program the victim of a fault.
const (
	deedEnv = "GOODTURN_TEST_DEED"
	pathEnv = "GOODTURN_TEST_PATH"
)

// tortureEnv, set to a number, makes the tests of chance so many rounds long; "make torture" sets it.
const tortureEnv = "GOODTURN_TORTURE"

// Rounds gives how many rounds a test of chance goes: short, or where GOODTURN_TORTURE asks for more, one of share
// parts of that number.
func Rounds(t testing.TB, short, share int) int {
	t.Helper()
	asked := os.Getenv(tortureEnv)
	if asked == "" {
		return short
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no number of rounds", tortureEnv, asked)
	}
	return max(short, n/share)
}

// RunVictim is called first by TestMain: if StartVictim started the program, it does the deed with the path, and
// ends. A deed that gives an error has the program end with 1.
func RunVictim(deeds map[string]func(path string) error) {
	name := os.Getenv(deedEnv)
	if name == "" {
		return
	}
	err := fmt.Errorf("no deed is called %q", name)
	if deed := deeds[name]; deed != nil {
		err = deed(os.Getenv(pathEnv))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Once is a deed that is done once: the victim says "begins" and "done", and waits for what comes.
func Once(do func() error) error {
	fmt.Println("begins")
	if err := UntilDone("done", do); err != nil {
		return err
	}
	return await()
}

// UntilDone has a victim try until it is done, and say done then, unless that is "". Each time it is refused it says
// "refused" and the Problem's key, and waits until the test lets it go on.
func UntilDone(done string, do func() error) error {
	for {
		err := do()
		if err == nil {
			if done != "" {
				fmt.Println(done)
			}
			return nil
		}
		p, told := models.IsProblem(err)
		if !told {
			p.Key = "without a word: " + err.Error()
		}
		fmt.Println("refused", p.Key)
		if err := await(); err != nil {
			return err
		}
	}
}

// await has a victim wait until the test lets it go on; an error when the test is gone.
func await() error {
	var goOn [1]byte
	_, err := io.ReadFull(os.Stdin, goOn[:])
	return err
}

// Victim is a test's own program, run a second time to have a fault happen to it.
type Victim struct {
	t       testing.TB
	command *exec.Cmd
	out     *bufio.Scanner
	in      io.Writer
	overdue *time.Timer
}

// StartVictim runs the test's own program as another that does the deed with the path.
func StartVictim(t testing.TB, deed, path string) *Victim {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	v := &Victim{t: t, command: exec.Command(exe)}
	v.command.Env, v.command.Stderr = append(os.Environ(), deedEnv+"="+deed, pathEnv+"="+path), os.Stderr
	out, err := v.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if v.in, err = v.command.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := v.command.Start(); err != nil {
		t.Fatal(err)
	}
	v.out = bufio.NewScanner(out)
	v.overdue = time.AfterFunc(time.Minute, func() {
		t.Errorf("%s hangs", deed)
		v.command.Process.Kill()
	})
	return v
}

// Hear gives the next line the victim says; false when it is dead.
func (v *Victim) Hear() (line string, alive bool) {
	alive = v.out.Scan()
	return v.out.Text(), alive
}

// GoOn lets a victim that awaits it go on.
func (v *Victim) GoOn() {
	if _, err := v.in.Write([]byte{'.'}); err != nil {
		v.t.Errorf("the victim hears nothing: %v", err)
	}
}

// Kill kills it now or, without waiting for that, after so long.
func (v *Victim) Kill(after time.Duration) {
	if after <= 0 {
		v.command.Process.Kill()
		return
	}
	time.AfterFunc(after, func() { v.command.Process.Kill() })
}

// Bury waits for its end, and gives what it had said and nobody heard. The end must have come through Kill.
func (v *Victim) Bury() (rest []string) {
	v.t.Helper()
	for line, alive := v.Hear(); alive; line, alive = v.Hear() {
		rest = append(rest, line)
	}
	if err := v.command.Wait(); err == nil || v.command.ProcessState.ExitCode() >= 0 {
		v.t.Errorf("the victim ended by itself: %v", err)
	}
	v.overdue.Stop()
	return rest
}
