package models

// Insights are the figures of a period, each of which leads to the people or requests behind it: see Behind. The guide,
// docs/guide/insights.md, tells the owner how each is counted.
type Insights struct {
	Period  Period
	Today   Day
	Parts   []Days // of the period, as far as they have begun
	Came    []CameSum
	Ladder  []LadderEnd        // at Period.Ends
	Found   []FoundSum         // how new customers found us, most of them first
	FoundIn []map[FoundHow]int // how many in each part
	Asked   []AskedSum         // for whom people asked by name, who was asked for most first
	Missed  []MissedSum
	Stock   []StockRow
	Instead []InsteadSum // of each kind of alternative
	Best    []Worked     // what was offered instead, the most promising first
	Rewards Money        // what was given for referrals in the period cost
}

// CameSum is how many people came in a part of a period, each once: for the first time, again after they had stayed away long enough to
// be lapsed, or as they are used to.
type CameSum struct{ New, Recovered, Returning int }

// AskedSum is how many people asked for somebody by name.
type AskedSum struct {
	StaffID StaffID
	Name    string
	People  int // each once
	Times   int
	Parts   []int // people in each part of the period
}

// insights are those that were made last.
type insights struct {
	of      Period
	today   Day
	version [2]int64
	made    *Insights
}

// Insights gives the figures of the period. They are made in one walk through the courses of everybody (see Gather) and one through what
// was not there in the period, and held until something changes. What it gives is not to be changed.
func (s *Store) Insights(p Period) (*Insights, error) {
	version, err := s.fileVersion()
	if err != nil {
		return nil, explain(err)
	}
	today := s.Today()
	if m := &s.insights; m.made != nil && m.of == p && m.today == today && m.version == version {
		return m.made, nil
	}
	made := &Insights{Period: p, Today: today, Parts: p.Parts(today)}
	for _, fill := range []func(*Insights) error{s.fillCourses, s.fillFound, s.fillMissed, s.fillInstead} {
		if err := fill(made); err != nil {
			return nil, explain(err)
		}
	}
	if version, err = s.fileVersion(); err != nil {
		return nil, explain(err) // catching up with changes is counted as one
	}
	s.insights = insights{p, today, version, made}
	return made, nil
}

// fillCourses tells what the courses of everybody come to.
func (s *Store) fillCourses(to *Insights) error {
	m, err := s.readyCourses()
	if err != nil {
		return err
	}
	to.Ladder = m.ladder(to.Period.Ends(to.Today))
	to.Came = make([]CameSum, len(to.Parts))
	parts, asked := spans(to.Parts), askedCount{}
	found := foundCount{}
	for c := range m.everybody() {
		if n := len(c.days); n > 0 && len(parts) > 0 && c.days[n-1] >= parts[0].from {
			for i, part := range parts {
				to.Came[i].count(c.came(part, m.gap))
			}
		}
		asked.count(c, parts)
		found.count(c, spanOf(to.Period.Days))
	}
	if to.Asked, err = s.askedSums(asked); err != nil {
		return err
	}
	to.Found, err = s.foundSums(found, to.Period)
	to.FoundIn = foundIn(found, to.Found, parts)
	return err
}

// span is Days in day numbers.
type span struct{ from, to int32 }

func spanOf(s Days) span { return span{int32(dayNo(s.From)), int32(dayNo(s.To))} }

func spans(parts []Days) []span {
	out := make([]span, len(parts))
	for i, part := range parts {
		out[i] = spanOf(part)
	}
	return out
}

func (s span) has(day int32) bool { return s.from <= day && day <= s.to }

// Came is how somebody came.
type Came string

// The ways to come. CameNot is for those who did not.
const (
	CameNot       Came = ""
	CameNew       Came = "new"       // for the first time, and not known from before this book was kept
	CameRecovered Came = "recovered" // again after more than three times their usual gap: they were lapsed
	CameReturning Came = "returning"
)

func (sum *CameSum) count(how Came) {
	switch how {
	case CameNew:
		sum.New++
	case CameRecovered:
		sum.Recovered++
	case CameReturning:
		sum.Returning++
	}
}

// came tells how somebody came within the span: whoever came for the first time in it is new, whatever they did then.
func (c *course) came(in span, shopGap int) Came {
	at := c.firstFrom(in.from)
	if at == len(c.days) || c.days[at] > in.to {
		return CameNot
	}
	if at == 0 && !c.before {
		return CameNew
	}
	for ; at < len(c.days) && c.days[at] <= in.to; at++ {
		if at > 0 && c.wasLapsed(at, shopGap) {
			return CameRecovered
		}
	}
	return CameReturning
}

// firstFrom is the place of the first day they came on or after the day.
func (c *course) firstFrom(day int32) int {
	at := len(c.days)
	for at > 0 && c.days[at-1] >= day {
		at--
	}
	return at
}

// wasLapsed tells whether they were lapsed when they came on the day at that place, by the rule of activityOf: the gap before it was
// more than three times the median of those before that, or the shop's where there are fewer than three.
func (c *course) wasLapsed(at, shopGap int) bool {
	gap := func(i int) int { return int(c.days[i] - c.days[i-1]) }
	away, n, less := gap(at), at-1, 0
	if n < 3 {
		return away > 3*shopGap
	}
	for i := 1; i < at; i++ {
		if 3*gap(i) < away {
			less++
		}
	}
	if less*2 != n {
		return less*2 > n
	}
	// As many are shorter as not: the median lies between the longest of those and the shortest of these.
	shorter, longer := 0, away
	for i := 1; i < at; i++ {
		if g := gap(i); 3*g < away {
			shorter = max(shorter, g)
		} else {
			longer = min(longer, g)
		}
	}
	return 2*away > 3*(shorter+longer)
}

// askedCount counts who asked for whom.
type askedCount map[StaffID]*AskedSum

func (count askedCount) count(c *course, parts []span) {
	if len(c.asks) == 0 || len(parts) == 0 || c.asks[len(c.asks)-1].day < parts[0].from {
		return
	}
	met := map[StaffID]int{} // by the last part in which they asked for them
	for _, a := range c.asks {
		for i, part := range parts {
			if !part.has(a.day) {
				continue
			}
			sum := count[a.staff]
			if sum == nil {
				sum = &AskedSum{StaffID: a.staff, Parts: make([]int, len(parts))}
				count[a.staff] = sum
			}
			sum.Times++
			last, known := met[a.staff]
			if !known {
				sum.People++
			}
			if !known || last != i {
				sum.Parts[i]++
			}
			met[a.staff] = i
		}
	}
}
