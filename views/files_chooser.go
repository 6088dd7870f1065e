package views

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// choosing says what a chooser is for.
type choosing struct {
	title, why string            // above the folders
	above      fyne.CanvasObject // a field that comes first; nil for none
	label      string            // of the path
	save       string            // the word that ends it
	start      string            // the path it begins with
	ending     string            // of the files to choose among; "" where a folder is chosen
	also       string            // other endings, blanks between
	check      func(path string) error
	then       func(path string) // once check was content and the sheet is gone
}

// chooser is the sheet in which a folder or a shop file is chosen: by its path, or by walking through the folders.
// Fyne's own dialogs for it cannot be used without a mouse.
type chooser struct {
	w      *Window
	what   choosing
	form   *kit.Form
	path   *kit.Entry
	list   *kit.List
	folder string // whose content is listed
	rows   []app.Choosable
	sheet  *kit.Sheet
}

// showChooser opens the sheet. A Problem of check with Field "path", "folder" or "file" is shown beside the path,
// one of another field beside what form has under its name.
func showChooser(w *Window, form *kit.Form, what choosing) *chooser {
	c := &chooser{w: w, what: what, form: form, path: kit.NewEntry("")}
	field := kit.NewField(what.label, c.path)
	for _, name := range []string{"path", "folder", "file"} {
		form.Add(name, field)
	}
	c.path.OnChanged = c.onTyped
	c.path.OnSubmitted = func(string) { c.save() }
	c.list = kit.NewList(func() int { return len(c.rows) }, newLineRow, c.bind).Ruled()
	c.list.OnSelected = c.onSelected
	c.list.OnActivated = c.onActivated
	c.open(nearestFolder(what.start))
	c.path.SetText(what.start)

	body := kit.VStack(12)
	if what.above != nil {
		body.Add(what.above)
	}
	if what.why != "" {
		body.Add(kit.Body(what.why))
	}
	body.Add(field)
	body.Add(c.spots())
	body.Add(kit.CardFilled(kit.Over(kit.VGap(200), c.list)))
	c.sheet = kit.ShowSheet(w.canvas(), what.title, body, kit.SheetOptions{Save: what.save, OnSave: c.save})
	return c
}

// spots are the places most begin from, one click away.
func (c *chooser) spots() fyne.CanvasObject {
	row := kit.FlowRow(8)
	spot := func(label, path string) {
		row.Add(kit.NewButton(label, func() { c.goTo(path) }).Small())
	}
	for _, drive := range app.Drives() {
		spot(placeName(drive), drive)
	}
	spot(kit.T("files.documents"), app.DocumentsFolder())
	spot(kit.T("files.home"), app.HomeFolder())
	if c.what.ending == "" {
		row.Add(kit.NewButton(kit.T("files.newFolderHere"), c.onNewFolder).Link().Small())
	}
	return row
}

func (c *chooser) onNewFolder() { askForFolder(c) }

// open lists folder and tells whether it could.
func (c *chooser) open(folder string) bool {
	rows, err := app.Browse(folder, c.endings()...)
	if err != nil {
		slog.Error("looking into a folder", "error", err)
		return false
	}
	if up := filepath.Dir(folder); up != folder {
		rows = append([]app.Choosable{{Name: "..", Path: up, Folder: true}}, rows...)
	}
	c.folder, c.rows = folder, rows
	c.list.Reset()
	return true
}

// endings are those of the files that are listed.
func (c *chooser) endings() []string {
	return strings.Fields(c.what.ending + " " + c.what.also)
}

// goTo lists folder and makes it the one that is chosen.
func (c *chooser) goTo(folder string) {
	if !c.open(folder) {
		c.say("files.folderClosed", folder)
		return
	}
	c.form.Clear()
	c.path.SetText(folder)
}

// say puts a sentence beside the path.
func (c *chooser) say(key, path string) {
	c.form.Show(models.Problem{Field: "path", Key: key, Args: map[string]any{"Path": path}})
}

func (c *chooser) bind(i int, o fyne.CanvasObject) {
	if i >= len(c.rows) {
		return
	}
	line := c.rows[i]
	content := kit.RowContent{Title: kit.RichT("files.folder", "Name", line.Name)}
	switch {
	case c.isUp(i):
		content.Title = kit.RichT("files.up", "Name", placeName(line.Path))
	case !line.Folder:
		content.Title = kit.RichT("files.file", "Name", line.Name)
		content.Side = kit.When(c.w.app.Now(), line.Changed)
	}
	o.(*kit.Row).Set(content)
}

// isUp tells whether row i leads to the folder around this one.
func (c *chooser) isUp(i int) bool { return i == 0 && c.rows[0].Name == ".." }

// onSelected writes the path of the row; the row that leads up stands for the folder listed.
func (c *chooser) onSelected(i int) {
	c.form.Clear()
	if c.isUp(i) {
		c.path.SetText(c.folder)
		return
	}
	c.path.SetText(c.rows[i].Path)
}

// onActivated goes into a folder, or takes a file.
func (c *chooser) onActivated(i int) {
	line := c.rows[i]
	if !line.Folder {
		c.path.SetText(line.Path)
		c.save()
		return
	}
	c.goTo(line.Path)
	if len(c.rows) > 0 {
		c.list.Select(0) // so that the arrows go on from the top
	}
}

// onTyped lets the list follow a path typed by hand, a folder at a time: to ask for every letter of the name of a
// machine on the network could take seconds each.
func (c *chooser) onTyped(text string) {
	if !strings.HasSuffix(text, string(filepath.Separator)) && !strings.HasSuffix(text, "/") {
		return
	}
	if folder := typedPath(text); folder != c.folder {
		c.open(folder)
	}
}

func (c *chooser) save() {
	path := typedPath(c.path.Text)
	info, err := os.Stat(path)
	switch {
	case path == "":
		c.say("files.none", "")
	case c.what.ending != "" && err == nil && info.IsDir():
		c.goTo(path) // a folder on the way to the file
	case c.what.ending == "" && errors.Is(err, fs.ErrNotExist) && app.IsFolder(filepath.Dir(path)):
		c.offerToMake(path)
	default:
		c.finish(path)
	}
}

// finish ends the choice where the folder can be written to and check is content.
func (c *chooser) finish(path string) {
	var err error
	if c.what.ending == "" {
		err = checkFolder(path)
	}
	if err == nil {
		err = c.what.check(path)
	}
	if err != nil {
		c.w.Trouble(c.form.Show(err))
		return
	}
	c.sheet.Close()
	c.what.then(path)
}

// typedPath is the path somebody typed or pasted: some systems copy one with quotes, some people write ~ for home.
func typedPath(text string) string {
	text = strings.Trim(strings.TrimSpace(text), `"`)
	if text == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(text, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		text = app.HomeFolder() + rest
	}
	path, err := filepath.Abs(text)
	if err != nil {
		return filepath.Clean(text)
	}
	return path
}

// nearestFolder is the folder at path or, where there is none, the nearest around it.
func nearestFolder(path string) string {
	for !app.IsFolder(path) {
		up := filepath.Dir(path)
		if up == path {
			return app.HomeFolder()
		}
		path = up
	}
	return path
}

// placeName is how a folder is called in a sentence: its own name, or the drive it is the whole of.
func placeName(folder string) string {
	name := filepath.Base(folder)
	if len(name) == 1 && os.IsPathSeparator(name[0]) {
		return folder
	}
	return name
}
