package models

import (
	"context"
	"slices"

	"gorm.io/gorm"
)

// IsShort tells whether text has words of one and two letters alone. The index of what was said and noted holds nothing so
// short: Search and Customers leave it out then, and FindSaid looks for it beside the window.
func IsShort(text string) bool {
	q := queryOf(text)
	return len(q.terms) > 0 && len(q.long().terms) == 0
}

// saidAtOnce is how many visits are looked through between two saves that may wait: some milliseconds' worth.
const saidAtOnce = 20000

// FindSaid looks for a short text through all that was said and noted, whoever said it, the newest first, until it has found as much
// as the index gives for a longer one: in a large shop that takes half a second at most. It works through a connection of its own, so it
// may be called from another goroutine, and ends soon after ctx does.
func (s *Store) FindSaid(ctx context.Context, text string) ([]VisitID, error) {
	return s.lookThroughSaid(ctx, text, "v.deleted_at = 0", nil)
}

// FindSaidBy is FindSaid for the Text of a filter and the customers of its Set. Where more is set than that, among are those it lets
// through, as CustomerIDs gives them without the text, which is for the window to ask.
func (s *Store) FindSaidBy(ctx context.Context, f CustomerFilter, among []CustomerID) ([]VisitID, error) {
	if f.Plain() {
		return s.lookThroughSaid(ctx, f.Text, "v.deleted_at = 0 AND EXISTS (SELECT 1 FROM customer c WHERE c.id = v.customer_id AND "+f.Set.where(s.Today())+")", nil)
	}
	these := make(map[CustomerID]bool, len(among))
	for _, id := range among {
		these[id] = true
	}
	return s.lookThroughSaid(ctx, f.Text, "v.deleted_at = 0", these)
}

// saying is a visit at which something was said.
type saying struct {
	ID         VisitID
	CustomerID CustomerID
}

// lookThroughSaid gives the newest visits v of which where holds; among nil is everybody.
func (s *Store) lookThroughSaid(ctx context.Context, text, where string, among map[CustomerID]bool) (ids []VisitID, err error) {
	condition, args := queryOf(text).inKey()
	if condition == "" {
		return nil, nil
	}
	err = s.patiently(ctx, func(ctx context.Context) error {
		ids = nil
		return s.beside(ctx, func(db *gorm.DB) error {
			var last VisitID
			if err := db.Raw("SELECT ifnull(max(id), 0) FROM visit_search").Row().Scan(&last); err != nil {
				return err
			}
			for ; last > 0 && len(ids) < gramHits; last -= saidAtOnce {
				var some []saying
				err := db.Raw(`SELECT k.id, v.customer_id FROM visit_search k CROSS JOIN visit v ON v.id = k.id
					WHERE k.id > ? AND k.id <= ? AND `+condition+" AND "+where+" ORDER BY k.id DESC",
					slices.Concat([]any{last - saidAtOnce, last}, args)...).Scan(&some).Error
				if err != nil {
					return err
				}
				ids = append(ids, visitsOf(some, among)...)
			}
			return nil
		})
	})
	return ids[:min(len(ids), gramHits)], explain(err)
}

// visitsOf gives the visits of those who are among the customers.
func visitsOf(some []saying, among map[CustomerID]bool) (ids []VisitID) {
	for _, v := range some {
		if among == nil || among[v.CustomerID] {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// SaidNotes gives the notes of a search for a short text whose visits FindSaid has found, the latest first.
func (s *Store) SaidNotes(text string, said []VisitID) ([]NoteHit, error) {
	if len(said) == 0 {
		return nil, nil
	}
	return s.notesAmong(queryOf(text), "(SELECT value AS rowid FROM json_each(?))", jsonIDs(said), notesFound)
}
