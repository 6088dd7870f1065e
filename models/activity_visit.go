package models

// VisitHistory gives the lines of the activity log about a visit, newest first and at most limit, also those from while it was
// another customer's, or nobody's.
func (s *Store) VisitHistory(id VisitID, limit int) ([]ActivityRow, error) {
	return s.Activity(ActivityFilter{Thing: ThingVisit, ThingID: int64(id), Limit: limit})
}
