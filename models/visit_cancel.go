package models

// VisitMade is what a visit has made and would take back with it; see CancelVisit.
type VisitMade struct {
	Wants     int  // things somebody waits for
	FollowUps int  // promises to get back to them
	Sent      int  // specialists they were sent to, who have not been heard of
	Thanks    bool // the thank-you that is due to whoever sent them rests on it
}

// MadeBy gives what a visit has made that is still to do.
func (s *Store) MadeBy(id VisitID) (made VisitMade, err error) {
	const offers = "JOIN alternative a ON a.id = x.alternative_id JOIN request r ON r.id = a.request_id WHERE r.visit_id = @id AND x.state "
	err = s.db.Raw(`SELECT (SELECT count(*) FROM want x `+offers+`NOT IN ('cancelled', 'collected')),
		  (SELECT count(*) FROM follow_up f WHERE f.visit_id = @id AND f.state = 'open'),
		  (SELECT count(*) FROM referral_out x `+offers+`IN ('draft', 'sent')),
		  EXISTS (SELECT 1 FROM visit v JOIN referral_in i ON i.referee_id = v.customer_id AND i.state = 'approved' AND i.from_before = 0 AND i.deleted_at = 0
		    JOIN thank_you t ON t.cause = 'referral' AND t.cause_id = i.id AND t.state IN ('owed', 'printed')
		    WHERE v.id = @id AND v.state = 'completed' AND NOT EXISTS (SELECT 1 FROM visit o WHERE o.customer_id = v.customer_id AND o.id <> v.id
		      AND o.state = 'completed' AND o.deleted_at = 0))`, map[string]any{"id": id}).Row().Scan(&made.Wants, &made.FollowUps, &made.Sent, &made.Thanks)
	return made, explain(err)
}

// CountVisitAgain makes a visit that was cancelled count again, with all that follows from what was said at it.
func (s *Store) CountVisitAgain(id VisitID) error {
	e, err := s.Visit(id)
	if err != nil {
		return err
	}
	e.Visit.State = VisitCompleted
	return s.SaveVisit(e)
}
