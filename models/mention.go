package models

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"
)

// Mention is a place in the file, about somebody or something else, where an erased person is still named.
type Mention struct {
	Thing    Thing
	ID       int64
	Customer string // whom the thing is about; "" for nobody
	Text     string // the words
}

// mentionLimit is how many mentions the owner is shown; of a name that is also a word there may be very many.
const mentionLimit = 200

// traces are what a person is known by: folded names and e-mail addresses, and the last digits of phone numbers.
type traces struct{ names, emails, phones []string }

func (s *Store) tracesOf(id CustomerID) (traces, error) {
	c, err := s.customerOrGone(id)
	if err != nil {
		return traces{}, err
	}
	var t traces
	if name := Fold(c.Name); utf8.RuneCountInString(name) > 1 {
		t.names = append(t.names, name)
	}
	for _, contact := range c.Contacts {
		digits := phoneDigits(contact.Value)
		switch {
		case contact.Kind == ContactEmail:
			t.emails = append(t.emails, Fold(contact.Value))
		case len(digits) > 5:
			t.phones = append(t.phones, digits)
		}
	}
	return t, nil
}

func (t *traces) add(other traces) {
	t.names, t.emails, t.phones = append(t.names, other.names...), append(t.emails, other.emails...), append(t.phones, other.phones...)
}

// in tells whether the text names the person.
func (t traces) in(text string) bool {
	folded := Fold(text)
	for _, name := range t.names {
		if hasWords(folded, name) {
			return true
		}
	}
	if holdsAny(folded, t.emails) {
		return true
	}
	return len(t.phones) > 0 && holdsAny(Digits(text), t.phones)
}

// hasWords tells whether the words stand in the text as whole words: Ann is not in "annual".
func hasWords(text, words string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at += i + len(words)
	}
}

// texts are the places where words about people may stand, each with the thing it is in and whom that is about.
var texts = []string{
	"SELECT 'customer', c.id, c.id, c.preferred_name || char(10) || c.address FROM customer c",
	"SELECT 'customer', k.customer_id, k.customer_id, k.text FROM remember k",
	"SELECT 'visit', v.id, v.customer_id, v.note || char(10) || v.extra || char(10) || v.made_good FROM visit v WHERE v.note <> '' OR v.extra <> '' OR v.made_good <> ''",
	"SELECT 'visit', v.id, v.customer_id, r.their_words || char(10) || r.understood FROM request r JOIN visit v ON v.id = r.visit_id WHERE r.their_words <> '' OR r.understood <> ''",
	`SELECT 'visit', v.id, v.customer_id, a.description || char(10) || a.decline_reason FROM alternative a JOIN request r ON r.id = a.request_id
		JOIN visit v ON v.id = r.visit_id WHERE a.kind <> 'item' AND a.description <> '' OR a.decline_reason <> ''`,
	"SELECT 'referral_in', r.id, r.referee_id, r.note || char(10) || r.denied_reason FROM referral_in r WHERE r.note <> '' OR r.denied_reason <> ''",
	"SELECT 'referral_out', o.id, o.customer_id, o.need || char(10) || o.outcome_note FROM referral_out o WHERE o.need <> '' OR o.outcome_note <> ''",
	"SELECT 'praise', p.id, p.customer_id, p.text || char(10) || p.said_by || char(10) || p.link FROM praise p",
	`SELECT 'thank_you', t.id, t.customer_id, t.talking_point || char(10) || t.reward || char(10) || t.words || char(10) || t.waived_reason FROM thank_you t
		WHERE t.talking_point <> '' OR t.reward <> '' OR t.words <> '' OR t.waived_reason <> ''`,
	"SELECT 'follow_up', f.id, f.customer_id, f.why || char(10) || f.outcome FROM follow_up f WHERE f.why <> '' OR f.outcome <> ''",
	"SELECT 'specialist', p.id, NULL, p.name || char(10) || p.trades || char(10) || p.address || char(10) || p.note || char(10) || p.phone || char(10) || p.email FROM specialist p",
	"SELECT 'item', i.id, NULL, i.name FROM item i",
	"SELECT 'staff', m.id, NULL, m.name FROM staff m",
	"SELECT 'source', s.id, NULL, s.name FROM source s",
	"SELECT 'shop', s.id, NULL, s.name || char(10) || s.address || char(10) || s.email || char(10) || s.phone FROM shop s",
}

// Mentions looks through all words about others for what an erased person was
// known by, and gives at most 200 places. Those words belong to the others, so the owner has to look. It reads through
// a connection of its own, so it may be called from another goroutine; it begins anew when somebody saves meanwhile.
func (s *Store) Mentions(ctx context.Context, erased Erased) (found []Mention, err error) {
	t := erased.traces
	if len(t.names)+len(t.emails)+len(t.phones) == 0 {
		return nil, nil
	}
	err = s.patiently(ctx, func(ctx context.Context) error {
		found = nil
		return look(ctx, s.path, func(db *gorm.DB) error {
			for _, query := range texts {
				some, err := t.mentionedIn(db, query, mentionLimit-len(found))
				if err != nil {
					return err
				}
				found = append(found, some...)
			}
			return nil
		})
	})
	return found, err
}

func (t traces) mentionedIn(db *gorm.DB, query string, limit int) (found []Mention, err error) {
	rows, err := db.Raw("WITH told (thing, id, who, text) AS (" + query + ") SELECT t.thing, t.id, t.text, ifnull(c.name, '') FROM told t LEFT JOIN customer c ON c.id = t.who").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() && len(found) < limit {
		var m Mention
		if err := rows.Scan(&m.Thing, &m.ID, &m.Text, &m.Customer); err != nil {
			return nil, err
		}
		if t.in(m.Text) {
			m.Text = strings.TrimSpace(m.Text)
			found = append(found, m)
		}
	}
	return found, rows.Err()
}

func holdsAny(key string, words []string) bool {
	for _, w := range words {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}
