package views

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/views/kit"
)

// checkFile says beside the path that there is no such file.
func checkFile(path string) error {
	if _, err := os.Stat(path); err != nil {
		return models.Problem{Field: "path", Key: "import.missing"}
	}
	return nil
}

// askToTakeBack asks once more: whom the import added goes for good.
func (s *importScreen) askToTakeBack(id models.ImportID) {
	kit.Confirm(s.w.canvas(), kit.T("import.sure"), kit.T("import.takeBack"), func() { s.takeBack(id) })
}

func (s *importScreen) takeBack(id models.ImportID) {
	var undone models.ImportUndone
	store := s.w.store()
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		undone, err = store.UndoImport(ctx, id)
		return err
	}
	from := s.w.spot()
	s.run(kit.T("import.takingBack"), work, func(err error) { s.tookBack(id, undone, from, err) })
}

func (s *importScreen) tookBack(id models.ImportID, undone models.ImportUndone, from spot, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	if s.done != nil && s.done.result.ID == id {
		s.done = nil
	}
	s.w.store().ImportEnded()
	s.showStart()
	said, tell := kit.TN("import.undone", undone.Removed), func() { s.showKeptPeople(undone) }
	switch {
	case len(undone.Kept) == 0:
		s.w.Say(said)
	case from.left():
		s.w.offerLater(said, tell, nil)
	default:
		tell()
	}
}

// mostKept is how many of those who stay are named: beyond it nobody reads on.
const mostKept = 200

// showKeptPeople says what was taken back, and who stays because they were changed since.
func (s *importScreen) showKeptPeople(undone models.ImportUndone) {
	names := kit.VStack(4)
	for i, id := range undone.Kept {
		c, err := s.w.store().Customer(id)
		if i == mostKept || err != nil {
			continue
		}
		line := kit.Rich(linkMarkup(linkCustomer, int64(id), c.CalledName()))
		line.OnLink = func(target string) { kit.TopLayer(s.w.canvas()).OnEscape(); s.w.follow(target) }
		names.Add(line)
		if len(names.Objects) == mostKept {
			break
		}
	}
	body := kit.VStack(12, kit.Body(kit.TN("import.undone", undone.Removed)), kit.Body(kit.TN("import.kept", len(undone.Kept))), names)
	kit.ShowSheet(s.w.canvas(), kit.T("import.keptTitle"), body, kit.SheetOptions{Help: "importing", Width: 520})
}

// saveRejected asks for a folder and writes the rows that were not stored there, to be mended and imported again.
func (s *importScreen) saveRejected(path string, survey exchange.Survey, issues []models.ImportIssue) {
	s.saveRows("rejected", path, survey, notStored(issues))
}

// saveUnclear does so with the rows that were stored without a part of what they say.
func (s *importScreen) saveUnclear(path string, survey exchange.Survey, issues []models.ImportIssue) {
	s.saveRows("unclear", path, survey, unclear(issues))
}

// saveKept does so with the rows that say otherwise than a card, to be looked at in peace.
func (s *importScreen) saveKept(path string, survey exchange.Survey, kept []models.ImportIssue) {
	s.saveRows("kept", path, survey, kept)
}

// saveRows asks where to in the words of the sort of rows, and writes them.
func (s *importScreen) saveRows(sort, path string, survey exchange.Survey, issues []models.ImportIssue) {
	showChooser(s.w, kit.NewForm(), choosing{title: kit.T("import.save." + sort + ".title"), why: kit.T("import.save." + sort + ".why"), label: kit.T("import.rejectedFolder"),
		save: kit.T("import.rejectedSave"), start: filepath.Dir(path), check: func(string) error { return nil },
		then: func(folder string) { s.writeRows(folder, sort, path, survey, issues) }})
}

func (s *importScreen) writeRows(folder, sort, path string, survey exchange.Survey, issues []models.ImportIssue) {
	target, language := app.RejectedName(folder, path, kit.T("import.save."+sort+".name")), kit.SpokenLanguage().Code
	work := func(ctx context.Context, _ func(done, total int)) error {
		return app.SaveRejected(ctx, path, survey, issues, keptSentence, language, target)
	}
	s.w.RunBeside(kit.T("import.rejectedWriting"), work, func(err error) { s.wroteRejected(target, err) })
}

func (s *importScreen) wroteRejected(target string, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	folder := filepath.Dir(target)
	s.w.Offer(kit.T("import.rejectedDid", "File", filepath.Base(target), "Where", placeName(folder)), kit.T("files.showFolder"), func() { showFolder(s.w, folder) })
}

// focusOn makes o what the step begins with.
func (s *importScreen) focusOn(o fyne.Focusable) func() {
	return func() { s.w.canvas().Focus(o) }
}
