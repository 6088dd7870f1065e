package claim

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// Holder is who has a shop file open.
type Holder struct {
	Computer string    `json:"computer"`
	User     string    `json:"user"`
	PID      int       `json:"process"`
	Since    time.Time `json:"since"`
	Seen     time.Time `json:"seen"` // renewed by every Beat, by that computer's clock
	Beats    int64     `json:"beats"`
}

func (h Holder) same(other Holder) bool {
	return h.Computer == other.Computer && h.User == other.User && h.PID == other.PID && h.Since.Equal(other.Since)
}

// BeatEvery is how often a Claim must say that it still holds.
const BeatEvery = time.Minute

// staleAfter is how long a note may stay as it is: some beats may be late, on a slow network or in a folder that is
// synchronised now and then.
const staleAfter = 5 * BeatEvery

// NoteFor is where the note of the shop file at path lies.
func NoteFor(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".open")
}

// readNote gives what the note says. One that is missing, or that nobody can read, says nothing.
func readNote(path string) (Holder, bool) {
	var h Holder
	raw, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(raw, &h) != nil || h.Computer == "" {
		return Holder{}, false
	}
	return h, true
}

// writeNote puts a whole new note in place of the old one, so that nobody reads half of it.
func writeNote(path string, h Holder) error {
	raw, err := json.Marshal(h)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(raw, '\n'))
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
