package views

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// troublePage stands in the window when no shop file is open: what is wrong, and everything that can be done.
func troublePage(w *Window, trouble error) fyne.CanvasObject {
	buttons := kit.FlowRow(8,
		kit.NewButton(kit.T("files.again"), func() { tryAgain(w) }).Primary(),
		kit.NewButton(kit.T("action.openFile"), func() { w.do("openFile") }).Hint(w.shortcutText("openFile")),
		kit.NewButton(kit.T("action.newFile"), func() { w.do("newFile") }))
	card := kit.Card(kit.Title(kit.T("files.troubleTitle")), kit.Body(sentenceOf(trouble)), kit.Quiet(w.app.Tried()),
		kit.VGap(4), buttons)
	return kit.Over(kit.Ground(kit.ColorPaper, 0), kit.Middle(kit.Fixed(600, card)))
}

// tryAgain opens the file that could not be opened: a stick may be plugged in by now.
func tryAgain(w *Window) {
	w.opened(w.app.Open(w.app.Tried(), false))
}

// onDropped asks whether to open the shop file that was dropped on the window.
func (w *Window) onDropped(_ fyne.Position, dropped []fyne.URI) {
	if len(dropped) == 0 || kit.SheetOpen(w.canvas()) {
		return
	}
	path := dropped[0].Path()
	for _, uri := range dropped {
		if uri.Extension() == safekeep.Extension {
			path = uri.Path()
			break
		}
	}
	if filepath.Ext(path) != safekeep.Extension {
		w.Say(kit.T("files.notDropped", "Name", filepath.Base(path)))
		return
	}
	var sheet *kit.Sheet
	open := func() {
		sheet.Close()
		if err := w.openShop(path, false); err != nil {
			w.Trouble(err)
			return
		}
		w.opened(nil)
	}
	sheet = kit.ShowSheet(w.canvas(), kit.T("files.dropTitle"), kit.Body(kit.T("files.drop", "Name", filepath.Base(path))),
		kit.SheetOptions{Save: kit.T("files.open"), OnSave: open, Width: 480})
}

// showFolder opens the system's own view of a folder.
func showFolder(w *Window, folder string) {
	target, err := url.Parse(storage.NewFileURI(folder).String())
	if err == nil {
		err = w.app.Fyne().OpenURL(target)
	}
	w.Trouble(err)
}
