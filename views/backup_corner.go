package views

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// staleAfter is how many days a backup lasts before the corner warns.
const staleAfter = 7

// backupCorner is the foot of the rail: when the shop file was last backed up, and the click that does it now.
type backupCorner struct {
	w       *Window
	object  fyne.CanvasObject
	line    *kit.RichLine
	running bool
}

func newBackupCorner(w *Window) *backupCorner {
	c := &backupCorner{w: w, line: kit.Rich("")}
	c.object = kit.Inset(12, 0, 4, 0, kit.NewTapArea(c.line, func() { w.do("backup") }))
	c.show()
	return c
}

func (c *backupCorner) setRunning(on bool) {
	c.running = on
	c.show()
}

// show writes how it stands.
func (c *backupCorner) show() {
	if c.running {
		c.write(kit.T("backup.corner.running"), kit.ColorInk)
		return
	}
	shop, err := c.w.store().Shop()
	if err != nil {
		c.w.Trouble(err)
		return
	}
	now := c.w.app.Now()
	at, path := c.w.app.Prefs.LastBackup(shop.UID)
	switch {
	case at.IsZero():
		c.write(kit.T("backup.corner.never"), kit.ColorWarn)
	case now.Sub(at) > staleAfter*24*time.Hour:
		c.write(kit.RichT("backup.corner.old", "When", kit.Ago(now, at)), kit.ColorWarn)
	default:
		where := placeName(filepath.Dir(path))
		c.write(kit.RichT("backup.corner.done", "When", kit.When(now, at), "Where", where), kit.ColorOK)
	}
}

func (c *backupCorner) write(markup string, color fyne.ThemeColorName) {
	c.line.SetMarkup(markup)
	c.line.Colored(color)
}

// likelyBackupFolder is where the owner probably wants backups: where they went before, a stick that is plugged
// in, else among their documents.
func likelyBackupFolder(w *Window, uid string) string {
	if folder := w.app.Prefs.BackupFolder(uid); folder != "" {
		return folder
	}
	if drives := app.Drives(); len(drives) > 0 {
		return drives[len(drives)-1]
	}
	return app.DocumentsFolder()
}
