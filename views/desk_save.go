package views

import (
	"goodturn/app"
	"goodturn/views/kit"
)

// pagesSave asks where pages are to be saved as a PDF, and saves them. It stays until the file is there.
type pagesSave struct {
	d     *desk
	job   printJob
	form  *kit.Form
	place *exportPlace
	sheet *kit.Sheet
}

// save opens it for pages.
func (d *desk) save(job printJob) {
	s := &pagesSave{d: d, job: job, form: kit.NewForm()}
	name := job.name
	if name == "" {
		name = d.what.title
		if d.preview.document != nil {
			name = d.preview.document.Title
		}
	}
	s.place = newExportPlace(d.w, app.FolderPages, s.form, kit.T("export.fileName"), name, s.save)
	s.sheet = kit.ShowSheet(d.w.canvas(), kit.T("desk.save.title"), s.place.object, kit.SheetOptions{Save: kit.T("desk.save.do"), OnSave: s.save})
}

// save settles where the file goes, and asks before another is replaced.
func (s *pagesSave) save() {
	path, err := s.place.path(".pdf")
	if err != nil {
		s.fail(err)
		return
	}
	s.form.Clear()
	s.place.askToReplace(path, func() { s.write(path) })
}

func (s *pagesSave) write(path string) {
	job := s.job
	job.path, job.done, job.fail = path, s.saved, s.fail
	s.d.w.printOut(job)
}

// fail says beside its field what the owner can put right.
func (s *pagesSave) fail(err error) { s.d.w.Trouble(s.form.Show(err)) }

func (s *pagesSave) saved(out printedPages) {
	s.place.remember()
	s.sheet.Close()
	s.d.onPrinted(out)
}
