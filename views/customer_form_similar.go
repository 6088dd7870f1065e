package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// similarLine says, while somebody new is typed, who of that name or number is in the book already.
type similarLine struct {
	form   *customerForm
	object *kit.RichLine
}

func newSimilarLine(f *customerForm) *similarLine {
	l := &similarLine{form: f, object: kit.Rich("")}
	l.object.OnLink = l.onOpen
	l.object.Hide()
	f.name.OnChanged = func(string) { l.look() }
	f.phone.OnChanged = func(string) { l.look() }
	return l
}

// sameDigits is how many digits at the end of two numbers make them the same, with or without a country's code.
const sameDigits = 8

// look searches the book for the name and the number now typed.
func (l *similarLine) look() {
	found, err := l.find()
	if err != nil {
		l.form.w.Trouble(err)
		return
	}
	markup := ""
	if found != nil {
		who := linkMarkup(linkCustomer, int64(found.ID), found.Name)
		markup = kit.T("customers.form.similar", "Name", who, "Second", kit.Escape(found.Phone))
	}
	l.object.SetMarkup(markup)
	if l.object.Visible() != (markup != "") {
		l.object.Hidden = markup == ""
		l.form.sheet.Refit()
	}
}

// find gives somebody with the same number, or else with the same name; nil where there is none.
func (l *similarLine) find() (*models.CustomerRow, error) {
	if digits := models.Digits(l.form.phone.Text); len(digits) >= sameDigits {
		tail := digits[len(digits)-sameDigits:]
		same := func(row models.CustomerRow) bool { return strings.HasSuffix(models.Digits(row.Phone), tail) }
		if row, err := l.first(tail, same); row != nil || err != nil {
			return row, err
		}
	}
	name := models.Fold(l.form.name.Text)
	if name == "" {
		return nil, nil
	}
	return l.first(name, func(row models.CustomerRow) bool { return models.Fold(row.Name) == name })
}

func (l *similarLine) first(text string, same func(models.CustomerRow) bool) (*models.CustomerRow, error) {
	rows, err := l.form.w.store().FindCustomers(text, 10)
	for _, row := range rows {
		if same(row) {
			return &row, err
		}
	}
	return nil, err
}

// onOpen goes to the card of who was meant. What was typed beyond name and number is not thrown away unasked.
func (l *similarLine) onOpen(target string) {
	leave := func() { l.form.sheet.Close(); l.form.w.follow(target) }
	f := l.form
	more := strings.TrimSpace(f.called.Text + f.email.Text + f.birthday.Text + f.address.Text + f.remember.Text)
	if more == "" {
		leave()
		return
	}
	kit.Confirm(f.w.canvas(), kit.T("customers.form.similar.leave"), kit.T("customers.form.similar.yes"), leave)
}
