package models

// ReadOnly opens the shop file to look and not to write, because somebody else has it: holder says who, for the
// sentence every change is refused with (Problem "file.readOnly", Args Holder). Nothing about the file changes: an
// older one is not brought up to date but refused (Problem "file.readOnlyOlder"), and drafts are not kept.
func ReadOnly(holder string) Option {
	return func(s *Store) { s.held = problem("file", "file.readOnly", "Holder", holder) }
}

// IsReadOnly tells whether the store was opened to look only.
func (s *Store) IsReadOnly() bool { return s.held != nil }

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
