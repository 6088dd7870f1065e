package models

import (
	"database/sql"
	"slices"
)

// wantedSums is what was asked of every thing that was not there, since one day, held in memory in the order of the list: added up
// over ten years at each look it would be a tenth of a second and more. It is added up once, and what is changed later is added up
// again before the next answer, thing by thing. The file stays the truth: a test holds both equal after whatever is done.
type wantedSums struct {
	all     []Wanted
	since   Day
	version int64 // of what others wrote, when it was added up
	read    bool
	watched bool
}

// wantedWatches note of which things the sums change, in the connection's temporary schema.
var wantedWatches = []string{
	"CREATE TEMP TABLE IF NOT EXISTS touched_wanted (id INTEGER NOT NULL)",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_insert AFTER INSERT ON main.request WHEN NEW.reason <> '' BEGIN INSERT INTO touched_wanted VALUES (NEW.item_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_update AFTER UPDATE ON main.request WHEN NEW.reason <> '' OR OLD.reason <> '' BEGIN INSERT INTO touched_wanted VALUES (OLD.item_id), (NEW.item_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_delete AFTER DELETE ON main.request WHEN OLD.reason <> '' BEGIN INSERT INTO touched_wanted VALUES (OLD.item_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_collect AFTER UPDATE ON main.want BEGIN INSERT INTO touched_wanted VALUES (OLD.item_id), (NEW.item_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_begin AFTER INSERT ON main.want BEGIN INSERT INTO touched_wanted VALUES (NEW.item_id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS touched_wanted_end AFTER DELETE ON main.want BEGIN INSERT INTO touched_wanted VALUES (OLD.item_id); END",
}

// atStake is what the request r would have come to, but for somebody who took another thing, or who has got this one meanwhile.
const atStake = `iif(r.worth = 0 OR r.state = 'substituted' OR r.state = 'ordered_in' AND EXISTS (SELECT 1 FROM want w WHERE w.request_id = r.id AND w.state = 'collected'), 0, r.worth)`

// wantedRows reads the requests r of what was not there: who asked for what on which day, and what it would have come to. They are added
// up here and not by the file, which sorts them for that and takes five times as long.
func wantedRows(from string) string {
	return `SELECT r.item_id, coalesce(r.asker, -r.visit_id), r.day, ` + atStake + ` FROM ` + from + ` AND r.day >= @since AND r.day <> '' AND r.reason <> '' AND r.cancelled = 0`
}

var (
	wantedOfAll = wantedRows("request r INDEXED BY request_missing WHERE 1")
	wantedOf    = wantedRows("request r INDEXED BY request_missing_of WHERE r.item_id IN (SELECT value FROM json_each(@items))")
)

// sumWanted adds up what the query reads since the day, of all things or of some: for each person and thing the most that was noted, and
// for each thing what all of them come to.
func (s *Store) sumWanted(query string, since Day, ids []ItemID) (all []Wanted, err error) {
	type asked struct {
		item ItemID
		who  int64
	}
	at, stakes := map[ItemID]int{}, map[asked]Money{}
	err = s.each(func(rows *sql.Rows) error {
		var by asked
		var day Day
		var stake Money
		if err := rows.Scan(&by.item, &by.who, &day, &stake); err != nil {
			return err
		}
		i, there := at[by.item]
		if !there {
			i = len(all)
			at[by.item], all = i, append(all, Wanted{ItemID: by.item, First: day})
		}
		w := &all[i]
		most, known := stakes[by]
		if !known {
			w.People++
			if by.who < 0 {
				w.Strangers++
			}
		}
		stakes[by] = max(most, stake)
		w.Stake += stakes[by] - most
		w.First, w.Last = min(w.First, day), max(w.Last, day)
		return nil
	}, query, map[string]any{"since": since, "items": jsonIDs(ids)})
	return all, err
}

// readWanted gives the sums since the day as the file has them now, in the order of the list.
func (s *Store) readWanted(since Day) ([]Wanted, error) {
	version, err := s.othersVersion()
	if err != nil {
		return nil, err
	}
	if m := &s.wanted; !m.read || m.since != since || m.version != version {
		err = s.addUpWanted(since, version)
	} else {
		err = s.catchUpWanted()
	}
	return s.wanted.all, err
}

func (s *Store) addUpWanted(since Day, version int64) error {
	if err := s.watchWanted(); err != nil {
		return err
	}
	s.wanted = wantedSums{since: since, version: version, watched: s.wanted.watched}
	if err := s.addUp(wantedOfAll, nil); err != nil {
		return err
	}
	s.wanted.read = true
	return nil
}

// watchWanted has changes noted, and forgets which were.
func (s *Store) watchWanted() error {
	if s.IsReadOnly() {
		return nil // this connection changes nothing
	}
	if s.wanted.watched {
		return s.db.Exec("DELETE FROM temp.touched_wanted").Error
	}
	for _, watch := range wantedWatches {
		if err := s.db.Exec(watch).Error; err != nil {
			return err
		}
	}
	s.wanted.watched = true
	return nil
}

// catchUpWanted adds up again what changed since.
func (s *Store) catchUpWanted() error {
	if !s.wanted.watched {
		return nil
	}
	var ids []ItemID
	if err := s.db.Raw("SELECT DISTINCT id FROM temp.touched_wanted").Scan(&ids).Error; err != nil || len(ids) == 0 {
		return err
	}
	slices.Sort(ids)
	s.wanted.all = slices.DeleteFunc(s.wanted.all, func(w Wanted) bool {
		_, touched := slices.BinarySearch(ids, w.ItemID)
		return touched
	})
	s.wanted.read = false // until it is whole again
	if err := s.addUp(wantedOf, ids); err != nil {
		return err
	}
	s.wanted.read = true
	return s.db.Exec("DELETE FROM temp.touched_wanted").Error
}

// addUp puts what the query reads among the rest.
func (s *Store) addUp(query string, ids []ItemID) error {
	m := &s.wanted
	some, err := s.sumWanted(query, m.since, ids)
	m.all = append(m.all, some...)
	slices.SortFunc(m.all, Wanted.before)
	return err
}
