package models

import "slices"

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
	where, args := f.where()
	var total int
	err := s.db.Raw("SELECT count(*) FROM (SELECT 1 FROM request r INDEXED BY "+f.finder()+" WHERE "+where+" LIMIT "+number(LogCount)+")", args...).
		Row().Scan(&total)
	if err != nil || total == 0 {
		return nil, 0, explain(err)
	}
	var rows []LogRow
	err = s.db.Raw(`SELECT r.id AS request_id, r.visit_id, r.item_id, v.customer_id, r.at, i.name AS item, r.quantity, r.reason, r.lost_reason, r.state, v.promised_for,
		  CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer, ifnull(m.name, '') AS served_by,
		  (SELECT count(*) FROM alternative a WHERE a.request_id = r.id) AS offered_n,
		  ifnull(coalesce(nullif(a.description, ''), p.name), '') AS accepted, ifnull(a.kind, '') AS accepted_how, ifnull(a.price, 0) AS accepted_for
		FROM (SELECT r.id FROM request r INDEXED BY `+f.walker(total)+` WHERE `+where+newestFirst+` LIMIT `+number(f.Limit)+` OFFSET `+number(f.Offset)+`) q
		CROSS JOIN request r ON r.id = q.id
		JOIN visit v ON v.id = r.visit_id
		JOIN item i ON i.id = r.item_id
		LEFT JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0
		LEFT JOIN staff m ON m.id = r.served_by
		LEFT JOIN alternative a ON a.request_id = r.id AND a.state = 'accepted'
		LEFT JOIN specialist p ON p.id = a.specialist_id`+newestFirst, args...).Scan(&rows).Error
	return rows, total, explain(err)
}

const newestFirst = " ORDER BY r.day DESC, r.at DESC, r.id DESC"

// fewRequests is how many are found one by one and sorted faster than met on a walk through a large log.
const fewRequests = 3000

// finder names the index that leads to what the filter asks for and to little else.
func (f LogFilter) finder() string {
	switch {
	case f.Customer != 0:
		return "request_visit"
	case f.Item != 0 || Fold(f.Text) != "":
		return "request_item"
	case f.allUnmet() && f.Staff != 0:
		return "request_unmet_staff"
	case f.allUnmet():
		return "request_unmet"
	}
	return f.byTime()
}

// walker names the index to page by: the finder's, where the total found by it is small enough to be sorted, and
// otherwise one in the order of time, on which a page of them is met soon.
func (f LogFilter) walker(total int) string {
	if total < fewRequests {
		return f.finder()
	}
	return f.byTime()
}

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
	add(f.Item != 0, "r.item_id = ?", f.Item)
	if key := Fold(f.Text); key != "" {
		named, words := containsAll("n.name_key", key)
		add(true, "r.item_id IN (SELECT n.id FROM item n WHERE "+named+")", words...)
	}
	return condition, args
}

// EarliestVisit gives the day of the first visit in the log; "" where there is none.
func (s *Store) EarliestVisit() (Day, error) {
	var day Day
	err := s.db.Raw("SELECT ifnull((SELECT day FROM visit WHERE deleted_at = 0 ORDER BY at LIMIT 1), '')").Row().Scan(&day)
	return day, explain(err)
}
