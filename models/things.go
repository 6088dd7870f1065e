package models

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
)

// thing is the name of an item, as it is looked for.
type thing struct {
	id   ItemID
	key  string // its name_key; "" where it is on no list any more
	into ItemID // the item it is another name of; 0 for none
}

// things are the names of all items, held in memory: to ask the file for those that have a word anywhere in them is a walk through
// all of them, at every key. They are read at the first key and whenever somebody else changed the file; what this store changes
// is read again before the next answer.
type things struct {
	all     []thing
	at      map[ItemID]int // the place of each in all
	words   []string       // see dictionary; nil where they are to be gathered
	version int64          // of what others wrote, when they were read
	watched bool
}

// thingWatches note which items a change touches, in the connection's temporary schema.
var thingWatches = []string{
	"CREATE TEMP TABLE IF NOT EXISTS touched_item (id INTEGER NOT NULL)",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_item_insert AFTER INSERT ON main.item BEGIN INSERT INTO touched_item VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_item_update AFTER UPDATE ON main.item BEGIN INSERT INTO touched_item VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_item_delete AFTER DELETE ON main.item BEGIN INSERT INTO touched_item VALUES (OLD.id); END",
}

// readThings brings the names up to date.
func (s *Store) readThings() error {
	version, err := s.othersVersion()
	if err != nil {
		return err
	}
	if s.things.at == nil || version != s.things.version {
		return s.readAllThings(version)
	}
	if !s.things.watched {
		return nil
	}
	var ids []ItemID
	if err := s.db.Raw("SELECT DISTINCT id FROM temp.touched_item").Scan(&ids).Error; err != nil || len(ids) == 0 {
		return err
	}
	for _, id := range ids {
		if i, there := s.things.at[id]; there {
			s.things.all[i].key = ""
		}
	}
	if err := s.readSomeThings("id IN (SELECT id FROM temp.touched_item)"); err != nil {
		return err
	}
	return s.db.Exec("DELETE FROM temp.touched_item").Error
}

func (s *Store) readAllThings(version int64) error {
	if !s.IsReadOnly() {
		for _, watch := range thingWatches {
			if err := s.db.Exec(watch).Error; err != nil {
				return err
			}
		}
		if err := s.db.Exec("DELETE FROM temp.touched_item").Error; err != nil {
			return err
		}
	}
	s.things = things{at: map[ItemID]int{}, version: version, watched: !s.IsReadOnly()}
	err := s.readSomeThings("1")
	if err != nil {
		s.things = things{}
	}
	return err
}

func (s *Store) readSomeThings(where string) error {
	m := &s.things
	m.words = nil
	return s.each(func(rows *sql.Rows) error {
		var t thing
		if err := rows.Scan(&t.id, &t.key, &t.into); err != nil {
			return err
		}
		if i, there := m.at[t.id]; there {
			m.all[i] = t
			return nil
		}
		m.at[t.id], m.all = len(m.all), append(m.all, t)
		return nil
	}, "SELECT id, name_key, merged_into FROM item WHERE deleted_at = 0 AND "+where)
}

// own is the thing that t is another name of, at any remove, or t itself.
func (m *things) own(t *thing) *thing {
	for range m.all { // so often at most, whatever the file says
		i, there := m.at[t.into]
		if t.into == 0 || !there {
			return t
		}
		t = &m.all[i]
	}
	return t
}

// named gives the thing of its own that the folded name stands for; nil where there is none.
func (m *things) named(key string) *thing {
	if i := slices.IndexFunc(m.all, func(t thing) bool { return t.key == key }); i >= 0 {
		return m.own(&m.all[i])
	}
	return nil
}

// place says where a thing comes among those found: by more words, then with the last of them, then with the text as its
// beginning, and the shorter before the longer.
type place struct {
	words       int
	ends, later bool
}

type found struct {
	*thing // of its own
	place
	key string // the name by which it was found
}

func compareFound(a, b found) int {
	no := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(b.words, a.words), cmp.Compare(no(b.ends), no(a.ends)), cmp.Compare(no(a.later), no(b.later)),
		cmp.Compare(len(a.key), len(b.key)), strings.Compare(a.key, b.key), cmp.Compare(a.id, b.id))
}

// best gives the first so many of the things that judge lets through by one of their names, each once.
func (m *things) best(limit int, judge func(t *thing) (place, bool)) (best []found) {
	for i := range m.all {
		t := &m.all[i]
		if t.key == "" {
			continue
		}
		at, fits := judge(t)
		if !fits {
			continue
		}
		f := found{thing: t, place: at, key: t.key}
		if len(best) == limit && compareFound(f, best[limit-1]) >= 0 {
			continue
		}
		f.thing = m.own(t)
		if j := slices.IndexFunc(best, func(b found) bool { return b.id == f.id }); j >= 0 {
			if compareFound(f, best[j]) >= 0 {
				continue
			}
			best = slices.Delete(best, j, j+1)
		}
		j, _ := slices.BinarySearchFunc(best, f, compareFound)
		best = slices.Insert(best, j, f)
		best = best[:min(limit, len(best))]
	}
	return best
}

// like gives the thing of the folded name, 0 where there is none, and the first so many of those like it: those with the most of
// its words, and at least half of them.
func (m *things) like(key string, limit int) (own ItemID, like []ItemID) {
	if t := m.named(key); t != nil {
		own = t.id
	}
	words := m.forms(key)
	for _, f := range m.best(limit, func(t *thing) (place, bool) {
		n := hasWord(t.key, words)
		return place{words: n, ends: n > 0 && hasWord(t.key, words[len(words)-1:]) > 0}, 2*n >= len(words) && (own == 0 || m.own(t).id != own)
	}) {
		like = append(like, f.id)
	}
	return own, like
}

// hasWord tells how many of the words stand in the folded name.
func hasWord(key string, words [][]string) (n int) {
	for _, forms := range words {
		if hasForm(key, forms) {
			n++
		}
	}
	return n
}

// hasEveryWord tells whether all of them do. Most names lack the first, so it is asked of all names at every key.
func hasEveryWord(key string, words [][]string) bool {
	for _, forms := range words {
		if !hasForm(key, forms) {
			return false
		}
	}
	return true
}

func hasForm(key string, forms []string) bool {
	for _, form := range forms {
		if strings.Contains(key, form) {
			return true
		}
	}
	return false
}
