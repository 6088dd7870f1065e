package views

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// onDropped asks whether to open the shop file that was dropped on the window, and begins to import a list of customers.
func (w *Window) onDropped(_ fyne.Position, dropped []fyne.URI) {
	if len(dropped) == 0 || w.upgrading != nil || kit.SheetOpen(w.canvas()) || w.dropPicture(dropped) {
		return
	}
	path := dropped[0].Path()
	for _, uri := range dropped {
		if uri.Extension() == safekeep.Extension {
			path = uri.Path()
			break
		}
	}
	switch {
	case isImportable(path) && w.app.Store != nil:
		w.importFile(path)
	case filepath.Ext(path) != safekeep.Extension:
		w.Say(kit.T("files.notDropped", "Name", filepath.Base(path)))
	case isBackup(path):
		askToOpenBackup(w, path)
	default:
		askToOpen(w, path, kit.T("files.dropTitle"), kit.T("files.drop", "Name", filepath.Base(path)))
	}
}

// isBackup tells whether the shop file at path is a backup: its hash stands beside it.
func isBackup(path string) bool {
	_, err := os.Stat(path + safekeep.HashSuffix)
	return err == nil
}

// askToOpenBackup says what becomes of a backup that is worked in.
func askToOpenBackup(w *Window, path string) {
	askToOpen(w, path, kit.T("files.backupTitle"), kit.T("files.backup", "Name", filepath.Base(path)))
}

// askToOpen opens the shop file at path where the owner says so.
func askToOpen(w *Window, path, title, sentence string) {
	var sheet *kit.Sheet
	open := func() { sheet.Close(); w.openAndShow(path) }
	sheet = kit.ShowSheet(w.canvas(), title, kit.Body(sentence),
		kit.SheetOptions{Help: "backups", Save: kit.T("files.open"), OnSave: open, Width: 520})
}

// openAndShow opens the shop file at path and shows it, or says why it cannot be opened.
func (w *Window) openAndShow(path string) {
	w.openShop(path, false, func(err error) {
		if err != nil {
			w.Trouble(err)
			return
		}
		w.opened(nil)
	})
}
