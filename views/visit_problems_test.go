package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// problemFields are the fields of the form that say something is wrong, by a name for the test.
func (v *visitBench) problemFields() map[string]bool {
	s := v.screen()
	fields := map[string]*kit.Field{"customer": s.who.person.field, "when": s.who.at.field, "item": s.requests[0].itemField,
		"quantity": s.requests[0].quantityField, "offers": s.requests[0].offers.field, "spent": s.after.spent.field,
		"ready": s.after.ready.field, "back": s.after.back.dayField, "sender": s.after.sender.field}
	wrong := map[string]bool{}
	for name, field := range fields {
		if field.Problem() != "" {
			wrong[name] = true
		}
	}
	return wrong
}

func (v *visitBench) wantWrong(names ...string) {
	v.t.Helper()
	wrong := v.problemFields()
	for _, name := range names {
		if !wrong[name] {
			v.t.Errorf("nothing is said of %s, but of %v", name, wrong)
		}
	}
	if len(wrong) != len(names) {
		v.t.Errorf("said to be wrong are %v, want %v", wrong, names)
	}
}

// TestAllThatIsWrongIsSaidAtOnce gets everything wrong, and each sentence goes when its own field is changed.
func TestAllThatIsWrongIsSaidAtOnce(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	s := v.screen()
	v.pick(s.after.back.chips, 2)
	v.write(s.after.spent.field, "eighteen")
	v.write(s.after.ready.field, "soon")
	v.write(s.after.sender.field, "Nobody of ours")
	s.requests[0].onMore()
	v.typed("many")
	choose(s.requests[0].had, fyne.KeyRight)
	v.write(s.who.at.field, "tomorrow 9:00")
	v.ctrlEnter()
	v.wantWrong("when", "item", "quantity", "spent", "ready", "back", "sender")
	if v.w.canvas().Focused() != s.requests[0].quantityField.FocusTarget() {
		t.Errorf("the cursor is in %T", v.w.canvas().Focused())
	}
	v.write(s.requests[0].itemField, "Pannier set")
	v.write(s.after.spent.field, "18")
	v.wantWrong("when", "quantity", "ready", "back", "sender")
	v.ctrlEnter()
	v.wantWrong("when", "quantity", "offers", "ready", "back", "sender")
	if v.logN() != 1 {
		t.Errorf("%d requests are in the log", v.logN())
	}
}

// TestANameNobodyWasChosenForIsAllThatIsWrong says nothing of the empty request: the name would do.
func TestANameNobodyWasChosenForIsAllThatIsWrong(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	v.typed("Zora")
	v.ctrlEnter()
	v.wantWrong("customer")
}
