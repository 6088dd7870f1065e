package models

import (
	"slices"
	"strings"
)

// Limits of the work one key press may cause; what lies beyond is found by typing one more letter.
const (
	prefixHits = 50   // names that start with the text, taken before anything else
	gramHits   = 300  // rows the three-letter grams may bring up to be checked and sorted, the newest
	groupHits  = 1500 // the same where only a large group counts, of which many rows are no part
	smallGroup = 1000 // customers of a group that are looked at one by one
)

// Hits is what the search box found, best first.
type Hits struct {
	Customers []CustomerHit
	Items     []ItemRow
	Notes     []NoteHit
}

// CustomerHit is a customer found; Why is the remembered note, address or e-mail it was found by when it was
// neither the name nor the phone number.
type CustomerHit struct {
	CustomerRow
	Why string
}

// NoteHit is a visit found by what was noted.
type NoteHit struct {
	VisitID    VisitID
	CustomerID CustomerID
	Customer   string // "" for a stranger
	Day        Day
	Text       string
}

// Search finds customers, items and notes by parts of what is written there, at most limit of each.
func (s *Store) Search(text string, limit int) (Hits, error) {
	var hits Hits
	ids, err := s.customerHits(text, CustomersAll, limit)
	if err != nil {
		return hits, err
	}
	rows, err := s.customerRows(ids)
	if err != nil {
		return hits, err
	}
	for _, row := range rows {
		hit := CustomerHit{CustomerRow: row}
		if hit.Why, err = s.whyFound(row, text); err != nil {
			return hits, err
		}
		hits.Customers = append(hits.Customers, hit)
	}
	if hits.Items, err = s.FindItems(text, limit); err != nil {
		return hits, err
	}
	hits.Notes, err = s.findNotes(text, limit)
	return hits, err
}

// FindCustomers gives the customers a picker offers for text, best first, at most limit.
func (s *Store) FindCustomers(text string, limit int) ([]CustomerRow, error) {
	ids, err := s.customerHits(text, CustomersAll, limit)
	if err != nil {
		return nil, err
	}
	return s.customerRows(ids)
}

// customerHits ranks: the name starts with the text, then a word does, then it stands inside; among equals those
// seen lately come first.
func (s *Store) customerHits(text string, only CustomerSet, limit int) ([]CustomerID, error) {
	words := searchWords(text)
	if len(words) == 0 {
		return nil, nil
	}
	phrase := strings.Join(words, " ")
	if only != CustomersAll {
		n, err := s.CountCustomers(only)
		if err != nil {
			return nil, err
		}
		if n <= smallGroup {
			return s.hitsAmong(only, words, phrase, limit)
		}
	}
	starts, err := s.nameStarts(phrase, only, limit)
	if err != nil || len(starts) >= min(limit, prefixHits) {
		return starts, err
	}
	inside, err := s.insideHits(words, phrase, only, limit)
	if err != nil {
		return nil, err
	}
	seen := make(map[CustomerID]bool, limit)
	hits := starts
	for _, id := range starts {
		seen[id] = true
	}
	for _, id := range inside {
		if !seen[id] && len(hits) < limit {
			hits = append(hits, id)
		}
	}
	return hits, nil
}

func (s *Store) nameStarts(phrase string, only CustomerSet, limit int) ([]CustomerID, error) {
	var ids []CustomerID
	err := s.db.Raw(`SELECT id FROM (SELECT c.id, c.last_at, c.name_key FROM customer c
		WHERE `+only.where()+` AND c.name_key >= ? AND c.name_key < ? ORDER BY c.name_key LIMIT `+number(max(prefixHits, limit))+`)
		ORDER BY last_at DESC, name_key LIMIT `+number(limit), phrase, phrase+"\U0010FFFF").Scan(&ids).Error
	return ids, explain(err)
}

// hitsAmong ranks as customerHits does, looking at everybody in a small group.
func (s *Store) hitsAmong(only CustomerSet, words []string, phrase string, limit int) (ids []CustomerID, err error) {
	condition, args := inKey(words)
	err = s.db.Raw(`SELECT c.id FROM customer c CROSS JOIN customer_search k ON k.id = c.id WHERE `+only.where()+` AND `+condition+`
		ORDER BY instr(c.name_key, ?) <> 1, instr(' ' || k.key, ?) = 0, c.last_at DESC, c.name_key LIMIT `+number(limit),
		append(args, phrase, " "+phrase)...).Scan(&ids).Error
	return ids, explain(err)
}

func (s *Store) insideHits(words []string, phrase string, only CustomerSet, limit int) (ids []CustomerID, err error) {
	brought := gramHits
	if only != CustomersAll {
		brought = groupHits
	}
	condition, args := inKey(words)
	err = s.db.Raw(`SELECT c.id FROM (SELECT rowid FROM customer_fts WHERE customer_fts MATCH ? ORDER BY rowid DESC LIMIT `+number(brought)+`) f
		CROSS JOIN customer_search k ON k.id = f.rowid
		CROSS JOIN customer c ON c.id = f.rowid
		WHERE `+only.where()+` AND `+condition+`
		ORDER BY instr(' ' || k.key, ?) = 0, c.last_at DESC, c.name_key LIMIT `+number(limit),
		slices.Concat([]any{grams(words)}, args, []any{" " + phrase})...).Scan(&ids).Error
	return ids, explain(err)
}

// inKey is the condition that the folded text k.key has every word in it, a short one at the beginning of a word, and its
// arguments.
func inKey(words []string) (string, []any) {
	conditions := make([]string, len(words))
	args := make([]any, len(words))
	for i, w := range words {
		conditions[i], args[i] = "instr(k.key, ?) > 0", w
		if len([]rune(w)) < 3 && !isIdeograph([]rune(w)[0]) {
			conditions[i], args[i] = "instr(' ' || k.key, ?) > 0", " "+w
		}
	}
	return strings.Join(conditions, " AND "), args
}

// whyFound gives the line of the card that the text stands in, when name and phone do not explain the hit.
func (s *Store) whyFound(row CustomerRow, text string) (string, error) {
	words := searchWords(text)
	if holdsAll(Fold(row.Name)+" "+Digits(row.Phone), words) {
		return "", nil
	}
	c, err := s.Customer(row.ID)
	if err != nil {
		return "", err
	}
	lines := []string{c.PreferredName, c.Address}
	for _, contact := range c.Contacts {
		lines = append(lines, contact.Value)
	}
	for _, note := range c.Remember {
		lines = append(lines, note.Text)
	}
	for _, line := range lines {
		if holdsAny(Fold(line)+" "+Digits(line), words) {
			return strings.Join(strings.Fields(line), " "), nil
		}
	}
	return "", nil
}

func holdsAll(key string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(key, w) {
			return false
		}
	}
	return true
}

func holdsAny(key string, words []string) bool {
	for _, w := range words {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}

// findNotes finds visits by their note, extra and words; shorter than three letters finds none.
func (s *Store) findNotes(text string, limit int) ([]NoteHit, error) {
	words := firstWords(strings.ReplaceAll(Fold(text), pad, " "))
	conditions := []string{"v.deleted_at = 0"}
	args := []any{grams(words)}
	for _, w := range words {
		if len([]rune(w)) < 3 {
			return nil, nil
		}
		conditions, args = append(conditions, "instr(k.key, ?) > 0"), append(args, w)
	}
	if len(words) == 0 {
		return nil, nil
	}
	var hits []NoteHit
	err := s.db.Raw(`SELECT v.id AS visit_id, v.customer_id, CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer, v.day,
		  coalesce(nullif(v.note, ''), nullif(v.extra, ''), (SELECT r.their_words FROM request r WHERE r.visit_id = v.id AND r.their_words <> '' LIMIT 1), '') AS text
		FROM (SELECT rowid FROM visit_fts WHERE visit_fts MATCH ? ORDER BY rowid DESC LIMIT `+number(gramHits)+`) f
		CROSS JOIN visit_search k ON k.id = f.rowid
		CROSS JOIN visit v ON v.id = f.rowid
		LEFT JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0
		WHERE `+strings.Join(conditions, " AND ")+` ORDER BY v.at DESC LIMIT `+number(limit), args...).Scan(&hits).Error
	return hits, explain(err)
}
