//go:build e2e

package main_test

import (
	"encoding/binary"
	"io"
	"net"
	"strconv"
	"strings"
)

// PressClose asks the window to close as the button in its title bar does. There is no window manager on this screen, so
// the message is sent as one would: a ClientMessage with WM_DELETE_WINDOW ("Inter-Client Communication Conventions Manual",
// 4.2.8.1), in the words of the X protocol.
func (d *desk) PressClose() {
	d.t.Helper()
	windows := strings.Fields(d.run("xdotool", "search", "--onlyvisible", "--name", "Goodturn"))
	window, err := strconv.ParseUint(windows[0], 10, 32)
	d.must(err)
	display := ""
	for _, set := range d.env {
		if value, ok := strings.CutPrefix(set, "DISPLAY=:"); ok {
			display = value
		}
	}
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+display)
	d.must(err)
	defer conn.Close()
	x := &xClient{conn: conn}
	x.greet()
	x.send(uint32(window), x.atom("WM_PROTOCOLS"), x.atom("WM_DELETE_WINDOW"))
	d.must(x.err)
}

// xClient speaks the few words of the X protocol that are needed, the least byte first. Once one failed it is silent.
type xClient struct {
	conn net.Conn
	err  error
}

// say sends a request and gives the first 32 bytes of the answer, where there is one.
func (x *xClient) say(answered bool, request []byte) []byte {
	answer := make([]byte, 32)
	if x.err == nil {
		_, x.err = x.conn.Write(request)
	}
	if x.err == nil && answered {
		_, x.err = io.ReadFull(x.conn, answer)
	}
	return answer
}

// greet opens the connection and passes over what the server says of itself.
func (x *xClient) greet() {
	hello := []byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	if _, x.err = x.conn.Write(hello); x.err != nil {
		return
	}
	head := make([]byte, 8)
	if _, x.err = io.ReadFull(x.conn, head); x.err == nil {
		_, x.err = io.CopyN(io.Discard, x.conn, 4*int64(binary.LittleEndian.Uint16(head[6:])))
	}
}

// atom gives the number of a name: InternAtom.
func (x *xClient) atom(name string) uint32 {
	padded := name + strings.Repeat("\x00", (4-len(name)%4)%4)
	request := []byte{16, 0, byte(2 + len(padded)/4), 0, byte(len(name)), 0, 0, 0}
	return binary.LittleEndian.Uint32(x.say(true, append(request, padded...))[8:])
}

// send sends a window the first word of a protocol: SendEvent, and GetInputFocus so that it has arrived.
func (x *xClient) send(window, protocol, word uint32) {
	event := []byte{33, 32, 0, 0}
	for _, n := range []uint32{window, protocol, word, 0, 0, 0, 0} {
		event = binary.LittleEndian.AppendUint32(event, n)
	}
	request := binary.LittleEndian.AppendUint32([]byte{25, 0, 11, 0}, window)
	request = binary.LittleEndian.AppendUint32(request, 0)
	x.say(false, append(request, event...))
	x.say(true, []byte{43, 0, 1, 0})
}
