package claim

import (
	"errors"
	"io"
	"net"
	"os"
	"time"
)

// What a second start says to the first, and its answer.
const (
	callForward = "forward\n"
	callHeard   = "heard\n"
)

// callWithin is how long a second start waits for the first, and the first for what a caller has to say.
const callWithin = 2 * time.Second

// listen opens the socket at path. One that is there already belonged to a window that was killed: who calls this
// has the lock.
func listen(path string) (net.Listener, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	return net.Listen("unix", path)
}

// askForward asks the window that listens at path to come forward, and tells whether it heard.
func askForward(path string) bool {
	conn, err := net.DialTimeout("unix", path, callWithin)
	if err != nil {
		return false
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(callWithin))
	if _, err := io.WriteString(conn, callForward); err != nil {
		return false
	}
	return hears(conn, callHeard)
}

// Serve calls forward for each second start that asks, until the claim is released. It blocks, and calls forward
// where it runs.
func (c *Claim) Serve(forward func()) {
	if c.listener == nil {
		return
	}
	for {
		conn, err := c.listener.Accept()
		if err != nil {
			return // released
		}
		conn.SetDeadline(time.Now().Add(callWithin))
		if hears(conn, callForward) {
			forward()
			io.WriteString(conn, callHeard) // who hung up needs no answer
		}
		conn.Close()
	}
}

// hears tells whether that is what comes next.
func hears(conn net.Conn, words string) bool {
	said := make([]byte, len(words))
	_, err := io.ReadFull(conn, said)
	return err == nil && string(said) == words
}
