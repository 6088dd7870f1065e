package views

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// showRecent lists the shop files that were open lately, but for the one that is open; each opens by a click.
func showRecent(w *Window) {
	var sheet *kit.Sheet
	var rows []fyne.CanvasObject
	for _, path := range w.app.Prefs.Recent() {
		if w.isOpen(path) {
			continue
		}
		open := func() { sheet.Close(); w.openRecent(path) }
		row := kit.NewRow().Set(kit.RowContent{Title: "**" + kit.Escape(recentName(path)) + "**", Second: kit.RichT("recent.folder", "Folder", filepath.Dir(path)), Wrap: true})
		rows = append(rows, kit.NewTapArea(kit.Inset(8, 4, 8, 4, row), open))
	}
	if len(rows) == 0 {
		w.Say(kit.T("recent.none"))
		return
	}
	forget := kit.NewButton(kit.T("recent.forget"), func() { sheet.Close(); w.forgetRecent() })
	sheet = kit.ShowSheet(w.canvas(), kit.T("recent.title"), kit.Pad(4, kit.Rows(rows...)), kit.SheetOptions{Width: 560, Extra: []fyne.CanvasObject{forget}})
}

// recentName is what a shop file is called.
func recentName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), safekeep.Extension)
}

// openRecent opens a shop file of the list. One that is not there any more is taken off it. It is looked for only now: a stick or a
// network that is away would keep the list waiting.
func (w *Window) openRecent(path string) {
	if _, err := os.Stat(path); err != nil {
		w.app.Prefs.DropRecent(path)
		w.Say(kit.T("recent.gone", "Name", recentName(path), "Folder", filepath.Dir(path)))
		return
	}
	w.chosen(path)
}

func (w *Window) forgetRecent() {
	w.app.Prefs.ForgetRecent()
	w.Say(kit.T("recent.forgotten"))
}
