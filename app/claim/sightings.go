package claim

import (
	"sync"
	"time"
)

// Sightings are the notes of other computers as they were first seen. A note tells its time by that computer's clock,
// which may be wrong by years, so no two clocks are compared: whether anybody still renews a note is seen by watching it,
// on our own clock alone. The zero value has seen nothing; it may be used from several goroutines.
type Sightings struct {
	mu    sync.Mutex
	notes map[string]sighting
}

// sighting is a note and when we first saw it say that.
type sighting struct {
	said Holder
	at   time.Time
}

// stale tells whether the note at path, which says by now, has said so for longer than anybody leaves it. What is seen
// for the first time is not.
func (s *Sightings) stale(path string, by Holder, now time.Time) bool {
	if s == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before, seen := s.notes[path]
	// A clock that was set back in between would keep it for ever: then it counts from here.
	if seen && before.said.same(by) && before.said.Seen.Equal(by.Seen) && before.said.Beats == by.Beats && !now.Before(before.at) {
		return now.Sub(before.at) > staleAfter
	}
	if s.notes == nil {
		s.notes = map[string]sighting{}
	}
	s.notes[path] = sighting{by, now}
	return false
}
