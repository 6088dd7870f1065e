package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/views/kit"
)

// namesOn are the names on the list as it would be printed, in their order, each with what it stands under.
func (b *bench) namesOn(s *thanksScreen) string {
	b.t.Helper()
	list, err := s.printer.list(s.due.ticked())
	b.must(err)
	var names []string
	for _, row := range list.Rows {
		if row.Group.Title != "" {
			row.Name = row.Group.Title + ": " + row.Name
		}
		names = append(names, row.Name)
	}
	return strings.Join(names, ", ")
}

// choose opens a choice by the keyboard and goes down to the place counted from where it is.
func (b *bench) choose(sel *kit.Select, down int) {
	b.t.Helper()
	b.w.canvas().Focus(sel)
	b.keys(fyne.KeyReturn)
	for range down {
		b.keys(fyne.KeyDown)
	}
	b.keys(fyne.KeyReturn)
}

// The owner chooses whom, in what order and what stands there; the list on the screen and the pages follow, and all of it is chosen
// again the next time.
func TestChooseWhatIsPrinted(t *testing.T) {
	b := owing(t, "Dana Fox", "Ann Hughes", "Eva Novak")
	s := b.thanks()
	b.must(b.store().SetThankYouChannel(b.due()[1].ID, models.ByCall))
	p := showThanksChoices(s)
	b.choose(p.order, 1)
	if got := b.namesOn(s); got != "Ann Hughes, Dana Fox, Eva Novak" {
		t.Errorf("by name: %s", got)
	}
	test.Tap(p.grouped)
	if got := b.namesOn(s); got != "Cards: Dana Fox, Cards: Eva Novak, Calls: Ann Hughes" {
		t.Errorf("grouped: %s", got)
	}
	b.choose(p.as, 1)
	for _, part := range []string{"since", "contact"} {
		test.Tap(p.with[part])
	}
	b.choose(p.paper, 1)
	list, err := s.printer.list(s.due.ticked())
	b.must(err)
	if !list.Compact || !list.Without.Since || !list.Without.Contact || list.Without.Why || list.Paper != models.PaperLetter || list.Rows[0].Contact != "" {
		t.Errorf("printed %+v", list)
	}
	b.keys(fyne.KeyEscape)
	p = showThanksChoices(b.thanks())
	if p.as.Value() != printAsCompact || p.order.Value() != "name" || !p.grouped.On() || p.with["since"].On() || !p.with["room"].On() || p.paper.Value() != "Letter" {
		t.Error("what was chosen is forgotten")
	}
	if page := p.desk.preview.document.Page(0); page.Width < 215 {
		t.Errorf("the page in the sheet is %v mm wide", page.Width)
	}
}

// Whom the owner leaves out stands neither on the page nor on paper; the page says so and leads back, and who was unticked stays so.
func TestChooseWhomToPrint(t *testing.T) {
	b := owing(t, "Dana Fox", "Ann Hughes", "Eva Novak")
	s := b.thanks()
	b.must(b.store().SetThankYouChannel(b.due()[1].ID, models.ByCall))
	b.must(b.store().AddThankYou(&models.ThankYou{CustomerID: b.due()[0].CustomerID, TalkingPoint: "Wrote to the paper"}))
	test.Tap(s.due.lines[2].tick)
	p := showThanksChoices(s)
	b.choose(p.how, 2) // calls
	b.keys(fyne.KeyEscape)
	if got := b.namesOn(s); got != "Ann Hughes" || !strings.Contains(s.subtitle.Text(), "4 thank-yous") {
		t.Errorf("calls only: %s; the page says %q", got, s.subtitle.Text())
	}
	if !s.due.narrow.object.Visible() || !holdsText(s.Content(), "By: Call") || holdsText(s.Content(), "Waiting for a week and more") {
		t.Error("the page does not say whom it shows")
	}
	p = showThanksChoices(s)
	b.choose(p.waiting, 1)
	b.keys(fyne.KeyEscape)
	if s.due.fit != 0 || !holdsText(s.Content(), kit.T("thanks.narrowed.nobody")) {
		t.Errorf("of nobody the page says\n%s", wordsOn(s.Content()))
	}
	b.w.do("print")
	b.keys(fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) || b.due()[0].State != models.ThanksOwed {
		t.Errorf("nobody can be printed: %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	s.due.onEverybody()
	if got := b.namesOn(s); got != "Dana Fox, Ann Hughes, Dana Fox" || s.due.narrow.object.Visible() {
		t.Errorf("all again: %s", got)
	}
	p = showThanksChoices(s)
	b.choose(p.cause, 4) // something else
	b.keys(fyne.KeyEscape)
	if got := b.namesOn(s); got != "Dana Fox" || s.due.lines[0].t.TalkingPoint != "Wrote to the paper" {
		t.Errorf("for something else: %s", got)
	}
}
