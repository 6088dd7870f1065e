package views

import (
	"time"

	"goodturn/app"
)

// soon is something to do in a moment, unless it is dropped or replaced before. The zero value is nothing.
type soon struct{ forget func() }

// plan replaces what was planned by do, in a moment.
func (s *soon) plan(a *app.App, in time.Duration, do func()) {
	s.drop()
	s.forget = a.After(in, func() { s.forget = nil; do() })
}

// planned tells whether there is still something to do.
func (s *soon) planned() bool { return s.forget != nil }

// drop forgets what was planned.
func (s *soon) drop() {
	if s.forget != nil {
		s.forget()
		s.forget = nil
	}
}
