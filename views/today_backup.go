package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// backupCard stands above what there is to do while the backups do not go as they should; nil where they do.
func (s *todayScreen) backupCard() (fyne.CanvasObject, error) {
	shop, err := s.w.store().Shop()
	if err != nil || s.w.app.Holder() != nil {
		return nil, err
	}
	state := s.w.app.BackupState(shop.UID)
	content := kit.RowContent{Buttons: []kit.RowButton{{Label: s.w.backUpWord(), OnTap: func() { s.w.do("backup") }}}, Wrap: true}
	switch {
	case state.Trouble != nil:
		s.troubled(&content, shop.UID, *state.Trouble)
	case state.Stale(s.w.app.Now()):
		content.Title = kit.RichT("today.backup.old", "When", kit.Ago(s.w.app.Now(), state.Last.At))
		content.Second = kit.T("today.backup.oldWhy")
	default:
		return nil, nil
	}
	return kit.CardWithHeading(kit.T("today.backup"), -1, kit.Rows(s.row(content))), nil
}

// troubled says what is wrong with a folder, and offers another where trying again would not help.
func (s *todayScreen) troubled(content *kit.RowContent, uid string, trouble app.FolderBackup) {
	content.Title = kit.RichT("today.backup.never", "Where", placeName(trouble.Folder))
	if !trouble.At.IsZero() {
		content.Title = kit.RichT("today.backup.trouble", "Where", placeName(trouble.Folder), "When", kit.WhenAt(s.w.app.Now(), trouble.At))
	}
	content.Second = kit.Escape(folderTrouble(trouble))
	switch trouble.Trouble {
	case "backup.full", "backup.folderReadonly", "backup.misread":
		which := firstFolder
		if trouble.Folder == s.w.app.Prefs.SecondFolder(uid) {
			which = secondFolder
		}
		another := func() { chooseBackupFolder(s.w, which, func() { backUpNow(s.w) }) }
		content.Buttons = []kit.RowButton{{Label: kit.T("backup.another"), OnTap: another}}
	}
}

// folderTrouble is the sentence for what the last try in a folder ended with.
func folderTrouble(b app.FolderBackup) string {
	return kit.Sentence(models.Problem{Field: "folder", Key: b.Trouble, Args: map[string]any{"Folder": b.Folder}})
}
