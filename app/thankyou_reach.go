package app

import (
	"strings"

	"goodturn/models"
)

// LeftOut counts what a printed list leaves out because people asked for it.
type LeftOut struct {
	Posts  int // addresses
	Calls  int // phone numbers
	Emails int // e-mail addresses
}

// reach is one way to reach somebody.
type reach struct {
	value  string
	unless bool // they asked us to leave it out
	left   *int // where that is counted
}

// Reach gives the way to reach somebody that suits how they are to be thanked best, "" where there is none. Ways
// they asked us to leave out are passed over, and counted.
func (l *LeftOut) Reach(t models.ThankYouRow) string {
	address := strings.Join(strings.FieldsFunc(t.Address, isLineEnd), ", ")
	post := reach{address, t.NoPost, &l.Posts}
	phone := reach{t.Phone, t.NoPhone, &l.Calls}
	email := reach{t.Email, t.NoEmail, &l.Emails}
	ways := []reach{phone, email, post}
	switch t.Channel {
	case models.ByCard, models.ByLetter, models.ByGift:
		ways = []reach{post, phone, email}
	case models.ByEmail:
		ways = []reach{email, phone, post}
	}
	for _, way := range ways {
		switch {
		case way.value == "":
		case way.unless:
			*way.left++
		default:
			return way.value
		}
	}
	return ""
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\r' }
