package views

import (
	"testing"

	"fyne.io/fyne/v2"
)

// newInForm gives the name and the phone in the fields of somebody new, "" where nobody new is asked for.
func (v *visitBench) newInForm() (name, phone string) {
	v.t.Helper()
	who, _ := v.screen().who.person.person()
	if who.New == nil {
		return "", ""
	}
	return who.New.Name, who.New.Phone()
}

// TestLookingInTheBookForgetsNothing types somebody new, looks in the book, and adds them after all.
func TestLookingInTheBookForgetsNothing(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	v.typed("Peter Lowe")
	v.press(fyne.KeyReturn)
	v.typed("0171 555 0177")
	p := v.screen().who.person
	p.lookInBook()
	if got := p.find.Text(); got != "Peter Lowe" || !p.newcomer.Hidden {
		t.Fatalf("looking in the book for %q", got)
	}
	v.typed("Pete Lowe") // in place of it
	v.press(fyne.KeyReturn)
	if name, phone := v.newInForm(); name != "Pete Lowe" || phone != "0171 555 0177" {
		t.Errorf("added after all as %q, %q", name, phone)
	}
	p.lookInBook()
	v.typed("0171 555 0178")
	v.press(fyne.KeyReturn)
	if name, phone := v.newInForm(); name != "Pete Lowe" || phone != "0171 555 0178" {
		t.Errorf("with another number added as %q, %q", name, phone)
	}
}

// TestWhatWasPutAsideIsOfOneVisit looks in the book and finds them, or begins another visit: the number is not theirs.
func TestWhatWasPutAsideIsOfOneVisit(t *testing.T) {
	for name, then := range map[string]func(v *visitBench){
		"found": func(v *visitBench) {
			v.typed("ann")
			v.press(fyne.KeyReturn)
			p := v.screen().who.person
			p.find.Clear()
			p.cleared()
		},
		"another visit": func(v *visitBench) { v.screen().begin(VisitStart{}) },
		"a stranger":    func(v *visitBench) { v.pick(v.screen().who.stranger, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			v.w.do("logVisit")
			v.typed("Peter Lowe")
			v.press(fyne.KeyReturn)
			v.typed("0171 555 0177")
			p := v.screen().who.person
			p.lookInBook()
			then(v)
			p.focus()
			v.typed("Mary Bell")
			v.press(fyne.KeyReturn)
			if name, phone := v.newInForm(); name != "Mary Bell" || phone != "" {
				t.Errorf("added as %q, %q", name, phone)
			}
		})
	}
}
