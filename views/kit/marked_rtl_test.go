package kit

import "testing"

// A name that is written from right to left is marked whole: in parts it would be drawn the wrong way round.
func TestMarksOfARightToLeftName(t *testing.T) {
	for _, c := range []struct{ text, typed, want string }{
		{"محمد علي", "علي", "**محمد علي**"},
		{"محمد علي", "محمد", "**محمد علي**"},
		{"דוד כהן (0171)", "כהן", "**דוד כהן** (0171)"},
		{"Ann עמית Lee", "lee", "Ann עמית **Lee**"},
		{"Ann עמית Lee", "עמ", "Ann **עמית** Lee"},
		{"عَلِيّ", "علي", "**عَلِيّ**"},
		{"Jürgen Müller", "muller", "Jürgen **Müller**"},
		{"محمد علي", "x", "محمد علي"},
	} {
		if got := Marked(c.text, c.typed); got != c.want {
			t.Errorf("%q in %q is marked as %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}
