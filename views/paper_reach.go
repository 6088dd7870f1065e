package views

import (
	"strings"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// paperName is what somebody is called on paper. Whoever has no name is called by their number or e-mail address, which does not stand
// there where they asked us not to use it.
func paperName(name, phone, email string, noPhone, noEmail bool) string {
	if name != "" && (noPhone && name == phone || noEmail && name == email) {
		return kit.T("print.noName")
	}
	return nameOr(name)
}

// calledOnPaper is what somebody is called on a page that does not know what they asked for: there no number and no e-mail address
// stands in the place of a name.
func calledOnPaper(name string) string {
	if models.LooksLikePhone(name) || strings.Contains(name, "@") && !strings.Contains(name, " ") {
		return kit.T("print.noName")
	}
	return name
}

// namedOnPaper is paperName of a Person.
func namedOnPaper(p models.Person) string {
	return paperName(p.Customer, p.Phone, p.Email, p.NoPhone, p.NoEmail)
}

// reachOnPaper is reachOf, and counts what is left out because they asked for it.
func reachOnPaper(p models.Person, left *app.LeftOut) string {
	phone := unlessAsked(p.Phone, p.NoPhone, &left.Calls)
	if phone == "" {
		unlessAsked(p.Email, p.NoEmail, &left.Emails)
	}
	return reachOf(p)
}

// leftOutText says how many were left out of what, and why; a sentence each.
func leftOutText(left app.LeftOut) string {
	text := ""
	for _, part := range []struct {
		key string
		n   int
	}{{"print.left.posts", left.Posts}, {"print.left.calls", left.Calls}, {"print.left.emails", left.Emails}} {
		switch {
		case part.n == 0:
		case text == "":
			text = kit.TN(part.key, part.n)
		default:
			text = kit.T("print.left", "Sentences", text, "Next", kit.TN(part.key, part.n))
		}
	}
	return text
}

// unlessAsked gives a way to reach somebody, or counts it among those left out where they asked for it.
func unlessAsked(way string, asked bool, left *int) string {
	if asked && way != "" {
		*left++
		return ""
	}
	return way
}
