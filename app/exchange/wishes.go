package exchange

import "goodturn/models"

// addWish takes in what somebody asked for. Where one column says they asked for none and another that one may, the wish
// holds.
func (b *builder) addWish(field Field, cell string) {
	c := &b.person.Customer
	switch field {
	case FieldNoPost, FieldMayPost:
		addWish(&c.NoPost, &c.NoPostOn, field == FieldMayPost, cell)
	case FieldNoPhone, FieldMayPhone:
		addWish(&c.NoPhone, &c.NoPhoneOn, field == FieldMayPhone, cell)
	case FieldNoEmail, FieldMayEmail:
		addWish(&c.NoEmail, &c.NoEmailOn, field == FieldMayEmail, cell)
	}
}

func addWish(no *bool, on *models.Day, may bool, cell string) {
	did, day := askedFor(cell)
	if did != may {
		*no, *on = true, day
	}
}

// askedFor reads a wish: a tick, or the day it was said on, as our own files have it.
func askedFor(cell string) (did bool, on models.Day) {
	if day := models.Day(cell); day != "" && day.Valid() {
		return true, day
	}
	return cell != "" && isYes(cell), ""
}

// isYes tells a tick from none.
func isYes(cell string) bool {
	switch models.Fold(cell) {
	case "no", "n", "false", "0", "-", "nein", "non", "nao", "nie", "ні", "falsch", "faux", "falso", "never", "not", "nie wieder", "non merci", "unsubscribed", "opt out", "opted out", "declined":
		return false
	}
	return true
}
