package views

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// openShop opens another shop file in place of the one now open, which is backed up before, and stays open when the
// other cannot be; then comes then, with why not.
func (w *Window) openShop(path string, create bool, then func(error)) {
	if w.isOpen(path) {
		then(models.Problem{Field: "file", Key: "files.already"})
		return
	}
	w.backUpFirst("backup.leaving", func() { w.upgradeFirst(w.app.Open(path, create), then) })
}

// isOpen tells whether path is the shop file that is open.
func (w *Window) isOpen(path string) bool {
	return w.app.Store != nil && app.SameFile(path, w.app.Store.Path())
}

// chooseShopFile asks for a shop file and opens it.
func chooseShopFile(w *Window) {
	showChooser(w, kit.NewForm(), choosing{
		title: kit.T("files.openTitle"), label: kit.T("files.path"), save: kit.T("files.open"),
		start: filesFolder(w), ending: safekeep.Extension,
		check: w.checkChosen, then: w.chosen,
	})
}

// checkChosen tells why the shop file at path cannot be opened.
func (w *Window) checkChosen(path string) error {
	if w.isOpen(path) {
		return models.Problem{Field: "file", Key: "files.already"}
	}
	return models.CanOpen(context.Background(), path)
}

// chosen opens the shop file at path; a backup is asked about first.
func (w *Window) chosen(path string) {
	if isBackup(path) {
		askToOpenBackup(w, path)
		return
	}
	w.openAndShow(path)
}

// filesFolder is where the shop file opened last lies. The folder of the first, hidden deep in the system, is of
// no use to choose from.
func filesFolder(w *Window) string {
	last := w.app.Prefs.LastFile()
	if last == "" || last == app.HomeFile() {
		return app.DocumentsFolder()
	}
	return nearestFolder(filepath.Dir(last))
}

// newShop is the sheet that makes a shop file: the shop's name and a folder for it.
type newShop struct {
	w    *Window
	name *kit.Entry
	path string // of the file
}

// makeShopFile asks for the name of a new shop and where its file is to lie, makes it and opens it.
func makeShopFile(w *Window) {
	s := &newShop{w: w, name: kit.NewEntry(kit.T("welcome.nameHint"))}
	form := kit.NewForm()
	field := form.Add("name", kit.NewField(kit.T("welcome.name"), s.name))
	c := showChooser(w, form, choosing{
		title: kit.T("files.newTitle"), above: field, label: kit.T("files.newFolder"), save: kit.T("files.new"),
		start: filesFolder(w), check: s.check, then: s.then,
	})
	s.name.OnSubmitted = func(string) { c.save() }
}

func (s *newShop) check(folder string) error {
	name := strings.TrimSpace(s.name.Text)
	if name == "" {
		return models.Problem{Field: "name", Key: "shop.name"}
	}
	s.path = filepath.Join(folder, safekeep.FileName(name))
	if _, err := os.Lstat(s.path); !errors.Is(err, fs.ErrNotExist) && err == nil {
		return models.Problem{Field: "path", Key: "files.exists", Args: map[string]any{"Name": filepath.Base(s.path)}}
	}
	return safekeep.CheckFolder(folder)
}

func (s *newShop) then(string) { s.w.openShop(s.path, true, s.made) }

// made shows the new shop under its name and asks the one thing left to ask.
func (s *newShop) made(err error) {
	if err == nil {
		err = nameShop(s.w, s.name.Text)
		s.w.opened(nil)
	}
	if err != nil {
		s.w.Trouble(err)
		return
	}
	showWelcomeStaff(s.w, kit.T("welcome.start"), staffTyped{}, welcomeStaffWays{then: s.staffed})
}

// staffed stores who works in the new shop; the day begins.
func (s *newShop) staffed(typed staffTyped) error {
	s.w.Show(PlaceToday)
	return storeStaff(s.w.store(), typed.names)
}
