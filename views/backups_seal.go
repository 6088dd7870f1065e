package views

import (
	"context"
	"log/slog"
	"path/filepath"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// sealing is the sheet that makes a copy of a backup which only a passphrase opens.
type sealing struct {
	w             *Window
	backup        app.Stored
	phrase, again *kit.Entry
}

// showSeal asks for the passphrase, twice, and for the folder.
func showSeal(w *Window, b app.Stored) {
	s := &sealing{w: w, backup: b, phrase: kit.NewSecret(), again: kit.NewSecret()}
	form := kit.NewForm()
	phrase := form.Add("passphrase", kit.NewField(kit.T("seal.phrase"), s.phrase).WithHint(kit.T("seal.phraseHint")))
	again := form.Add("again", kit.NewField(kit.T("seal.again"), s.again))
	c := showChooser(w, form, choosing{
		title: kit.T("seal.title"), above: kit.VStack(12, kit.Body(kit.T("seal.what")), kit.Strong(kit.T("seal.forgotten")), phrase, again),
		label: kit.T("seal.folder"), save: kit.T("seal.save"), start: w.app.Prefs.Folder(app.FolderSealed, sealFolder()),
		check: s.check, then: s.make,
	})
	s.phrase.OnSubmitted = func(string) { w.canvas().Focus(s.again) }
	s.again.OnSubmitted = func(string) { c.save() }
}

// sealFolder is where a copy that leaves the shop probably goes: a stick that is plugged in.
func sealFolder() string {
	if drives := app.Drives(); len(drives) > 0 {
		return drives[len(drives)-1]
	}
	return app.DocumentsFolder()
}

func (s *sealing) check(string) error {
	if err := safekeep.CheckPassphrase(s.phrase.Text); err != nil {
		return err
	}
	if s.again.Text != s.phrase.Text {
		return models.Problem{Field: "again", Key: "seal.differs"}
	}
	return nil
}

// make seals the copy, which opens it again and compares it before it is done.
func (s *sealing) make(folder string) {
	phrase, made := s.phrase.Text, ""
	// Making a key of a passphrase hears nothing for a second or more.
	seal := app.Abandon(s.w.app, func(ctx context.Context, report func(done, total int)) (string, error) {
		return safekeep.Seal(ctx, s.backup.Path, phrase, folder, report)
	}, unmake)
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		made, err = seal(ctx, report)
		return err
	}
	s.w.runOr(kit.T("seal.running"), work, func(err error) { s.made(made, err) }, func() { unmake(made) })
}

// unmake takes away a sealed copy that came too late.
func unmake(path string) {
	if err := safekeep.Remove(path); err != nil {
		slog.Error("removing a sealed copy that was cancelled", "error", err)
	}
}

func (s *sealing) made(path string, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.app.Prefs.SetFolder(app.FolderSealed, filepath.Dir(path))
	showBackup(s.w)
	s.w.Offer(kit.T("seal.did", "File", filepath.Base(path)), kit.T("files.showFolder"), func() { showFolder(s.w, folderOf(path)) })
}
