package models

import (
	"cmp"
	"slices"
	"time"
)

// BringerPeriod is when those came whom a list of who brings people counts.
type BringerPeriod string

// The periods.
const (
	BroughtEver     BringerPeriod = "ever"
	BroughtThisYear BringerPeriod = "year" // the calendar year of the shop's day
)

// Brought is what somebody brought: people who became customers, and what those spent so far.
type Brought struct {
	DirectN     int // they sent them themselves
	ThroughN    int // whom those went on to send, however far
	DirectSpent Money
	Spent       Money // of all of them: each is counted once
}

// N is how many they brought in all.
func (b Brought) N() int { return b.DirectN + b.ThroughN }

// BringerRow is one of those who bring people.
type BringerRow struct {
	ID   CustomerID
	Name string
	Ever Brought
	Year Brought // those who came this year
	Last Day     // when the last came whom they sent themselves

	lastAt Moment // of those whose first visit says when
}

// Of gives what they brought in the period.
func (b *BringerRow) Of(period BringerPeriod) Brought { return *b.of(period) }

func (b *BringerRow) of(period BringerPeriod) *Brought {
	if period == BroughtThisYear {
		return &b.Year
	}
	return &b.Ever
}

// BringerFilter says which of those who bring people a list shows.
type BringerFilter struct {
	Period        BringerPeriod // "" is ever
	Offset, Limit int
}

// kinSums are what everybody among the kin brought, made of the links in one pass from the leaves.
type kinSums struct {
	made    bool
	year    int
	rows    []BringerRow // by place, without names
	lists   map[BringerPeriod]*bringerOrder
	stopped *bringerOrder // those who brought people before
	quiet   Day           // what stopped rests on
}

// add adds up what everybody brought, unless that is known. Whoever counts must have become a customer; that the one who sent them has
// not is no matter.
func (m *kin) add(now time.Time) {
	m.link()
	year := now.Year()
	if m.sums.made && m.sums.year == year {
		return
	}
	firstDay := DayOf(time.Date(year, 1, 1, 0, 0, 0, 0, now.Location()))
	began := MomentOf(firstDay.In(now.Location()))
	sums := kinSums{made: true, year: year, rows: m.sums.rows, lists: map[BringerPeriod]*bringerOrder{}}
	if clear(sums.rows); len(sums.rows) != len(m.people) { // else their room serves again: to get it anew takes as long as adding up
		sums.rows = make([]BringerRow, len(m.people))
	}
	for i := range m.people { // whom they sent themselves: in the order in which all stand in memory, which is much quicker than from the leaves
		k, up := &m.people[i], m.links.sender[i]
		sums.rows[i].ID = k.id
		if up < 0 || m.links.circled[i] || k.state != ReferralApproved {
			continue
		}
		sums.rows[up].sent(k, firstDay, began)
	}
	for _, at := range slices.Backward(m.links.order) {
		own, up := &sums.rows[at], m.links.sender[at]
		if up >= 0 && !m.links.circled[at] && own.Ever != (Brought{}) {
			sums.rows[up].Ever.through(own.Ever)
			sums.rows[up].Year.through(own.Year)
		}
	}
	m.sums = sums
}

// sent counts somebody they sent themselves, in a year that begins on the day, which began then.
func (b *BringerRow) sent(k *kinsman, firstDay Day, began Moment) {
	b.Ever.direct(k)
	if k.cameSince(firstDay, began) {
		b.Year.direct(k)
	}
	if k.cameBefore() {
		b.Last = max(b.Last, k.onDay)
	} else {
		b.lastAt = max(b.lastAt, k.firstAt)
	}
}

// cameBefore tells whether the day they came is the one they were sent on, as for those from before this book; else it is that of their
// first completed visit.
func (k *kinsman) cameBefore() bool { return k.fromBefore || k.firstAt == 0 }

// cameSince tells whether they came on that day, which began then, or later.
func (k *kinsman) cameSince(day Day, began Moment) bool {
	if k.cameBefore() {
		return k.onDay >= day
	}
	return k.firstAt >= began
}

func (b *Brought) direct(k *kinsman) {
	b.DirectN++
	b.DirectSpent += Money(k.spent)
	b.Spent += Money(k.spent)
}

// through adds what one of those they sent brought.
func (b *Brought) through(other Brought) {
	b.ThroughN += other.N()
	b.Spent += other.Spent
}

// bringers gives those in the book who brought somebody in the period, who brought most themselves first.
func (m *kin) bringers(period BringerPeriod) *bringerOrder {
	list := m.sums.lists[period]
	if list == nil {
		list = m.order(func(at int32) (direct, through int, listed bool) {
			brought := m.sums.rows[at].of(period)
			return brought.DirectN, brought.ThroughN, brought.N() > 0
		})
		m.sums.lists[period] = list
	}
	return list
}

// WhoBrings gives a page of those who brought people in the period, themselves or through others, and how many there are: who sent most
// themselves first. Each of those they brought is counted once for them, and also for everybody between, so that what two rows say is
// not to be added.
func (s *Store) WhoBrings(f BringerFilter) ([]BringerRow, int, error) {
	m, err := s.readyKin()
	if err != nil {
		return nil, 0, explain(err)
	}
	m.add(s.now())
	period := cmp.Or(f.Period, BroughtEver)
	return s.bringerPage(m, m.bringers(period), f.Offset, f.Limit)
}

// quietFor is after how many days without anybody new somebody no longer brings people.
const quietFor = 365

// WhoStopped gives a page of those in the book who sent people, the last of whom came more than a year ago, and how many there are: who
// sent most first.
func (s *Store) WhoStopped(offset, limit int) ([]BringerRow, int, error) {
	m, err := s.readyKin()
	if err != nil {
		return nil, 0, explain(err)
	}
	m.add(s.now())
	if quiet := s.Today().AddDays(-quietFor); m.sums.quiet != quiet {
		m.sums.quiet, m.sums.stopped = quiet, m.whoStopped(quiet, MomentOf(quiet.In(s.now().Location())))
	}
	return s.bringerPage(m, m.sums.stopped, offset, limit)
}

// whoStopped gives those who sent people, the last of whom came before the day, which began then.
func (m *kin) whoStopped(quiet Day, began Moment) *bringerOrder {
	return m.order(func(at int32) (direct, through int, listed bool) {
		row := &m.sums.rows[at]
		return row.Ever.DirectN, 0, row.Ever.DirectN > 0 && row.Last < quiet && row.lastAt < began
	})
}

// row gives what the one at that place brought.
func (m *kin) row(at int32, loc *time.Location) BringerRow {
	row := m.sums.rows[at]
	if row.lastAt > 0 {
		row.Last = max(row.Last, DayOf(row.lastAt.In(loc)))
	}
	return row
}

// bringerPage gives the rows of a page of the list, with names, and how long the list is.
func (s *Store) bringerPage(m *kin, list *bringerOrder, offset, limit int) ([]BringerRow, int, error) {
	page := list.page(m, offset, limit)
	rows, ids := make([]BringerRow, len(page)), make([]CustomerID, len(page))
	for i, at := range page {
		rows[i], ids[i] = m.row(at, s.now().Location()), m.people[at].id
	}
	names, err := s.FamilyNames(ids)
	for i := range rows {
		rows[i].Name = names[rows[i].ID]
	}
	return rows, len(list.all), err
}

// BroughtBy gives what one customer brought, ever and this year; nobody for whoever sent nobody.
func (s *Store) BroughtBy(id CustomerID) (BringerRow, error) {
	m, err := s.readyKin()
	if err != nil {
		return BringerRow{}, explain(err)
	}
	m.add(s.now())
	row := BringerRow{ID: id}
	if at, known := m.place[id]; known {
		row = m.row(at, s.now().Location())
	}
	names, err := s.FamilyNames([]CustomerID{id})
	row.Name = names[id]
	return row, err
}
