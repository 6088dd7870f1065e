package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// printedNames are those of the bench who are marked as printed, in the order of the list.
func (b *bench) printedNames() (names []string) {
	for _, row := range b.due() {
		if row.State == models.ThanksPrinted {
			names = append(names, row.Name)
		}
	}
	return names
}

func (b *bench) wantPrintedOnly(names ...string) {
	b.t.Helper()
	if got := b.printedNames(); fmt.Sprint(got) != fmt.Sprint(names) {
		b.t.Errorf("marked as printed are %v, not %v", got, names)
	}
}

// Only what the owner says came out is marked as printed; by the keyboard they untick what did not, and one Undo takes it back.
func TestOnlyWhatCameOutIsPrinted(t *testing.T) {
	b := owing(t, "Ann Hughes", "Bob Ray", "Cy Dent")
	b.printing()
	b.deskOfThanks()
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly()
	if !b.sheetHolds("Bob Ray") || !b.sheetHolds("Yes, all of it") {
		t.Fatalf("it asks %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	b.wantPrintedOnly()
	if got := b.w.layer.ToastText(); got != "Nothing was marked as printed. Print it again when you are ready." {
		t.Errorf("told %q", got)
	}
	b.deskOfThanks()
	b.keys(fyne.KeyReturn)
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyHome, fyne.KeyDown, fyne.KeySpace) // past the cross to the list, and Bob's row
	if !b.sheetHolds("Yes, 2 of 3") {
		t.Errorf("the button says %q", b.sheetWords())
	}
	b.topSave()
	b.wantPrintedOnly("Ann Hughes", "Cy Dent")
	if got := b.w.layer.ToastText(); got != "2 are now marked as printed." {
		t.Errorf("told %q", got)
	}
	b.w.do("undo")
	b.wantPrintedOnly()
}

// With nobody ticked there is nothing to say yes to.
func TestNothingCameOut(t *testing.T) {
	b := owing(t, "Ann Hughes", "Bob Ray")
	b.printing()
	b.deskOfThanks()
	b.keys(fyne.KeyReturn, fyne.KeyTab, fyne.KeyTab, fyne.KeyHome, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("of nothing it takes a yes")
	}
	b.keys(fyne.KeyEscape)
	b.wantPrintedOnly()
}

// Of a list saved as a file it is asked in passing, and what is answered is noted alike.
func TestASavedListMayBeMarked(t *testing.T) {
	b := owing(t, "Ann Hughes")
	b.printing()
	b.w.app.Prefs.SetLastPrinted(app.PaperThanks, app.Printed{Way: app.PrintFile})
	b.w.app.Prefs.SetFolder(app.FolderPages, t.TempDir())
	b.deskOfThanks()
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	b.wantPrintedOnly()
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastAction() != "Mark them…" {
		t.Fatalf("it offers %q in a sheet: %q", b.w.layer.ToastAction(), b.sheetWords())
	}
	b.w.layer.TakeToast()
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly("Ann Hughes")
}

// Labels for those to be thanked mark them, and whoever got none stays as they are; the same answer keeps what is left of the sheet.
func TestLabelsMarkWhomTheyAreFor(t *testing.T) {
	b := newLabelBench(t)
	for name, channel := range map[string]models.Channel{"Ann": models.ByCard, "Bob": models.ByCard, "José": models.ByCall} {
		ids, err := b.store().CustomerIDs(models.CustomerFilter{Text: name})
		b.must(err)
		b.must(b.store().AddThankYou(&models.ThankYou{CustomerID: ids[0], Cause: models.ThanksOther, TalkingPoint: "cake", Channel: channel}))
	}
	showLabels(b.w, nil)
	b.topSave()
	b.keys(fyne.KeyReturn)
	b.wantPrintedOnly("Ann Hughes") // Bob asked for no post
	b.wantUsed("L7160 in the drawer", "[1]")
	if got := b.w.layer.ToastText(); got != "One thank-you is now marked as printed. “L7160 in the drawer” is in the drawer." {
		t.Errorf("told %q", got)
	}
	b.w.do("undo")
	b.wantPrintedOnly()
	b.wantUsed("", "")
}

// Ten thousand are asked about as quickly as ten.
func TestTenThousandCameOut(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	rows := make([]models.ThankYouRow, 10_000)
	for i := range rows {
		rows[i] = models.ThankYouRow{ThankYou: models.ThankYou{ID: models.ThankYouID(i + 1), Channel: models.ByCard, TalkingPoint: "cake"}, Name: fmt.Sprintf("Customer %05d", i)}
	}
	b.w.askCameOut(cameAsk{store: b.store(), thanks: rows}, printedPages{Printed: app.Printed{Way: app.PrintProgram}})
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyEnd, fyne.KeySpace)
	if !b.sheetHolds("Customer 09999") || b.sheetHolds("Customer 00000") || !b.sheetHolds("Yes, 9,999 of 10,000") {
		t.Errorf("at its end it shows %.300q", b.sheetWords())
	}
}
