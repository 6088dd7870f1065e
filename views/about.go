package views

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// showAbout says what the program is, which one, where the owner's file lies, and under which licences it comes.
func showAbout(w *Window) {
	body := kit.VStack(12, kit.Body(kit.T("help.what")),
		aboutLine("help.version", versionWords(w.app.Edition()), kit.NewButton(kit.T("about.news"), func() { showNews(w) })))
	if w.app.Store != nil {
		path := w.app.Store.Path()
		body.Add(aboutLine("help.file", path, kit.NewButton(kit.T("files.showFolder"), func() { showFolder(w, filepath.Dir(path)) })))
	}
	body.Add(aboutLine("help.licence", kit.T("help.licenceIs"), kit.NewButton(kit.T("about.licences"), func() { w.Trouble(w.app.ShowLicences()) })))
	var sheet *kit.Sheet
	copyIt := kit.NewButton(kit.T("about.copy"), func() { copyForMail(w, sheet) })
	sheet = kit.ShowSheet(w.canvas(), kit.T("help.about"), body, kit.SheetOptions{Width: 600, Extra: []fyne.CanvasObject{copyIt}})
}

// aboutLine is a quiet label with what it is beneath, and at its right what leads to more.
func aboutLine(label, value string, more fyne.CanvasObject) fyne.CanvasObject {
	return kit.HFill(12, kit.Grow(kit.VStack(2, kit.Quiet(kit.T(label)), kit.Body(value))), more)
}

// versionWords says which edition it is, as far as that is known.
func versionWords(e app.Edition) string {
	if e.Commit == "" {
		return kit.T("help.versionIs", "Version", e.Version)
	}
	return kit.T("about.version", "Version", e.Version, "Day", kit.LongDayYear(e.Day), "Commit", e.Commit)
}

// showNews says what is new in this version.
func showNews(w *Window) {
	body := kit.VStack(10)
	for _, note := range w.app.Edition().News() {
		if note.Heading {
			body.Add(kit.Heading(note.Text))
			continue
		}
		body.Add(kit.Body(note.Text))
	}
	kit.ShowSheet(w.canvas(), kit.T("about.newsTitle", "Version", w.app.Edition().Version), body, kit.SheetOptions{Width: 640})
}

// copyForMail puts what somebody who helps needs to know on the clipboard.
func copyForMail(w *Window, sheet *kit.Sheet) {
	w.app.Fyne().Clipboard().SetContent(w.app.ForMail())
	sheet.Layer().Toast(kit.T("about.copied"), "", "", nil)
}
