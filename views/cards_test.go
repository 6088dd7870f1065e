package views

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// cardBench opens cards and envelopes for everybody in a shop with people to write to, and some not to.
func cardBench(t *testing.T) (*labelBench, *cardsSheet) {
	t.Helper()
	b := newLabelBench(t)
	return b, b.cards()
}

func (b *labelBench) cards() *cardsSheet {
	b.t.Helper()
	ids, err := b.store().CustomerIDs(models.CustomerFilter{})
	b.must(err)
	s := showCards(b.w, postCustomers("Everybody", ids))
	if s == nil {
		b.t.Fatal("no sheet of cards opened")
	}
	return s
}

// choose chooses what to print, as a click on it does.
func (s *cardsSheet) choose(value string) {
	s.what.SetValue(value)
	s.onWhat(value)
}

// Envelopes are printed by Enter from the list of customers, with the shop as the sender; who asked for no post is left out and counted.
func TestEnvelopesOfTheBook(t *testing.T) {
	b := newLabelBench(t)
	shop := b.shop()
	shop.Address = "1 Harbour Road\nPorthaven"
	b.must(b.store().SaveShop(&shop))
	b.w.Show(PlaceCustomers)
	b.w.do("cards")
	for _, want := range []string{"Cards and envelopes", "3 envelopes", "As it will be printed · page 1 of 3", "One asked for no post", "One has no address"} {
		if !b.sheetHolds(want) {
			t.Errorf("the sheet does not say %q: %q", want, b.sheetWords())
		}
	}
	b.keys(fyne.KeyReturn)
	b.wantPrinted(b.viewer, []string{"Ann Hughes", "Cy Hughes", "12 Quay Street", "José Díaz", "Österreich", "山田 太郎", "Harbour Cycles", "1 Harbour Road"}, "Bob Ray", "Di Nowhere")
	if kit.SheetOpen(b.w.canvas()) {
		t.Errorf("the sheet stays open: %q", b.sheetWords())
	}
}

// What was printed is chosen again, with its greeting and its lines; a shop that prints on Letter begins with its own envelope.
func TestWhatWasChosenForCardsIsChosenAgain(t *testing.T) {
	b, s := cardBench(t)
	if s.kind().key != "c6" || s.greeting.Text != "Thank you" || s.ruled.On() {
		t.Errorf("it begins with %q, %q, ruled %t", s.kind().key, s.greeting.Text, s.ruled.On())
	}
	s.choose("small")
	s.greeting.SetText("Merci 🚲")
	s.ruled.Tapped(nil)
	s.sides.SetValue(sidesTwice)
	s.onSides(sidesTwice)
	b.keys(fyne.KeyEscape)
	s = b.cards()
	if s.kind().key != "small" || s.greeting.Text != "Merci 🚲" || !s.ruled.On() || s.sides.Value() != sidesTwice || !s.sidesAt.Visible() {
		t.Errorf("it begins with %q, %q, ruled %t, %q", s.kind().key, s.greeting.Text, s.ruled.On(), s.sides.Value())
	}
	if got := lastPostPaper(b.w.app.Prefs, models.Shop{UID: "another", Paper: models.PaperLetter}); got != "no10" {
		t.Errorf("another shop begins with %q", got)
	}
}

// A card is for each of the people, unless the owner says how many; what is no number of cards prints nothing, and says so beside its field.
func TestHowManyCards(t *testing.T) {
	b, s := cardBench(t)
	s.choose("small")
	if s.many.Text != "3" || s.summary.Text() != "3 cards on 2 sheets" {
		t.Errorf("for three people it counts %q, %q", s.many.Text, s.summary.Text())
	}
	for _, bad := range []string{"", "0", "-2", "many", "501"} {
		s.many.SetText(bad)
		if s.form.Field("count").Problem() != "Please type a number from 1 to 500." || !s.desk.sheet.SaveButton().Disabled() {
			t.Errorf("of %q cards it says %q", bad, s.form.Field("count").Problem())
		}
	}
	b.topSave()
	if len(b.viewer.opened) > 0 {
		t.Fatal("no number of cards is printed")
	}
	s.many.SetText("7")
	s.together.Tapped(nil) // another number of letters leaves what was typed
	if s.many.Text != "7" || s.summary.Text() != "7 cards on 4 sheets" || s.form.Field("count").Problem() != "" {
		t.Errorf("seven cards are %q, %q", s.many.Text, s.summary.Text())
	}
	s.choose("large")
	if s.summary.Text() != "7 cards on 7 sheets" {
		t.Errorf("large ones are %q", s.summary.Text())
	}
	b.topSave()
	b.wantPrinted(b.viewer, []string{"Thank you", "From Harbour Cycles"}, "Ann Hughes")
}

// Where the paper is put in again by hand, the outsides are printed first, and then, once the owner has turned them over, the insides.
func TestCardsInTwoGoes(t *testing.T) {
	b, s := cardBench(t)
	s.choose("small")
	s.ruled.Tapped(nil)
	s.onSides(sidesTwice)
	s.sides.SetValue(sidesTwice)
	b.topSave()
	b.wantPrinted(b.viewer, []string{"Thank you"})
	if len(b.viewer.opened) != 1 || !b.sheetHolds("Now the other side") {
		t.Fatalf("after the outsides it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	if len(b.viewer.opened) != 2 || kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("%d files were opened", len(b.viewer.opened))
	}
	b.wantPrinted(b.viewer, nil, "Thank you") // the inside is the owner's to write
}

// A card in two goes is printed once both sides are out: before that nobody is marked.
func TestACardInTwoGoesIsPrintedOnce(t *testing.T) {
	b := owing(t, "Ann Hughes", "Bob Ray")
	for _, name := range []string{"Ann", "Bob"} {
		ids, err := b.store().CustomerIDs(models.CustomerFilter{Text: name})
		b.must(err)
		c, err := b.store().Customer(ids[0])
		b.must(err)
		c.Address = "1 Row\n" + name
		b.must(b.store().SaveCustomer(c))
	}
	due, _, err := b.store().ThankYous(models.ThanksFilter{Limit: 5})
	b.must(err)
	b.must(b.store().SetThankYouChannels(idsOf(due), models.ByCard))
	b.printing()
	b.w.app.Prefs.SetCardsRuled(true)
	b.w.app.Prefs.SetCardSides(sidesTwice)
	b.w.app.Prefs.SetPostPaper(b.shop().UID, "large")
	b.w.Show(PlaceThanks)
	b.w.do("cards")
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly()
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly()
	if !b.sheetHolds("Bob Ray") {
		t.Fatalf("once both sides are out it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly("Ann Hughes", "Bob Ray")
}

// Printers are told which envelope is in and over which edge to turn a sheet; envelopes have a nudge of their own on each.
func TestCardsGoToThePrinter(t *testing.T) {
	b := newLabelBench(t)
	p := b.printers()
	b.w.app.Prefs.SetLastPrinted(app.PaperPost, app.Printed{Way: app.PrintQueue, Printer: "Counter"})
	s := b.cards()
	s.onAdjust()
	b.typed("0,4")
	b.topSave()
	if got := b.w.app.Prefs.EnvelopeNudge("Counter"); got != (app.Nudge{Right: 4}) || b.w.app.Prefs.LabelNudge("Counter") != noNudge || !strings.Contains(s.adjust.Text(), "0.4") {
		t.Errorf("envelopes are moved by %+v, it says %q", got, s.adjust.Text())
	}
	b.topSave()
	s = b.cards()
	s.choose("large")
	s.ruled.Tapped(nil)
	b.topSave()
	sent, err := os.ReadFile(p.log())
	b.must(err)
	lines := strings.Split(strings.TrimSpace(string(sent)), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "-o media=iso_c6_114x162mm") || !strings.Contains(lines[1], "-o sides=two-sided-short-edge") || !strings.Contains(lines[0], "print-scaling=none") {
		t.Errorf("sent %q", lines)
	}
}

// From the thank-yous and from a card it is for those people; a shop with nobody can print cards for its drawer, and no envelope.
func TestWhomCardsAreFor(t *testing.T) {
	b := newLabelBench(t)
	ann, err := b.store().CustomerIDs(models.CustomerFilter{Text: "Ann"})
	b.must(err)
	b.must(b.store().AddThankYou(&models.ThankYou{CustomerID: ann[0], Cause: models.ThanksOther, TalkingPoint: "cake", Channel: models.ByCard}))
	b.w.Show(PlaceThanks)
	b.w.screens[PlaceThanks].(*thanksScreen).postItems()[1].OnTap()
	if !b.sheetHolds("Ticked, by card or letter") || !b.sheetHolds("One envelope") {
		t.Errorf("from the thank-yous it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly()
	b.keys(fyne.KeyReturn) // it came out
	b.wantPrintedOnly("Ann Hughes")
	b.w.OpenCustomer(ann[0])
	b.w.screens[PlaceCustomers].(*customersScreen).card.onEnvelope()
	if !b.sheetHolds("Ann Hughes") || !b.sheetHolds("One envelope") {
		t.Errorf("from her card it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)

	empty := newBench(t, nil)
	viewer := empty.printing()
	s := showCards(empty.w, nil)
	if s.summary.Text() != "Nobody here can be written to." || !s.desk.sheet.SaveButton().Disabled() {
		t.Errorf("with nobody in the book it says %q", s.summary.Text())
	}
	s.choose("small")
	if s.summary.Text() != "One card on one sheet" {
		t.Errorf("of cards it says %q", s.summary.Text())
	}
	empty.topSave()
	empty.wantPrinted(viewer, []string{"Thank you"})
}

// A postcard has the picture on one side and the address on the other; each alone can be had too.
func TestPostcards(t *testing.T) {
	b, s := cardBench(t)
	s.choose("post")
	if s.summary.Text() != "3 cards on 2 sheets" || s.folds.Visible() || !s.cards.Visible() {
		t.Errorf("postcards are %q", s.summary.Text())
	}
	b.topSave()
	b.wantPrinted(b.viewer, []string{"Thank you", "Ann Hughes", "José Díaz"}, "Bob Ray")
	s = b.cards()
	s.sides.SetValue(sidesInside)
	s.onSides(sidesInside)
	b.topSave()
	b.wantPrinted(b.viewer, []string{"Ann Hughes", "From Harbour Cycles"}, "Thank you")
}
