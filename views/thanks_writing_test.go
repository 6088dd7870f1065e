package views

import (
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

// The owner chooses half a page each, prints, and reads on it all that is known of the one to write to; the choice is kept.
func TestPrintHalfAPageEachToWriteFrom(t *testing.T) {
	b := owing(t, "Ann Hughes")
	v := b.printing()
	c, err := b.store().Customer(b.due()[0].CustomerID)
	b.must(err)
	c.PreferredName = "Annie"
	c.Remember = []models.Remember{{Text: "Rides with a child seat", NotedOn: b.store().Today()}, {Text: "Rings before she comes", NotedOn: b.store().Today()}}
	b.must(b.store().SaveCustomer(c))
	b.must(b.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: c.ID, At: models.MomentOf(b.clock.Now()), Extra: "Trued the front wheel",
		Requests: []models.Request{{Item: "Bell", TheirWords: "It has to be loud"}}}}))
	s := b.thanks()
	if b.printAs(s, fyne.KeyDown, fyne.KeyDown); s.print.Text() != "Print" {
		t.Error("the button does not say what it prints")
	}
	b.w.do("print")
	b.keys(fyne.KeyReturn)
	if len(v.opened) != 1 || !strings.Contains(v.opened[0], "To write to") {
		t.Fatalf("opened %v", v.opened)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", v.opened[0], "-").Output()
	b.must(err)
	for _, want := range []string{"To write to", "Ann Hughes", "Annie", "Sent you Friend of Ann Hughes", "Rides with a child seat", "Rings before she comes",
		"Trued the front wheel (23 November 2026)", "“It has to be loud” (23 November 2026)", "Friend of Ann Hughes: here once", "Your words"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q cannot be read on paper:\n%s", want, out)
		}
	}
	b.keys(fyne.KeyReturn)
	if b.due()[0].State != models.ThanksPrinted {
		t.Error("nobody is marked as printed")
	}
	if !b.w.app.Prefs.ThanksWriting() {
		t.Error("the choice is forgotten")
	}
	b.printAs(s, fyne.KeyUp, fyne.KeyUp)
	if list, err := s.printer.list(s.due.ticked()); err != nil || list.Writing || list.Words.Title != "Customers to thank" || !holdsText(s.Content(), "Print list") {
		t.Errorf("back to the list: %+v, %v", list.Words, err)
	}
}

// printAs chooses how thank-yous are printed, by the keyboard.
func (b *bench) printAs(s *thanksScreen, keys ...fyne.KeyName) {
	b.t.Helper()
	b.w.canvas().Focus(showThanksChoices(s).as)
	b.keys(fyne.KeyReturn)
	b.keys(keys...)
	b.keys(fyne.KeyReturn, fyne.KeyEscape)
}
