package models

import (
	"slices"
	"strings"
)

// MissedRow is a thing that was not there, with what was offered for it, as it was logged last.
type MissedRow struct {
	RequestID  RequestID
	CustomerID CustomerID // 0 for somebody passing by, or who is in the book no more
	Customer   string
	At         Moment
	Item       string
	Reason     Reason
	Offers     []Alternative // with the specialists' and the things' names
}

// missedLooked is how many of the last requests are looked at for those that differ.
const missedLooked = 40

// LastMissed gives what was not there lately, each thing with the same offers and answers once, the newest first.
func (s *Store) LastMissed(limit int) ([]MissedRow, error) {
	rows, err := s.newestRequests(LogFilter{States: RequestStates[2:]}, missedLooked)
	if err != nil {
		return nil, err
	}
	var last []MissedRow
	seen := map[string]bool{}
	for _, row := range rows {
		if len(last) == limit {
			break
		}
		r, err := s.MissedAgain(row.RequestID)
		if err != nil {
			return nil, err
		}
		if seen[r.sameMissed()] {
			continue
		}
		seen[r.sameMissed()] = true
		missed := MissedRow{RequestID: row.RequestID, At: row.At, Item: row.Item, Reason: row.Reason, Offers: r.Alternatives}
		if row.Customer != "" {
			missed.CustomerID, missed.Customer = row.CustomerID, row.Customer
		}
		last = append(last, missed)
	}
	return last, nil
}

// MissedAgain gives a request of the log as one to be logged anew today: what was said of the thing and of the offers, with their days as
// far ahead as they were then. ErrNotFound where it is not in the log any more.
func (s *Store) MissedAgain(id RequestID) (Request, error) {
	var visit VisitID
	if err := s.db.Raw("SELECT ifnull((SELECT visit_id FROM request WHERE id = ?), 0)", id).Row().Scan(&visit); err != nil {
		return Request{}, explain(err)
	}
	e, err := s.Visit(visit)
	if err != nil {
		return Request{}, err
	}
	at := slices.IndexFunc(e.Visit.Requests, func(r Request) bool { return r.ID == id })
	r := e.Visit.Requests[at]
	for i := range r.Alternatives {
		a := &r.Alternatives[i]
		if a.DueOn != "" {
			a.DueOn = s.Today().AddDays(int(daysBetween(e.Visit.Day, a.DueOn)))
		}
		a.ID, a.RequestID, a.OfferedBy, a.DeclineReason = 0, 0, 0, ""
	}
	r.ID, r.VisitID, r.Position, r.TheirWords, r.Understood, r.Agreed = 0, 0, 0, "", "", false
	return r, nil
}

// sameMissed is the same text for two requests that say the same.
func (r Request) sameMissed() string {
	parts := []string{r.Item, string(r.Reason)}
	for _, a := range r.Alternatives {
		parts = append(parts, string(a.Kind), a.Description, a.Specialist, string(a.State))
	}
	return strings.Join(parts, "\x00")
}
