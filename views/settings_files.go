package views

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// fileCard is where the shop file lies, and the ways to another.
type fileCard struct {
	w    *Window
	card fyne.CanvasObject
}

func newFileCard(w *Window) *fileCard {
	path := w.store().Path()
	buttons := kit.FlowRow(8,
		kit.NewButton(kit.T("action.openFile"), func() { w.do("openFile") }).Hint(w.shortcutText("openFile")),
		kit.NewButton(kit.T("action.newFile"), func() { w.do("newFile") }),
		kit.NewButton(kit.T("action.import"), func() { w.do("import") }),
		kit.NewButton(kit.T("files.showFolder"), func() { showFolder(w, filepath.Dir(path)) }))
	return &fileCard{w, kit.CardWithHeading(kit.T("files.heading"), -1, kit.Body(path), kit.Quiet(kit.T("files.what")), buttons)}
}

func (c *fileCard) object() fyne.CanvasObject { return c.card }

// reload has nothing to do: another file is another window's content.
func (c *fileCard) reload(models.Shop) error { return nil }
