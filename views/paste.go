package views

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/views/kit"
)

// Fyne's clipboard holds text alone. A picture that was copied as such, from a browser or as a piece of the screen, is not in
// it; the file of one that was copied in a file manager is there as its path or its address, one a line.

// pasteFiles takes a picture file that was copied as the screen in front takes one that is dropped; false where nothing of the
// kind was copied or no picture is wanted, so that the text goes into the field that has the keyboard.
func (w *Window) pasteFiles(text string) bool { return w.dropPicture(copiedFiles(text)) }

// onPaste is Ctrl+V where no field has the keyboard. Whoever copied a picture itself is told how one comes on the card.
func (w *Window) onPaste(shortcut fyne.Shortcut) {
	paste, ok := shortcut.(*fyne.ShortcutPaste)
	if !ok || paste.Clipboard == nil || kit.SheetOpen(w.canvas()) {
		return
	}
	text := paste.Clipboard.Content()
	if w.pasteFiles(text) || text != "" {
		return
	}
	if s, ok := w.screens[w.place].(*customersScreen); ok && s.takesPicture() {
		w.Say(kit.T("photo.paste"))
	}
}

// copiedFiles are the files that a file manager copied; none where anything else stands in the text.
func copiedFiles(text string) (files []fyne.URI) {
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.Trim(strings.TrimSpace(line), `"`)
		switch {
		case line == "", line == "copy", line == "cut", strings.HasPrefix(line, "x-special/"): // GNOME says first what is to be done with them
			continue
		case strings.HasPrefix(line, "file://"):
			address, err := storage.ParseURI(line)
			if err != nil {
				return nil
			}
			files = append(files, address)
		case filepath.IsAbs(line):
			files = append(files, storage.NewFileURI(line))
		default:
			return nil
		}
	}
	return files
}
