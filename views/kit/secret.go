package kit

// NewSecret makes a field of one line for a passphrase: dots stand for its letters until the eye at its end is clicked.
func NewSecret() *Entry {
	e := NewEntry("")
	e.Password = true
	return e
}
