package views

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/app/claim"
	"goodturn/models"
	"goodturn/views/kit"
)

// deskAt is a desk of its own, in a folder whose name is short enough for a socket.
func (b *bench) deskAt(computer string) claim.Desk {
	b.t.Helper()
	folder, err := os.MkdirTemp("", "desk")
	b.must(err)
	b.t.Cleanup(func() { os.RemoveAll(folder) })
	return claim.Desk{Computer: computer, User: "anna", Folder: folder, Now: b.clock.Now, Seen: &claim.Sightings{}}
}

// openAt opens the shop in a window that keeps its file to itself.
func (b *bench) openAt(desk claim.Desk) {
	b.t.Helper()
	a := app.New(test.NewTempApp(b.t), app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after), app.OneWindow(desk))
	b.must(a.Open(b.path, false))
	b.t.Cleanup(a.Close)
	b.w = NewWindow(a, nil)
}

// wordsOn is everything that can be read on o.
func wordsOn(o fyne.CanvasObject) string {
	var words []string
	for _, o := range test.LaidOutObjects(o) {
		if line, ok := o.(*kit.RichLine); ok && line.Visible() {
			words = append(words, line.Text())
		}
	}
	return strings.Join(words, "\n")
}

func TestShopThatIsOpenOnAnotherComputer(t *testing.T) {
	b, other := heldBench(t)
	if said := wordsOn(b.w.win.Content()); !strings.Contains(said, "anna has this shop open on BACK-ROOM, since today at 10:24") {
		t.Errorf("the strip says %q", said)
	}
	if err := b.store().SaveStaff(&models.Staff{Name: "Ben"}); err == nil {
		t.Error("wrote to a shop that is open elsewhere")
	} else if said := sentenceOf(err); !strings.Contains(said, "BACK-ROOM") {
		t.Errorf("a change is refused with %q", said)
	}
	askTakeOver(b.w)
	b.topSave()
	if b.w.app.Holder() != nil {
		t.Fatal("still only to be looked at")
	}
	b.must(b.store().SaveStaff(&models.Staff{Name: "Ben"}))
	other.Release()

	// And the other way round: it is taken back.
	if _, err := claim.Take(b.path, b.deskAt("BACK-ROOM"), true); err != nil {
		t.Fatal(err)
	}
	b.passFor(claim.BeatEvery)
	if b.w.app.Holder() == nil || !strings.Contains(b.w.layer.ToastText(), "taken this shop over") {
		t.Errorf("told %q", b.w.layer.ToastText())
	}
}

// heldBench is a shop that another computer has, and that can only be looked at here.
func heldBench(t *testing.T) (b *bench, other *claim.Claim) {
	b = newBench(t, nil)
	b.w.app.Close()
	other, err := claim.Take(b.path, b.deskAt("BACK-ROOM"), false)
	b.must(err)
	b.openAt(b.deskAt("COUNTER"))
	return b, other
}

// What is being typed when another computer takes the shop over is not written there, and not lost either.
func TestWhatIsTypedAsTheShopIsLost(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	b.openAt(b.deskAt("COUNTER"))
	b.w.do("logVisit")
	b.typed("Ann Miller")
	other, err := claim.Take(b.path, b.deskAt("BACK-ROOM"), true)
	b.must(err)
	b.passFor(claim.BeatEvery)
	if b.w.app.Holder() == nil || !strings.Contains(b.w.layer.ToastText(), "What you were typing waits") {
		t.Fatalf("told %q", b.w.layer.ToastText())
	}
	if body, _, err := b.store().Draft(visitDraft); err != nil || body != "" {
		t.Errorf("kept %q in a shop that is open elsewhere (%v)", body, err)
	}
	other.Release()
	b.passFor(claim.BeatEvery)
	if said := wordsOn(b.w.win.Content()); !strings.Contains(said, "no longer open on BACK-ROOM") {
		t.Errorf("the strip says %q", said)
	}
	tryAgain(b.w, b.path)
	if body, _, err := b.store().Draft(visitDraft); err != nil || !strings.Contains(body, "Ann Miller") {
		t.Errorf("what was typed is lost: %q (%v)", body, err)
	}
}

// A customer being typed waits likewise: the form may be closed, and is offered again.
func TestCustomerTypedAsTheShopIsLost(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	b.openAt(b.deskAt("COUNTER"))
	b.w.do("newCustomer")
	other, err := claim.Take(b.path, b.deskAt("BACK-ROOM"), true)
	b.must(err)
	b.passFor(claim.BeatEvery)
	b.typed("Ann Miller")
	b.pass()
	if b.w.app.Holder() == nil || len(b.drafts()) > 0 || b.w.unkept.drafts == nil {
		t.Fatalf("kept %v in a shop that is open elsewhere, %v beside it", b.drafts(), b.w.unkept)
	}
	b.keys(fyne.KeyEscape)
	if kit.SheetOpen(b.w.canvas()) || !strings.Contains(b.w.layer.ToastText(), "What you typed waits") {
		t.Fatalf("Escape asks, or says %q", b.w.layer.ToastText())
	}
	other.Release()
	b.passFor(claim.BeatEvery)
	tryAgain(b.w, b.path)
	if kept := b.drafts(); len(kept) != 1 || !strings.Contains(kept[0].Body, "Ann Miller") || !strings.Contains(b.w.layer.ToastText(), "Ann Miller") {
		t.Fatalf("what was typed is lost: %v, offered %q", kept, b.w.layer.ToastText())
	}
	b.w.layer.TakeToast()
	b.save()
	if len(b.drafts()) != 0 || len(b.w.unkept.drafts) != 0 || b.inBook("ann miller") != 1 {
		t.Errorf("after it was saved %v is kept, and %v", b.drafts(), b.w.unkept)
	}
}

func TestTryingAgainSaysWhyItDidNotHelp(t *testing.T) {
	b, other := heldBench(t)
	other.Release()
	b.must(os.Rename(b.path, b.path+".elsewhere"))
	tryAgain(b.w, b.path)
	if said := b.sheetWords(); !strings.Contains(said, "no file at that place") {
		t.Errorf("told %q", said)
	}
}

func TestShopThatAnotherComputerHasIsNotReadThrough(t *testing.T) {
	b, other := heldBench(t)
	defer other.Release()
	checkShopFile(b.w)
	if said := b.sheetWords(); !strings.Contains(said, "while the shop is open on BACK-ROOM") {
		t.Errorf("told %q", said)
	}
}

func TestReportIsSaved(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	b.w.do("report")
	b.retype(folder)
	b.topSave()
	found, err := os.ReadDir(folder)
	b.must(err)
	if len(found) != 1 || found[0].Name() != "Goodturn report 2026-11-21 1024.zip" {
		t.Fatalf("in the folder: %v", found)
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, found[0].Name()) {
		t.Errorf("told %q", said)
	}
	b.w.do("report")
	if got := b.sheetPath(); got != folder {
		t.Errorf("the next one begins in %q", got)
	}
	b.retype(folder + "/" + found[0].Name())
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "is a file") {
		t.Errorf("told %q", said)
	}
	b.keys(fyne.KeyEscape)
	b.must(os.RemoveAll(folder))
	b.w.do("report")
	if got := b.sheetPath(); got != app.DocumentsFolder() {
		t.Errorf("with that folder gone it begins in %q", got)
	}
}
