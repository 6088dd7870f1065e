package models

import (
	"strings"
	"unicode"

	"gorm.io/gorm"
)

// The search index holds, for each customer, one folded text: name, preferred name, e-mails, address, what to
// remember, and the digits of the phones. FTS5 finds three-letter grams in it. So that one and two letters
// can be found as well, the short column carries each word's first letter and first two, padded to three,
// and every Han, kana and hangul letter and pair in the same way.

const pad = "|"

func indexCustomer(tx *gorm.DB, c *Customer) error {
	if !c.inSearch() {
		return tx.Exec("DELETE FROM customer_search WHERE id = ?", c.ID).Error
	}
	_, key, short := c.Keys()
	return tx.Exec("INSERT INTO customer_search (id, key, short) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET key = excluded.key, short = excluded.short",
		c.ID, key, short).Error
}

// Keys gives the folded texts that stand beside a customer in the file: where they stand in the book (name_key), and
// what they are found by (customer_search). Saving keeps them; only who writes rows in bulk asks for them.
func (c *Customer) Keys() (sort, search, short string) {
	search = customerKey(c)
	return sortKey(c), search, shortKey(search)
}

// customerKey is the folded text a customer is found by.
func customerKey(c *Customer) string {
	name := Fold(c.Name)
	parts := []string{name, Fold(c.PreferredName)}
	if apart := otherwiseTyped.Replace(name); apart != name {
		parts = append(parts, apart)
	}
	for _, contact := range c.Contacts {
		if contact.Kind == ContactPhone {
			parts = append(parts, Digits(contact.Value))
		} else {
			parts = append(parts, Fold(contact.Value))
		}
	}
	parts = append(parts, Fold(c.Address))
	for _, note := range c.Remember {
		parts = append(parts, Fold(note.Text))
	}
	return joined(parts)
}

// otherwiseTyped makes O'Brien findable as obrien, and the second half of Smith-Jones by its first letter.
var otherwiseTyped = strings.NewReplacer("'", "", "-", " ")

// joined gives the parts as one text without the sign that only pads.
func joined(parts []string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(parts, " "), pad, " ")), " ")
}

// shortKey gives the padded beginnings of the words of key.
func shortKey(key string) string {
	seen := map[string]bool{}
	var b strings.Builder
	add := func(runes ...rune) {
		gram := padded(string(runes))
		if !seen[gram] {
			seen[gram] = true
			b.WriteString(gram)
		}
	}
	for _, word := range strings.Fields(key) {
		letters := []rune(word)
		add(letters[0])
		if len(letters) > 1 {
			add(letters[0], letters[1])
		}
		for i, r := range letters {
			if !isIdeograph(r) {
				continue
			}
			add(r)
			if i+1 < len(letters) {
				add(r, letters[i+1])
			}
		}
	}
	return b.String()
}

// padded makes a gram of one or two letters; longer text is given back as it is.
func padded(letters string) string {
	for n := len([]rune(letters)); n < 3; n++ {
		letters += pad
	}
	return letters
}

func isIdeograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// SearchKey gives the folded words that a visit is found by (visit_search); "" where it has none.
func (v *Visit) SearchKey() string {
	parts := []string{Fold(v.Note), Fold(v.Extra)}
	for _, r := range v.Requests {
		parts = append(parts, Fold(r.TheirWords), Fold(r.Understood))
	}
	return joined(parts)
}

// indexVisit keeps the words of a visit findable; a visit without words takes no room.
func indexVisit(tx *gorm.DB, v *Visit) error {
	key := v.SearchKey()
	if key == "" {
		return tx.Exec("DELETE FROM visit_search WHERE id = ?", v.ID).Error
	}
	return tx.Exec("INSERT INTO visit_search (id, key) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET key = excluded.key", v.ID, key).Error
}
