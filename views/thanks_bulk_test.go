package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/views/kit"
)

func TestManyAreThankedAnotherWayOrPutAsideAtOnce(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox", "Jürgen Müller", "Eva Novak")
	s := b.thanks()
	b.w.canvas().Focus(s.due.all)
	b.keys(fyne.KeySpace)
	if !s.due.how.Disabled() || !s.due.aside.Disabled() {
		t.Error("with nobody ticked something can be done with them")
	}
	test.Tap(s.due.lines[0].tick)
	s.due.lines[2].tick.MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierShift})
	test.Tap(s.due.lines[2].tick)
	if s.due.mark.Text() != "Mark 3 as thanked" {
		t.Fatalf("ticked through, the button says %q", s.due.mark.Text())
	}
	for _, item := range s.due.ways() {
		if item.Label == channelWord(models.ByCall) {
			item.OnTap()
		}
	}
	for i, row := range b.due() {
		if (row.Channel == models.ByCall) != (i < 3) {
			t.Errorf("%s is thanked by %s", row.Name, row.Channel)
		}
	}
	if says := b.w.layer.ToastText(); says != "3 thank-yous: A call." && !strings.HasPrefix(says, "3 thank-yous: ") {
		t.Errorf("the toast says %q", says)
	}
	b.w.do("undo")
	if b.due()[0].Channel == models.ByCall {
		t.Error("Undo did not take the way back")
	}
	s.due.onAside()
	b.typed("Moved away")
	b.keys(fyne.KeyReturn)
	if rows := b.due(); len(rows) != 1 || rows[0].Name != "Eva Novak" {
		t.Fatalf("still due: %+v", rows)
	}
	b.w.do("undo")
	if len(b.due()) != 4 {
		t.Error("Undo did not bring all back in one step")
	}
	b.w.canvas().Focus(s.due.lines[3].tick)
	s.due.lines[3].tick.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(s.due.ticked()) != 4 {
		t.Errorf("Ctrl+A ticks %d", len(s.due.ticked()))
	}
}

func TestWhichDidYouPost(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox", "Jürgen Müller")
	s := b.thanks()
	if s.due.posted.object.Visible() {
		t.Error("before anything is printed it is asked for what was sent")
	}
	b.must(b.store().MarkPrinted(idsOf(b.due()[:2])))
	if !s.due.posted.object.Visible() || !strings.Contains(s.due.posted.ask.Text(), "2 are printed") {
		t.Fatalf("after printing the page asks %q", s.due.posted.ask.Text())
	}
	s.due.posted.onAsk()
	if !b.sheetHolds("Ann Hughes") || !b.sheetHolds("Dana Fox") || b.sheetHolds("Jürgen Müller") {
		t.Errorf("asked about %q", b.sheetWords())
	}
	b.keys(fyne.KeyDown, fyne.KeySpace) // Dana's card is not written yet
	b.topSave()
	rows := b.due()
	if len(rows) != 2 || rows[0].Name != "Dana Fox" || rows[0].State != models.ThanksPrinted || rows[1].State != models.ThanksOwed {
		t.Fatalf("still due: %+v", rows)
	}
	b.w.do("undo")
	if len(b.due()) != 3 {
		t.Error("Undo did not bring it back")
	}
}

func TestWhoWaitsForTwoWeeksIsPointedOut(t *testing.T) {
	b := owing(t, "Ann Hughes")
	s := b.thanks()
	b.clock.Days(11)
	b.must(s.Reload())
	if s.due.lines[0].late.Visible() {
		t.Error("after thirteen days it is late")
	}
	b.clock.Days(1)
	b.must(s.Reload())
	if !s.due.lines[0].late.Visible() || !holdsText(s.Content(), "Waiting 2 weeks") || !strings.Contains(s.subtitle.Text(), "One has waited for two weeks") {
		t.Errorf("after two weeks the page says %q", s.subtitle.Text())
	}
	b.w.Show(PlaceToday)
	b.must(b.w.screens[PlaceToday].Reload())
	if said := wordsOn(b.w.screens[PlaceToday].Content()); !strings.Contains(said, "They have waited 2 weeks: a late thank-you is still a good one.") {
		t.Errorf("Today says\n%s", said)
	}
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("a reminder stands in the way")
	}
}
