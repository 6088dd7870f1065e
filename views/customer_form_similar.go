package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// similarPeople says, while somebody new is written down, who of the book may be meant: each is a link, which Tab reaches.
type similarPeople struct {
	w      *Window
	typed  func() *models.Customer // who is written down
	moved  func()                  // more or fewer lines are shown
	lines  []*kit.RichLine
	object *fyne.Container
}

// similarShown is how many are named at most.
const similarShown = 3

// newSimilarPeople makes the lines; open is told the target of the link that was followed.
func newSimilarPeople(w *Window, typed func() *models.Customer, open func(target string), moved func()) *similarPeople {
	s := &similarPeople{w: w, typed: typed, moved: moved, object: kit.VStack(2)}
	for range similarShown {
		line := kit.Rich("")
		line.OnLink = open
		line.Hide()
		s.lines = append(s.lines, line)
		s.object.Add(line)
	}
	s.object.Hide()
	return s
}

// look searches the book for who is now typed.
func (s *similarPeople) look() {
	found, err := s.w.store().Similar(s.typed(), similarShown)
	if err != nil {
		s.w.Trouble(err)
		return
	}
	before := 0
	for i, line := range s.lines {
		if line.Visible() {
			before++
		}
		line.Hidden = i >= len(found)
		if !line.Hidden {
			line.SetMarkup(similarMarkup(found[i], i == 0))
		}
	}
	s.object.Hidden = len(found) == 0
	if before != len(found) {
		s.object.Refresh()
		s.moved()
	}
}

func similarMarkup(row models.SimilarRow, first bool) string {
	key := "duplicates.mayMean.or"
	if first {
		key = "duplicates.mayMean"
	}
	args := []any{"Name", linkMarkup(linkCustomer, int64(row.ID), row.Name), "Why", kit.Escape(likenessText(row.Why))}
	if reach := customerSecond(row.CustomerRow); reach != "" {
		return kit.T(key+".reach", append(args, "Reach", kit.Escape(reach))...)
	}
	return kit.T(key, args...)
}

// watchSimilar makes the form of somebody new say who may be meant.
func (f *customerForm) watchSimilar() *similarPeople {
	s := newSimilarPeople(f.w, f.who, f.onSimilar, func() { f.sheet.Refit() })
	also(&f.name.OnChanged, s.look)
	also(&f.phone.OnChanged, s.look)
	also(&f.email.OnChanged, s.look)
	return s
}

// who is the name, the numbers and the addresses now typed.
func (f *customerForm) who() *models.Customer {
	c := &models.Customer{Name: f.name.Text}
	for _, contact := range append(f.phones.read(), f.emails.read()...) {
		if contact.Value != "" {
			c.Contacts = append(c.Contacts, contact)
		}
	}
	return c
}

// onSimilar goes to the card of who was meant. What was typed beyond name, number and address is not thrown away unasked.
func (f *customerForm) onSimilar(target string) {
	leave := func() { f.sheet.Close(); f.w.follow(target) }
	if f.typedMore() {
		kit.Confirm(f.w.canvas(), kit.T("customers.form.similar.leave"), kit.T("customers.form.similar.yes"), leave)
		return
	}
	leave()
}

// typedMore tells whether more was typed than what somebody is known by: the name, a number and an e-mail address.
func (f *customerForm) typedMore() bool {
	known := 0
	for _, text := range []string{f.phone.Text, f.email.Text} {
		if strings.TrimSpace(text) != "" {
			known++
		}
	}
	return len(f.who().Contacts) > known || f.typedBeside() != f.openedBeside
}
