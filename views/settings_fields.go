package views

import (
	"strconv"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// shopFields are the fields of the shop's details. Each is stored by itself when it is left; one that cannot be
// kept stays as it was typed, with the sentence beneath it.
type shopFields struct {
	w     *Window
	store *models.Store // the shop they belong to
	form  *kit.Form
	all   []*shopField
}

// shopField is one field: how it is written, and how what was typed goes into the shop.
type shopField struct {
	entry *kit.Entry
	field *kit.Field
	read  func(models.Shop) string
	write func(shop *models.Shop, typed string)
	check func(shop models.Shop, typed string) error // a Problem of what cannot be read; nil for what always can
	was   string                                     // as it is stored
}

func newShopFields(w *Window) *shopFields {
	return &shopFields{w: w, store: w.store(), form: kit.NewForm()}
}

func (s *shopFields) first() *kit.Entry { return s.all[0].entry }

// addText makes a field of the text that of points at; name is the one models.Problem uses.
func (s *shopFields) addText(name string, entry *kit.Entry, of func(*models.Shop) *string) *kit.Field {
	return s.add(name, &shopField{entry: entry,
		read:  func(shop models.Shop) string { return *of(&shop) },
		write: func(shop *models.Shop, typed string) { *of(shop) = typed },
	})
}

// addDays makes a field of the number of days that of points at.
func (s *shopFields) addDays(name string, of func(*models.Shop) *int) *kit.Field {
	return s.add(name, &shopField{entry: kit.NewEntry(""),
		read:  func(shop models.Shop) string { return strconv.Itoa(*of(&shop)) },
		write: func(shop *models.Shop, typed string) { *of(shop) = daysIn(typed) },
	})
}

// daysIn reads a number of days. What is none is 0, which no number of days may be: the shop says so.
func daysIn(typed string) int {
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil {
		return 0
	}
	return n
}

func (s *shopFields) add(name string, f *shopField) *kit.Field {
	f.field = s.form.Add(name, kit.NewField(kit.T("settings."+name), f.entry))
	f.entry.OnSubmitted = func(string) { s.save(f) }
	f.entry.OnFocus = func(focused bool) {
		if !focused {
			s.save(f)
		}
	}
	s.all = append(s.all, f)
	return f.field
}

// reload shows what is stored, but where the owner is typing something else.
func (s *shopFields) reload(shop models.Shop) {
	for _, f := range s.all {
		typing := f.entry.Text != f.was
		f.was = f.read(shop)
		if !typing {
			f.show()
		}
	}
}

// show writes what is stored.
func (f *shopField) show() {
	f.field.SetProblem("")
	if f.entry.Text != f.was {
		f.entry.SetText(f.was)
	}
}

// save stores one field where it says something else than before.
func (s *shopFields) save(f *shopField) {
	if s.w.app.Store != s.store {
		return // another shop was opened while this field still had the cursor
	}
	if f.entry.Text == f.was {
		f.show()
		return
	}
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	if f.check != nil {
		if err := f.check(shop, f.entry.Text); err != nil {
			s.refused(f, err)
			return
		}
	}
	f.write(&shop, f.entry.Text)
	if err := s.w.store().SaveShop(&shop); err != nil {
		s.refused(f, err)
		return
	}
	f.was = f.read(shop)
	f.show()
	s.w.Did(kit.T("settings.saved"))
}

// refused says beneath the field why it was not stored. The keyboard is on its way elsewhere and is not called back.
func (s *shopFields) refused(f *shopField, err error) {
	problem, ok := models.IsProblem(err)
	if !ok || s.form.Field(problem.Field) == nil {
		s.w.Trouble(err)
		return
	}
	s.form.Field(problem.Field).SetProblem(kit.Sentence(problem))
}

// leave stores every field that is not stored yet.
func (s *shopFields) leave() {
	for _, f := range s.all {
		s.save(f)
	}
}

// choose stores a choice made by a click, and says so.
func (s *shopFields) choose(change func(*models.Shop)) {
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	change(&shop)
	if err := s.w.store().SaveShop(&shop); err != nil {
		s.w.reload(PlaceSettings) // what was not stored is not shown as chosen
		s.w.Trouble(err)
		return
	}
	s.w.Did(kit.T("settings.saved"))
}
