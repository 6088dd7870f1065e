package views

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// backupCard is where backups go and when the last was made.
type backupCard struct {
	w            *Window
	folder, last *kit.RichLine
	near         *kit.RichLine // says that backups go where the shop file lies
	asked        string        // the folder of which near is so, or not
	change       *kit.Button
	card         fyne.CanvasObject
}

func newBackupCard(w *Window) *backupCard {
	c := &backupCard{w: w, folder: kit.Body(""), last: kit.Quiet(""), near: kit.Quiet(kit.T("backup.sameDisk"))}
	now := kit.NewButton(kit.T("backup.now"), func() { w.do("backup") }).Hint(w.shortcutText("backup"))
	c.change = kit.NewButton(kit.T("backup.change"), func() { chooseBackupFolder(w, func() { backUpNow(w) }) })
	c.near.Hide()
	c.card = kit.CardWithHeading(kit.T("backup.heading"), -1, kit.VStack(2, c.folder, c.last), c.near, kit.FlowRow(8, now, c.change))
	return c
}

func (c *backupCard) object() fyne.CanvasObject { return c.card }

func (c *backupCard) reload(shop models.Shop) error {
	folder := c.w.app.Prefs.BackupFolder(shop.UID)
	c.change.Hidden = folder == ""
	if c.asked != folder {
		// Asked once: a folder on the network may take its time to answer.
		c.asked = folder
		c.near.Hidden = !safekeep.SameDisk(folder, filepath.Dir(c.w.store().Path()))
	}
	c.folder.SetText(folder)
	if folder == "" {
		c.folder.SetText(kit.T("backup.nowhere"))
	}
	at, path := c.w.app.Prefs.LastBackup(shop.UID)
	c.last.SetText(kit.T("backup.never"))
	if !at.IsZero() {
		c.last.SetText(kit.T("backup.last", "When", kit.When(c.w.app.Now(), at), "File", filepath.Base(path)))
	}
	c.card.Refresh()
	return nil
}

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
		kit.NewButton(kit.T("files.showFolder"), func() { showFolder(w, filepath.Dir(path)) }))
	return &fileCard{w, kit.CardWithHeading(kit.T("files.heading"), -1, kit.Body(path), kit.Quiet(kit.T("files.what")), buttons)}
}

func (c *fileCard) object() fyne.CanvasObject { return c.card }

// reload has nothing to do: another file is another window's content.
func (c *fileCard) reload(models.Shop) error { return nil }
