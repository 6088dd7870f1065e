package views

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/app"
	"goodturn/views/kit"
)

// troublePage stands in the window when no shop file is open: what is wrong, and everything that can be done.
func troublePage(w *Window, trouble error) fyne.CanvasObject {
	path := w.app.Tried() // now: another may be tried, and not open either, while the page stands
	buttons := kit.FlowRow(8,
		kit.NewButton(kit.T("files.again"), func() { tryAgain(w, path) }).Primary(),
		kit.NewButton(kit.T("backups.open"), func() { showBackupsInstead(w, trouble) }),
		kit.NewButton(kit.T("action.openFile"), func() { w.do("openFile") }).Hint(w.shortcutText("openFile")),
		kit.NewButton(kit.T("action.newFile"), func() { w.do("newFile") }))
	card := kit.Card(kit.Title(kit.T("files.troubleTitle")), kit.Body(sentenceOf(trouble)), kit.Quiet(path),
		kit.VGap(4), buttons)
	return kit.Over(kit.Ground(kit.ColorPaper, 0), kit.Middle(kit.Fixed(600, card)))
}

// tryAgain opens the file that could not be opened: a stick may be plugged in by now. Only the program's own file
// is made where there is none.
func tryAgain(w *Window, path string) {
	w.opened(w.app.Open(path, path == app.HomeFile()))
}

// showFolder opens the system's own view of a folder.
func showFolder(w *Window, folder string) {
	target, err := url.Parse(storage.NewFileURI(folder).String())
	if err == nil {
		err = w.app.Fyne().OpenURL(target)
	}
	w.Trouble(err)
}
