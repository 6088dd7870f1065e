package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// welcome is the first start on its way through its three steps. What was typed in one is still there when Back leads to it again.
type welcome struct {
	w        *Window
	name     string // of the shop, as typed
	staff    staffTyped
	quitting bool // the window is being closed meanwhile: no further step is asked
}

// showWelcome is the first start: the shop's name, who works there, and how to begin. Each can be left out, and changed later in
// the settings.
func showWelcome(w *Window) {
	w.first = &welcome{w: w}
	w.rail.backup.show()
	w.first.askShop()
}

func (f *welcome) askShop() {
	s := &welcomeShop{first: f, form: kit.NewForm(), name: kit.NewEntry(kit.T("welcome.nameHint"))}
	s.name.SetText(f.name)
	field := s.form.Add("name", kit.NewField(kit.T("welcome.name"), s.name).WithHint(kit.T("welcome.nameWhy")))
	s.name.OnSubmitted = func(string) { s.save() }
	s.sheet = kit.ShowSheet(f.w.canvas(), kit.T("welcome.title"), kit.VStack(16, welcomeStep(1), kit.Body(kit.T("welcome.what")), field), kit.SheetOptions{
		Help: "first-hour", Save: kit.T("welcome.next"), OnSave: s.save, Cancel: kit.T("welcome.skip"), OnCancel: s.skip, Width: 520})
}

func (f *welcome) askStaff() {
	showWelcomeStaff(f.w, kit.T("welcome.next"), f.staff, welcomeStaffWays{then: f.askBegin, back: f.backToShop}, welcomeStep(2))
}

func (f *welcome) backToShop(typed staffTyped) {
	f.staff = typed
	f.askShop()
}

// askBegin goes on to the last step. Who works there is stored behind it: until then the owner may come back and say it otherwise.
func (f *welcome) askBegin(typed staffTyped) error {
	f.staff = typed
	if f.quitting {
		return f.end()
	}
	showWelcomeBegin(f)
	return nil
}

// end ends the first start, and stores who works there.
func (f *welcome) end() error {
	f.w.first = nil
	f.w.rail.backup.show()
	return storeStaff(f.w.store(), f.staff.names)
}

// storeStaff adds those who do not work here yet.
func storeStaff(store *models.Store, names []string) error {
	staff, err := store.Staff(false)
	if err != nil {
		return err
	}
	for _, name := range names {
		if slices.ContainsFunc(staff, func(m models.Staff) bool { return strings.EqualFold(m.Name, name) }) {
			continue
		}
		if err := store.SaveStaff(&models.Staff{Name: name}); err != nil {
			return err
		}
	}
	return nil
}

// welcomeStep says how far the first start is.
func welcomeStep(n int) fyne.CanvasObject { return kit.Quiet(kit.T("welcome.step", "N", n, "Of", 3)) }

// welcomeShop is the first step: the shop's name.
type welcomeShop struct {
	first *welcome
	form  *kit.Form
	name  *kit.Entry
	sheet *kit.Sheet
}

func (s *welcomeShop) save() { s.goOn(s.name.Text) }

// skip gives the shop a name all the same, or the welcome would come back at every start. Who closes the window is asked again.
func (s *welcomeShop) skip() {
	if s.first.quitting {
		return
	}
	s.goOn(kit.T("welcome.unnamed"))
}

func (s *welcomeShop) goOn(name string) {
	if err := nameShop(s.first.w, name); err != nil {
		s.first.w.Trouble(s.form.Show(err))
		return
	}
	s.first.name = s.name.Text
	s.sheet.Close()
	s.first.askStaff()
}

// nameShop stores the shop's name. One that had none is made a shop of its country and language.
func nameShop(w *Window, name string) error {
	shop, err := w.store().Shop()
	if err != nil {
		return err
	}
	first := shop.Name == ""
	ofCountry(&shop, w.app.Locale())
	shop.Name = name
	if err := w.store().SaveShop(&shop); err != nil || !first {
		return err
	}
	return nameSources(w.store())
}
