package views

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// backupCard is where backups go, how it went there last, and the way to all of them.
type backupCard struct {
	w             *Window
	first, second *folderLines
	near          *kit.RichLine // says that backups go where the shop file lies
	asked         string        // the folder of which near is so, or not
	now, change   *kit.Button
	add, drop     *kit.Button // a second folder
	card          fyne.CanvasObject
}

func newBackupCard(w *Window) *backupCard {
	c := &backupCard{w: w, first: newFolderLines(), second: newFolderLines(), near: kit.Quiet(kit.T("backup.sameDisk"))}
	c.now = kit.NewButton("", func() { w.do("backup") }).Hint(w.shortcutText("backup"))
	all := kit.NewButton(kit.T("action.backups"), func() { w.do(string(PlaceBackups)) }).Hint(w.shortcutText(string(PlaceBackups)))
	c.change = kit.NewButton(kit.T("backup.change"), c.choose(firstFolder))
	c.add = kit.NewButton(kit.T("backup.addSecond"), c.choose(secondFolder))
	c.drop = kit.NewButton(kit.T("backup.dropSecond"), c.onDrop)
	c.near.Hide()
	c.card = kit.CardWithHeading(kit.T("backup.heading"), -1, c.first.box, c.near, c.second.box, kit.Quiet(kit.T("backup.when")),
		kit.FlowRow(8, c.now, all, c.change, c.add, c.drop))
	return c
}

func (c *backupCard) choose(which whichFolder) func() {
	return func() { chooseBackupFolder(c.w, which, func() { backUpNow(c.w) }) }
}

func (c *backupCard) object() fyne.CanvasObject { return c.card }

func (c *backupCard) reload(shop models.Shop) error {
	prefs := c.w.app.Prefs
	folder, second := prefs.BackupFolder(shop.UID), prefs.SecondFolder(shop.UID)
	c.change.Hidden, c.add.Hidden, c.drop.Hidden = folder == "", folder == "" || second != "", second == ""
	if c.asked != folder {
		// Asked once: a folder on the network may take its time to answer.
		c.asked = folder
		c.near.Hidden = !safekeep.SameDisk(folder, filepath.Dir(c.w.store().Path()))
	}
	c.now.SetText(c.w.backUpWord())
	c.first.show(c.w, shop.UID, folder)
	c.second.show(c.w, shop.UID, second)
	c.second.box.Hidden = second == ""
	c.card.Refresh()
	return nil
}

// onDrop makes backups go to one folder again. Those in the other stay there.
func (c *backupCard) onDrop() {
	shop, err := c.w.store().Shop()
	if err != nil {
		c.w.Trouble(err)
		return
	}
	folder := c.w.app.Prefs.SecondFolder(shop.UID)
	set := func(folder string) {
		c.w.app.Prefs.SetSecondFolder(shop.UID, folder)
		showBackup(c.w)
	}
	set("")
	c.w.Offer(kit.T("backup.dropped", "Where", placeName(folder)), kit.T("undo"), func() { set(folder) })
}

// folderLines is a folder for backups, and how it went there last.
type folderLines struct {
	folder, last *kit.RichLine
	box          *fyne.Container
}

func newFolderLines() *folderLines {
	l := &folderLines{folder: kit.Body(""), last: kit.Quiet("")}
	l.box = kit.VStack(2, l.folder, l.last)
	return l
}

// show tells of folder; "" is for the program's own, until one is chosen.
func (l *folderLines) show(w *Window, uid, folder string) {
	l.folder.SetText(folder)
	l.last.SetText(kit.T("backup.never"))
	names := []string{folder}
	if folder == "" {
		names = w.app.BackupFolders(uid)
		l.folder.SetText(kit.T("backup.nowhere"))
	}
	for _, done := range w.app.Prefs.Backups(uid) {
		switch {
		case !slices.Contains(names, done.Folder):
		case done.Trouble != "":
			l.last.SetText(folderTrouble(done))
		case !done.At.IsZero():
			l.last.SetText(kit.T("backup.last", "When", kit.When(w.app.Now(), done.At), "File", filepath.Base(done.Path)))
		}
	}
}
