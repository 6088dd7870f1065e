package app

import (
	"net/url"
	"strings"
	"unicode"

	"goodturn/models"
)

// ReachURL is the address that has the system call a number or begin an e-mail: tel (RFC 3966) or mailto (RFC 6068). Nothing goes along but the
// number or the address itself; ok is false for what is neither.
func ReachURL(kind models.ContactKind, value string) (address *url.URL, ok bool) {
	value = strings.TrimSpace(value)
	if kind == models.ContactEmail {
		// What follows a question mark would be read as headers of the message.
		return &url.URL{Scheme: "mailto", Opaque: strings.ReplaceAll(url.PathEscape(value), "%40", "@")}, strings.Contains(value, "@")
	}
	if extension := strings.IndexFunc(value, func(r rune) bool { return unicode.IsLetter(r) || r == '/' && strings.HasPrefix(value, "+") }); extension > 0 {
		value = value[:extension] // nobody dials "ext. 12"
	}
	digits := models.Digits(value)
	if strings.HasPrefix(value, "+") {
		digits = "+" + strings.TrimPrefix(digits, "+")
	}
	return &url.URL{Scheme: "tel", Opaque: digits}, len(digits) > 2
}

// Reach has the system's own program call a number or begin an e-mail. Where there is none, the Problem says so.
func (a *App) Reach(kind models.ContactKind, value string) error {
	address, ok := ReachURL(kind, value)
	if !ok {
		return models.Problem{Field: "contact", Key: "reach.unclear", Args: map[string]any{"Value": value}}
	}
	if err := a.fyne.OpenURL(address); err != nil {
		return models.Problem{Field: "contact", Key: "reach.noProgram." + string(kind), Args: map[string]any{"Value": value}}
	}
	return nil
}
