package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// fillAll types something into every field, good and bad.
func (v *visitBench) fillAll() {
	v.t.Helper()
	v.w.do("logVisit")
	s := v.screen()
	v.typed("مريم العلي")
	v.press(fyne.KeyReturn)
	v.typed("0171 555")
	v.write(s.who.at.field, "yesterday 9:15")
	v.write(s.requests[0].itemField, "Brooks saddle")
	s.requests[0].onMore()
	v.typed("many")
	v.write(kit.NewField("", s.requests[0].words), "一個馬鞍")
	s.requests[0].agreed.Tapped(nil)
	s.requests[0].had.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	offers := s.requests[0].offers
	v.pick(offers.why, 2)
	v.write(offers.worth.field, "a lot")
	v.pick(offers.add, 0)
	v.typed("Brooks saddle, black")
	v.pick(offers.rows[0].answer, 1)
	v.write(kit.NewField("", offers.rows[0].reason), "wrong colour 🙂")
	v.pick(offers.add, 1)
	v.typed("10 days")
	v.write(offers.rows[1].dueField, "some day")
	v.pick(offers.add, 2)
	v.typed("leather")
	v.press(fyne.KeyReturn)
	v.write(offers.rows[2].price.field, "forty")
	offers.rows[2].refer.consent.Tapped(nil)
	v.pick(offers.rows[2].answer, 2)
	v.pick(offers.add, 2)
	v.typed("Volt")
	s.onAlso()
	v.typed("Bell")
	v.fillAfter()
}

// fillAfter types into the lower half of the form.
func (v *visitBench) fillAfter() {
	v.t.Helper()
	s := v.screen()
	v.write(kit.NewField("", s.after.extra), "Oiled the chain")
	v.write(kit.NewField("", s.after.note), "Two\nlines")
	v.pick(s.after.left, 0)
	v.w.canvas().Focus(s.after.spent.entry)
	v.typed("eighteen")
	v.write(s.after.ready.field, "soon")
	v.pick(s.after.back.chips, 2)
	v.typed("when she is back")
	v.write(kit.NewField("", s.after.back.about), "the saddle")
	v.w.focusIn(s.after.sender.field)
	v.typed("jur")
}

// TestDraftOutlivesTheProgram kills the program in the middle of a visit and goes on at the next start.
func TestDraftOutlivesTheProgram(t *testing.T) {
	v := newVisitBench(t)
	v.fillAll()
	v.pass()
	typed := v.screen().typed()
	want, err := typed.body()
	v.must(err)
	for what, kept := range map[string]string{"amount": typed.Amount, "ready": typed.Ready, "price": typed.Requests[0].Offers[2].Price, "worth": typed.Requests[0].Worth, "due": typed.Requests[0].Offers[1].DueOn,
		"quantity": typed.Requests[0].Quantity, "back on": typed.BackOn, "sender": typed.Sender, "specialist": typed.Requests[0].Offers[3].Who} {
		if kept == "" {
			t.Errorf("the words of %s, which cannot be read, are not in the draft", what)
		}
	}

	v.open() // the next start, with nothing said to the last one
	v.pass() // the offer is still there after the time of a toast
	v.takeToast()
	if v.w.place != PlaceVisit {
		t.Fatalf("going on shows %s", v.w.place)
	}
	got, err := v.screen().typed().body()
	v.must(err)
	if got != want {
		t.Errorf("the draft came back as\n%s\nwant\n%s", got, want)
	}
}

// TestDraftIsFoundWithoutTheOffer begins a visit after the offer at the start was overlooked.
func TestDraftIsFoundWithoutTheOffer(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.pass()
	v.open()
	v.w.do("logVisit")
	if said := v.w.layer.ToastText(); said != "" {
		t.Errorf("what was taken up is still offered: %s", said)
	}
	s := v.screen()
	if who, _ := s.who.person.person(); who.CustomerID != v.ann || s.requests[0].item.Text() != "Inner tube" {
		t.Errorf("the form has %v and %q", who, s.requests[0].item.Text())
	}
}

func TestLeavingKeepsTheTyping(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.w.Show(PlaceToday)
	if body, _, err := v.store().Draft(visitDraft); err != nil || body == "" {
		t.Fatalf("leaving keeps %q, %v", body, err)
	}
	v.w.do("logVisit")
	if got := v.screen().requests[0].item.Text(); got != "Inner tube" {
		t.Errorf("coming back, the form has %q", got)
	}
	v.w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.w.place == PlaceVisit {
		t.Error("Escape does not leave")
	}
}

// TestAnotherCustomerIsAskedAbout starts a visit by somebody else while one is begun.
func TestAnotherCustomerIsAskedAbout(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.w.LogVisit(VisitStart{Customer: v.jurgen})
	s := v.screen()
	sheet, ok := v.w.canvas().Overlays().Top().(*kit.Layer)
	if !ok {
		t.Fatal("nothing is asked")
	}
	sheet.OnEscape() // go on
	if got := s.requests[0].item.Text(); got != "Inner tube" {
		t.Fatalf("going on, the form has %q", got)
	}
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.w.canvas().Overlays().Top().(*kit.Layer).OnSave() // begin anew
	if got := s.requests[0].item.Text(); got != "" || s.who.someone() || s.requests[0].offers.object.Hidden {
		t.Fatalf("a new one begins with %q", got)
	}
	v.takeToast()
	if who, _ := s.who.person.person(); who.CustomerID != v.ann || s.requests[0].item.Text() != "Inner tube" {
		t.Errorf("brought back: %v, %q", who, s.requests[0].item.Text())
	}
}

// TestAnUntouchedFormIsNoDraft leaves nothing behind that would be offered at the next start.
func TestAnUntouchedFormIsNoDraft(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.w.Show(PlaceToday)
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.pass()
	if body, _, err := v.store().Draft(visitDraft); err != nil || body != "" {
		t.Errorf("kept %q, %v", body, err)
	}
}
