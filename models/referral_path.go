package models

import "slices"

// PathStep is one of those through whom somebody came to us: a customer, or a specialist at the very beginning. Whoever was erased, or is not
// in the book any more, has no name.
type PathStep struct {
	CustomerID   CustomerID
	SpecialistID SpecialistID
	Name         string
}

// ReferralPath gives the way by which a customer came to us: first the one it began with, then each whom the one
// before had sent, and last the customer. A customer nobody sent stands alone; one who is not there has no path.
func (s *Store) ReferralPath(id CustomerID) ([]PathStep, error) {
	var up []pathLink
	// UNION on the id alone, so that the walk ends even on a damaged file that holds a circle.
	err := s.db.Raw(`WITH RECURSIVE up (id) AS (
		  SELECT @id
		  UNION
		  SELECT r.referrer_customer_id FROM up JOIN referral_in r
		      ON r.referee_id = up.id AND r.state <> 'denied' AND r.deleted_at = 0 AND r.referrer_customer_id IS NOT NULL)
		SELECT c.id, iif(c.deleted_at = 0 AND c.state IN ('active', 'archived'), `+nameOf("c")+`, '') AS name, ifnull(r.referrer_customer_id, 0) AS sender, ifnull(p.id, 0) AS specialist, ifnull(p.name, '') AS specialist_name
		FROM up JOIN customer c ON c.id = up.id
		LEFT JOIN referral_in r ON r.referee_id = up.id AND r.state <> 'denied' AND r.deleted_at = 0
		LEFT JOIN specialist p ON p.id = r.referrer_specialist_id`, map[string]any{"id": id}).Scan(&up).Error
	if err != nil {
		return nil, explain(err)
	}
	return pathFrom(id, up), nil
}

// pathLink is a customer with the one who sent them, if anybody did.
type pathLink struct {
	ID             CustomerID
	Name           string
	Sender         CustomerID
	Specialist     SpecialistID
	SpecialistName string
}

// pathFrom walks from the customer to the beginning and turns the way round. Whoever was passed once ends it.
func pathFrom(id CustomerID, links []pathLink) []PathStep {
	byID := make(map[CustomerID]pathLink, len(links))
	for _, l := range links {
		byID[l.ID] = l
	}
	var path []PathStep
	for {
		l, there := byID[id]
		if !there {
			break
		}
		delete(byID, id)
		path = append(path, PathStep{CustomerID: l.ID, Name: l.Name})
		if l.Specialist != 0 {
			path = append(path, PathStep{SpecialistID: l.Specialist, Name: l.SpecialistName})
		}
		id = l.Sender
	}
	slices.Reverse(path)
	return path
}
