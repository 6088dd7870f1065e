package views

import (
	"net/url"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/views/kit"
)

// A picture file that was copied becomes the photo, whether a field has the keyboard or not; every other text is pasted.
func TestPictureIsPastedOnTheCard(t *testing.T) {
	b, c := annsCard(t)
	path := pictureAt(t, "Ann und Ärger 1.png", 300, 300)
	address := (&url.URL{Scheme: "file", Path: path}).String()
	board := test.NewClipboard()
	paste := func(text string) {
		board.SetContent(text)
		b.w.canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	}
	find := b.w.screens[PlaceCustomers].(*customersScreen).filter
	for _, text := range []string{path, `"` + path + `"`, address + "\r\n", "copy\n" + address, "x-special/nautilus-clipboard\ncopy\n" + address + "\n"} {
		b.must(b.store().SetPhoto(c.id, nil))
		b.w.canvas().Focus(find)
		if paste(text); !c.avatar.HasPhoto() || find.Text != "" {
			t.Errorf("pasted %q: a photo: %t, typed %q", text, c.avatar.HasPhoto(), find.Text)
		}
	}
	b.must(b.store().SetPhoto(c.id, nil))
	for _, text := range []string{"Ann", "look at " + path, path + "\nAnn"} {
		find.SetText("")
		if paste(text); c.avatar.HasPhoto() || find.Text == "" {
			t.Errorf("pasted %q: a photo: %t, typed %q", text, c.avatar.HasPhoto(), find.Text)
		}
	}
	// On the list, and with nothing that is text.
	board.SetContent(address)
	b.w.onPaste(&fyne.ShortcutPaste{Clipboard: board})
	if !c.avatar.HasPhoto() {
		t.Error("pasted beside every field, there is no photo")
	}
	board.SetContent("")
	b.w.onPaste(&fyne.ShortcutPaste{Clipboard: board})
	if b.w.layer.ToastText() != kit.T("photo.paste") {
		t.Errorf("with no text copied it says %q", b.w.layer.ToastText())
	}
	// In a sheet, the path goes into its field.
	c.onChoosePhoto()
	b.must(b.store().SetPhoto(c.id, nil))
	if paste(path); c.avatar.HasPhoto() {
		t.Error("what was pasted into a sheet became a photo behind it")
	}
}

// fickleBoard is a clipboard that holds something else each time it is read.
type fickleBoard struct {
	fyne.Clipboard
	reads int
}

func (f *fickleBoard) Content() string {
	f.reads++
	return []string{"", "Ann", "Ben"}[f.reads]
}

// What was looked at is what is pasted: the clipboard is read once.
func TestPasteReadsTheClipboardOnce(t *testing.T) {
	b, _ := annsCard(t)
	find := b.w.screens[PlaceCustomers].(*customersScreen).filter
	b.w.canvas().Focus(find)
	board := &fickleBoard{Clipboard: test.NewClipboard()}
	b.w.canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if find.Text != "Ann" || board.reads != 1 {
		t.Errorf("pasted %q after %d readings", find.Text, board.reads)
	}
}
