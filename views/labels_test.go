package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// labelBench is a shop with people to write to, and some not to.
type labelBench struct {
	*bench
	viewer *viewer
}

func newLabelBench(t *testing.T) *labelBench {
	t.Helper()
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for _, c := range []models.Customer{{Name: "Ann Hughes", Address: "12 Quay Street\nWhitby YO22 4DE"}, {Name: "Bob Ray", Address: "2 Secret Lane\nYork", NoPost: true},
			{Name: "Cy Hughes", Address: "12 quay street, Whitby, YO22 4DE"}, {Name: "Di Nowhere", ReachBy: models.LikesPhone}, {Name: "José Díaz", Address: "Hauptplatz 1\n4020 Linz", Country: "Österreich"},
			{Name: "山田 太郎", Address: "〒150-0002\n東京都渋谷区渋谷2-21-1", Country: "Japan"}} {
			if err := store.SaveCustomer(&c); err != nil {
				t.Fatal(err)
			}
		}
	})
	return &labelBench{b, b.printing()}
}

// book opens the labels for everybody.
func (b *labelBench) book() *labelsSheet {
	b.t.Helper()
	ids, err := b.store().CustomerIDs(models.CustomerFilter{})
	b.must(err)
	s := showLabels(b.w, postCustomers("Everybody", ids))
	if s == nil {
		b.t.Fatal("no sheet of labels opened")
	}
	return s
}

// wantUsed holds the drawer to one sheet, by its name, and the places counted from 1 that are used of it; "" for an empty drawer.
func (b *labelBench) wantUsed(name, used string) {
	b.t.Helper()
	left, err := b.store().LabelsLeft()
	b.must(err)
	switch {
	case name == "" && len(left) == 0:
	case len(left) != 1 || left[0].Name != name || left[0].Used != used:
		b.t.Errorf("the drawer holds %+v", left)
	}
}

// Labels are printed by the keyboard alone, from the first free one on; what is left goes into the drawer, and the next print begins with it.
func TestLabelsOfTheBook(t *testing.T) {
	b := newLabelBench(t)
	b.w.Show(PlaceCustomers)
	b.w.do("labels")
	for _, want := range []string{"Address labels", "3 labels on one sheet", "As it will be printed · page 1 of 1"} {
		if !b.sheetHolds(want) {
			t.Errorf("the sheet does not say %q: %q", want, b.sheetWords())
		}
	}
	for range 30 {
		if _, there := b.w.canvas().Focused().(*kit.LabelSheet); there {
			break
		}
		b.keys(fyne.KeyTab)
	}
	b.keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn) // the fifth label
	b.topSave()
	b.wantPrinted(b.viewer, []string{"Ann Hughes", "Cy Hughes", "12 Quay Street", "José Díaz", "Österreich", "山田 太郎", "Japan"}, "Bob Ray", "Di Nowhere")
	if !b.sheetHolds("Did it come out?") || !b.sheetHolds("14 labels are left on the last sheet of L7160.") {
		t.Fatalf("it asks %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	b.wantUsed("L7160 in the drawer", "[1,2,3,4,5,6,7]")
	s := b.book()
	if s.used.Text() != "L7160 in the drawer: 14 left" || !slices.Equal(s.picture.Used(), []int{0, 1, 2, 3, 4, 5, 6}) {
		t.Errorf("it begins with %q, of which %v is used", s.used.Text(), s.picture.Used())
	}
	b.topSave()
	b.keys(fyne.KeyReturn)
	b.wantUsed("L7160 in the drawer", "[1,2,3,4,5,6,7,8,9,10]")
	b.must(b.store().UndoLast())
	b.wantUsed("L7160 in the drawer", "[1,2,3,4,5,6,7]")
}

// Labels that did not come out use nothing; a sheet that is full is in no drawer any more, and one is not kept under another's name.
func TestDidTheLabelsComeOut(t *testing.T) {
	b := newLabelBench(t)
	b.book()
	b.topSave()
	b.keys(fyne.KeyEscape)
	b.wantUsed("", "")
	s := b.book()
	s.picture.Begin(17)
	b.topSave() // on 18, 19 and 20: one is left
	came := b.sheetWords()
	if !strings.Contains(came, "One label is left") {
		t.Errorf("it asks %q", came)
	}
	b.keys(fyne.KeyReturn)
	s = b.book()
	s.together.Tapped(nil) // four labels: one on this sheet, three on the next
	if s.summary.Text() != "4 labels on 2 sheets" {
		t.Errorf("it counts %q", s.summary.Text())
	}
	s.desk.preview.turn(+1)
	if s.picture.Visible() {
		t.Error("the next sheet shows what is used of this one")
	}
	s.desk.preview.turn(-1)
	s.picture.Begin(17)
	b.topSave() // four on 18 to 21: full
	if !b.sheetHolds("No label is left on the last sheet.") {
		t.Errorf("it asks %q", b.sheetWords())
	}
	b.keys(fyne.KeyReturn)
	b.wantUsed("", "")
	b.must(b.store().SaveLabelLeft(&models.LabelLeft{Name: "Mine", Kind: "5160", Used: "[1]"}))
	b.book()
	b.topSave()
	b.w.canvas().FocusPrevious()
	for range 3 {
		if _, there := b.w.canvas().Focused().(*kit.Entry); !there {
			b.w.canvas().FocusPrevious()
		}
	}
	b.w.canvas().Focused().(*kit.Entry).SetText("mine")
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("There is a sheet of that name in the drawer already.") {
		t.Errorf("it says %q", b.sheetWords())
	}
}

// Who gets no label is told of with the reason, and one click leads to their card.
func TestWhoGetsNoLabel(t *testing.T) {
	b := newLabelBench(t)
	b.w.Show(PlaceThanks)
	s := b.book()
	if got := s.left.links[0].Text() + ", " + s.left.links[1].Text(); got != "One has no address, One asked for no post" {
		t.Errorf("left out: %s", got)
	}
	s.left.links[1].Tapped(nil)
	if !b.sheetHolds("Bob Ray") || b.sheetHolds("Di Nowhere") {
		t.Errorf("it shows %q", b.sheetWords())
	}
	b.keys(fyne.KeyHome, fyne.KeyReturn)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if b.w.place != PlaceCustomers || kit.SheetOpen(b.w.canvas()) || card.card.Customer.Name != "Bob Ray" {
		t.Errorf("%s is open, with the card of %s", b.w.place, card.card.Customer.Name)
	}
}

// Nobody to write to, no label free: nothing can be printed, and the sheet says why.
func TestNoLabelToPrint(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("labels")
	if !b.sheetHolds("Nobody here can be written to.") {
		t.Errorf("an empty shop says %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	full := newLabelBench(t)
	s := full.book()
	s.picture.SetUsed(nil)
	for place := range 21 {
		s.picture.Turn(place)
	}
	if s.summary.Text() != "No label is free on this sheet." || !s.desk.sheet.SaveButton().Disabled() {
		t.Errorf("of a full sheet it says %q", s.summary.Text())
	}
	full.topSave()
	if len(full.viewer.opened) > 0 {
		t.Error("it prints on a full sheet")
	}
}

// A sheet that its owner measured is checked, kept, changed and removed; what was typed stays.
func TestASheetOfOnesOwn(t *testing.T) {
	b := newLabelBench(t)
	s := b.book()
	showLabelMeasures(s, models.LabelSheet{Paper: models.PaperA4})
	for _, text := range []string{"Round ones", "", "60", "60", "3", "4", "12,5", "x"} {
		if text != "" {
			b.typed(text)
		}
		b.keys(fyne.KeyTab)
	}
	b.typed("62.5")
	b.topSave()
	if !b.sheetHolds("Please type a number.") {
		t.Errorf("it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyHome)
	b.keys(fyne.KeyDelete)
	b.typed("10") // from the top edge
	b.keys(fyne.KeyTab)
	b.topSave()
	if b.sheetHolds("Please type a number.") {
		t.Fatalf("it says %q", b.sheetWords())
	}
	own := s.chosenSheet()
	if own.Name != "Round ones" || own.LeftMargin != 1250 || own.PitchAcross != 6250 || own.PitchDown != 6000 || own.Count() != 12 {
		t.Fatalf("kept is %+v", own)
	}
	b.topSave()
	b.keys(fyne.KeyReturn)
	b.wantUsed("Round ones in the drawer", "[1,2,3]")
	s = b.book()
	if s.chosenSheet() != own {
		t.Errorf("the sheet chosen last is not chosen again, but %+v", s.chosenSheet())
	}
	showLabelMeasures(s, own)
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyEnd)
	b.typed("0")
	b.topSave()
	if !b.sheetHolds("The labels would overlap") {
		t.Errorf("of too wide a label it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape, fyne.KeyEscape)
}

// The nudge belongs to the printer, moves what is printed on it and nothing in the preview.
func TestANudgeForEachPrinter(t *testing.T) {
	b := newLabelBench(t)
	s := b.book()
	s.onAdjust()
	b.keys(fyne.KeyTab)
	b.typed("far")
	b.topSave()
	if !b.sheetHolds("Please type millimetres, at most 10, such as 0.4.") {
		t.Errorf("it says %q", b.sheetWords())
	}
	focused := b.w.canvas().Focused().(*kit.Entry)
	focused.SetText("0,4")
	b.keys(fyne.KeyTab)
	b.typed("-1.2")
	b.topSave()
	if got := b.w.app.Prefs.LabelNudge(""); got != (app.Nudge{Right: 4, Down: -12}) {
		t.Errorf("kept is %+v", got)
	}
	if got := b.w.app.Prefs.LabelNudge("Office"); got != noNudge {
		t.Errorf("another printer is moved by %+v", got)
	}
	if s.adjust.Text() != "Moved 0.4 mm right, -1.2 mm down" {
		t.Errorf("the sheet says %q", s.adjust.Text())
	}
	s.onAdjust()
	before := len(b.viewer.opened)
	b.keys(fyne.KeyReturn) // on the button of the test page
	if len(b.viewer.opened) != before+1 {
		t.Fatal("no test page was opened")
	}
	b.wantPrinted(b.viewer, []string{"How far is this printer off?", "L7160", "to the right", "actual size"})
}

// Where the system tells of printers, labels go to the one that was chosen, at their true size.
func TestLabelsGoToThePrinter(t *testing.T) {
	b := newLabelBench(t)
	printers := b.printers()
	b.w.app.Prefs.SetLastPrinted(app.PaperLabels, app.Printed{Way: app.PrintQueue, Printer: "Counter"})
	b.book()
	b.topSave()
	if sent := printers.sent(); !strings.Contains(sent, "-d Counter") || !strings.Contains(sent, "print-scaling=none") || len(b.viewer.opened) > 0 {
		t.Errorf("sent %q, opened %q", sent, b.viewer.opened)
	}
	if !b.sheetHolds("It was sent to Counter.") {
		t.Errorf("it asks %q", b.sheetWords())
	}
}

// Labels can be had for whoever is on a list, chosen, or to be thanked by card.
func TestWhomLabelsAreFor(t *testing.T) {
	b := newLabelBench(t)
	_, err := b.store().SaveList("Abroad", models.CustomerFilter{})
	b.must(err)
	ann, err := b.store().CustomerIDs(models.CustomerFilter{Text: "Ann"})
	b.must(err)
	b.must(b.store().AddThankYou(&models.ThankYou{CustomerID: ann[0], Cause: models.ThanksOther, TalkingPoint: "cake", Channel: models.ByCard}))
	b.w.Show(PlaceThanks)
	b.w.do("labels")
	if !b.sheetHolds("Ticked, by card or letter") || !b.sheetHolds("One label on one sheet") {
		t.Errorf("from the thank-yous it says %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	s := showLabels(b.w, nil)
	if s.whom.Text() != "To thank by card or letter" || len(s.letters) != 1 {
		t.Errorf("it begins with %q and %d letters", s.whom.Text(), len(s.letters))
	}
	s.whom.SetValue("2")
	s.read()
	if s.whom.Text() != "The list “Abroad”" || len(s.letters) != 3 {
		t.Errorf("%q has %d letters", s.whom.Text(), len(s.letters))
	}
	b.keys(fyne.KeyEscape)
	b.must(b.store().SetThankYouChannels([]models.ThankYouID{1}, models.ByCall))
	b.w.do("labels")
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() != "Nobody you ticked is thanked by card or letter." {
		t.Errorf("it says %q", b.w.layer.ToastText())
	}
}
