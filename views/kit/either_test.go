package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEitherChoosesByKeysAndClicks(t *testing.T) {
	var told string
	e := NewEither(Choice{Value: "keep", Label: "Ann Hughes"}, Choice{Value: "gone", Label: "12 Harbour Street\nPort Town"}, "", func(v string) { told = v })
	b := newBench(t, VStack(0, e, NewEntry("")))
	b.canvas().Focus(e)
	want(t, "at first", e.Value(), "")
	if !e.ring.Visible() {
		t.Error("no ring tells where the keyboard is")
	}
	b.key(fyne.KeyRight)
	want(t, "the right one", e.Value()+told, "gonegone")
	b.key(fyne.KeyReturn)
	want(t, "the other one", e.Value()+told, "keepkeep")
	b.key(fyne.KeyLeft)
	e.Tapped(&fyne.PointEvent{Position: fyne.NewPos(e.Size().Width-5, 5)})
	want(t, "clicked", e.Value(), "gone")
	if lines := e.HeightFor(400); lines <= NewEither(Choice{Label: "a"}, Choice{Label: "b"}, "", nil).HeightFor(400) {
		t.Errorf("two lines take %v", lines)
	}
	b.canvas().FocusNext()
	if e.ring.Visible() {
		t.Error("the ring stays when the keyboard goes on")
	}
	savePicture(t, "either", b.canvas())
}
