package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// backupCorner is the foot of the rail: when the shop file was last backed up, and the click that does it now.
type backupCorner struct {
	w      *Window
	object fyne.CanvasObject
	line   *kit.RichLine
	rail   fyne.CanvasObject // around it; nil while it is made
}

func newBackupCorner(w *Window) *backupCorner {
	c := &backupCorner{w: w, line: kit.Rich("")}
	c.object = kit.Inset(12, 0, 4, 0, kit.NewTapArea(c.line, func() { w.do("backup") }))
	c.show()
	return c
}

// show writes how it stands.
func (c *backupCorner) show() {
	shop, err := c.w.store().Shop()
	if err != nil {
		c.w.Trouble(err)
		return
	}
	now := c.w.app.Now()
	state := c.w.app.BackupState(shop.UID)
	last := state.Last
	switch {
	case c.w.first != nil:
		c.write("\u00a0\n\u00a0", kit.ColorQuiet) // whoever begins is not asked for more; it keeps its room
	case c.w.app.BackingUp():
		c.write(kit.T("backup.corner.running"), kit.ColorInk)
	case last.At.IsZero() && c.w.app.InSample():
		c.write(kit.RichT("sample.corner"), kit.ColorQuiet)
	case last.At.IsZero():
		c.write(kit.T(c.never(shop.UID)), kit.ColorWarn)
	case state.Trouble != nil:
		c.write(kit.RichT("backup.corner.trouble", "Where", placeName(state.Trouble.Folder), "When", kit.When(now, last.At)), kit.ColorWarn)
	case state.Stale(now):
		c.write(kit.RichT("backup.corner.old", "When", kit.Ago(now, last.At)), kit.ColorWarn)
	case state.Own:
		c.write(kit.RichT("backup.corner.own", "When", kit.When(now, last.At)), kit.ColorOK)
	default:
		c.write(kit.RichT("backup.corner.done", "When", kit.When(now, last.At), "Where", placeName(folderOf(last.Path))), kit.ColorOK)
	}
}

// never is the key of what is said before the first backup: what the click does.
func (c *backupCorner) never(uid string) string {
	if len(c.w.app.ChosenFolders(uid)) == 0 {
		return "backup.corner.nowhere"
	}
	return "backup.corner.never"
}

func (c *backupCorner) write(markup string, color fyne.ThemeColorName) {
	c.line.SetMarkup(markup)
	c.line.Colored(color)
	if c.rail != nil {
		c.rail.Refresh() // it may take more lines than before, or fewer
	}
}
