package views

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// exportPlace asks where something is to be written: a name, and a folder, which is remembered.
type exportPlace struct {
	w            *Window
	of           app.FolderFor
	form         *kit.Form
	name, folder *kit.Entry
	object       fyne.CanvasObject
}

// newExportPlace makes the two fields, "name" and "path" of form, for one of what is written into folders. label and name are of the file; save
// is what Enter in them does.
func newExportPlace(w *Window, of app.FolderFor, form *kit.Form, label, name string, save func()) *exportPlace {
	p := &exportPlace{w: w, of: of, form: form, name: kit.NewEntry(""), folder: kit.NewEntry("")}
	p.name.SetText(kit.T("export.nameOn", "Name", name, "Day", string(w.store().Today())))
	p.folder.SetText(w.app.Prefs.Folder(of, app.DocumentsFolder()))
	p.name.OnSubmitted = func(string) { save() }
	p.folder.OnSubmitted = func(string) { save() }
	choose := kit.NewButton(kit.T("export.choose"), p.onChoose)
	folder := form.Add("path", kit.NewField(kit.T("export.folder"), p.folder))
	p.object = kit.VStack(14, form.Add("name", kit.NewField(label, p.name)), folder, kit.HStack(0, choose, kit.Spacer()))
	return p
}

// onChoose walks through the folders.
func (p *exportPlace) onChoose() {
	showChooser(p.w, kit.NewForm(), choosing{
		title: kit.T("export.folderTitle"), label: kit.T("export.folder"), save: kit.T("export.take"), start: typedPath(p.folder.Text),
		check: func(string) error { return nil }, then: p.onChosen,
	})
}

func (p *exportPlace) onChosen(folder string) {
	p.form.Clear()
	p.folder.SetText(folder)
}

// path is where something with the given ending goes, or the Problem beside the field that does not allow it.
func (p *exportPlace) path(ending string) (string, error) {
	name := app.PlainName(p.name.Text, ending)
	if name == "" || !strings.ContainsFunc(p.name.Text, isLetterOrNumber) { // of "???" nothing would be left
		return "", models.Problem{Field: "name", Key: "export.name"}
	}
	folder := typedPath(p.folder.Text)
	if folder == "" {
		return "", models.Problem{Field: "path", Key: "files.none"}
	}
	if err := checkFolder(folder); err != nil {
		return "", err
	}
	return filepath.Join(folder, name), nil
}

// isLetterOrNumber tells whether a sign can be a name on its own.
func isLetterOrNumber(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// exists is the Problem beside the name where there is something at path already.
func (p *exportPlace) exists(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return models.Problem{Field: "name", Key: "export.exists", Args: map[string]any{"Name": filepath.Base(path), "Folder": placeName(filepath.Dir(path))}}
}

// askToReplace does write, after a question where it replaces a file.
func (p *exportPlace) askToReplace(path string, write func()) {
	if p.exists(path) == nil {
		write()
		return
	}
	sentence := kit.T("export.replace", "Name", filepath.Base(path), "Folder", placeName(filepath.Dir(path)))
	kit.Confirm(p.w.canvas(), sentence, kit.T("export.replace.yes"), write)
}

// remember keeps the folder for the next time.
func (p *exportPlace) remember() { p.w.app.Prefs.SetFolder(p.of, typedPath(p.folder.Text)) }
