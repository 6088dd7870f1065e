package models

import "slices"

// LogFilter says which requests the service log shows. Zero fields leave that side open.
type LogFilter struct {
	States    []RequestState
	Staff     StaffID // who served
	Customer  CustomerID
	Item      ItemID
	Text      string // in the item's name
	From, To  Day    // both days count
	Reason    Reason // why it was not there; ReasonNone is any
	Kind      AlternativeKind
	Answer    Answer // to an alternative, of Kind where that is given; "" for any
	Said      string // words that were said or noted at the visit
	Waiting   bool   // what was promised for a time and is not ready
	Cancelled bool   // visits that were cancelled, and no others

	named, saidAt string // the things and the visits that Text and Said are about, where they were asked for already: IDs as JSON
	walk          bool   // those are so many that the log is walked along
}

// LogRow is one request as the service log shows it.
type LogRow struct {
	RequestID   RequestID
	VisitID     VisitID
	ItemID      ItemID
	CustomerID  CustomerID
	Customer    string // "" for a stranger
	At          Moment
	Item        string
	Quantity    int
	Reason      Reason
	LostReason  LostReason
	State       RequestState
	ServedBy    string
	Worth       Money  // what we would have taken for it; 0 where nobody said
	Cancelled   bool   // the visit was cancelled
	PromisedFor Moment // when the visit's work was to be ready; 0 where nothing was promised
	OfferedN    int
	Accepted    string // what was accepted: its description or the specialist
	AcceptedHow AlternativeKind
	AcceptedFor Money // its price; 0 where none was noted
}

// logRow is what the log shows of the request r, with what logRowJoins joins.
var logRow = `SELECT r.id AS request_id, r.visit_id, r.item_id, v.customer_id, r.at, i.name AS item, r.quantity, r.reason, r.lost_reason, r.state, v.promised_for, r.worth, r.cancelled,
	CASE WHEN c.id IS NULL THEN '' ELSE ` + nameOf("c") + ` END AS customer, ifnull(m.name, '') AS served_by,
	(SELECT count(*) FROM alternative a WHERE a.request_id = r.id) AS offered_n,
	ifnull(coalesce(nullif(a.description, ''), p.name), '') AS accepted, ifnull(a.kind, '') AS accepted_how, ifnull(a.price, 0) AS accepted_for`

const logRowJoins = `
	JOIN visit v ON v.id = r.visit_id
	JOIN item i ON i.id = r.item_id
	LEFT JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0
	LEFT JOIN staff m ON m.id = r.served_by
	LEFT JOIN alternative a ON a.request_id = r.id AND a.state = 'accepted'
	LEFT JOIN specialist p ON p.id = a.specialist_id`

const newestFirst = " ORDER BY r.day DESC, r.at DESC, r.id DESC"

// finder names the index that leads to what the filter asks for and to little else.
func (f LogFilter) finder() string {
	switch {
	case f.Customer != 0 || f.Waiting || !f.walk && Fold(f.Said) != "":
		return "request_visit"
	case f.Item != 0 || !f.walk && Fold(f.Text) != "":
		return "request_item"
	case f.allUnmet() && f.Staff != 0:
		return "request_unmet_staff"
	case f.allUnmet():
		return "request_unmet"
	}
	return f.byTime()
}

// byTime names the index in the order of time.
func (f LogFilter) byTime() string {
	if f.Staff != 0 {
		return "request_staff"
	}
	return "request_log"
}

// allUnmet tells whether only things that were not there are asked about, which have indexes of their own.
func (f LogFilter) allUnmet() bool {
	return len(f.States) > 0 && !slices.Contains(f.States, RequestReceived) && !slices.Contains(f.States, RequestFulfilled)
}

// saidAt asks for the visits at which all of the terms were said or noted. Terms of one and two letters are in no index.
func (q query) saidAt() (visits string, args []any) {
	condition, args := q.inKey()
	visits = "SELECT k.id FROM visit_search k WHERE " + condition
	if long := q.long(); len(long.terms) > 0 {
		visits = "SELECT k.id FROM visit_fts t CROSS JOIN visit_search k ON k.id = t.rowid WHERE t.visit_fts MATCH ? AND " + condition
		args = append([]any{long.grams()}, args...)
	}
	return visits, args
}

// unmet gives the filter with the states of what was not there, where what it asks is only said of such things: they have indexes of
// their own.
func (f LogFilter) unmet() LogFilter {
	if len(f.States) == 0 && (f.Reason != ReasonNone || f.Kind != "" || f.Answer != "") {
		f.States = RequestStates[2:]
	}
	return f
}

// where gives the condition of the filter on the request r and its arguments.
func (f LogFilter) where() (condition string, args []any) {
	condition = "r.day <> ''"
	add := func(given bool, more string, values ...any) {
		if given {
			condition, args = condition+" AND "+more, append(args, values...)
		}
	}
	add(f.From != "", "r.day >= ?", f.From)
	add(f.To != "", "r.day <= ?", f.To)
	add(len(f.States) > 0, "r.state IN ?", f.States)
	add(f.allUnmet(), "r.state NOT IN ('received', 'fulfilled')")
	add(f.Staff != 0, "r.served_by = ?", f.Staff)
	add(f.Customer != 0, "r.visit_id IN (SELECT v.id FROM visit v WHERE v.customer_id = ?)", f.Customer)
	add(f.Reason != ReasonNone, "r.reason = ?", f.Reason)
	add(f.Cancelled, "r.cancelled = 1")
	if f.Kind != "" || f.Answer != "" {
		add(true, "EXISTS (SELECT 1 FROM alternative o WHERE o.request_id = r.id AND ifnull(nullif(?, ''), o.kind) = o.kind AND ifnull(nullif(?, ''), o.state) = o.state"+f.answered()+")", f.Kind, f.Answer)
	}
	add(f.Waiting, "r.visit_id IN (SELECT v.id FROM visit v INDEXED BY visit_promised_open WHERE v.promised_for > 0 AND v.ready_at = 0 AND v.deleted_at = 0 AND v.state <> 'cancelled')")
	if said := queryOf(f.Said); f.saidAt != "" {
		add(true, "r.visit_id IN (SELECT value FROM json_each(?))", f.saidAt)
	} else if len(said.terms) > 0 {
		words, values := said.saidAt()
		add(true, "r.visit_id IN ("+words+")", values...)
	}
	add(f.Item != 0, "r.item_id = ?", f.Item)
	if key := Fold(f.Text); f.named != "" {
		add(true, "r.item_id IN (SELECT value FROM json_each(?))", f.named)
	} else if key != "" {
		named, words := containsAll("n.name_key", key)
		add(true, "r.item_id IN (SELECT n.id FROM item n WHERE "+named+")", words...)
	}
	return condition, args
}

// answered is the condition of the index of what was answered, where only that is asked about.
func (f LogFilter) answered() string {
	if f.Answer == AlternativeAccepted || f.Answer == AlternativeDeclined {
		return " AND o.state IN ('accepted', 'declined')"
	}
	return ""
}

// EarliestVisit gives the day of the first visit in the log; "" where there is none.
func (s *Store) EarliestVisit() (Day, error) {
	var day Day
	err := s.db.Raw("SELECT ifnull((SELECT day FROM visit WHERE deleted_at = 0 ORDER BY at LIMIT 1), '')").Row().Scan(&day)
	return day, explain(err)
}
