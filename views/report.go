package views

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// reportProblem asks for a folder and gathers there, in one file to send on, what somebody who mends the program
// needs to know.
func reportProblem(w *Window) {
	var made string
	showChooser(w, kit.NewForm(), choosing{
		title: kit.T("report.title"), why: kit.T("report.why"), label: kit.T("report.folder"), save: kit.T("report.save"),
		start: w.app.Prefs.Folder(app.FolderReports, app.DocumentsFolder()),
		check: func(folder string) (err error) { made, err = w.makeReport(folder); return err },
		then:  func(folder string) { w.reported(folder, made) },
	})
}

func (w *Window) makeReport(folder string) (string, error) {
	path, err := w.app.Report(folder)
	key := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		key = "backup.folderMissing"
	case errors.Is(err, fs.ErrPermission):
		key = "backup.folderReadonly"
	default:
		return path, err
	}
	return "", fmt.Errorf("%w (%w)", models.Problem{Field: "folder", Key: key, Args: map[string]any{"Folder": folder}}, err)
}

func (w *Window) reported(folder, made string) {
	w.app.Prefs.SetFolder(app.FolderReports, folder)
	w.Offer(kit.T("report.did", "File", filepath.Base(made)), kit.T("files.showFolder"), func() { showFolder(w, folder) })
}
