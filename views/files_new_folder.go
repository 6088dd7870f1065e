package views

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// newFolder is the sheet that asks for the name of a folder to be made in the one that is listed.
type newFolder struct {
	chooser *chooser
	form    *kit.Form
	name    *kit.Entry
	sheet   *kit.Sheet
}

// askForFolder opens the sheet.
func askForFolder(c *chooser) {
	n := &newFolder{chooser: c, form: kit.NewForm(), name: kit.NewEntry(kit.T("files.makeName.like"))}
	n.name.OnSubmitted = func(string) { n.save() }
	field := n.form.Add("name", kit.NewField(kit.T("files.makeName"), n.name))
	field.SetHint(kit.T("files.makeIn", "Where", placeName(c.folder)))
	n.sheet = kit.ShowSheet(c.w.canvas(), kit.T("files.makeTitle"), field,
		kit.SheetOptions{Save: kit.T("files.makeYes"), OnSave: n.save, Width: 460})
}

func (n *newFolder) save() {
	path, err := n.path()
	if err == nil {
		err = makeFolder(path, "name")
	}
	if err != nil {
		n.chooser.w.Trouble(n.form.Show(err))
		return
	}
	n.sheet.Close()
	n.chooser.goTo(path)
}

// path is where the folder is to be made.
func (n *newFolder) path() (string, error) {
	name := strings.TrimSpace(n.name.Text)
	if name == "" || strings.Trim(name, ".") == "" || strings.ContainsAny(name, `/\:`) {
		return "", models.Problem{Field: "name", Key: "files.folderName"}
	}
	path := filepath.Join(n.chooser.folder, name)
	if _, err := os.Lstat(path); err == nil {
		return "", models.Problem{Field: "name", Key: "files.exists", Args: map[string]any{"Name": name}}
	}
	return path, nil
}

// askToMake asks before a folder that was typed is made: it may be a slip of the keyboard, or a stick that is not
// plugged in.
type askToMake struct {
	chooser *chooser
	path    string
	sheet   *kit.Sheet
}

// offerToMake opens the sheet for a folder that is not there.
func (c *chooser) offerToMake(path string) {
	a := &askToMake{chooser: c, path: path}
	sentence := kit.T("files.make", "Name", filepath.Base(path), "Where", placeName(filepath.Dir(path)))
	a.sheet = kit.ShowSheet(c.w.canvas(), kit.T("files.makeTitle"), kit.Body(sentence),
		kit.SheetOptions{Save: kit.T("files.makeYes"), OnSave: a.yes, Width: 460})
}

func (a *askToMake) yes() {
	a.sheet.Close()
	if err := makeFolder(a.path, "path"); err != nil {
		a.chooser.w.Trouble(a.chooser.form.Show(err))
		return
	}
	a.chooser.finish(a.path)
}

// makeFolder makes the folder at path, for this user alone. What stopped it is a Problem beside the given field.
func makeFolder(path, field string) error {
	if err := os.Mkdir(path, 0o700); err != nil {
		slog.Error("making a folder", "error", err)
		return models.Problem{Field: field, Key: "files.notMade", Args: map[string]any{"Path": path}}
	}
	return nil
}

// checkFolder tells, as a Problem beside the path, why nothing can be kept in a folder: there is none, it is a file,
// or it may not be written to.
func checkFolder(path string) error {
	trouble := func(key string) error {
		return models.Problem{Field: "path", Key: key, Args: map[string]any{"Path": path, "Name": filepath.Base(path)}}
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return trouble("files.folderGone")
	case !info.IsDir():
		return trouble("files.notFolder")
	}
	file, err := os.CreateTemp(path, ".goodturn-try-*")
	if err == nil {
		err = errors.Join(file.Close(), os.Remove(file.Name()))
	}
	if err != nil {
		slog.Error("writing into a folder", "error", err)
		return trouble("files.folderLocked")
	}
	return nil
}
