package models

// Extra is something we did for a customer that they had not asked for.
type Extra struct {
	VisitID VisitID
	Day     Day
	What    string
}

// Extras are the last of them, and how long ago it was, counted in visits.
type Extras struct {
	Last  []Extra // newest first, at most three
	Since int     // completed visits after the last of them; all visits where there was none
}

// Missing tells whether so many visits went by without one that it should be said.
func (e Extras) Missing() bool { return e.Since >= extraPatience }

const (
	extrasShown   = 3
	noExtraRows   = 3  // whom Today proposes to do something for: no more than can be kept in mind until they come
	extraPatience = 5  // visits in a row without an extra, until it is said
	extraDays     = 30 // since the last visit: a kind word about somebody who does not come any more helps nobody
)

// Extras gives what we did last for a customer that they had not asked for.
func (s *Store) Extras(id CustomerID) (e Extras, err error) {
	args := map[string]any{"id": id, "n": extrasShown}
	err = s.db.Raw(`SELECT id AS visit_id, day, extra AS what FROM visit
		WHERE customer_id = @id AND deleted_at = 0 AND state <> 'cancelled' AND extra <> '' ORDER BY at DESC, id DESC LIMIT @n`, args).Scan(&e.Last).Error
	if err != nil {
		return e, explain(err)
	}
	args["last"] = VisitID(0)
	if len(e.Last) > 0 {
		args["last"] = e.Last[0].VisitID
	}
	err = s.db.Raw(`SELECT count(*) FROM visit v WHERE v.customer_id = @id AND v.deleted_at = 0 AND v.state = 'completed'
		AND (v.at, v.id) > (ifnull((SELECT at FROM visit WHERE id = @last), -1), ifnull(@last, 0))`, args).Row().Scan(&e.Since)
	return e, explain(err)
}

// WithoutExtraRow is a customer for whom we did nothing beyond the asking in their last five visits.
type WithoutExtraRow struct {
	Person
	LastAt Moment // when they were here last
	VisitN int
}

// WithoutExtra gives the customers whose last five completed visits brought them nothing they had not asked for: those who were here
// in the last 30 days, the latest first, at most limit. Whoever is put off (SnoozeNoExtra) is not given until that day.
func (s *Store) WithoutExtra(limit int) ([]WithoutExtraRow, error) {
	var rows []WithoutExtraRow
	err := s.db.Raw(`SELECT `+personColumns+`, c.last_at, c.visit_n
		FROM customer c INDEXED BY customer_seen
		WHERE c.deleted_at = 0 AND c.state = 'active' AND c.last_at >= @since AND c.visit_n >= @patience AND `+awake(SnoozeNoExtra, "c.id")+`
		  AND NOT EXISTS (SELECT 1 FROM (SELECT v.extra FROM visit v WHERE v.customer_id = c.id AND v.deleted_at = 0 AND v.state = 'completed'
		    ORDER BY v.at DESC, v.id DESC LIMIT @patience) l WHERE l.extra <> '')
		ORDER BY c.last_at DESC, c.name_key, c.id LIMIT @limit`,
		map[string]any{"since": MomentOf(s.now().AddDate(0, 0, -extraDays)), "today": s.Today(), "patience": extraPatience, "limit": limit}).Scan(&rows).Error
	return rows, explain(err)
}
