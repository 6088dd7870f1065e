package views

import (
	"context"
	"path/filepath"
	"sync/atomic"

	"goodturn/app"
	"goodturn/views/kit"
)

// exportAllSheet asks where the whole shop is to be written, and writes it. It stays until the folder is there.
type exportAllSheet struct {
	w     *Window
	form  *kit.Form
	place *exportPlace
	sheet *kit.Sheet
	busy  atomic.Bool // see exportSheet
}

// exportAll opens the sheet.
func exportAll(w *Window) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &exportAllSheet{w: w, form: kit.NewForm()}
	name := shop.Name
	if name == "" {
		name = kit.T("export.name.shop")
	}
	s.place = newExportPlace(w, app.FolderExports, s.form, kit.T("export.folderName"), name, func() { s.save() })
	body := kit.VStack(14, kit.Body(kit.T("export.everything")), s.place.object)
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("export.allTitle"), body, kit.SheetOptions{Help: "exporting", Save: kit.T("export.save"), OnSave: s.save})
}

// save settles where the folder goes, and has it written beside the window.
func (s *exportAllSheet) save() {
	if s.busy.Load() {
		return
	}
	path, err := s.place.path("")
	if err == nil {
		err = s.place.exists(path)
	}
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.form.Clear()
	s.busy.Store(true)
	store, language := s.w.store(), kit.SpokenLanguage().Code
	work := func(ctx context.Context, report func(done, total int)) error {
		defer s.busy.Store(false)
		return app.ExportShop(ctx, store, language, path, report)
	}
	s.w.RunBeside(kit.T("export.allRunning"), work, func(err error) { s.written(path, err) })
}

// written tells where the folder is.
func (s *exportAllSheet) written(path string, err error) {
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.place.remember()
	s.w.Offer(kit.T("export.allDid", "Name", filepath.Base(path), "Folder", placeName(filepath.Dir(path))),
		kit.T("files.showFolder"), func() { showFolder(s.w, path) })
}
