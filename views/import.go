package views

import (
	"context"
	"maps"
	"path/filepath"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/views/kit"
)

// importScreen brings a file of another program into the book: it is chosen, looked at column by column, tried, and
// stored. Nothing is stored before the last step, and that is taken back as a whole.
type importScreen struct {
	w       *Window
	content *fyne.Container
	step    importStep

	past []models.Import // those that can be taken back
	done *importDone     // the one stored last, since the page was opened

	path   string // the file under way; "" for none
	survey exchange.Survey
	hand   byHand
	people []models.ImportRow // its first rows as they will be stored
	opts   models.ImportOptions
	trial  models.ImportResult

	columns *kit.List    // of the second step
	focus   func()       // puts the keyboard where the step begins
	main    func()       // what the step's main button does, and Ctrl+Enter
	reading atomic.Int32 // how many files are being read; the work itself counts down, as for busy
	busy    atomic.Bool  // the file is being tried or stored; the work itself ends it, for one that was cancelled calls nobody
}

// importStep is where one is.
type importStep int

const (
	importStart importStep = iota
	importColumns
	importTrial
)

func newImport(w *Window) *importScreen {
	s := &importScreen{w: w, content: page(nil)}
	s.showStart()
	return s
}

// Title is what the page is called.
func (s *importScreen) Title() string { return kit.T("place.import") }

// Content is what the window shows.
func (s *importScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what an import adds to.
func (s *importScreen) Uses(k models.Kind) bool { return k.Any(models.KindCustomer) }

// FocusFirst puts the keyboard where the step begins.
func (s *importScreen) FocusFirst() {
	s.w.layer.OnSave = func() { s.main() }
	s.focus()
}

// Leave gives Ctrl+Enter back.
func (s *importScreen) Leave() { s.w.layer.OnSave = nil }

// mainButton makes the button of what comes next in a step. While a file is read there is nothing that comes next.
func (s *importScreen) mainButton(label string, next func()) *kit.Button {
	do := func() {
		if s.reading.Load() == 0 {
			next()
		}
	}
	s.main = do
	return kit.NewButton(label, do).Primary().Hint(kit.ShortcutText(key(fyne.KeyReturn)))
}

// Reload reads anew which imports can be taken back. A file under way is left as it is: it is tried again before
// anything is stored.
func (s *importScreen) Reload() (err error) {
	if s.past, err = s.w.store().Imports(); err != nil {
		return err
	}
	if s.step == importStart {
		s.showStart()
	}
	return nil
}

// show fills the page with a step: what it is about, what can be done next at the right, and its body.
func (s *importScreen) show(step importStep, subtitle string, actions []fyne.CanvasObject, body fyne.CanvasObject) {
	s.step = step
	head := kit.PageHead(kit.Title(kit.T("place.import")), kit.Rich(subtitle).Colored(kit.ColorQuiet), actions...)
	s.content.Objects = []fyne.CanvasObject{kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(body)))}
	s.content.Refresh()
}

// fileName is how the file under way is called.
func (s *importScreen) fileName() string { return filepath.Base(s.path) }

// importFile begins with the file at path, on the page of imports.
func (w *Window) importFile(path string) {
	w.Show(PlaceImport)
	w.screens[PlaceImport].(*importScreen).read(path)
}

// read reads the file through and shows how it was understood.
func (s *importScreen) read(path string) {
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.app.Prefs.SetImportFolder(filepath.Dir(path))
	language := kit.SpokenLanguage().Code
	s.look(path, byHand{}, func(ctx context.Context) (exchange.Survey, error) {
		return s.w.app.ReadImport(ctx, path, shop.Decimals, language)
	})
}

func (s *importScreen) look(path string, hand byHand, read func(context.Context) (exchange.Survey, error)) {
	var survey exchange.Survey
	s.reading.Add(1)
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		defer s.reading.Add(-1)
		survey, err = read(ctx)
		return err
	}
	title, from := kit.T("import.reading", "File", filepath.Base(path)), s.w.spot()
	s.w.Run(title, work, func(err error) { s.arrive(title, from, err, func(err error) { s.looked(path, survey, hand, err) }) })
}

// arrive shows what came of work that began at from. Somebody who has gone to another page is told that it is done, and somebody who
// types elsewhere by now types on.
func (s *importScreen) arrive(title string, from spot, err error, show func(error)) {
	left := from.left()
	show(err)
	switch {
	case err != nil:
	case s.w.place != PlaceImport:
		s.w.offerLater(kit.T("job.done", "Job", title), func() { s.w.Show(PlaceImport) }, nil)
	case !left && !kit.SheetOpen(s.w.canvas()):
		s.FocusFirst()
	}
}

// looked shows how the file was understood.
func (s *importScreen) looked(path string, survey exchange.Survey, hand byHand, err error) {
	if err != nil {
		s.w.Trouble(err)
		s.again()
		return
	}
	hand.apply(&survey.Mapping, survey.Headers)
	s.path, s.survey, s.hand, s.done = path, survey, hand, nil
	s.opts = models.ImportOptions{Known: models.ImportFill, Choices: map[int]models.ImportChoice{}}
	s.showColumns()
}

// again shows the step as it was, after the owner chose a way of reading that did not work.
func (s *importScreen) again() {
	if s.step == importColumns {
		s.showColumns()
	}
}

// tryOut tells what storing the file would do, and shows it.
func (s *importScreen) tryOut() {
	if !s.isCards() && !s.survey.Mapping.TellsWho() {
		s.w.Say(kit.T("import.nobody"))
		return
	}
	s.try(s.opts, "")
}

// try tells what storing the file so would do; list is what is shown of it first, "" for the first there is.
func (s *importScreen) try(opts models.ImportOptions, list string) {
	trial := opts
	trial.Trial = true
	var result models.ImportResult
	s.run(kit.T("import.trying"), s.importing(trial, &result), func(err error) { s.tried(opts, result, list, err) })
}

func (s *importScreen) tried(opts models.ImportOptions, result models.ImportResult, list string, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.opts, s.trial = opts, result
	s.showTrial(list)
}

// run does one such thing at a time: a second press before the first shows its progress would store the file twice.
func (s *importScreen) run(title string, work app.Work, done func(error)) {
	if !s.busy.CompareAndSwap(false, true) {
		return
	}
	once := func(ctx context.Context, report func(done, total int)) error {
		defer s.busy.Store(false)
		return work(ctx, report)
	}
	from := s.w.spot()
	s.w.Run(title, once, func(err error) { s.arrive(title, from, err, done) })
}

// importing is the work of storing the file, or trying to.
func (s *importScreen) importing(opts models.ImportOptions, result *models.ImportResult) app.Work {
	store, path, survey := s.w.store(), s.path, s.survey
	opts.Choices = maps.Clone(opts.Choices) // the owner may go on choosing
	return func(ctx context.Context, report func(done, total int)) (err error) {
		*result, err = app.Import(ctx, store, path, survey, opts, report)
		return err
	}
}

// store stores the file.
func (s *importScreen) store() {
	var result models.ImportResult
	s.run(kit.T("import.storing", "File", s.fileName()), s.importing(s.opts, &result), func(err error) { s.stored(result, err) })
}

// stored tells what was done, with its Undo.
func (s *importScreen) stored(result models.ImportResult, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.app.Prefs.SetImportColumns(s.survey.Headers, s.survey.Mapping.Columns)
	if s.hand.format {
		s.w.app.Prefs.SetImportFormat(s.survey)
	}
	s.done = &importDone{path: s.path, survey: s.survey, result: result}
	s.path, s.step = "", importStart
	s.w.store().ImportEnded() // which reloads this page too
	s.showStart()
}

// isCards tells whether the file holds vCards, which say themselves what is what.
func (s *importScreen) isCards() bool { return s.survey.Format.Kind == exchange.KindCards }

// isImportable tells whether a file dropped on the window is one to import.
func isImportable(path string) bool {
	for _, ending := range app.ImportEndings {
		if strings.EqualFold(filepath.Ext(path), ending) {
			return true
		}
	}
	return false
}
