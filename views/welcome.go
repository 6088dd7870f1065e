package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// welcomeShop is the first step of the first start: the shop's name.
type welcomeShop struct {
	w     *Window
	form  *kit.Form
	name  *kit.Entry
	sheet *kit.Sheet
}

// showWelcome is the first start: the shop's name, who works there, and how to begin. Each can be skipped, and changed later in
// the settings.
func showWelcome(w *Window) {
	s := &welcomeShop{w: w, form: kit.NewForm(), name: kit.NewEntry(kit.T("welcome.nameHint"))}
	field := s.form.Add("name", kit.NewField(kit.T("welcome.name"), s.name).WithHint(kit.T("welcome.nameWhy")))
	s.name.OnSubmitted = func(string) { s.save() }
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("welcome.title"), kit.VStack(16, welcomeStep(1), kit.Body(kit.T("welcome.what")), field), kit.SheetOptions{
		Help: "first-hour", Save: kit.T("welcome.next"), OnSave: s.save, Cancel: kit.T("welcome.skip"), OnCancel: s.skip, Width: 520})
}

func (s *welcomeShop) save() { s.goOn(s.name.Text) }

// skip gives the shop a name all the same, or the welcome would come back at every start.
func (s *welcomeShop) skip() { s.goOn(kit.T("welcome.unnamed")) }

func (s *welcomeShop) goOn(name string) {
	if err := nameShop(s.w, name); err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	showWelcomeStaff(s.w, kit.T("welcome.next"), func() { showWelcomeBegin(s.w) }, welcomeStep(2))
}

// welcomeStep says how far the first start is.
func welcomeStep(n int) fyne.CanvasObject { return kit.Quiet(kit.T("welcome.step", "N", n, "Of", 3)) }

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

// welcomeStaff is the second step: names, each added by Enter and stored at the end together.
type welcomeStaff struct {
	w     *Window
	then  func() // the step after it
	form  *kit.Form
	name  *kit.Entry
	names []string
	added *fyne.Container
	sheet *kit.Sheet
}

// showWelcomeStaff asks who works in the shop that is open, with what stands above, and goes on with then, which the button calls goOn.
func showWelcomeStaff(w *Window, goOn string, then func(), above ...fyne.CanvasObject) {
	s := &welcomeStaff{w: w, then: then, form: kit.NewForm(), name: kit.NewEntry(""), added: kit.VStack(4)}
	field := s.form.Add("name", kit.NewField(kit.T("welcome.staff"), s.name).WithHint(kit.T("welcome.staffWhy")))
	s.name.OnSubmitted = func(string) { s.onEnter() }
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("welcome.staffTitle"), kit.VStack(12, append(above, field, s.added)...), kit.SheetOptions{
		Help: "first-hour", Save: goOn, OnSave: s.finish, Cancel: kit.T("welcome.skip"), OnCancel: s.leave, Width: 520})
}

// onEnter adds the name typed; with none typed, those added are all.
func (s *welcomeStaff) onEnter() {
	if strings.TrimSpace(s.name.Text) == "" && len(s.names) > 0 {
		s.finish()
		return
	}
	s.add()
}

// add takes the name typed to the others and tells whether it could.
func (s *welcomeStaff) add() bool {
	name := strings.Join(strings.Fields(s.name.Text), " ")
	key := ""
	switch {
	case name == "":
		key = "staff.name"
	case slices.ContainsFunc(s.names, func(known string) bool { return strings.EqualFold(known, name) }):
		key = "staff.twice"
	}
	if key != "" {
		s.form.Show(models.Problem{Field: "name", Key: key})
		return false
	}
	s.form.Clear()
	s.names = append(s.names, name)
	s.name.SetText("")
	s.show()
	return true
}

func (s *welcomeStaff) show() {
	s.added.Objects = nil
	for i, name := range s.names {
		s.added.Add(kit.HStack(8, kit.Grow(kit.Strong(name)), kit.NewCloser(func() { s.remove(i) })))
	}
	s.added.Refresh()
	s.sheet.Refit()
}

func (s *welcomeStaff) remove(i int) {
	s.names = slices.Delete(s.names, i, i+1)
	s.show()
	s.form.Field("name").Focus()
}

// finish stores everybody, with the name still in the field, and begins the day.
func (s *welcomeStaff) finish() {
	if strings.TrimSpace(s.name.Text) != "" && !s.add() {
		return
	}
	if err := s.store(); err != nil {
		s.show()
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.then()
}

// leave is for who does not want to say: whoever was added all the same is stored.
func (s *welcomeStaff) leave() {
	if strings.TrimSpace(s.name.Text) != "" {
		s.add()
	}
	if err := s.store(); err != nil {
		s.w.Trouble(err)
	}
	s.then()
}

// store stores everybody added. On an error those not stored yet are still in names.
func (s *welcomeStaff) store() error {
	for len(s.names) > 0 {
		if err := s.w.store().SaveStaff(&models.Staff{Name: s.names[0]}); err != nil {
			return err
		}
		s.names = s.names[1:]
	}
	return nil
}
