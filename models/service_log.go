package models

import (
	"slices"
	"strings"
	"time"
)

// LogFilter says which requests the service log shows. Zero fields leave that side open.
type LogFilter struct {
	States        []RequestState
	Staff         StaffID // who served
	Customer      CustomerID
	Item          ItemID
	Text          string // in the item's name
	From, To      Day    // both days count
	Offset, Limit int
}

// LogRow is one request as the service log shows it.
type LogRow struct {
	RequestID   RequestID
	VisitID     VisitID
	CustomerID  CustomerID
	Customer    string // "" for a stranger
	At          Moment
	Item        string
	Quantity    int
	Reason      Reason
	LostReason  LostReason
	State       RequestState
	ServedBy    string
	PromisedFor Moment // when the visit's work was to be ready; 0 where nothing was promised
	OfferedN    int
	Accepted    string // what was accepted: its description or the specialist
	AcceptedHow AlternativeKind
	AcceptedFor Money // its price; 0 where none was noted
}

// LogCount is how far the service log is counted; a longer one says "more than" and is narrowed by dates.
const LogCount = 10000

// Requests gives a page of the service log, newest first, and how many requests there are, counted to at most 10,000.
func (s *Store) Requests(f LogFilter) ([]LogRow, int, error) {
	total, err := s.countRequests(f)
	if err != nil {
		return nil, 0, explain(err)
	}
	byItem, err := s.fewAsked(f)
	if err != nil {
		return nil, 0, explain(err)
	}
	way := byVisit
	if byItem {
		way = byRequest
	}
	from, args := f.query(way, s.now().Location())
	var rows []LogRow
	err = s.db.Raw(`SELECT q.*, CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer, ifnull(m.name, '') AS served_by,
		  (SELECT count(*) FROM alternative a WHERE a.request_id = q.request_id) AS offered_n,
		  ifnull(coalesce(nullif(a.description, ''), p.name), '') AS accepted, ifnull(a.kind, '') AS accepted_how, ifnull(a.price, 0) AS accepted_for
		FROM (SELECT r.id AS request_id, v.id AS visit_id, v.customer_id, v.at, i.name AS item, r.quantity, r.reason, r.lost_reason, r.state, v.served_by AS staff_id, v.promised_for
		  `+from+` ORDER BY v.at DESC, r.id DESC LIMIT ? OFFSET ?) q
		LEFT JOIN customer c ON c.id = q.customer_id AND c.deleted_at = 0
		LEFT JOIN staff m ON m.id = q.staff_id
		LEFT JOIN alternative a ON a.request_id = q.request_id AND a.state = 'accepted'
		LEFT JOIN specialist p ON p.id = a.specialist_id
		ORDER BY q.at DESC, q.request_id DESC`, append(args, f.Limit, f.Offset)...).Scan(&rows).Error
	return rows, total, explain(err)
}

// The ways through the log. CROSS JOIN keeps SQLite to the one that is asked for.
const (
	// byVisit walks the visits by time: a page of the newest needs no sorting of all, where most of them fit.
	byVisit = "FROM visit v CROSS JOIN request r ON r.visit_id = v.id JOIN item i ON i.id = r.item_id"
	// byRequest begins with the few requests that fit, found by their thing or their state.
	byRequest = "FROM request r CROSS JOIN visit v ON v.id = r.visit_id JOIN item i ON i.id = r.item_id"
)

// fewRequests is how many are found one by one and sorted faster than met on a walk through a large log.
const fewRequests = 5000

// countRequests counts what fits, to at most LogCount.
func (s *Store) countRequests(f LogFilter) (total int, err error) {
	if f.anyDay() && f.Customer == 0 && f.Staff == 0 {
		return s.countByRequest(f)
	}
	from, args := f.query(byVisit, s.now().Location())
	err = s.db.Raw("SELECT count(*) FROM (SELECT 1 "+from+" LIMIT ?)", append(args, LogCount)...).Row().Scan(&total)
	return total, err
}

// countByRequest counts where only the requests themselves decide. The indexes of the requests do not say whose visit
// was deleted, and to look at every visit takes ten times as long; so it counts all and takes away the deleted.
func (s *Store) countByRequest(f LogFilter) (total int, err error) {
	where, args := f.ofRequest()
	var deleted int
	err = s.db.Raw("SELECT count(*) FROM visit v CROSS JOIN request r ON r.visit_id = v.id WHERE v.deleted_at <> 0 AND "+where, args...).Row().Scan(&deleted)
	if err != nil {
		return 0, err
	}
	err = s.db.Raw("SELECT count(*) FROM (SELECT 1 FROM request r WHERE "+where+" LIMIT ?)", append(args, LogCount+deleted)...).Row().Scan(&total)
	return min(total-deleted, LogCount), err
}

// fewAsked tells whether the thing asked for, or the things the text names, were asked for only a few times.
func (s *Store) fewAsked(f LogFilter) (bool, error) {
	things, args := f.things()
	if things == "" {
		return false, nil
	}
	var asked int
	err := s.db.Raw("SELECT count(*) FROM (SELECT 1 FROM request r WHERE "+things+" LIMIT ?)", append(args, fewRequests)...).Row().Scan(&asked)
	return asked < fewRequests, err
}

// things is the condition that a request is for the thing, or one the text names; "" where any will do.
func (f LogFilter) things() (condition string, args []any) {
	if f.Item != 0 {
		return "r.item_id = ?", []any{f.Item}
	}
	key := Fold(f.Text)
	if key == "" {
		return "", nil
	}
	where, words := containsAll("n.name_key", key)
	return "r.item_id IN (SELECT n.id FROM item n WHERE " + where + ")", words
}

// ofRequest is the condition of the filter on the request itself, and its arguments.
func (f LogFilter) ofRequest() (condition string, args []any) {
	condition = "1"
	if len(f.States) > 0 {
		condition, args = condition+" AND r.state IN ?", append(args, f.States)
	}
	if f.allUnmet() {
		condition += " AND r.state NOT IN ('received', 'fulfilled')"
	}
	if things, words := f.things(); things != "" {
		condition, args = condition+" AND "+things, append(args, words...)
	}
	return condition, args
}

func (f LogFilter) anyDay() bool { return f.From == "" && f.To == "" }

// allUnmet tells whether only things that were not there are asked about, which have an index of their own.
func (f LogFilter) allUnmet() bool {
	return len(f.States) > 0 && !slices.Contains(f.States, RequestReceived) && !slices.Contains(f.States, RequestFulfilled)
}

// query gives the FROM and WHERE of the filter and its arguments. loc is where the shop's days are.
func (f LogFilter) query(way string, loc *time.Location) (string, []any) {
	asked, args := f.ofRequest()
	if way == byVisit {
		// The plus keeps SQLite from the index of things, where it would go through all that asked for one at each visit.
		asked = strings.ReplaceAll(asked, "r.item_id", "+r.item_id")
	}
	from := way + " WHERE v.deleted_at = 0 AND " + asked
	add := func(given bool, condition string, values ...any) {
		if given {
			from, args = from+" AND "+condition, append(args, values...)
		}
	}
	add(f.Staff != 0, "v.served_by = ?", f.Staff)
	add(f.Customer != 0, "v.customer_id = ?", f.Customer)
	// The time finds the visits in their index, a day wider because the shop's clock may have been elsewhere; the day decides.
	add(f.From != "", "v.at >= ? AND v.day >= ?", MomentOf(f.From.AddDays(-1).In(loc)), f.From)
	add(f.To != "", "v.at < ? AND v.day <= ?", MomentOf(f.To.AddDays(2).In(loc)), f.To)
	return from, args
}

// EarliestVisit gives the day of the first visit in the log; "" where there is none.
func (s *Store) EarliestVisit() (Day, error) {
	var day Day
	err := s.db.Raw("SELECT ifnull((SELECT day FROM visit WHERE deleted_at = 0 ORDER BY at LIMIT 1), '')").Row().Scan(&day)
	return day, explain(err)
}
