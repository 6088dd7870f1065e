package views

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// rescue copies what can still be read of a damaged shop file into a new one. The damaged one stays as it is.
type rescue struct {
	w       *Window
	damaged string
	name    *kit.Entry
	target  string
	saved   models.Rescued
	sheet   *kit.Sheet
}

// askWhereToRescue asks for the name of the new file and its folder, and goes on.
func askWhereToRescue(w *Window, damaged string) {
	r := &rescue{w: w, damaged: damaged, name: kit.NewEntry("")}
	base := strings.TrimSuffix(filepath.Base(damaged), safekeep.Extension)
	r.name.SetText(kit.T("rescue.name", "Name", base))
	form := kit.NewForm()
	field := form.Add("name", kit.NewField(kit.T("rescue.nameLabel"), r.name))
	c := showChooser(w, form, choosing{
		title: kit.T("rescue.title"), why: kit.T("rescue.why"), above: field, label: kit.T("files.newFolder"), save: kit.T("rescue.begin"),
		start: filesFolder(w), check: r.check, then: func(string) { r.begin() },
	})
	r.name.OnSubmitted = func(string) { c.save() }
}

// check settles the path of the new file.
func (r *rescue) check(folder string) error {
	name := strings.TrimSpace(r.name.Text)
	if name == "" {
		return models.Problem{Field: "name", Key: "rescue.name"}
	}
	r.target = filepath.Join(folder, safekeep.FileName(name))
	if _, err := os.Lstat(r.target); !errors.Is(err, fs.ErrNotExist) {
		return models.Problem{Field: "name", Key: "files.exists", Args: map[string]any{"Name": filepath.Base(r.target)}}
	}
	return nil
}

// begin rescues a file that nobody has open: the shop in the window is closed for it.
func (r *rescue) begin() {
	if r.w.isOpen(r.damaged) {
		r.w.app.Close()
		r.w.opened(models.Problem{Field: "file", Key: "file.damaged"})
	}
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		r.saved, err = models.Rescue(ctx, r.damaged, r.target, report)
		return err
	}
	r.w.RunToShow(kit.T("rescue.running"), work, r.onEnd)
}

func (r *rescue) onEnd(err error) {
	if err != nil {
		r.w.Trouble(err)
		return
	}
	body := kit.VStack(12, kit.VStack(2, kit.Body(kit.T("rescue.did", "File", filepath.Base(r.target))), kit.Strong(r.inAll())), r.table())
	if !r.saved.Left.Whole() {
		body.Add(kit.Strong(kit.T("rescue.left")))
		body.Add(findingLines(r.saved.Left))
	}
	body.Add(kit.Quiet(kit.T("rescue.untouched", "Path", r.damaged)))
	r.sheet = kit.ShowSheet(r.w.canvas(), kit.T("rescue.doneTitle"), body,
		kit.SheetOptions{Help: "backups", Save: kit.T("rescue.openIt"), OnSave: r.open, Cancel: kit.T("kit.close"), Width: 600})
}

// inAll says whether anything is missing from the new file.
func (r *rescue) inAll() string {
	total := r.saved.Total()
	missing := total.Lost + total.Refused
	if missing == 0 {
		return kit.T("rescue.whole")
	}
	return kit.TN("rescue.missing", missing, "Count", kit.Count(missing))
}

// table tells for each sort of thing how many were saved, and how many were not.
func (r *rescue) table() fyne.CanvasObject {
	rows := kit.VStack(6)
	for _, t := range r.saved.Tables {
		if t.Saved+t.Lost+t.Refused == 0 {
			continue
		}
		rows.Add(kit.HStackTop(12, kit.Fixed(210, kit.Quiet(kit.T("rescue.table."+t.Table))),
			kit.Fixed(100, kit.Body(kit.TN("rescue.saved", t.Saved, "Count", kit.Count(t.Saved)))), kit.Grow(lostLine(t))))
	}
	return rows
}

// lostLine says how many rows of a table are not in the new file, and why; nothing where all are.
func lostLine(t models.RescuedTable) fyne.CanvasObject {
	lost, refused := kit.TN("rescue.lost", t.Lost, "Count", kit.Count(t.Lost)), kit.TN("rescue.refused", t.Refused, "Count", kit.Count(t.Refused))
	switch {
	case t.Lost == 0 && t.Refused == 0:
		return kit.Body("")
	case t.Refused == 0:
		return kit.Body(lost).Colored(kit.ColorBad)
	case t.Lost == 0:
		return kit.Body(refused).Colored(kit.ColorBad)
	}
	return kit.Body(kit.T("changes.both", "One", lost, "Other", refused)).Colored(kit.ColorBad)
}

// open goes on with the rescued shop.
func (r *rescue) open() {
	r.sheet.Close()
	r.w.openAndShow(r.target)
}
