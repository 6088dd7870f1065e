package paper

import "testing"

// An address begins at the left as soon as a line of it reads from there, and at the right only where none does; a number reads neither way.
func TestAnAddressBeginsWhereThePostReads(t *testing.T) {
	setter := newSetter(t)
	for _, c := range []struct {
		lines []string
		right bool
	}{
		{[]string{"Ann Hughes", "3 Row"}, false},
		{[]string{"محمد علي", "3 Quay Street", "Whitby YO22 4DE"}, false},
		{[]string{"יעל כהן", "רחוב הרצל 5", "61000"}, true},
		{[]string{"Yael Cohen", "רחוב הרצל 5"}, false},
	} {
		b := labelBox{x: 10, y: 10, width: 90, height: 40, largest: 12}
		for _, mark := range b.set(setter, c.lines) {
			text := mark.(Text)
			atLeft, atRight := text.X == b.x, text.X+text.Width > b.x+b.width-exact
			if c.right && !atRight || !c.right && !atLeft {
				t.Errorf("%q stands at %.1f to %.1f", text.Content, text.X, text.X+text.Width)
			}
		}
	}
}

// An e-mail address goes on a line of its own before it is broken, and is broken at its @ only where it is longer than a line.
func TestAnEMailAddressStaysInOnePiece(t *testing.T) {
	setter := newSetter(t)
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"12 Quay Street, Whitby · hello@harbour-cycles.example", 18, []string{"12 Quay Street, Whitby ·", "hello@harbour-cycles.example"}},
		{"hello@harbour-cycles.example", 9, []string{"hello@harbour-", "cycles.example"}},
	} {
		var got []string
		for _, line := range setter.wrap(c.text, false, c.width, 9) {
			got = append(got, line.content())
		}
		if len(got) != len(c.want) || got[0] != c.want[0] || got[1] != c.want[1] {
			t.Errorf("%q is set as %q", c.text, got)
		}
	}
}
