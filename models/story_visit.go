package models

type storyVisit struct {
	Visit
	Staff string
	Asked string
}

// narrowed are the conditions of the parts that tell of some visits only.
var narrowed = map[StoryPart]string{
	StoryUnmet: " AND EXISTS (SELECT 1 FROM request q WHERE q.visit_id = v.id AND q.reason <> '')",
	StoryCalls: " AND v.channel IN ('phone', 'message')",
}

func (s *Store) storyVisits(id CustomerID, f StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("v.at", "v.id")
	var visits []storyVisit
	err := s.db.Raw(`SELECT v.*, ifnull(m.name, '') AS staff, ifnull(n.name, '') AS asked FROM visit v
		LEFT JOIN staff m ON m.id = v.served_by LEFT JOIN staff n ON n.id = v.asked_for
		WHERE v.customer_id = ? AND v.deleted_at = 0 AND `+where+narrowed[f.Part]+` ORDER BY v.at DESC, v.id DESC LIMIT `+number(a.limit),
		append([]any{id}, args...)...).Scan(&visits).Error
	if err != nil || len(visits) == 0 {
		return nil, err
	}
	byID := make(map[VisitID]*Visit, len(visits))
	ids := make([]VisitID, len(visits))
	entries := make([]strandEntry, len(visits))
	for i := range visits {
		v := &visits[i].Visit
		byID[v.ID], ids[i] = v, v.ID
		e := StoryEntry{Kind: StoryVisit, At: v.At, Visit: v, Staff: visits[i].Staff, AskedFor: visits[i].Asked}
		entries[i] = strandEntry{e, v.At, int64(v.ID)}
	}
	return entries, s.requestsOf(ids, byID)
}

// requestsOf loads the requests and alternatives of many visits in two queries.
func (s *Store) requestsOf(ids []VisitID, byID map[VisitID]*Visit) error {
	var requests []struct {
		Request
		ItemName string
	}
	err := s.db.Raw("SELECT r.*, i.name AS item_name FROM request r JOIN item i ON i.id = r.item_id WHERE r.visit_id IN ? ORDER BY r.visit_id, r.position", ids).Scan(&requests).Error
	if err != nil || len(requests) == 0 {
		return err
	}
	var unmet []RequestID
	for i := range requests {
		r := requests[i].Request
		r.Item = requests[i].ItemName
		byID[r.VisitID].Requests = append(byID[r.VisitID].Requests, r)
		if !r.Available() {
			unmet = append(unmet, r.ID)
		}
	}
	byRequest, err := s.alternativesOf(unmet)
	for _, v := range byID {
		for i := range v.Requests {
			v.Requests[i].Alternatives = byRequest[v.Requests[i].ID]
		}
	}
	return err
}

// alternativesOf gives what was offered for each of the requests.
func (s *Store) alternativesOf(ids []RequestID) (map[RequestID][]Alternative, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var alternatives []struct {
		Alternative
		SpecialistName string
	}
	err := s.db.Raw(`SELECT a.*, ifnull(p.name, '') AS specialist_name FROM alternative a LEFT JOIN specialist p ON p.id = a.specialist_id
		WHERE a.request_id IN ? ORDER BY a.request_id, a.position`, ids).Scan(&alternatives).Error
	byRequest := map[RequestID][]Alternative{}
	for _, a := range alternatives {
		a.Alternative.Specialist = a.SpecialistName
		byRequest[a.RequestID] = append(byRequest[a.RequestID], a.Alternative)
	}
	return byRequest, err
}
