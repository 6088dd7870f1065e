package models

import "slices"

// StoryKind is what sort of thing happened.
type StoryKind string

// The kinds of story entry.
const (
	StoryVisit    StoryKind = "visit"
	StorySent     StoryKind = "sent"     // they sent us somebody
	StoryBrought  StoryKind = "brought"  // somebody sent them
	StoryThanks   StoryKind = "thanks"   // we thanked them
	StoryFollowUp StoryKind = "followup" // we got back to them
	StorySentTo   StoryKind = "sent_to"  // we sent them to a specialist and heard how it went
)

// StoryEntry is one thing that happened between the shop and a customer; the part of its Kind is set.
type StoryEntry struct {
	Kind     StoryKind
	At       Moment
	Visit    *Visit
	Staff    string // who served
	AskedFor string
	Referral *ReferralRow
	Thanks   *ThankYouRow // itself, By, and of a referral the referee's ID and name
	FollowUp *FollowUp
	SentTo   *ReferralOutRow
}

// Story gives what happened between the shop and a customer, newest first, at most limit entries; more tells
// whether there is more to be had with a higher limit.
func (s *Store) Story(id CustomerID, limit int) (entries []StoryEntry, more bool, err error) {
	for _, part := range []func(CustomerID, int) ([]StoryEntry, error){s.storyVisits, s.storyReferrals, s.storyThanks, s.storyFollowUps, s.storySentTo} {
		some, err := part(id, limit+1)
		if err != nil {
			return nil, false, explain(err)
		}
		entries = append(entries, some...)
	}
	slices.SortStableFunc(entries, func(a, b StoryEntry) int { return int(b.At - a.At) })
	if len(entries) > limit {
		return entries[:limit], true, nil
	}
	return entries, false, nil
}

type storyVisit struct {
	Visit
	Staff string
	Asked string
}

func (s *Store) storyVisits(id CustomerID, limit int) ([]StoryEntry, error) {
	var visits []storyVisit
	err := s.db.Raw(`SELECT v.*, ifnull(m.name, '') AS staff, ifnull(n.name, '') AS asked FROM visit v
		LEFT JOIN staff m ON m.id = v.served_by LEFT JOIN staff n ON n.id = v.asked_for
		WHERE v.customer_id = ? AND v.deleted_at = 0 ORDER BY v.at DESC, v.id DESC LIMIT `+number(limit), id).Scan(&visits).Error
	if err != nil || len(visits) == 0 {
		return nil, err
	}
	byID := make(map[VisitID]*Visit, len(visits))
	ids := make([]VisitID, len(visits))
	entries := make([]StoryEntry, len(visits))
	for i := range visits {
		v := &visits[i].Visit
		byID[v.ID], ids[i] = v, v.ID
		entries[i] = StoryEntry{Kind: StoryVisit, At: v.At, Visit: v, Staff: visits[i].Staff, AskedFor: visits[i].Asked}
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

// storyReferrals gives whom they sent, and who sent them.
func (s *Store) storyReferrals(id CustomerID, limit int) ([]StoryEntry, error) {
	rows, err := s.referralRows(`r.deleted_at = 0 AND r.id IN (SELECT id FROM referral_in WHERE referrer_customer_id = ?
		UNION ALL SELECT id FROM referral_in WHERE referee_id = ?)`, []any{id, id}, 0, limit)
	loc := s.now().Location()
	entries := make([]StoryEntry, len(rows))
	for i := range rows {
		entries[i] = StoryEntry{Kind: StorySent, At: MomentOf(rows[i].OnDay.In(loc)), Referral: &rows[i]}
		if rows[i].RefereeID == id {
			entries[i].Kind = StoryBrought
		}
	}
	return entries, err
}

func (s *Store) storyThanks(id CustomerID, limit int) ([]StoryEntry, error) {
	var rows []ThankYouRow
	err := s.db.Raw(`SELECT t.*, ifnull(m.name, '') AS by, r.referee_id, CASE WHEN b.id IS NULL THEN '' ELSE `+nameOf("b")+` END AS referee
		FROM (SELECT * FROM thank_you t WHERE t.customer_id = ? AND t.state = 'thanked' ORDER BY t.thanked_at DESC, t.id DESC LIMIT `+number(limit)+`) t
		LEFT JOIN staff m ON m.id = t.thanked_by
		LEFT JOIN referral_in r ON t.cause = 'referral' AND r.id = t.cause_id
		LEFT JOIN customer b ON b.id = r.referee_id
		ORDER BY t.thanked_at DESC, t.id DESC`, id).Scan(&rows).Error
	entries := make([]StoryEntry, len(rows))
	for i := range rows {
		entries[i] = StoryEntry{Kind: StoryThanks, At: rows[i].ThankedAt, Thanks: &rows[i]}
	}
	return entries, err
}

func (s *Store) storyFollowUps(id CustomerID, limit int) ([]StoryEntry, error) {
	var done []FollowUp
	err := s.db.Where("customer_id = ? AND state = 'done'", id).Order("done_at DESC").Limit(limit).Find(&done).Error
	entries := make([]StoryEntry, len(done))
	for i := range done {
		entries[i] = StoryEntry{Kind: StoryFollowUp, At: done[i].DoneAt, FollowUp: &done[i]}
	}
	return entries, err
}

func (s *Store) storySentTo(id CustomerID, limit int) ([]StoryEntry, error) {
	var rows []ReferralOutRow
	err := s.db.Raw(referralOutRows+"WHERE o.customer_id = ? AND o.state <> 'cancelled' ORDER BY o.sent_on DESC LIMIT "+number(limit), id).Scan(&rows).Error
	loc := s.now().Location()
	entries := make([]StoryEntry, len(rows))
	for i := range rows {
		entries[i] = StoryEntry{Kind: StorySentTo, At: MomentOf(rows[i].SentOn.In(loc)), SentTo: &rows[i]}
	}
	return entries, err
}
