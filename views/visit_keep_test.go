package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// draft is the visit kept in the shop file, or "".
func (v *visitBench) draft() string {
	v.t.Helper()
	body, _, err := v.store().Draft(visitDraft)
	v.must(err)
	return body
}

// TestTypingWithoutAPauseIsKept types a letter every tenth of a second: never long enough a rest.
func TestTypingWithoutAPauseIsKept(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	typed := ""
	for range draftAtLatest / (100 * time.Millisecond) {
		if v.draft() != "" {
			t.Fatalf("kept already after %q", typed)
		}
		v.typed("x")
		typed += "x"
		v.passFor(100 * time.Millisecond)
	}
	if !strings.Contains(v.draft(), `"`+typed+`"`) {
		t.Fatalf("after %v of typing the draft is %q", draftAtLatest, v.draft())
	}
	v.typed("y")
	v.passFor(draftPause)
	if !strings.Contains(v.draft(), `"`+typed+`y"`) {
		t.Errorf("after a rest the draft is %q", v.draft())
	}
	v.w.Show(PlaceToday) // keeps it at once
	v.must(v.store().DropDraft(visitDraft))
	v.passFor(draftAtLatest)
	if v.draft() != "" {
		t.Errorf("what was kept is kept once more: %q", v.draft())
	}
}

// formChange is one change of the form and the way back; undo is nil where there is none.
type formChange struct {
	do, undo func(v *visitBench, s *visitScreen)
}

func formChanges() map[string]formChange {
	return map[string]formChange{
		"a customer picked": {
			func(v *visitBench, s *visitScreen) { v.typed("ann"); v.press(fyne.KeyReturn) },
			func(v *visitBench, s *visitScreen) { s.who.person.find.Clear(); s.who.person.cleared() }},
		"not available": {
			func(v *visitBench, s *visitScreen) { choose(s.requests[0].had, fyne.KeyRight) },
			func(v *visitBench, s *visitScreen) { choose(s.requests[0].had, fyne.KeyLeft) }},
		"someone passing by": {
			func(v *visitBench, s *visitScreen) { v.pick(s.who.stranger, 0) },
			func(v *visitBench, s *visitScreen) { v.pick(s.who.stranger, 0) }},
		"how many": {
			func(v *visitBench, s *visitScreen) { s.requests[0].onMore(); v.typed("4") },
			func(v *visitBench, s *visitScreen) { v.press(fyne.KeyBackspace) }},
		"by phone": {
			func(v *visitBench, s *visitScreen) { v.pick(s.after.channel, 1) },
			func(v *visitBench, s *visitScreen) { v.pick(s.after.channel, 0) }},
		"served by nobody": {
			func(v *visitBench, s *visitScreen) { s.who.staff.SetValue(""); s.who.onStaff("") },
			func(v *visitBench, s *visitScreen) { s.who.staff.SetValue(idText(v.mike)); s.who.onStaff("") }},
		"when": {
			func(v *visitBench, s *visitScreen) { v.write(s.who.at.field, "yesterday 9:15") },
			func(v *visitBench, s *visitScreen) { s.who.at.entry.SetText(s.who.at.shown) }},
		"a promise": {
			func(v *visitBench, s *visitScreen) { v.pick(s.after.back.chips, 1) },
			nil}, // that the owner said no is worth keeping too
		"another request": {
			func(v *visitBench, s *visitScreen) { s.onAlso() },
			func(v *visitBench, s *visitScreen) { s.removeRequest(s.requests[1]) }},
	}
}

// TestWhatDiffersIsKept changes one thing, each of a kind, and changes it back.
func TestWhatDiffersIsKept(t *testing.T) {
	for name, c := range formChanges() {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			v.w.do("logVisit")
			s := v.screen()
			c.do(v, s)
			v.pass()
			if v.draft() == "" {
				t.Fatal("not kept")
			}
			if c.undo == nil {
				return
			}
			c.undo(v, s)
			v.pass()
			if v.draft() != "" {
				t.Errorf("changed back, the draft is %s", v.draft())
			}
		})
	}
}

func choose(s *kit.Segmented, side fyne.KeyName) { s.TypedKey(&fyne.KeyEvent{Name: side}) }

// TestAResumedDraftKnowsHowItBegan goes on after a start of the program and takes everything back.
func TestAResumedDraftKnowsHowItBegan(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.pass()
	v.open()
	v.takeToast()
	v.screen().requests[0].item.SetText("")
	v.screen().changed()
	v.pass()
	if v.draft() != "" {
		t.Errorf("the draft is %s", v.draft())
	}
}

// TestACustomerWhoLeftIsNoTyping deletes the customer of a form in which nothing was typed.
func TestACustomerWhoLeftIsNoTyping(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.must(v.store().DeleteCustomer(v.ann))
	v.w.canvas().Overlays().Top().(*kit.Layer).OnEscape() // she is gone, it says
	v.w.Show(PlaceToday)
	if v.draft() != "" {
		t.Errorf("the draft is %s", v.draft())
	}
}

// TestASavedVisitLeavesNoDraft saves with the cursor in a field that writes its words anew when it is left.
func TestASavedVisitLeavesNoDraft(t *testing.T) {
	for name, field := range map[string]func(s *visitScreen) (*kit.Field, string){
		"spent":  func(s *visitScreen) (*kit.Field, string) { return s.after.spent.field, "18.5" },
		"when":   func(s *visitScreen) (*kit.Field, string) { return s.who.at.field, "yesterday 9:15" },
		"due":    func(s *visitScreen) (*kit.Field, string) { return s.requests[0].offers.rows[0].dueField, "in 3 days" },
		"a word": func(s *visitScreen) (*kit.Field, string) { return s.requests[0].itemField, "Folding bicycle" },
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
			v.typed("Inner tube")
			s := v.screen()
			v.pick(s.requests[0].offers.add, 1)
			v.write(field(s))
			v.ctrlEnter()
			v.w.Show(PlaceToday)
			v.pass()
			if v.draft() != "" {
				t.Fatalf("the draft is %s", v.draft())
			}
			v.w.do("logVisit")
			if who, _ := s.who.person.person(); v.logN() != 2 || who.Given() || s.requests[0].item.Text() != "" {
				t.Errorf("%d requests are in the log; the next form begins with %+v and %q", v.logN(), who, s.requests[0].item.Text())
			}
		})
	}
}
