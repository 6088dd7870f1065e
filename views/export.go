package views

import (
	"context"
	"path/filepath"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// exporting says who is to go out into a file.
type exporting struct {
	pick models.Pick
	who  func(n int) string // who they are, for so many: "The 14 chosen customers"
	name string             // what the file is called unless its owner says otherwise
}

// exportBook asks how the whole book is to go out, and writes it.
func exportBook(w *Window) {
	showExport(w, exporting{who: whoIs("export.who.book"), name: kit.T("export.name.book")})
}

// exportChosen asks how the chosen customers are to go out, in their order, and writes them.
func exportChosen(w *Window, ids []models.CustomerID) {
	showExport(w, exporting{pick: models.Pick{IDs: append([]models.CustomerID{}, ids...)}, who: whoIs("export.who.chosen"), name: kit.T("export.name.chosen")})
}

// exportListed does the same for the customers of a list, whose name is "" where it has none.
func exportListed(w *Window, ids []models.CustomerID, list string) {
	e := exporting{pick: models.Pick{IDs: append([]models.CustomerID{}, ids...)}, who: whoIs("export.who.listed"), name: kit.T("export.name.listed")}
	if list != "" {
		e.who = func(n int) string { return kit.TN("export.who.named", n, "Count", kit.Count(n), "List", list) }
		e.name = list
	}
	showExport(w, e)
}

func whoIs(key string) func(n int) string {
	return func(n int) string { return kit.TN(key, n, "Count", kit.Count(n)) }
}

// exportSheet asks for the kind of file, whom to leave out and where the file is to lie, and writes it. It stays until the
// file is there, so that nothing typed is lost when a disk is full.
type exportSheet struct {
	w     *Window
	what  exporting
	count models.PickCount
	form  *kit.Form
	sheet *kit.Sheet
	busy  atomic.Bool // a file is being written; the work itself ends it, for one that was cancelled calls nobody

	who, left  *kit.RichLine
	kinds      *kit.Chips
	kindField  *kit.Field
	archived   *kit.Tick // nil where they are no question
	without    map[models.Permission]*kit.Tick
	spare      *fyne.Container // the ticks of without
	spareField *kit.Field
	body       *fyne.Container
	place      *exportPlace
}

// showExport opens the sheet for who is to go out. Of nobody it says so instead.
func showExport(w *Window, what exporting) {
	s := &exportSheet{w: w, what: what, form: kit.NewForm(), who: kit.Strong(""), left: kit.Quiet(""), spare: kit.FlowRow(14)}
	if err := s.read(); err != nil {
		w.Trouble(err)
		return
	}
	if s.count.Left() == 0 && s.archived == nil {
		w.Say(kit.T("export.nobody"))
		return
	}
	s.kinds = exportKindChips(w, app.BookCustomers, app.ExportKinds, func(string) { s.onKind() })
	s.kindField = kit.NewField(kit.T("export.kind"), s.kinds)
	s.place = newExportPlace(w, app.FolderExports, s.form, kit.T("export.fileName"), what.name, func() { s.save() })
	s.onKind()
	s.spareField = s.form.Add("who", kit.NewField(kit.T("export.spare"), s.spare))
	s.body = kit.VStack(14, kit.VStack(2, s.who, s.left), s.kindField)
	if s.archived != nil {
		s.body.Add(s.archived)
	}
	s.body.Add(s.spareField)
	s.body.Add(s.place.object)
	s.fillSpare()
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("export.title"), s.body, kit.SheetOptions{Help: "exporting", Save: kit.T("export.save"), OnSave: s.save})
}

// exportKindChips are kinds of files to choose among, beginning with the one the book was written as last.
func exportKindChips(w *Window, book app.ExportBook, kinds []app.ExportKind, changed func(string)) *kit.Chips {
	var choices []kit.Choice
	for _, kind := range kinds {
		choices = append(choices, kit.Choice{Value: string(kind), Label: kit.T("export.kind." + string(kind))})
	}
	chips := kit.NewChips(choices, string(w.app.Prefs.ExportKind(book)), changed)
	chips.ArrowsChoose = true
	return chips
}

func (s *exportSheet) kind() app.ExportKind { return app.ExportKind(s.kinds.Value()) }

// onKind says what the chosen kind is good for.
func (s *exportSheet) onKind() {
	s.kindField.SetHint(kit.T("export.for." + s.kinds.Value()))
}

// read counts who goes out, by what they asked to be spared.
func (s *exportSheet) read() (err error) {
	s.count, err = s.w.store().CountPick(s.what.pick)
	if err != nil || s.what.pick.IDs != nil || s.what.pick.Set != models.CustomersAll || s.archived != nil {
		return err
	}
	n, err := s.w.store().CountCustomers(models.CustomersArchived)
	if err == nil && n > 0 {
		s.archived = kit.NewTick(kit.TN("export.archived", n, "Count", kit.Count(n)), false, func(bool) { s.onArchived() })
	}
	return err
}

// onArchived counts anew with those who were put away, or without.
func (s *exportSheet) onArchived() {
	s.what.pick.Archived = s.archived.On()
	s.w.Trouble(s.read())
	s.fillSpare()
	s.sheet.Refit()
}

// fillSpare offers to leave out those who asked for no post, calls or e-mail, as far as there are any; what was ticked stays.
func (s *exportSheet) fillSpare() {
	was := s.leaveOut()
	s.without, s.spare.Objects = map[models.Permission]*kit.Tick{}, nil
	for _, wish := range models.Permissions {
		n := s.count.Asked(wish)
		if n == 0 {
			continue
		}
		tick := kit.NewTick(kit.TN("export.without."+string(wish), n, "Count", kit.Count(n)), slices.Contains(was, wish), func(bool) { s.tell() })
		s.without[wish] = tick
		s.spare.Add(tick)
	}
	s.tell()
	s.spareField.Hidden = len(s.without) == 0
	s.body.Refresh()
}

// leaveOut are the wishes that are ticked.
func (s *exportSheet) leaveOut() (wishes []models.Permission) {
	for _, wish := range models.Permissions {
		if tick := s.without[wish]; tick != nil && tick.On() {
			wishes = append(wishes, wish)
		}
	}
	return wishes
}

// tell says how many go out, and how many of them do not.
func (s *exportSheet) tell() {
	all, left := s.count.Left(), s.count.Left(s.leaveOut()...)
	s.who.SetText(s.what.who(all))
	s.left.SetText(kit.T("export.all"))
	if out := all - left; out > 0 {
		s.left.SetText(kit.TN("export.left", out, "Count", kit.Count(out), "Left", kit.Count(left)))
	}
}

// save settles where the file goes, asks before another is replaced, and writes.
func (s *exportSheet) save() {
	if s.busy.Load() {
		return
	}
	pick := s.what.pick
	pick.Without = s.leaveOut()
	path, err := s.place.path(s.kind().Ending())
	if err == nil && s.count.Left(pick.Without...) == 0 {
		err = models.Problem{Field: "who", Key: "export.nobody"}
	}
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.form.Clear()
	s.place.askToReplace(path, func() { s.write(pick, path) })
}

// write writes the file beside the window.
func (s *exportSheet) write(pick models.Pick, path string) {
	s.busy.Store(true)
	store, kind, language, n := s.w.store(), s.kind(), kit.SpokenLanguage().Code, 0
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		defer s.busy.Store(false)
		n, err = app.ExportCustomers(ctx, store, pick, kind, language, path, report)
		return err
	}
	s.w.RunBeside(kit.T("export.running"), work, func(err error) { s.written(n, path, err) })
}

// written tells where the file is.
func (s *exportSheet) written(n int, path string, err error) {
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.w.app.Prefs.SetExportKind(app.BookCustomers, s.kind())
	s.place.remember()
	folder := filepath.Dir(path)
	s.w.Offer(kit.TN("export.did", n, "Count", kit.Count(n), "File", filepath.Base(path), "Folder", placeName(folder)),
		kit.T("files.showFolder"), func() { showFolder(s.w, folder) })
}
