package views

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// A picture dropped on the settings becomes the logo; it is replaced, taken away by the keyboard, and brought back by Undo.
func TestTheLogoIsDroppedReplacedAndTakenAway(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	c := card[*logoCard](s)
	if c.picture.HasPicture() || c.away.Visible() || c.choose.Text() != "Choose a picture…" {
		t.Error("a new shop has a logo")
	}
	drop := func(name string) {
		b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(pictureAt(t, name, 900, 300))})
	}
	drop("sign.png")
	first, err := b.store().Logo()
	b.must(err)
	if !c.picture.HasPicture() || c.told.Text() != "sign.png stands on every page you print. To replace it, drop another picture on this page." {
		t.Fatalf("dropped: picture %t, told %q", c.picture.HasPicture(), c.told.Text())
	}
	drop("[new] *sign*.png")
	if second, err := b.store().Logo(); err != nil || second.File != "[new] *sign*.png" || c.choose.Text() != "Replace…" {
		t.Errorf("replaced by %q (%v)", second.File, err)
	}
	b.w.do("undo")
	if again, err := b.store().Logo(); err != nil || again.File != "sign.png" || !bytes.Equal(again.Image, first.Image) {
		t.Errorf("after Undo it is %q (%v)", again.File, err)
	}
	b.w.canvas().Focus(c.away)
	b.keys(fyne.KeyReturn)
	if gone, err := b.store().Logo(); err != nil || len(gone.Image) > 0 || c.picture.HasPicture() || b.w.canvas().Focused() != c.choose {
		t.Errorf("taken away: %d bytes are left (%v)", len(gone.Image), err)
	}
	b.w.do("undo")
	if !c.picture.HasPicture() {
		t.Error("Undo does not bring the logo back")
	}
}

// What is no picture is refused in a sentence, and the logo stays.
func TestALetterIsNoLogo(t *testing.T) {
	b := newBench(t, nil)
	b.settings()
	path := filepath.Join(t.TempDir(), "letter.jpg")
	b.must(os.WriteFile(path, []byte("Dear Ann"), 0o600))
	before := b.store().LastChange()
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if !kit.SheetOpen(b.w.canvas()) || b.store().LastChange() != before {
		t.Error("a letter that is called a picture is not refused")
	}
}

// It is chosen by its path, and the log says so in words.
func TestTheLogoIsChosen(t *testing.T) {
	b := newBench(t, nil)
	c := card[*logoCard](b.settings())
	b.w.canvas().Focus(c.choose)
	b.keys(fyne.KeyReturn)
	b.w.canvas().Focused().(interface{ SetText(string) }).SetText(pictureAt(t, "sign.png", 30, 20))
	b.save()
	if !c.picture.HasPicture() {
		t.Fatal("the chosen picture is not the logo")
	}
	rows, err := b.store().Activity(models.ActivityFilter{Limit: 1})
	b.must(err)
	if len(rows) != 1 || len(rows[0].Fields) != 2 || fieldWord(rows[0].Fields[0].ActivityField) != "Logo" {
		t.Errorf("the log tells %+v", rows)
	}
}

// Every page that is laid out from now on has the logo, and pages of another shop do not.
func TestPagesHaveTheLogo(t *testing.T) {
	b := newBench(t, nil)
	b.settings()
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(pictureAt(t, "sign.png", 900, 300))})
	pictures := func(shop models.Shop) (n int) {
		document, err := b.w.app.Press().LayOutSlip(app.Slip{Shop: shop, Made: b.w.app.Now(), Words: paper.SlipWords{Title: "To Spoke Works"}})
		b.must(err)
		for _, mark := range document.Page(0).Marks {
			if _, is := mark.(paper.Image); is {
				n++
			}
		}
		return n
	}
	other := b.shop()
	other.UID = "another"
	if here, there := pictures(b.shop()), pictures(other); here != 1 || there != 0 {
		t.Errorf("a page of this shop has %d pictures, one of another %d", here, there)
	}
}
