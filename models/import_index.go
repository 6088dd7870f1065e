package models

import (
	"slices"
	"strings"

	"gorm.io/gorm"
)

// ImportReach is what a row of a file and somebody of the book have in common.
type ImportReach string

// What may be in common, the strongest first.
const (
	ReachEmail ImportReach = "email"
	ReachPhone ImportReach = "phone"
	ReachName  ImportReach = "name"
)

// ImportApart is what says that two of one name may be two people.
type ImportApart string

// What may differ, the strongest first; "" is nothing.
const (
	ApartPhone   ImportApart = "phone"
	ApartEmail   ImportApart = "email"
	ApartAddress ImportApart = "address"
)

// minMatchDigits is how many digits of a phone number say anything about whose it is: fewer are an extension.
const minMatchDigits = 7

// bookIndex finds the people of the book by name, e-mail address and phone number. Nearly everybody has each to
// themselves, so the first is kept without a list of its own.
type bookIndex struct {
	first map[string]CustomerID
	more  map[string][]CustomerID
}

// newBookIndex reads the whole book.
func newBookIndex(tx *gorm.DB) (*bookIndex, error) {
	ix := &bookIndex{first: map[string]CustomerID{}, more: map[string][]CustomerID{}}
	rows, err := tx.Raw(`SELECT id, name_key, '' AS kind, '' AS value FROM customer WHERE deleted_at = 0 AND state IN ('active', 'archived')
		UNION ALL SELECT c.id, '', k.kind, k.value FROM contact k JOIN customer c ON c.id = k.customer_id
		WHERE c.deleted_at = 0 AND c.state IN ('active', 'archived')`).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id CustomerID
		var nameKey, value string
		var kind ContactKind
		if err := rows.Scan(&id, &nameKey, &kind, &value); err != nil {
			return nil, err
		}
		if kind == "" {
			ix.put(keyOf(ReachName, nameKey), id)
		} else {
			ix.put(contactKey(Contact{Kind: kind, Value: value}), id)
		}
	}
	return ix, rows.Err()
}

// keyOf gives the key under which the index keeps a folded text; "" for none.
func keyOf(reach ImportReach, folded string) string {
	if folded == "" || strings.HasPrefix(folded, namelessKey) {
		return ""
	}
	return string(reach) + ":" + folded
}

// contactKey gives the key of a contact; "" for one that says nothing about whose it is.
func contactKey(contact Contact) string {
	switch digits := Digits(contact.Value); {
	case contact.Kind == ContactEmail:
		return keyOf(ReachEmail, Fold(contact.Value))
	case len(digits) >= minMatchDigits:
		return keyOf(ReachPhone, phoneDigits(digits))
	}
	return ""
}

// namelessKey begins the name key of those known by a number alone; see sortKey.
const namelessKey = "\U0010FFFD"

func (ix *bookIndex) put(key string, id CustomerID) {
	if key == "" || slices.Contains(ix.find(key), id) {
		return
	}
	if _, taken := ix.first[key]; taken {
		ix.more[key] = append(ix.more[key], id)
		return
	}
	ix.first[key] = id
}

// maxNamesakes bounds how many people one key is compared with: a wholesaler's number stands on a thousand cards.
const maxNamesakes = 20

// find gives those who have the key, at most maxNamesakes.
func (ix *bookIndex) find(key string) []CustomerID {
	id, ok := ix.first[key]
	if !ok || key == "" {
		return nil
	}
	more := ix.more[key]
	return append([]CustomerID{id}, more[:min(len(more), maxNamesakes-1)]...)
}

// add makes a customer findable by all they have.
func (ix *bookIndex) add(c *Customer) {
	for _, k := range keysOf(c) {
		ix.put(k.key, c.ID)
	}
}

type reachKey struct {
	by  ImportReach
	key string
}

// keysOf gives the keys of a customer, the strongest first.
func keysOf(c *Customer) []reachKey {
	var keys []reachKey
	for _, kind := range []ContactKind{ContactEmail, ContactPhone} {
		for _, contact := range c.Contacts {
			if contact.Kind == kind {
				keys = append(keys, reachKey{ImportReach(kind), contactKey(contact)})
			}
		}
	}
	return append(keys, reachKey{ReachName, keyOf(ReachName, nameKey(Fold(c.Name)))})
}

// likely finds whom of the book the row is about; 0 for nobody. people holds everybody the index can give for it.
func (ix *bookIndex) likely(c *Customer, people map[CustomerID]*Customer) (CustomerID, ImportReach) {
	for _, k := range keysOf(c) {
		for _, id := range ix.find(k.key) {
			other := people[id]
			if other == nil {
				continue
			}
			if k.by == ReachName && mayBeOne(c, other) || k.by != ReachName && namesAgree(c, other) {
				return id, k.by
			}
		}
	}
	return 0, ""
}

// namesAgree tells whether two who share a number or an address may be one: a family shares them too.
func namesAgree(a, b *Customer) bool {
	if a.Name == "" || b.Name == "" {
		return true
	}
	words := strings.Fields(Fold(a.Name + " " + a.PreferredName))
	for _, word := range strings.Fields(Fold(b.Name + " " + b.PreferredName)) {
		if len(word) > 1 && slices.Contains(words, word) && !isFamilyOnly(a, b, word) {
			return true
		}
	}
	return false
}

// isFamilyOnly tells whether the word is the last of two names whose first words differ: a couple's surname.
func isFamilyOnly(a, b *Customer, word string) bool {
	as, bs := strings.Fields(Fold(a.Name)), strings.Fields(Fold(b.Name))
	if len(as) < 2 || len(bs) < 2 || as[len(as)-1] != word || bs[len(bs)-1] != word {
		return false
	}
	return !slices.Contains(as, bs[0]) && !slices.Contains(bs, as[0]) && as[0][0] != bs[0][0]
}

// mayBeOne tells whether two of one name may be one person: nothing they have speaks against it, or their birthday or
// address speaks for it.
func mayBeOne(a, b *Customer) bool {
	if a.Birthday != "" && b.Birthday != "" {
		return a.Birthday == b.Birthday
	}
	if a.Address != "" && Fold(a.Address) == Fold(b.Address) {
		return true
	}
	return !contradict(a, b, ContactPhone) && !contradict(a, b, ContactEmail)
}

// apartBy tells what speaks against two of one name being one person; "" where nothing does, or where they live together.
func apartBy(a, b *Customer) ImportApart {
	both := a.Address != "" && b.Address != ""
	switch {
	case both && Fold(a.Address) == Fold(b.Address):
		return ""
	case contradict(a, b, ContactPhone):
		return ApartPhone
	case contradict(a, b, ContactEmail):
		return ApartEmail
	case both:
		return ApartAddress
	}
	return ""
}

// contradict tells whether both have contacts of the kind and none in common.
func contradict(a, b *Customer, kind ContactKind) bool {
	as, bs := reachable(a, kind), reachable(b, kind)
	return len(as) > 0 && len(bs) > 0 && !slices.ContainsFunc(as, func(key string) bool { return slices.Contains(bs, key) })
}

func reachable(c *Customer, kind ContactKind) []string {
	var keys []string
	for _, contact := range c.Contacts {
		if key := contactKey(contact); contact.Kind == kind && key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
