package models

import (
	"cmp"
	"slices"
	"strings"
)

// SimilarRow is somebody of the book who may be meant where somebody new is written down, and why.
type SimilarRow struct {
	CustomerRow
	Why []Likeness
}

// similarAmong is how many who have a word of the name are looked at, best first, for a name spelled nearly the same.
const similarAmong = 50

// Similar gives at most limit customers whom c, who is new, may be: those with a number or an e-mail address of theirs first, then
// those called the same, then those called nearly so. Of a name that is one word only the same counts.
func (s *Store) Similar(c *Customer, limit int) ([]SimilarRow, error) {
	why := map[CustomerID][]Likeness{}
	var ids []CustomerID
	add := func(some []CustomerID, reason Likeness) {
		for _, id := range some {
			if why[id] == nil {
				ids = append(ids, id)
			}
			if !slices.Contains(why[id], reason) {
				why[id] = append(why[id], reason)
			}
		}
	}
	for _, contact := range c.Contacts {
		same, err := s.sameContact(contact)
		if err != nil {
			return nil, err
		}
		add(same, map[ContactKind]Likeness{ContactPhone: SamePhone, ContactEmail: SameEmail}[contact.Kind])
	}
	named, err := s.namedLike(Fold(c.Name))
	if err != nil {
		return nil, err
	}
	for _, row := range named {
		reason := AlikeName
		if Fold(row.Name) == Fold(c.Name) {
			reason = SameName
		}
		add([]CustomerID{row.ID}, reason)
	}
	rows, err := s.customerRows(ids[:min(limit, len(ids))])
	similar := make([]SimilarRow, len(rows))
	for i, row := range rows {
		similar[i] = SimilarRow{row, why[row.ID]}
	}
	return similar, err
}

// sameContact gives who has the number, however it is written there, or the address.
func (s *Store) sameContact(c Contact) (ids []CustomerID, err error) {
	key := strings.ToLower(strings.TrimSpace(c.Value))
	if c.Kind == ContactPhone {
		key = phoneDigits(c.Value)
	}
	if len(key) < minMatchDigits {
		return nil, nil
	}
	err = s.db.Raw(`SELECT DISTINCT k.customer_id FROM contact k JOIN customer c ON c.id = k.customer_id AND c.deleted_at = 0 AND c.state = 'active'
		WHERE k.kind = ? AND k.same_key = ? AND length(k.same_key) >= 6 ORDER BY c.last_at DESC LIMIT `+number(shareMost), c.Kind, key).Scan(&ids).Error
	return ids, explain(err)
}

// namedLike gives those whose folded name is key or nearly so, the same first.
func (s *Store) namedLike(key string) ([]CustomerRow, error) {
	if key == "" {
		return nil, nil
	}
	var ids []CustomerID
	err := s.db.Raw("SELECT c.id FROM customer c WHERE "+inBookNamed+" AND c.sound = ? ORDER BY c.name_key <> ?, c.last_at DESC LIMIT "+number(similarAmong),
		soundOf(nameKey(key)), nameKey(key)).Scan(&ids).Error
	if err != nil {
		return nil, explain(err)
	}
	words := strings.Fields(key)
	for _, word := range words {
		if len(words) > 1 && len([]rune(word)) >= 3 {
			some, err := s.customerHits(word, CustomerFilter{}, similarAmong)
			if err != nil {
				return nil, err
			}
			ids = append(ids, some...)
		}
	}
	slices.Sort(ids)
	rows, err := s.customerRows(slices.Compact(ids))
	rows = slices.DeleteFunc(rows, func(row CustomerRow) bool {
		name := Fold(row.Name)
		return name != key && (len(words) < 2 || !alike(name, key))
	})
	slices.SortFunc(rows, func(a, b CustomerRow) int {
		return cmp.Or(-compareBool(Fold(a.Name) == key, Fold(b.Name) == key), cmp.Compare(b.LastAt, a.LastAt), cmp.Compare(a.ID, b.ID))
	})
	return rows, err
}

// soundsLike are the letters that sound like others, and those that are left out, in the order in which the column sound of the
// table customer replaces them.
var soundsLike = [][2]string{{"ph", "f"}, {"ck", "k"}, {"c", "k"}, {"q", "k"}, {"z", "s"}, {"w", "v"}, {"dt", "t"}, {"th", "t"}, {"y", ""}, {"h", ""}, {"a", ""},
	{"e", ""}, {"i", ""}, {"o", ""}, {"u", ""}, {"bb", "b"}, {"dd", "d"}, {"ff", "f"}, {"gg", "g"}, {"kk", "k"}, {"ll", "l"}, {"mm", "m"}, {"nn", "n"}, {"pp", "p"},
	{"rr", "r"}, {"ss", "s"}, {"tt", "t"}, {"vv", "v"}}

// soundOf gives what the column sound holds of a folded name.
func soundOf(key string) string {
	for _, pair := range soundsLike {
		key = strings.ReplaceAll(key, pair[0], pair[1])
	}
	return key
}
