package models

import (
	"cmp"
	"slices"
)

// VisitHistory gives the lines of the activity log about a visit, newest first and at most limit, also those from while it was
// another customer's. The lines of one customer are found at once; they tell from whom the visit came to them, and so on back to the
// one it was added for. Only where that is not told, of somebody passing by or erased since, the whole log is looked through.
func (s *Store) VisitHistory(id VisitID, limit int) ([]ActivityRow, error) {
	var who CustomerID
	if err := s.db.Raw("SELECT ifnull((SELECT customer_id FROM visit WHERE id = ?), 0)", id).Row().Scan(&who); err != nil {
		return nil, explain(err)
	}
	about := ActivityFilter{Thing: ThingVisit, ThingID: int64(id), Limit: -1}
	var all []ActivityRow
	seen := map[CustomerID]bool{}
	for whose := []CustomerID{who}; len(whose) > 0; whose = whose[1:] {
		about.CustomerID = whose[0]
		if seen[about.CustomerID] {
			continue
		}
		seen[about.CustomerID] = true
		if about.CustomerID == 0 {
			break
		}
		lines, err := s.Activity(about)
		if err != nil {
			return nil, err
		}
		all = append(all, lines...)
		before, err := s.hadVisit(about)
		if err != nil {
			return nil, explain(err)
		}
		whose = append(whose, before...)
	}
	if seen[0] || !slices.ContainsFunc(all, func(a ActivityRow) bool { return a.Event == Added }) {
		about.CustomerID, about.Limit = 0, limit
		return s.Activity(about)
	}
	slices.SortFunc(all, func(a, b ActivityRow) int { return cmp.Compare(b.ID, a.ID) })
	return all[:min(limit, len(all))], nil
}

// hadVisit gives from whom the visit came to the customer; 0 for somebody passing by.
func (s *Store) hadVisit(f ActivityFilter) (before []CustomerID, err error) {
	err = s.db.Raw(`SELECT DISTINCT ifnull(json_extract(j.value, '$.from'), 0) FROM activity a, json_each(a.fields) j
		WHERE a.customer_id = ? AND +a.thing = 'visit' AND a.thing_id = ? AND a.fields <> '' AND json_extract(j.value, '$.field') = 'visit.customer_id'`,
		f.CustomerID, f.ThingID).Scan(&before).Error
	return before, err
}
