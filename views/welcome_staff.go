package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// staffTyped is what was said of who works in a new shop.
type staffTyped struct {
	names []string
	name  string // in the field, not added yet
}

// welcomeStaffWays are the ways on from the question who works there, each with what was said.
type welcomeStaffWays struct {
	then func(staffTyped) error // by Skip too: whoever was added is said
	back func(staffTyped)       // nil for none
}

// welcomeStaff asks who works there: names, each added by Enter.
type welcomeStaff struct {
	w     *Window
	ways  welcomeStaffWays
	form  *kit.Form
	name  *kit.Entry
	names []string
	added *fyne.Container
	sheet *kit.Sheet
}

// showWelcomeStaff asks who works in the shop that is open, with what stands above and what was said before. The button goOn goes on.
func showWelcomeStaff(w *Window, goOn string, typed staffTyped, ways welcomeStaffWays, above ...fyne.CanvasObject) {
	s := &welcomeStaff{w: w, ways: ways, form: kit.NewForm(), name: kit.NewEntry(""), names: slices.Clone(typed.names), added: kit.VStack(4)}
	s.name.SetText(typed.name)
	field := s.form.Add("name", kit.NewField(kit.T("welcome.staff"), s.name).WithHint(kit.T("welcome.staffWhy")))
	s.name.OnSubmitted = func(string) { s.onEnter() }
	s.list()
	opts := kit.SheetOptions{Help: "first-hour", Save: goOn, OnSave: s.finish, Cancel: kit.T("welcome.skip"), OnCancel: s.leave, Width: 520}
	if ways.back != nil {
		opts.Back = func() { ways.back(s.typed()) }
	}
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("welcome.staffTitle"), kit.VStack(12, append(above, field, s.added)...), opts)
}

func (s *welcomeStaff) typed() staffTyped { return staffTyped{names: s.names, name: s.name.Text} }

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
	err := models.Staff{Name: name}.CheckName()
	if err == nil && slices.ContainsFunc(s.names, func(known string) bool { return strings.EqualFold(known, name) }) {
		err = models.Problem{Field: "name", Key: "staff.twice"}
	}
	if err != nil {
		s.form.Show(err)
		return false
	}
	s.form.Clear()
	s.names = append(s.names, name)
	s.name.SetText("")
	s.show()
	return true
}

func (s *welcomeStaff) list() {
	s.added.Objects = nil
	for i, name := range s.names {
		s.added.Add(kit.HStack(8, kit.Grow(kit.Strong(name)), kit.NewCloser(func() { s.remove(i) })))
	}
}

func (s *welcomeStaff) show() {
	s.list()
	s.added.Refresh()
	s.sheet.Refit()
}

func (s *welcomeStaff) remove(i int) {
	s.names = slices.Delete(s.names, i, i+1)
	s.show()
	s.form.Field("name").Focus()
}

// finish goes on with everybody, and with the name still in the field.
func (s *welcomeStaff) finish() {
	if strings.TrimSpace(s.name.Text) != "" && !s.add() {
		return
	}
	s.sheet.Close()
	s.w.Trouble(s.ways.then(s.typed()))
}

// leave is for who does not want to say: whoever was added all the same, or stands in the field, works there.
func (s *welcomeStaff) leave() {
	if strings.TrimSpace(s.name.Text) != "" {
		s.add()
	}
	s.w.Trouble(s.ways.then(s.typed()))
}
