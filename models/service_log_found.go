package models

import (
	"context"

	"gorm.io/gorm"
)

// LogFound is what a filter of the service log finds, the newest first.
type LogFound struct {
	IDs    []RequestID
	Whole  bool // that is all; else the oldest are not looked for yet
	Totals LogTotals
}

// LogTotals are the sums of what a filter finds. Of visits that were cancelled only the lines and the people count.
type LogTotals struct {
	Lines     int
	People    int   // who are in the book, each once
	Strangers int   // visits by somebody passing by
	Lost      int   // lines of those who went away with nothing
	Taken     int   // lines in which something else was taken
	Spent     Money // at the visits of the lines
	Stake     Money // as in Wanted
}

// logSpan is how many days of the log are looked through at once: what the owner saves waits no longer than that takes. The first look
// is at the last day, which in a large shop fills the window, and each further one at logMore times as many: also beyond logSpan where
// there were fewer than logLittle lines of the things that are looked for.
const (
	logSpan   = 92
	logFirst  = 1
	logMore   = 4
	logLittle = 300
)

// FindRequests finds all requests of a filter with their sums, or with most, which is not 0, the newest so many at least. It works
// through a connection of its own, so it may be called from another goroutine, and ends soon after ctx does.
func (s *Store) FindRequests(ctx context.Context, f LogFilter, most int) (found LogFound, err error) {
	err = s.patiently(ctx, func(ctx context.Context) error {
		return s.beside(ctx, func(db *gorm.DB) error {
			look := newLogLook(db, f)
			if err := look.through(ctx, most); err != nil {
				return err
			}
			found = look.ended()
			return nil
		})
	})
	return found, explain(err)
}

// newestRequests gives the newest requests of a filter, at most so many, through the window's own connection.
func (s *Store) newestRequests(f LogFilter, most int) ([]LogRow, error) {
	look := newLogLook(s.db, f)
	if err := look.through(context.Background(), most); err != nil {
		return nil, explain(err)
	}
	return s.RequestsOf(look.found.IDs[:min(most, len(look.found.IDs))])
}

// logLook is a look through the log under way.
type logLook struct {
	db     *gorm.DB
	f      LogFilter
	found  LogFound
	people map[int64]bool     // who asked, strangers by their visits with a minus
	stakes map[[2]int64]Money // of each of them and each thing
}

func newLogLook(db *gorm.DB, f LogFilter) *logLook {
	return &logLook{db: db, f: f.unmet(), people: map[int64]bool{}, stakes: map[[2]int64]Money{}}
}

// through looks through the days of the filter, a span after the other, the newest first.
func (l *logLook) through(ctx context.Context, most int) error {
	var first, last Day
	const end = "ifnull((SELECT day FROM request INDEXED BY request_log WHERE day <> '' ORDER BY day "
	if err := l.db.Raw("SELECT "+end+"LIMIT 1), ''), "+end+"DESC LIMIT 1), '')").Row().Scan(&first, &last); err != nil {
		return err
	}
	if l.f.To != "" {
		last = min(last, l.f.To)
	}
	first = max(first, l.f.From)
	if err := l.once(most); err != nil {
		return err
	}
	span := logFirst
	if l.f.finder() == "request_visit" { // what there is of some visits is soon looked through
		span = max(int(daysBetween(first, last)), 0) + 1
	}
	for before := 0; last != "" && last >= first; span = l.nextSpan(span, len(l.found.IDs)-before) {
		before = len(l.found.IDs)
		if most > 0 && len(l.found.IDs) >= most {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		from := max(last.AddDays(1-span), first)
		if err := l.days(from, last); err != nil {
			return err
		}
		last = from.AddDays(-1)
	}
	l.found.Whole = true
	return nil
}

// nextSpan gives how many days are looked through after a span that found so much. Of things that are seldom asked for there is little
// on many days, and it is found by the index.
func (l *logLook) nextSpan(span, found int) int {
	if l.f.finder() == "request_item" && found < logLittle {
		return span * logMore
	}
	return min(span*logMore, max(span, logSpan))
}

// Of so many things, or visits, each is looked up; where there are more, the log is walked along for the newest, which are met soon.
const (
	fewThings = 50
	fewVisits = 1000
)

// once asks what is the same of all days: which things have the name, and at which visits the words were said.
func (l *logLook) once(most int) error {
	if key := Fold(l.f.Text); key != "" {
		named, words := containsAll("n.name_key", key)
		if err := l.list(&l.f.named, most > 0, fewThings, "SELECT n.id FROM item n WHERE "+named, words); err != nil {
			return err
		}
	}
	said := queryOf(l.f.Said)
	if len(said.terms) == 0 {
		return nil
	}
	visits, args := said.saidAt()
	return l.list(&l.f.saidAt, most > 0, fewVisits, visits, args)
}

// list writes the IDs that the query gives into a list of them as JSON; walk tells whether the log may be walked along where they are
// more than few.
func (l *logLook) list(into *string, walk bool, few int, query string, args []any) error {
	var n int
	err := l.db.Raw("SELECT count(*), json_group_array(id) FROM ("+query+")", args...).Row().Scan(&n, into)
	l.f.walk = l.f.walk || walk && n > few
	return err
}

// days adds what was asked for from one day to another. What was spent at a visit is added with the first of its lines: all of them
// are of one day.
func (l *logLook) days(from, to Day) error {
	l.f.From, l.f.To = from, to
	where, args := l.f.where()
	rows, err := l.db.Raw(`SELECT r.id, r.visit_id, coalesce(r.asker, -r.visit_id), r.item_id, iif(r.cancelled, '', r.state),
		  iif(r.worth > 0 AND NOT r.cancelled, `+atStake+`, 0), iif(r.cancelled, 0, v.amount)
		FROM request r INDEXED BY `+l.f.finder()+` CROSS JOIN visit v ON v.id = r.visit_id WHERE `+where+newestFirst, args...).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	paid := map[int64]bool{}
	var line foundLine
	for rows.Next() {
		if err := rows.Scan(&line.id, &line.visit, &line.who, &line.item, &line.state, &line.stake, &line.amount); err != nil {
			return err
		}
		if !paid[line.visit] {
			paid[line.visit] = true
			l.found.Totals.Spent += line.amount
		}
		l.add(line)
	}
	return rows.Err()
}

// foundLine is one request of the filter.
type foundLine struct {
	id               RequestID
	visit, who, item int64  // who asked, a stranger by the visit with a minus
	state            string // "" where the visit was cancelled
	stake            Money
	amount           Money // of the whole visit
}

// add counts a line.
func (l *logLook) add(line foundLine) {
	l.found.IDs = append(l.found.IDs, line.id)
	l.people[line.who] = true
	switch RequestState(line.state) {
	case RequestLost:
		l.found.Totals.Lost++
	case RequestSubstituted, RequestOrderedIn, RequestReferredOut, RequestDeferred:
		l.found.Totals.Taken++
	}
	if line.stake > 0 {
		key := [2]int64{line.who, line.item}
		l.stakes[key] = max(l.stakes[key], line.stake)
	}
}

// ended adds up.
func (l *logLook) ended() LogFound {
	sums := &l.found.Totals
	sums.Lines = len(l.found.IDs)
	for who := range l.people {
		if who < 0 {
			sums.Strangers++
		}
	}
	sums.People = len(l.people) - sums.Strangers
	for _, stake := range l.stakes {
		sums.Stake += stake
	}
	return l.found
}

// RequestsOf gives those of ids that are in the log, in their order.
func (s *Store) RequestsOf(ids []RequestID) (rows []LogRow, err error) {
	err = s.db.Raw(logRow+" FROM json_each(?) q CROSS JOIN request r ON r.id = q.value AND r.day <> ''"+logRowJoins+" ORDER BY q.key", jsonIDs(ids)).Scan(&rows).Error
	return rows, explain(err)
}
