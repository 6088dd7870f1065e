package models

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"gorm.io/gorm"
)

// courses are the courses of everybody, held in memory: read from the file they are a second's work in a large shop. They are read
// once, beside the window, and who changes later is read again before the next answer. The file stays the truth: a test holds both
// equal after whatever is done.
type courses struct {
	read    bool
	watched bool  // the triggers are there that note who changes
	version int64 // the file's as other connections changed it, when the reading began
	turn    int   // how often a reading began: only the last one counts
	loyal   int   // the shop's visit days in twelve months that make loyal, and the usual gap
	gap     int
	byID    map[CustomerID]*course
	list    []*course // the same, and those that are gone; see courseReader
}

// courseWatches note whose course a change touches; see watches. The sums of a customer are written at every change of a visit and of
// praise.
var courseWatches = []string{
	"CREATE TEMP TABLE IF NOT EXISTS course_touched (id INTEGER NOT NULL)",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_insert AFTER INSERT ON main.customer BEGIN INSERT INTO course_touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_update AFTER UPDATE ON main.customer BEGIN INSERT INTO course_touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_delete AFTER DELETE ON main.customer BEGIN INSERT INTO course_touched VALUES (OLD.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_earlier_insert AFTER INSERT ON main.earlier BEGIN INSERT INTO course_touched VALUES (NEW.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_earlier_delete AFTER DELETE ON main.earlier BEGIN INSERT INTO course_touched VALUES (OLD.id); END",
	"CREATE TEMP TRIGGER IF NOT EXISTS course_praise_update AFTER UPDATE ON main.praise WHEN NEW.customer_id IS NOT NULL BEGIN INSERT INTO course_touched VALUES (NEW.customer_id); END",
	`CREATE TEMP TRIGGER IF NOT EXISTS course_sent_insert AFTER INSERT ON main.referral_in BEGIN
		INSERT INTO course_touched SELECT value FROM json_each(json_array(NEW.referee_id, NEW.referrer_customer_id)) WHERE value IS NOT NULL; END`,
	`CREATE TEMP TRIGGER IF NOT EXISTS course_sent_update AFTER UPDATE ON main.referral_in BEGIN
		INSERT INTO course_touched SELECT value FROM json_each(json_array(OLD.referee_id, OLD.referrer_customer_id, NEW.referee_id, NEW.referrer_customer_id)) WHERE value IS NOT NULL; END`,
	`CREATE TEMP TRIGGER IF NOT EXISTS course_sent_delete AFTER DELETE ON main.referral_in BEGIN
		INSERT INTO course_touched SELECT value FROM json_each(json_array(OLD.referee_id, OLD.referrer_customer_id)) WHERE value IS NOT NULL; END`,
}

// isEnd tells that there are no more rows.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }

// Gathering is what Insights are made of being read beside the window: Read does it, and may be called from another goroutine; then
// the window calls Keep.
type Gathering struct {
	s       *Store
	zone    *time.Location
	version int64
	turn    int
	read    *courseReader
}

// Gather gets ready what Insights are made of, which in a large shop takes a second; nil where it is there already. Whoever asks for
// Insights without it gets them all the same, and waits.
func (s *Store) Gather() (*Gathering, error) {
	if ready, err := s.coursesReady(); ready || err != nil {
		return nil, explain(err)
	}
	if err := s.watchCourses(); err != nil {
		return nil, explain(err)
	}
	version, err := s.othersVersion()
	if err != nil {
		return nil, explain(err)
	}
	return &Gathering{s: s, zone: s.now().Location(), version: version, turn: s.courses.turn}, nil
}

// Read reads it through a connection of its own, and reports how far it is. A save meanwhile goes first.
func (g *Gathering) Read(ctx context.Context, report func(done, total int)) error {
	return explain(g.s.patiently(ctx, func(ctx context.Context) error {
		return apart(ctx, g.s.path, "ro", g.s.now, func(db *gorm.DB) (err error) {
			g.read, err = readCourses(db, nil, g.zone, report)
			return err
		})
	}))
}

// Keep holds what was read; who changed meanwhile is read again at the next answer.
func (g *Gathering) Keep() {
	if g.read != nil && g.turn == g.s.courses.turn {
		m := &g.s.courses
		m.read, m.version, m.byID, m.list = true, g.version, g.read.found, g.read.list
	}
}

// everybody gives the courses of all who are in the book, and of those who left it otherwise than by the bin.
func (m *courses) everybody() iter.Seq[*course] {
	return func(yield func(*course) bool) {
		for _, c := range m.list {
			if !c.gone && !c.binned && !yield(c) {
				return
			}
		}
	}
}

// put holds what a course is now, nil for none, in the place of what it was.
func (m *courses) put(id CustomerID, now *course) {
	was := m.byID[id]
	switch {
	case now == nil && was != nil:
		was.gone = true
		delete(m.byID, id)
	case now == nil:
	case was != nil:
		*was = *now
	default:
		m.byID[id] = now
		m.list = append(m.list, now)
	}
}

// coursesReady tells whether they are held, as the file was left by others.
func (s *Store) coursesReady() (bool, error) {
	version, err := s.othersVersion()
	return s.courses.read && version == s.courses.version, err
}

// watchCourses has changes noted from now on, and forgets which were.
func (s *Store) watchCourses() error {
	s.courses.read = false
	s.courses.turn++
	if s.IsReadOnly() {
		return nil // this connection changes nothing
	}
	if s.courses.watched {
		return s.db.Exec("DELETE FROM temp.course_touched").Error
	}
	for _, watch := range courseWatches {
		if err := s.db.Exec(watch).Error; err != nil {
			return err
		}
	}
	s.courses.watched = true
	return nil
}

// readyCourses gives the courses as the file has them now.
func (s *Store) readyCourses() (*courses, error) {
	ready, err := s.coursesReady()
	if err == nil && !ready {
		var g *Gathering
		if g, err = s.Gather(); err == nil {
			g.read, err = readCourses(s.db, nil, g.zone, nil)
			g.Keep()
		}
	}
	if err == nil {
		err = s.catchUpCourses()
	}
	if err == nil {
		err = s.db.Raw("SELECT loyal_days, usual_gap FROM shop").Row().Scan(&s.courses.loyal, &s.courses.gap)
	}
	return &s.courses, err
}

// catchUpCourses reads again whoever changed since.
func (s *Store) catchUpCourses() error {
	if !s.courses.watched {
		return nil
	}
	ids := []CustomerID{}
	if err := s.db.Raw("SELECT DISTINCT id FROM temp.course_touched").Scan(&ids).Error; err != nil || len(ids) == 0 {
		return err
	}
	fresh, err := readCourses(s.db, ids, s.now().Location(), nil)
	if err != nil {
		return err
	}
	for _, id := range ids {
		s.courses.put(id, fresh.found[id])
	}
	return s.db.Exec("DELETE FROM temp.course_touched").Error
}
