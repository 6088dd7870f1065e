package models

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
	OfferedN    int
	Accepted    string // what was accepted: its description or the specialist
	AcceptedHow AlternativeKind
}

// LogCount is how far the service log is counted; a longer one says "more than" and is narrowed by dates.
const LogCount = 10000

// Requests gives a page of the service log, newest first, and how many requests there are, counted to at most 10,000.
func (s *Store) Requests(f LogFilter) ([]LogRow, int, error) {
	from, args := f.query()
	var total int
	if err := s.db.Raw("SELECT count(*) FROM (SELECT 1 "+from+" LIMIT ?)", append(args[:len(args):len(args)], LogCount)...).Row().Scan(&total); err != nil {
		return nil, 0, explain(err)
	}
	var rows []LogRow
	err := s.db.Raw(`SELECT q.*, CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer, ifnull(m.name, '') AS served_by,
		  (SELECT count(*) FROM alternative a WHERE a.request_id = q.request_id) AS offered_n,
		  ifnull(coalesce(nullif(a.description, ''), p.name), '') AS accepted, ifnull(a.kind, '') AS accepted_how
		FROM (SELECT r.id AS request_id, v.id AS visit_id, v.customer_id, v.at, i.name AS item, r.quantity, r.reason, r.lost_reason, r.state, v.served_by AS staff_id
		  `+from+` ORDER BY v.at DESC, r.id DESC LIMIT ? OFFSET ?) q
		LEFT JOIN customer c ON c.id = q.customer_id AND c.deleted_at = 0
		LEFT JOIN staff m ON m.id = q.staff_id
		LEFT JOIN alternative a ON a.request_id = q.request_id AND a.state = 'accepted'
		LEFT JOIN specialist p ON p.id = a.specialist_id
		ORDER BY q.at DESC, q.request_id DESC`, append(args, f.Limit, f.Offset)...).Scan(&rows).Error
	return rows, total, explain(err)
}

// query gives the FROM and WHERE of the filter and its arguments. CROSS JOIN keeps SQLite walking the visits
// by time, so that a page of the newest needs no sorting of all.
func (f LogFilter) query() (string, []any) {
	from, args := "FROM visit v CROSS JOIN request r ON r.visit_id = v.id JOIN item i ON i.id = r.item_id WHERE v.deleted_at = 0", []any{}
	add := func(given bool, condition string, arg any) {
		if given {
			from, args = from+" AND "+condition, append(args, arg)
		}
	}
	add(len(f.States) > 0, "r.state IN ?", f.States)
	add(f.Staff != 0, "v.served_by = ?", f.Staff)
	add(f.Customer != 0, "v.customer_id = ?", f.Customer)
	add(f.Item != 0, "r.item_id = ?", f.Item)
	add(f.From != "", "v.day >= ?", f.From)
	add(f.To != "", "v.day <= ?", f.To)
	if key := Fold(f.Text); key != "" {
		where, words := containsAll("i.name_key", key)
		from, args = from+" AND "+where, append(args, words...)
	}
	return from, args
}

// EarliestVisit gives the day of the first visit in the log; "" where there is none.
func (s *Store) EarliestVisit() (Day, error) {
	var day Day
	err := s.db.Raw("SELECT ifnull((SELECT day FROM visit WHERE deleted_at = 0 ORDER BY at LIMIT 1), '')").Row().Scan(&day)
	return day, explain(err)
}
