package views

import (
	"context"
	"path/filepath"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/views/kit"
)

// exportPersonSheet asks where everything noted about one person is to be written: it is theirs by right.
type exportPersonSheet struct {
	w     *Window
	id    models.CustomerID
	name  string
	form  *kit.Form
	place *exportPlace
	sheet *kit.Sheet
	busy  atomic.Bool // see exportSheet
}

// exportPerson opens the sheet for a customer, who is called name.
func exportPerson(w *Window, id models.CustomerID, name string) {
	s := &exportPersonSheet{w: w, id: id, name: name, form: kit.NewForm()}
	s.place = newExportPlace(w, app.FolderExports, s.form, kit.T("export.fileName"), name, func() { s.save() })
	body := kit.VStack(14, kit.Body(kit.T("export.person", "Name", name)), s.place.object)
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("export.personTitle", "Name", name), body, kit.SheetOptions{Help: "privacy", Save: kit.T("export.personSave"), OnSave: s.save})
}

// save settles where the two files go, asks before others are replaced, and writes.
func (s *exportPersonSheet) save() {
	if s.busy.Load() {
		return
	}
	path, err := s.place.path(".html")
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.form.Clear()
	asked := path
	if s.place.exists(path) == nil {
		asked = app.PersonPrograms(path)
	}
	s.place.askToReplace(asked, func() { s.write(path) })
}

// write reads what is noted now, and writes it beside the window: the folder may be on a slow stick.
func (s *exportPersonSheet) write(path string) {
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	person, err := app.ReadPerson(s.w.store(), s.id, s.name, s.w.personWords(shop))
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.busy.Store(true)
	work := func(context.Context, func(done, total int)) error {
		defer s.busy.Store(false)
		return person.Save(path)
	}
	from := s.w.spot()
	s.w.RunBeside(kit.T("export.running"), work, func(err error) { s.written(path, from, err) })
}

// personWords are how the page says what is noted, in the language and the currency of the shop. Days have their year: it is read again later.
func (w *Window) personWords(shop models.Shop) exchange.PersonWords {
	language, day := kit.SpokenLanguage().Code, func(day models.Day) string { return kit.BirthdayText(string(day)) }
	return exchange.PersonWords{Words: exchange.WordsIn(language), Language: language, Moment: wholeMoment, Count: kit.Count,
		Day:    day,
		Money:  func(amount models.Money) string { return kit.FormatMoney(shop.Symbol, shop.Decimals, int64(amount)) },
		Change: changeWords{w: w, shop: shop, day: day}.fieldText}
}

// wholeMoment says a time with its day and year.
func wholeMoment(at time.Time) string {
	return kit.T("kit.day.at", "Day", kit.BirthdayText(at.Format(time.DateOnly)), "Time", kit.Clock(at))
}

// written says where the files are, and opens the page or the folder.
func (s *exportPersonSheet) written(path string, from spot, err error) {
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	left := from.left()
	s.sheet.Close()
	s.place.remember()
	folder := filepath.Dir(path)
	sentence := kit.T("export.personDid", "Page", filepath.Base(path), "Programs", filepath.Base(app.PersonPrograms(path)), "Folder", placeName(folder))
	if left {
		s.w.offerLater(sentence, func() { s.open(path) }, nil)
		return
	}
	show := kit.NewButton(kit.T("files.showFolder"), func() { showFolder(s.w, folder) })
	var done *kit.Sheet
	open := func() { done.Close(); s.open(path) }
	done = kit.ShowSheet(s.w.canvas(), kit.T("export.personTitle", "Name", s.name), kit.Body(sentence),
		kit.SheetOptions{Help: "privacy", Save: kit.T("export.open"), OnSave: open, Cancel: kit.T("kit.close"), Extra: []fyne.CanvasObject{show}, Width: 560})
	s.w.canvas().Focus(done.SaveButton()) // to be looked at, or printed, before it is handed over
}

// open shows the page in the system's browser.
func (s *exportPersonSheet) open(path string) {
	if err := s.w.app.ShowFile(path); err != nil {
		s.w.Trouble(models.Problem{Field: "path", Key: "export.noBrowser", Args: map[string]any{"Path": path}})
	}
}

// onGiveAll gives the customer on the card all that is noted about them.
func (c *customerCard) onGiveAll() { exportPerson(c.w, c.id, c.card.Customer.CalledName()) }
