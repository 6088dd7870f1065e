package models

import "strings"

// long gives the terms of three letters and more: the index of what was said holds nothing shorter.
func (q query) long() (long query) {
	for _, t := range q.terms {
		short := false
		for _, f := range t {
			short = short || len([]rune(f.text)) < 3
		}
		if !short {
			long.terms = append(long.terms, t)
		}
	}
	return long
}

// fromIndex are the newest visits that the index of what was said and noted brings up, to be checked.
var fromIndex = "(SELECT rowid FROM visit_fts WHERE visit_fts MATCH ? ORDER BY rowid DESC LIMIT " + number(gramHits) + ")"

// findNotes finds visits by their note, extra and words, the latest first; words shorter than three letters alone find none.
func (s *Store) findNotes(q query, limit int) ([]NoteHit, error) {
	long := q.long()
	if len(long.terms) == 0 {
		return nil, nil
	}
	return s.notesAmong(q, fromIndex, long.grams(), limit)
}

// notesAmong gives the notes of the visits that from brings up, whose one argument is arg, where q stands in them.
func (s *Store) notesAmong(q query, from string, arg any, limit int) ([]NoteHit, error) {
	condition, args := q.inKey()
	var hits []NoteHit
	err := s.db.Raw(`SELECT v.id AS visit_id, v.customer_id, CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer, v.day
		FROM `+from+` f
		CROSS JOIN visit_search k ON k.id = f.rowid
		CROSS JOIN visit v ON v.id = f.rowid AND v.deleted_at = 0
		LEFT JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0
		WHERE `+condition+` ORDER BY v.at DESC LIMIT `+number(limit), append([]any{arg}, args...)...).Scan(&hits).Error
	for i := range hits {
		if err == nil {
			hits[i].Text, err = s.saidAt(q, hits[i].VisitID)
		}
	}
	return hits, explain(err)
}

// saidAt gives what was said or noted at a visit in which most of q stands.
func (s *Store) saidAt(q query, id VisitID) (string, error) {
	var said []string
	err := s.db.Raw(`SELECT note FROM visit WHERE id = @id UNION ALL SELECT extra FROM visit WHERE id = @id
		UNION ALL SELECT * FROM (SELECT their_words FROM request WHERE visit_id = @id ORDER BY position)
		UNION ALL SELECT * FROM (SELECT understood FROM request WHERE visit_id = @id ORDER BY position)`, map[string]any{"id": id}).Scan(&said).Error
	best, most := "", -1
	for _, line := range said {
		if n := q.termsIn(line); line != "" && n > most {
			best, most = strings.Join(strings.Fields(line), " "), n
		}
	}
	return best, err
}

// whoAsked gives who asked for the first of the items lately.
func (s *Store) whoAsked(items []ItemRow, limit int) (asked []AskedHit, err error) {
	if len(items) == 0 {
		return nil, nil
	}
	err = s.db.Raw(`SELECT v.id AS visit_id, v.customer_id, `+nameOf("c")+` AS customer, ? AS item, r.day
		FROM (SELECT visit_id, day, at FROM request WHERE item_id = ? AND day <> '' ORDER BY day DESC, at DESC LIMIT `+number(10*limit)+`) r
		CROSS JOIN visit v ON v.id = r.visit_id
		CROSS JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0
		ORDER BY r.day DESC, r.at DESC LIMIT `+number(limit), items[0].Name, items[0].ID).Scan(&asked).Error
	return asked, explain(err)
}

// askedItems is how many things are taken of those that have what was typed in their names.
const askedItems = 3

// askedEach is how many who asked for each are looked at, and notesFound how many notes a search gives: each costs a look into
// the file at every key.
const (
	askedEach  = 60
	notesFound = 3
)

// askedOrSaid gives the customers of a filter who asked for a thing that its text names, at whose visits it was said, or who praised
// the shop with it, the latest first. What was said in words shorter than three letters is looked for among the filter's Said.
func (s *Store) askedOrSaid(only CustomerFilter, limit int) (ids []CustomerID, err error) {
	q := queryOf(only.Text)
	if len(q.terms) == 0 || limit <= 0 {
		return nil, nil
	}
	items, err := s.FindItems(only.Text, askedItems)
	if err != nil {
		return nil, err
	}
	from, arg := "(SELECT value AS rowid FROM json_each(?))", any(jsonIDs(only.Said))
	if long := q.long(); len(long.terms) > 0 {
		from, arg = fromIndex, long.grams()
	}
	condition, args := q.inKey()
	visits := []string{"SELECT v.customer_id, v.at FROM " + from + ` f
		CROSS JOIN visit_search k ON k.id = f.rowid CROSS JOIN visit v ON v.id = f.rowid WHERE v.deleted_at = 0 AND ` + condition}
	args = append([]any{arg}, args...)
	visits = append(visits, "SELECT * FROM (SELECT k.customer_id, unixepoch(k.on_day) FROM "+saidPraise+" WHERE "+condition+" ORDER BY k.on_day DESC LIMIT "+number(gramHits)+")")
	args = append(args, args[1:]...)
	for _, item := range items {
		visits = append(visits, `SELECT * FROM (SELECT v.customer_id, v.at FROM request r CROSS JOIN visit v ON v.id = r.visit_id WHERE r.item_id = ? AND r.day <> ''
			ORDER BY r.day DESC, r.at DESC LIMIT `+number(min(limit, askedEach))+`)`)
		args = append(args, item.ID)
	}
	err = s.db.Raw("SELECT a.customer_id FROM ("+strings.Join(visits, " UNION ALL ")+") a CROSS JOIN customer c ON c.id = a.customer_id WHERE "+only.Set.where(s.Today())+
		" GROUP BY a.customer_id ORDER BY max(a.at) DESC LIMIT "+number(limit), args...).Scan(&ids).Error
	if err != nil || only.Plain() {
		return ids, explain(err)
	}
	return s.letThrough(ids, only)
}
