package models

import (
	"database/sql"
	"slices"
)

// kinsman is somebody who was sent to us or sent somebody, as the family tree and the sums of who brings people need them.
type kinsman struct {
	fact
	visits  int32
	firstAt Moment // of their first completed visit
	gone    bool   // erased, or not in the book any more: nameless, and without a card

	// How they were sent; zero for somebody nobody sent.
	referral   ReferralInID
	senderID   CustomerID
	up         int32 // the place of their sender among the kin; nobody, or notYet
	specialist SpecialistID
	onDay      Day
	state      ReferralState
	fromBefore bool
}

// What stands in place of a sender's place.
const (
	nobody = -1
	notYet = -2 // the sender was not read yet
)

// kin are all who were sent or sent somebody, held in memory: asked of the file, the tree below the busiest advocate of a large shop
// takes half a second, and the sums of all who bring people longer. They are read once, part by part, and each row that is changed
// later is read again before the next answer. The file stays the truth: a test holds both equal after whatever is done.
type kin struct {
	stage   kinStage
	last    ReferralInID // read last
	version int64        // the file's as other connections changed it, when the reading began
	watched bool         // the triggers are there that note who changes
	place   map[CustomerID]int32
	people  []kinsman
	links   kinLinks
	sums    kinSums
}

// kinStage is how far the kin are read.
type kinStage int

const (
	kinNothing kinStage = iota
	kinReferees
	kinReferrers
	kinAll
)

// ReadyKin reads a part of what the family tree and the sums are answered from, a few milliseconds' worth, and tells whether all of it
// is there. Whoever asks before gets their answer all the same, and waits for the rest of it.
func (s *Store) ReadyKin() (ready bool, err error) {
	if err := s.renounceKin(); err != nil {
		return false, explain(err)
	}
	if s.kin.stage != kinAll {
		err = s.loadKin()
	}
	return s.kin.stage == kinAll, explain(err)
}

// readyKin gives the kin as the file has them now.
func (s *Store) readyKin() (*kin, error) {
	if err := s.renounceKin(); err != nil {
		return nil, err
	}
	for s.kin.stage != kinAll {
		if err := s.loadKin(); err != nil {
			return nil, err
		}
	}
	return &s.kin, s.catchUpKin()
}

// renounceKin has the kin read anew where another connection has changed the file: an import, say.
func (s *Store) renounceKin() error {
	if s.kin.stage == kinNothing {
		return nil
	}
	version, err := s.othersVersion()
	if version != s.kin.version {
		s.kin.stage = kinNothing
	}
	return err
}

// kinWatches note whose row or referral a change touches; see watches.
var kinWatches = []string{
	"CREATE TEMP TABLE IF NOT EXISTS kin_touched (id INTEGER NOT NULL)",
	"CREATE TEMP TRIGGER IF NOT EXISTS kin_customer AFTER UPDATE ON main.customer BEGIN INSERT INTO kin_touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS kin_customer_gone AFTER DELETE ON main.customer BEGIN INSERT INTO kin_touched VALUES (OLD.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS kin_insert AFTER INSERT ON main.referral_in BEGIN INSERT INTO kin_touched VALUES (NEW.referee_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS kin_update AFTER UPDATE ON main.referral_in BEGIN INSERT INTO kin_touched VALUES (OLD.referee_id), (NEW.referee_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS kin_delete AFTER DELETE ON main.referral_in BEGIN INSERT INTO kin_touched VALUES (OLD.referee_id); END",
}

// loadKin goes on reading.
func (s *Store) loadKin() error {
	switch s.kin.stage {
	case kinNothing:
		return s.beginKin()
	case kinReferees:
		return s.loadReferees()
	}
	return s.loadReferrers()
}

// beginKin forgets everything and has changes noted from now on. Before they are, nothing is read.
func (s *Store) beginKin() error {
	watched := s.kin.watched
	switch {
	case watched:
		if err := s.db.Exec("DELETE FROM temp.kin_touched").Error; err != nil {
			return err
		}
	case !s.IsReadOnly(): // else this connection changes nothing
		for _, watch := range kinWatches {
			if err := s.db.Exec(watch).Error; err != nil {
				return err
			}
		}
		watched = true
	}
	version, err := s.othersVersion()
	if err == nil {
		s.kin = kin{stage: kinReferees, version: version, watched: watched, place: map[CustomerID]int32{}}
	}
	return err
}

// kinColumns are what scanKinsman reads of the customer c and of the referral r by which they came.
const kinColumns = factColumns + `, c.visit_n, c.first_at, c.deleted_at <> 0 OR c.state NOT IN ('active', 'archived'),
	ifnull(r.id, 0), ifnull(r.referrer_customer_id, 0), ifnull(r.referrer_specialist_id, 0), ifnull(r.on_day, ''), ifnull(r.state, ''), ifnull(r.from_before, 0)`

// livesOn is the condition that the referral r counts, whether its referee came yet or not.
const livesOn = "r.state <> 'denied' AND r.deleted_at = 0"

func (s *Store) loadReferees() error {
	n, err := s.readKin("SELECT "+kinColumns+" FROM referral_in r CROSS JOIN customer c ON c.id = r.referee_id WHERE "+livesOn+" AND r.id > ? ORDER BY r.id LIMIT "+number(loadRows), int64(s.kin.last))
	if err == nil && n < loadRows {
		s.kin.stage = kinReferrers
	}
	return err
}

// loadReferrers reads the next of those who sent somebody and were sent by nobody.
func (s *Store) loadReferrers() error {
	missing := s.kin.missing(s.kin.people, loadRows)
	if len(missing) == 0 {
		s.kin.stage = kinAll
		return nil
	}
	return s.readKinOf(missing)
}

// readKinOf reads those of ids; who is not in the file at all stands there as gone, so that they are not asked for again.
func (s *Store) readKinOf(ids []CustomerID) error {
	n, err := s.readKin("SELECT "+kinColumns+` FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value
		LEFT JOIN referral_in r ON r.referee_id = c.id AND `+livesOn, jsonIDs(ids))
	if err != nil || n == len(ids) {
		return err
	}
	var there []CustomerID
	err = s.db.Raw("SELECT c.id FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value", jsonIDs(ids)).Scan(&there).Error
	for _, id := range ids {
		if !slices.Contains(there, id) {
			s.kin.put(kinsman{fact: fact{id: id}, gone: true})
		}
	}
	return err
}

// readKin reads kinsmen and tells how many there were.
func (s *Store) readKin(query string, args ...any) (n int, err error) {
	err = s.each(func(rows *sql.Rows) error {
		var k kinsman
		err := rows.Scan(append(k.fact.columns(), &k.visits, &k.firstAt, &k.gone, &k.referral, &k.senderID, &k.specialist, &k.onDay, &k.state, &k.fromBefore)...)
		n++
		s.kin.last = max(s.kin.last, k.referral)
		s.kin.put(k)
		return err
	}, query, args...)
	return n, err
}

// put keeps the kinsman in place of what was known of them.
func (m *kin) put(k kinsman) {
	k.up = m.placeOf(k.senderID)
	m.sums.made = false
	at, known := m.place[k.id]
	if !known {
		m.links.made = false
		m.place[k.id] = int32(len(m.people))
		m.people = append(m.people, k)
		return
	}
	if m.people[at].senderID != k.senderID {
		m.links.made = false
	}
	m.people[at] = k
}

// placeOf gives the place of a sender.
func (m *kin) placeOf(id CustomerID) int32 {
	if id == 0 {
		return nobody
	}
	if at, known := m.place[id]; known {
		return at
	}
	return notYet
}

// missing gives at most so many of those who sent some of people and are not known.
func (m *kin) missing(people []kinsman, most int) (ids []CustomerID) {
	wanted := map[CustomerID]bool{}
	for _, k := range people {
		if _, known := m.place[k.senderID]; !known && k.senderID != 0 && !wanted[k.senderID] && len(ids) < most {
			wanted[k.senderID] = true
			ids = append(ids, k.senderID)
		}
	}
	return ids
}

// catchUpKin reads again whoever changed since.
func (s *Store) catchUpKin() error {
	if !s.kin.watched {
		return nil
	}
	var ids []CustomerID
	if err := s.db.Raw("SELECT DISTINCT id FROM temp.kin_touched").Scan(&ids).Error; err != nil || len(ids) == 0 {
		return err
	}
	for len(ids) > 0 {
		if err := s.readKinOf(ids); err != nil {
			return err
		}
		again := make([]kinsman, len(ids))
		for i, id := range ids {
			again[i] = s.kin.people[s.kin.place[id]]
		}
		ids = s.kin.missing(again, len(again))
	}
	return s.db.Exec("DELETE FROM temp.kin_touched").Error
}
