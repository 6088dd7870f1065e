package models

import "strings"

// HitReason is where a search found somebody.
type HitReason string

// The reasons.
const (
	FoundByName    HitReason = ""
	FoundByCalled  HitReason = "called" // as they like to be called
	FoundByPhone   HitReason = "phone"
	FoundByEmail   HitReason = "email"
	FoundByAddress HitReason = "address"
	FoundByNote    HitReason = "note"
)

// Found is why a search found a customer, where the name does not say it: what it was found in, and that text.
type Found struct {
	Reason HitReason
	Why    string
}

// WhyFound gives why a search for text found the customer of a row: the line of their card that the text stands in, where the
// name does not explain it.
func (s *Store) WhyFound(row CustomerRow, text string) (Found, error) {
	words := searchWords(text)
	if holdsAll(Fold(row.Name), words) {
		return Found{}, nil
	}
	if LooksLikePhone(text) && holdsAll(Digits(row.Phone), words) {
		return Found{FoundByPhone, row.Phone}, nil
	}
	c, err := s.Customer(row.ID)
	if err != nil {
		return Found{}, err
	}
	for _, line := range c.lines() {
		if len(Marks(line.text, text)) > 0 {
			return Found{line.reason, strings.Join(strings.Fields(line.text), " ")}, nil
		}
	}
	return Found{}, nil
}

type cardLine struct {
	reason HitReason
	text   string
}

// lines are the lines of a card that it is found by, beside the name.
func (c *Customer) lines() []cardLine {
	lines := []cardLine{{FoundByCalled, c.PreferredName}}
	for _, contact := range c.Contacts {
		reason := FoundByPhone
		if contact.Kind == ContactEmail {
			reason = FoundByEmail
		}
		lines = append(lines, cardLine{reason, contact.Value})
	}
	lines = append(lines, cardLine{FoundByAddress, c.Address})
	for _, note := range c.Remember {
		lines = append(lines, cardLine{FoundByNote, note.Text})
	}
	return lines
}
