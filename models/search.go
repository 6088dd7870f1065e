package models

import "slices"

// Limits of the work one key press may cause; what lies beyond is found by typing one more letter.
const (
	prefixHits = 50   // names that start with the text are enough, and nothing else is looked for
	fewNames   = 1000 // of them are sorted; more are met among those who were here last
	gramHits   = 300  // rows the three-letter grams may bring up to be checked and sorted, the newest
	groupHits  = 1500 // the same where only a large group counts, of which many rows are no part
	smallGroup = 1000 // customers of a group that are looked at one by one
)

// Hits is what the search box found, best first.
type Hits struct {
	Customers []CustomerHit // those in the archive last
	Items     []ItemRow
	Asked     []AskedHit // who asked for the first of Items, the latest first
	Notes     []NoteHit
}

// CustomerHit is a customer found, and why. Marks gives the part to mark, in the name or in Why.
type CustomerHit struct {
	CustomerRow
	Found
}

// AskedHit is somebody who asked for a thing that was found.
type AskedHit struct {
	VisitID    VisitID
	CustomerID CustomerID
	Customer   string
	Item       string
	Day        Day
}

// NoteHit is a visit found by what was noted, or praise by what was said.
type NoteHit struct {
	VisitID    VisitID
	PraiseID   PraiseID // 0 for a visit
	CustomerID CustomerID
	Customer   string // "" for a stranger
	Day        Day
	Text       string
}

// Search finds customers, items and notes by parts of what is written there, at most limit of each.
func (s *Store) Search(text string, limit int) (Hits, error) {
	var hits Hits
	ids, err := s.customerHits(text, CustomerFilter{}, limit)
	if err == nil && len(ids) < limit {
		var archived []CustomerID
		archived, err = s.customerHits(text, CustomerFilter{Set: CustomersArchived}, limit-len(ids))
		ids = append(ids, archived...)
	}
	if err != nil {
		return hits, err
	}
	rows, err := s.customerRows(ids)
	if err != nil {
		return hits, err
	}
	found, err := s.WhyFound(rows, text)
	if err != nil {
		return hits, err
	}
	for i, row := range rows {
		hits.Customers = append(hits.Customers, CustomerHit{CustomerRow: row, Found: found[i]})
	}
	if hits.Items, err = s.FindItems(text, limit); err != nil {
		return hits, err
	}
	if hits.Asked, err = s.whoAsked(hits.Items, limit); err != nil {
		return hits, err
	}
	q := queryOf(text)
	if hits.Notes, err = s.findNotes(q, min(limit, notesFound)); err != nil {
		return hits, err
	}
	praise, err := s.findPraise(q, min(limit, notesFound))
	hits.Notes = append(hits.Notes, praise...)
	return hits, err
}

// FindCustomers gives the customers a picker offers for text, best first, at most limit.
func (s *Store) FindCustomers(text string, limit int) ([]CustomerRow, error) {
	ids, err := s.customerHits(text, CustomerFilter{}, limit)
	if err != nil {
		return nil, err
	}
	return s.customerRows(ids)
}

// customerHits ranks: the name starts with the text, then a word does, then it stands inside; among equals those
// seen lately come first.
func (s *Store) customerHits(text string, only CustomerFilter, limit int) ([]CustomerID, error) {
	q := queryOf(text)
	if len(q.terms) == 0 {
		return nil, nil
	}
	if !only.Plain() {
		return s.filteredHits(q, only, limit)
	}
	if !only.everybody() {
		n, err := s.countFiltered(only) // of the archive, or whatever the filter lets through
		if err != nil {
			return nil, err
		}
		if n <= smallGroup {
			return s.hitsAmong(only, q, limit)
		}
	}
	starts, err := s.nameStarts(nameKey(q.phrase), only, limit)
	if err != nil || len(starts) >= min(limit, prefixHits) {
		return starts, err
	}
	inside, err := s.insideHits(q, only, limit)
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

// nameStarts gives those whose name starts with the phrase, as nameKey gives it, who was here last first. Where many do, they are met among those who
// were here last; where few do, all of them are sorted.
func (s *Store) nameStarts(phrase string, only CustomerFilter, limit int) (ids []CustomerID, err error) {
	const starts = " AND c.name_key >= ? AND c.name_key < ?"
	to := phrase + "\U0010FFFF"
	var many bool
	if only.everybody() {
		err := s.db.Raw("SELECT count(*) > "+number(fewNames)+" FROM (SELECT 1 FROM customer c INDEXED BY customer_name WHERE "+only.Set.where(s.Today())+starts+
			" LIMIT "+number(fewNames+1)+")", phrase, to).Row().Scan(&many)
		if err != nil {
			return nil, explain(err)
		}
	}
	if many {
		err = s.db.Raw("SELECT c.id FROM customer c INDEXED BY customer_seen WHERE "+only.Set.where(s.Today())+starts+" ORDER BY c.last_at DESC, c.name_key LIMIT "+number(limit), phrase, to).Scan(&ids).Error
		return ids, explain(err)
	}
	from := "customer c INDEXED BY customer_facts"
	if only.Set == CustomersArchived {
		from = only.from()
	}
	err = s.db.Raw("SELECT id FROM (SELECT c.id, c.last_at, c.name_key FROM "+from+" WHERE "+only.Set.where(s.Today())+starts+" ORDER BY c.name_key LIMIT "+number(fewNames)+
		") ORDER BY last_at DESC, name_key LIMIT "+number(limit), phrase, to).Scan(&ids).Error
	return ids, explain(err)
}

// hitsAmong ranks as customerHits does, looking at everybody in a small group.
func (s *Store) hitsAmong(only CustomerFilter, q query, limit int) (ids []CustomerID, err error) {
	condition, args := q.inKey()
	err = s.db.Raw(`SELECT c.id FROM `+only.from()+` CROSS JOIN customer_search k ON k.id = c.id WHERE `+only.Set.where(s.Today())+` AND `+condition+`
		ORDER BY instr(c.name_key, ?) <> 1, instr(' ' || k.key, ?) = 0, c.last_at DESC, c.name_key LIMIT `+number(limit),
		append(args, nameKey(q.phrase), " "+q.phrase)...).Scan(&ids).Error
	return ids, explain(err)
}

func (s *Store) insideHits(q query, only CustomerFilter, limit int) (ids []CustomerID, err error) {
	brought := gramHits
	if !only.everybody() {
		brought = groupHits
	}
	condition, args := q.inKey()
	err = s.db.Raw(`SELECT c.id FROM (SELECT rowid FROM customer_fts WHERE customer_fts MATCH ? ORDER BY rowid DESC LIMIT `+number(brought)+`) f
		CROSS JOIN customer_search k ON k.id = f.rowid
		CROSS JOIN customer c ON c.id = f.rowid
		WHERE `+only.Set.where(s.Today())+` AND `+condition+`
		ORDER BY instr(' ' || k.key, ?) = 0, c.last_at DESC, c.name_key LIMIT `+number(limit),
		slices.Concat([]any{q.grams()}, args, []any{" " + q.phrase})...).Scan(&ids).Error
	return ids, explain(err)
}
