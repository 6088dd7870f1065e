package models

// ReadOnly opens the shop file to look and not to write, because somebody else has it: holder says who, for the
// sentence every change is refused with (Problem "file.readOnly", Args Holder). Nothing about the file changes: an
// older one is not brought up to date but refused (Problem "file.readOnlyOlder"), and drafts are not kept. What filters and their
// counts say may be some seconds old.
func ReadOnly(holder string) Option {
	return func(s *Store) { s.Lose(holder) }
}

// Lose makes a store one to look at and not to write from now on, because holder has taken the shop file over: as with
// ReadOnly, every change is refused and no draft is kept. Not even closing it writes any more. It may be called while other
// goroutines work on the store.
func (s *Store) Lose(holder string) {
	var refusal error = problem("file", "file.readOnly", "Holder", holder)
	s.held.Store(&refusal)
}

// refusal is what every change is refused with; nil in a store that may be changed.
func (s *Store) refusal() error {
	if held := s.held.Load(); held != nil {
		return *held
	}
	return nil
}

// IsReadOnly tells whether the store may only be looked at.
func (s *Store) IsReadOnly() bool { return s.held.Load() != nil }

// prepareToLook is prepare for a store that changes nothing.
func (s *Store) prepareToLook() error {
	version, err := identifyUpTo(s.db, len(s.steps))
	switch {
	case err != nil:
		return err
	case version == 0:
		return problem("file", "file.notShop", "Path", s.path)
	case version < len(s.steps):
		return problem("file", "file.readOnlyOlder", "Path", s.path)
	}
	return nil
}
