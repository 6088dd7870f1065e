package models_test

import (
	"cmp"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"time"

	"goodturn/models"
)

// plainPerson is somebody as a plain walk through the rows finds them.
type plainPerson struct {
	id                     int64
	since, left            string
	days                   []string // on which they came, each once
	spent                  map[string]int64
	asks                   [][2]string // day and staff
	how, found             string
	before                 bool
	brought, praised, read string
}

// plainInsights counts the figures of a period by going through every row, as the owner would with the whole book before them.
type plainInsights struct {
	t        must
	today    string
	zone     *time.Location
	loyal    int
	gap      float64
	people   []*plainPerson
	db       *sql.DB
	period   models.Period
	sections []string
}

func plainDate(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t
}

func plainApart(from, to string) float64 { return plainDate(to).Sub(plainDate(from)).Hours() / 24 }

func earliest(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func (p *plainInsights) dayOf(at any) string {
	return time.Unix(at.(int64), 0).In(p.zone).Format(time.DateOnly)
}

// walk reads everybody.
func (p *plainInsights) walk() {
	for _, s := range rowsOf(p.t, p.db, "SELECT loyal_days, usual_gap FROM shop") {
		p.loyal, p.gap = int(s[0].(int64)), float64(s[1].(int64))
	}
	byID := map[any]*plainPerson{}
	for _, c := range rowsOf(p.t, p.db, `SELECT c.id, c.state, c.created_at, c.archived_on, c.deleted_at, s.kind, ifnull(s.name, ''), (SELECT count(*) FROM earlier e WHERE e.id = c.id)
		FROM customer c LEFT JOIN source s ON s.id = c.source_id WHERE c.deleted_at = 0 AND c.state <> 'merged' OR c.state = 'erased' ORDER BY c.id`) {
		one := &plainPerson{id: c[0].(int64), since: p.dayOf(c[2]), spent: map[string]int64{}, how: "unknown", found: c[6].(string), before: c[7].(int64) > 0}
		switch c[5] {
		case "word_of_mouth":
			one.how = "mouth"
		case "bought", "other":
			one.how = c[5].(string)
		}
		switch c[1] {
		case "archived":
			one.left = c[3].(string)
		case "erased":
			one.left = p.dayOf(c[4])
		}
		byID[c[0]] = one
		p.people = append(p.people, one)
	}
	for _, v := range rowsOf(p.t, p.db, "SELECT customer_id, day, amount, ifnull((SELECT name FROM staff WHERE id = asked_for), '') FROM visit WHERE state = 'completed' AND deleted_at = 0 AND customer_id IS NOT NULL ORDER BY day") {
		if one := byID[v[0]]; one != nil {
			day := v[1].(string)
			if !slices.Contains(one.days, day) {
				one.days = append(one.days, day)
			}
			one.since = earliest(one.since, day)
			one.spent[day] += v[2].(int64)
			if v[3] != "" {
				one.asks = append(one.asks, [2]string{day, v[3].(string)})
			}
		}
	}
	for _, r := range rowsOf(p.t, p.db, "SELECT referrer_customer_id, referee_id, state, from_before, on_day, approved_at FROM referral_in WHERE state <> 'denied' AND deleted_at = 0") {
		if one := byID[r[1]]; one != nil {
			one.how, one.found = "mouth", "sent"
			one.before = one.before || r[3].(int64) == 1
		}
		if one := byID[r[0]]; one != nil && r[2] == "approved" {
			day := p.dayOf(r[5])
			if r[3].(int64) == 1 {
				day = r[4].(string)
			}
			one.brought, one.since = earliest(one.brought, day), earliest(one.since, day)
		}
	}
	for _, r := range rowsOf(p.t, p.db, "SELECT customer_id, on_day, channel FROM praise WHERE deleted_at = 0 AND customer_id IS NOT NULL") {
		if one := byID[r[0]]; one != nil {
			day := r[1].(string)
			one.praised, one.since = earliest(one.praised, day), earliest(one.since, day)
			if r[2] == "review" {
				one.read = earliest(one.read, day)
			}
		}
	}
}

// rung is where somebody stood at the end of the day; "" for nowhere.
func (p *plainInsights) rung(one *plainPerson, end string) string {
	if one.since > end || one.left != "" && one.left <= end {
		return ""
	}
	came, often := 0, 0
	for _, day := range one.days {
		if day <= end {
			came++
			if day > plainDate(end).AddDate(-1, 0, 0).Format(time.DateOnly) {
				often++
			}
		}
	}
	asked := slices.ContainsFunc(one.asks, func(a [2]string) bool { return a[0] <= end })
	by := func(day string) bool { return day != "" && day <= end }
	switch {
	case by(one.brought) || by(one.read):
		return "advocate"
	case came >= 2 && (asked || by(one.praised) || often >= p.loyal):
		return "loyal"
	case came >= 2:
		return "repeat"
	case came == 1:
		return "customer"
	}
	return "prospect"
}

// came is how somebody came between two days.
func (p *plainInsights) came(one *plainPerson, in models.Days) string {
	how := ""
	for i, day := range one.days {
		if !in.Has(models.Day(day)) {
			continue
		}
		switch {
		case i == 0 && !one.before:
			return "new"
		case i > 0 && p.wasLapsed(one.days[:i], day):
			how = "recovered"
		case how == "":
			how = "returning"
		}
	}
	return how
}

func (p *plainInsights) wasLapsed(before []string, day string) bool {
	var gaps []float64
	for i := 1; i < len(before); i++ {
		gaps = append(gaps, plainApart(before[i-1], before[i]))
	}
	usual := p.gap
	if sort.Float64s(gaps); len(gaps) >= 3 {
		usual = (gaps[(len(gaps)-1)/2] + gaps[len(gaps)/2]) / 2
	}
	return plainApart(before[len(before)-1], day)/usual > 3
}

func (p *plainInsights) say(format string, args ...any) {
	p.sections = append(p.sections, fmt.Sprintf(format, args...))
}

// insightsByHand gives the figures of a period, a line each.
func insightsByHand(t must, store *models.Store, db *sql.DB, period models.Period) []string {
	p := &plainInsights{t: t, today: string(store.Today()), zone: store.Now().Location(), db: db, period: period}
	p.walk()
	p.sayCame()
	p.sayLadder()
	p.sayFound()
	p.sayAsked()
	p.sayMissed()
	p.sayStock()
	p.sayInstead()
	return p.sections
}

func (p *plainInsights) sayCame() {
	for i, part := range p.period.Parts(models.Day(p.today)) {
		n := map[string]int{}
		for _, one := range p.people {
			n[p.came(one, part)]++
		}
		p.say("came %d: %d new, %d recovered, %d returning", i, n["new"], n["recovered"], n["returning"])
	}
}

func (p *plainInsights) sayLadder() {
	ends := p.period.Ends(models.Day(p.today))
	for i, end := range ends {
		n, up, down := map[string]int{}, 0, 0
		for _, one := range p.people {
			is := p.rung(one, string(end))
			if n[is]++; i == 0 || is == "" {
				continue
			}
			if was := p.rung(one, string(ends[i-1])); was != "" {
				step := slices.Index(models.Rungs, models.Rung(is)) - slices.Index(models.Rungs, models.Rung(was))
				up, down = up+min(max(step, 0), 1), down+min(max(-step, 0), 1)
			}
		}
		p.say("ladder %s: %d %d %d %d %d, %d up, %d down", end, n["prospect"], n["customer"], n["repeat"], n["loyal"], n["advocate"], up, down)
	}
}

func (p *plainInsights) sayFound() {
	lines := map[string]*[6]int64{}
	for _, a := range rowsOf(p.t, p.db, "SELECT s.name, s.kind, a.month, a.amount FROM advert_spend a JOIN source s ON s.id = a.source_id") {
		if p.period.Has(models.Day(a[2].(string) + "-01")) {
			how := strings.Replace(a[1].(string), "word_of_mouth", "mouth", 1)
			line := lines[how+" "+a[0].(string)]
			if line == nil {
				line = &[6]int64{}
				lines[how+" "+a[0].(string)] = line
			}
			line[5] += a[3].(int64)
		}
	}
	for _, one := range p.people {
		if len(one.days) == 0 || one.before || !p.period.Has(models.Day(one.days[0])) {
			continue
		}
		line := lines[one.how+" "+one.found]
		if line == nil {
			line = &[6]int64{}
			lines[one.how+" "+one.found] = line
		}
		line[0]++
		first := one.days[0]
		for day, amount := range one.spent {
			if plainApart(first, day) < 365 {
				line[1] += amount
			}
		}
		over, back := plainApart(first, p.today) >= 365, len(one.days) > 1 && plainApart(first, one.days[1]) < 365
		for i, so := range map[int]bool{2: over, 3: over && back, 4: back} {
			if so {
				line[i]++
			}
		}
	}
	for name, line := range lines {
		p.say("found %s: %v", name, *line)
	}
	rewards := int64(0)
	for _, r := range rowsOf(p.t, p.db, "SELECT given_on, cost FROM thank_you WHERE cause = 'referral' AND state <> 'waived' AND given_on <> ''") {
		if p.period.Has(models.Day(r[0].(string))) {
			rewards += r[1].(int64)
		}
	}
	p.say("rewards %d", rewards)
}

func (p *plainInsights) sayAsked() {
	staff := map[string]bool{}
	for _, one := range p.people {
		for _, a := range one.asks {
			staff[a[1]] = true
		}
	}
	parts := p.period.Parts(models.Day(p.today))
	for name := range staff {
		people, times, each := 0, 0, make([]int, len(parts))
		for _, one := range p.people {
			met := make([]int, len(parts))
			for _, a := range one.asks {
				for i, part := range parts {
					if a[1] == name && part.Has(models.Day(a[0])) {
						times++
						met[i] = 1
					}
				}
			}
			any := 0
			for i := range met {
				each[i] += met[i]
				any = max(any, met[i])
			}
			people += any
		}
		if people > 0 {
			p.say("asked %s: %d people, %d times, %v", name, people, times, each)
		}
	}
}

// missed are the requests that were not there in the period: day, thing, who, state, what is at stake, id.
func (p *plainInsights) missed() (rows [][]any) {
	for _, r := range rowsOf(p.t, p.db, `SELECT v.day, i.name, coalesce(v.customer_id, -v.id), r.state, r.worth, r.id, (SELECT count(*) FROM want w WHERE w.request_id = r.id AND w.state = 'collected')
		FROM request r JOIN visit v ON v.id = r.visit_id JOIN item i ON i.id = r.item_id WHERE v.deleted_at = 0 AND v.state <> 'cancelled' AND r.reason <> ''`) {
		if !p.period.Has(models.Day(r[0].(string))) {
			continue
		}
		if r[3] == "substituted" || r[3] == "ordered_in" && r[6].(int64) > 0 {
			r[4] = int64(0)
		}
		rows = append(rows, r)
	}
	return rows
}

func isRescued(state any) bool {
	return slices.Contains([]string{"substituted", "ordered_in", "referred_out", "deferred"}, state.(string))
}

func (p *plainInsights) sayMissed() {
	for i, part := range p.period.Parts(models.Day(p.today)) {
		rescued, open, lost := 0, 0, 0
		for _, r := range p.missed() {
			if !part.Has(models.Day(r[0].(string))) {
				continue
			}
			switch {
			case isRescued(r[3]):
				rescued++
			case r[3] == "lost":
				lost++
			default:
				open++
			}
		}
		p.say("missed %d: %d rescued, %d open, %d lost", i, rescued, open, lost)
	}
}

func (p *plainInsights) sayStock() {
	type thing struct {
		stake  map[any]int64
		helped map[any]bool
	}
	things := map[string]*thing{}
	for _, r := range p.missed() {
		name := r[1].(string)
		if things[name] == nil {
			things[name] = &thing{map[any]int64{}, map[any]bool{}}
		}
		things[name].stake[r[2]] = max(things[name].stake[r[2]], r[4].(int64))
		things[name].helped[r[2]] = things[name].helped[r[2]] || isRescued(r[3])
	}
	for name, th := range things {
		strangers, helped, stake := 0, 0, int64(0)
		for who, amount := range th.stake {
			stake += amount
			if who.(int64) < 0 {
				strangers++
			}
			if th.helped[who] {
				helped++
			}
		}
		p.say("stock %s: %d people, %d strangers, %d helped, %d at stake", name, len(th.stake), strangers, helped, stake)
	}
}

func (p *plainInsights) sayInstead() {
	counted := map[any]bool{}
	for _, r := range p.missed() {
		counted[r[5]] = true
	}
	kinds, each := map[string][2]int{}, map[string][2]int{}
	for _, a := range rowsOf(p.t, p.db, "SELECT a.request_id, a.kind, ifnull(i.name, ''), ifnull(s.name, ''), a.state FROM alternative a LEFT JOIN item i ON i.id = a.item_id LEFT JOIN specialist s ON s.id = a.specialist_id") {
		at := slices.Index([]string{"accepted", "declined"}, a[4].(string))
		if !counted[a[0]] || at < 0 {
			continue
		}
		n := kinds[a[1].(string)]
		n[at]++
		kinds[a[1].(string)] = n
		if name := a[2].(string) + a[3].(string); a[1] == "item" || a[1] == "specialist" {
			n := each[name]
			n[at]++
			each[name] = n
		}
	}
	for kind, n := range kinds {
		p.say("instead %s: %d taken, %d declined", kind, n[0], n[1])
	}
	for name, n := range each {
		p.say("best %s: %d of %d, bound %.9f", name, n[0], n[0]+n[1], plainBound(float64(n[0]), float64(n[0]+n[1])))
	}
}

// plainBound is the lower end of Wilson's interval at 95 %, found by trying: the least share that is not further from what was seen than
// it may be.
func plainBound(times, n float64) float64 {
	low, high, seen := 0.0, times/n, times/n
	for range 60 {
		middle := (low + high) / 2
		if seen-middle > 1.959963984540054*math.Sqrt(middle*(1-middle)/n) {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// told is what Insights say, a line for each figure as insightsByHand says it.
func toldInsights(in *models.Insights) (lines []string) {
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for i, c := range in.Came {
		say("came %d: %d new, %d recovered, %d returning", i, c.New, c.Recovered, c.Returning)
	}
	for _, l := range in.Ladder {
		say("ladder %s: %d %d %d %d %d, %d up, %d down", l.Day, l.On[models.RungProspect], l.On[models.RungCustomer], l.On[models.RungRepeat], l.On[models.RungLoyal], l.On[models.RungAdvocate], l.Up, l.Down)
	}
	for _, f := range in.Found {
		name := f.Name
		if f.How == models.FoundMouth && f.SourceID == 0 {
			name = "sent"
		}
		say("found %s %s: %v", f.How, name, [6]int64{int64(f.New), int64(f.FirstYear), int64(f.Over), int64(f.Stayed), int64(f.Back), int64(f.Cost)})
	}
	say("rewards %d", in.Rewards)
	for _, a := range in.Asked {
		say("asked %s: %d people, %d times, %v", a.Name, a.People, a.Times, a.Parts)
	}
	for i, m := range in.Missed {
		say("missed %d: %d rescued, %d open, %d lost", i, m.Rescued, m.Open, m.Lost)
	}
	for _, s := range in.Stock {
		say("stock %s: %d people, %d strangers, %d helped, %d at stake", s.Item, s.People, s.Strangers, s.Helped, s.Stake)
	}
	for _, k := range in.Instead {
		say("instead %s: %d taken, %d declined", k.Kind, k.Taken, k.Declined)
	}
	for _, w := range in.Best {
		say("best %s: %d of %d, bound %.9f", w.What, w.Taken, w.Offered, plainBound(float64(w.Taken), float64(w.Offered)))
	}
	return lines
}

// checkInsights holds Insights to a plain walk through the rows. Of things and alternatives those are told that stand first.
func checkInsights(t must, store *models.Store, db *sql.DB, period models.Period) *models.Insights {
	t.Helper()
	in, err := store.Insights(period)
	if err != nil {
		t.Fatalf("%v", err)
	}
	told, plain := toldInsights(in), insightsByHand(t, store, db, period)
	for _, cut := range []struct {
		part string
		most int
	}{{"stock ", 10}, {"best ", 8}} {
		of := func(lines []string) (some, others []string) {
			for _, line := range lines {
				if strings.HasPrefix(line, cut.part) {
					some = append(some, line)
				} else {
					others = append(others, line)
				}
			}
			return some, others
		}
		toldSome, toldOthers := of(told)
		plainSome, plainOthers := of(plain)
		if len(plainSome) > cut.most {
			mustStandFirst(t, cut.part, toldSome, plainSome, cut.most)
			told, plain = toldOthers, plainOthers
		}
	}
	slices.Sort(told)
	slices.Sort(plain)
	if !slices.Equal(told, plain) {
		t.Fatalf("of %v Insights say\n%s\nand a plain walk\n%s", period, strings.Join(told, "\n"), strings.Join(plain, "\n"))
	}
	return in
}

// mustStandFirst tells whether the lines told are among the plain ones, and none that is left out stands before the last of them.
func mustStandFirst(t must, part string, told, plain []string, most int) {
	t.Helper()
	rank := func(line string) (by float64) {
		if part == "best " {
			_, bound, _ := strings.Cut(line, "bound ")
			fmt.Sscan(bound, &by)
			return by
		}
		_, n, _ := strings.Cut(line, ": ")
		fmt.Sscan(n, &by)
		return by
	}
	if len(told) != most {
		t.Fatalf("%d of %s are told", len(told), part)
	}
	slices.SortFunc(plain, func(a, b string) int { return cmp.Compare(rank(b), rank(a)) })
	for i, line := range told {
		if !slices.Contains(plain, line) || math.Abs(rank(line)-rank(plain[i])) > 1e-6 {
			t.Fatalf("%q stands at place %d, where %q should: %q", line, i, plain[i], plain)
		}
	}
}
