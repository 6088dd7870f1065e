package models

import (
	"database/sql"
	"slices"
	"time"
)

// stage is how far the facts are read.
type stage int

// The stages, each after the one before.
const (
	loadNothing stage = iota
	loadBook
	loadArchive
	loadTags
	loadAsks
	loadPosts
	loadPhones
	loadEmails
	loadOrders // all but the one by name, in which they are read
	loadedAll  = loadOrders + 3
)

// loading is where the reading of the facts stands.
type loading struct {
	stage   stage
	name    string // of the row read last
	id      CustomerID
	other   int64 // the tag or staff of the row read last
	version int64 // the file's as other connections changed it, when the reading began
	watched bool  // the triggers are there that note which customers change
	began   time.Time
}

// loadRows is how many rows are read at once: a few milliseconds' worth.
const loadRows = 2000

// ReadyFilters reads a part of what filters and their counts are answered from, a few milliseconds' worth, and tells whether all
// of it is there. Whoever asks a filter before gets their answer all the same, and waits for the rest of it.
func (s *Store) ReadyFilters() (ready bool, err error) {
	if s.facts.load.stage == loadedAll {
		return true, nil
	}
	err = s.loadSome()
	return s.facts.load.stage == loadedAll, explain(err)
}

// standFor is how old facts may be that answer while newer ones are read, in a store that may only be looked at.
const standFor = time.Minute

// readyFacts gives the facts as the file has them now; in a store that may only be looked at, as it had them a moment ago:
// whoever holds the file saves and saves, and each time all facts would have to be read before the next answer. There
// those known so far stand until the newer ones are read, by ReadyFilters, or are too old.
func (s *Store) readyFacts() (*facts, error) {
	if err := s.renounceFacts(); err != nil {
		return nil, explain(err)
	}
	if s.standing != nil {
		if age := s.now().Sub(s.standing.load.began); age >= 0 && age < standFor {
			return s.standing, nil
		}
	}
	for s.facts.load.stage != loadedAll {
		if err := s.loadSome(); err != nil {
			return nil, explain(err)
		}
	}
	s.standing = nil
	return &s.facts, explain(s.catchUp())
}

// renounceFacts has the facts read anew where another connection has changed the file: an import, say, or whoever holds it while
// this program only looks.
func (s *Store) renounceFacts() error {
	stage := s.facts.load.stage
	if stage == loadNothing {
		return nil
	}
	version, err := s.othersVersion()
	switch {
	case err != nil:
		return err
	case version == s.facts.load.version && stage == loadedAll:
		s.standing = nil
	case version == s.facts.load.version:
	case s.IsReadOnly() && stage == loadedAll:
		known := s.facts
		s.standing, s.facts.load.stage = &known, loadNothing
	case s.standing == nil:
		s.facts.load.stage = loadNothing
	}
	return nil
}

// othersVersion is a number that changes when another connection has changed the file.
func (s *Store) othersVersion() (version int64, err error) {
	return version, s.db.Raw("PRAGMA data_version").Row().Scan(&version)
}

// loadSome goes on reading.
func (s *Store) loadSome() error {
	switch m := &s.facts; m.load.stage {
	case loadNothing:
		return s.beginLoad()
	case loadBook:
		return s.loadCustomers("customer c INDEXED BY customer_facts", CustomerActive)
	case loadArchive:
		return s.loadCustomers("customer c INDEXED BY customer_archived", CustomerArchived)
	case loadTags:
		return s.loadPairs("SELECT k.tag_id, k.customer_id FROM customer_tag k WHERE (k.tag_id, k.customer_id) > (?, ?) ORDER BY k.tag_id, k.customer_id LIMIT "+number(2*loadRows),
			func(f *fact, tag int64) { f.tags = append(f.tags, TagID(tag)) })
	case loadAsks:
		return s.loadPairs("SELECT DISTINCT v.asked_for, v.customer_id FROM visit v WHERE v.asked_for IS NOT NULL AND v.customer_id IS NOT NULL AND v.deleted_at = 0 AND (v.asked_for, v.customer_id) > (?, ?) ORDER BY v.asked_for, v.customer_id LIMIT "+number(2*loadRows),
			func(f *fact, staff int64) { f.asks = append(f.asks, StaffID(staff)) })
	case loadPosts:
		return s.loadPairs("SELECT c.id, c.id FROM customer c WHERE c.address <> '' AND (c.id, c.id) > (?, ?) ORDER BY c.id LIMIT "+number(2*loadRows), has(PermitPost))
	case loadPhones:
		return s.loadPairs(contactsOf(ContactPhone), has(PermitPhone))
	case loadEmails:
		return s.loadPairs(contactsOf(ContactEmail), has(PermitEmail))
	default:
		i := 1 + int(m.load.stage-loadOrders)
		for shelf := range m.shelves {
			m.shelves[shelf][i] = slices.Clone(m.shelves[shelf][0])
			slices.SortFunc(m.shelves[shelf][i], CustomerOrders[i].compare)
		}
		m.load.stage++
	}
	return nil
}

// has notes that the book has an address or a number for the way.
func has(way Permission) func(f *fact, what int64) {
	bit := uint8(1) << slices.Index(Permissions, way)
	return func(f *fact, _ int64) { f.has |= bit }
}

// contactsOf asks for the next of those who have a contact of the kind, perhaps more than once: to sort them out takes longer.
func contactsOf(kind ContactKind) string {
	return "SELECT k.customer_id, k.customer_id FROM contact k WHERE k.kind = '" + string(kind) + "' AND (k.customer_id, k.customer_id) > (?, ?) ORDER BY k.customer_id LIMIT " + number(2*loadRows)
}

// watches note whom a change touches. They stand in the connection's temporary schema, beside those of Undo. The sums of a
// customer are written at every change of a visit, so that whom they asked for is noted with them.
var watches = []string{
	"CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER NOT NULL)",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_insert AFTER INSERT ON main.customer BEGIN INSERT INTO touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_update AFTER UPDATE ON main.customer BEGIN INSERT INTO touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_delete AFTER DELETE ON main.customer BEGIN INSERT INTO touched VALUES (OLD.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_tag_insert AFTER INSERT ON main.customer_tag BEGIN INSERT INTO touched VALUES (NEW.customer_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_tag_update AFTER UPDATE ON main.customer_tag BEGIN INSERT INTO touched VALUES (OLD.customer_id), (NEW.customer_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_tag_delete AFTER DELETE ON main.customer_tag BEGIN INSERT INTO touched VALUES (OLD.customer_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_contact_insert AFTER INSERT ON main.contact BEGIN INSERT INTO touched VALUES (NEW.customer_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_contact_update AFTER UPDATE ON main.contact BEGIN INSERT INTO touched VALUES (OLD.customer_id), (NEW.customer_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_contact_delete AFTER DELETE ON main.contact BEGIN INSERT INTO touched VALUES (OLD.customer_id); END",
}

// beginLoad forgets everything and has changes noted from now on. Before they are, nothing is read.
func (s *Store) beginLoad() error {
	if err := s.watch(); err != nil {
		return err
	}
	version, err := s.othersVersion()
	if err != nil {
		return err
	}
	s.facts = facts{byID: map[CustomerID]*fact{}, load: loading{stage: loadBook, version: version, watched: s.facts.load.watched, began: s.now()}}
	for shelf := range s.facts.shelves {
		s.facts.shelves[shelf] = make([]ordered, len(CustomerOrders))
	}
	return nil
}

// watch has changes noted, and forgets which were.
func (s *Store) watch() error {
	switch {
	case s.facts.load.watched:
		return s.db.Exec("DELETE FROM temp.touched").Error
	case s.IsReadOnly():
		return nil // this connection changes nothing
	}
	for _, watch := range watches {
		if err := s.db.Exec(watch).Error; err != nil {
			return err
		}
	}
	s.facts.load.watched = true
	return nil
}

// next goes on with the next stage, from its first row.
func (l *loading) next() {
	l.stage++
	l.name, l.id, l.other = "", 0, 0
}

// loadCustomers reads the next of those in the state, by name.
func (s *Store) loadCustomers(from string, state CustomerState) error {
	m, n := &s.facts, 0
	err := s.each(func(rows *sql.Rows) error {
		f, err := scanFact(rows)
		if err != nil {
			return err
		}
		n, m.load.name, m.load.id = n+1, f.name, f.id
		if m.byID[f.id] == nil { // else they changed while this was read, and are read again at its end
			m.byID[f.id] = f
			m.shelves[f.shelf()][0] = append(m.shelves[f.shelf()][0], f)
		}
		return nil
	}, "SELECT "+factColumns+" FROM "+from+" WHERE c.deleted_at = 0 AND c.state = '"+string(state)+"' AND (c.name_key, c.id) > (?, ?) ORDER BY c.name_key, c.id LIMIT "+number(loadRows),
		m.load.name, m.load.id)
	if err == nil && n < loadRows {
		m.load.next()
	}
	return err
}

// loadPairs reads the next of what a customer has several of: pairs of what it is and whose.
func (s *Store) loadPairs(query string, put func(f *fact, what int64)) error {
	m, n := &s.facts, 0
	err := s.each(func(rows *sql.Rows) error {
		if err := rows.Scan(&m.load.other, &m.load.id); err != nil {
			return err
		}
		n++
		if f := m.byID[m.load.id]; f != nil {
			put(f, m.load.other)
		}
		return nil
	}, query, m.load.other, m.load.id)
	if err == nil && n < 2*loadRows {
		m.load.next()
	}
	return err
}

// catchUp reads again whoever changed since.
func (s *Store) catchUp() error {
	if !s.facts.load.watched {
		return nil
	}
	var ids []CustomerID
	if err := s.db.Raw("SELECT DISTINCT id FROM temp.touched").Scan(&ids).Error; err != nil || len(ids) == 0 {
		return err
	}
	fresh, err := s.factsOf(ids)
	if err != nil {
		return err
	}
	if err := s.db.Exec("DELETE FROM temp.touched").Error; err != nil {
		return err
	}
	s.facts.renew(ids, fresh)
	return nil
}
