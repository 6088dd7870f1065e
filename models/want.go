package models

import "gorm.io/gorm"

// WantState is how far a wanted thing has come.
type WantState string

// The states of a want.
const (
	WantRequested WantState = "requested"
	WantOrdered   WantState = "ordered"
	WantReady     WantState = "ready" // it came in
	WantNotified  WantState = "notified"
	WantCollected WantState = "collected"
	WantCancelled WantState = "cancelled"
)

// Valid tells whether w is one of the states.
func (w WantState) Valid() bool {
	switch w {
	case WantRequested, WantOrdered, WantReady, WantNotified, WantCollected, WantCancelled:
		return true
	}
	return false
}

// Want is a thing we said we would get for somebody.
type Want struct {
	ID            WantID
	CustomerID    CustomerID
	ItemID        ItemID
	NamedItemID   ItemID // the thing it was asked for as, where that was merged into ItemID
	RequestID     RequestID
	AlternativeID AlternativeID
	DueOn         Day
	OrderedBy     StaffID // who ordered it; 0 where nobody said
	OrderedOn     Day
	State         WantState
	CreatedAt     Moment
	ChangedAt     Moment
}

// WantRow is a want as a list shows it.
type WantRow struct {
	Want
	Item     string
	Customer string
	Phone    string
}

// wantMayMove is the condition that a want can be moved on or back: it is open, or what made it still stands and made
// no other since.
const wantMayMove = `state IN ('requested', 'ordered', 'ready', 'notified') OR (
	EXISTS (SELECT 1 FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id
	  JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0 AND c.state = 'active'
	  WHERE a.id = want.alternative_id AND a.state = 'accepted' AND a.kind = 'order_in' AND v.deleted_at = 0 AND v.state <> 'cancelled')
	AND NOT EXISTS (SELECT 1 FROM want o WHERE o.alternative_id = want.alternative_id AND o.id <> want.id AND o.state <> 'cancelled'))`

// SetWantState moves a want on, or back. One that becomes ready is no longer due on a day: its customer is to be told
// at once. One that is over, and rests on nothing any more, is ErrNotFound.
func (s *Store) SetWantState(id WantID, state WantState) error {
	if !state.Valid() {
		return problem("state", "choice")
	}
	set := map[string]any{"state": state, "changed_at": MomentOf(s.now())}
	switch state {
	case WantRequested:
		set["ordered_by"], set["ordered_on"] = StaffID(0), Day("")
	case WantOrdered:
		set["ordered_on"] = gorm.Expr("iif(ordered_on = '', ?, ordered_on)", s.Today())
	case WantReady:
		set["due_on"] = Day("")
	}
	return s.change(KindWant, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Want{}).Where("id = ?", id).Where(wantMayMove), set)
	})
}

// OrderWant notes that a requested thing was ordered today, by whom (0 for nobody in particular) and for when ("" leaves the day it was
// due before). One that came in already, or is over, is ErrNotFound.
func (s *Store) OrderWant(id WantID, by StaffID, due Day) error {
	if !due.Valid() {
		return problem("dueOn", "date")
	}
	return s.change(KindWant, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Want{}).Where("id = ? AND state IN ('requested', 'ordered')", id), s.orderedToday(by, due))
	})
}

// orderedToday is what changes in a want that is ordered.
func (s *Store) orderedToday(by StaffID, due Day) map[string]any {
	set := map[string]any{"state": WantOrdered, "ordered_by": by, "ordered_on": s.Today(), "changed_at": MomentOf(s.now())}
	if due != "" {
		set["due_on"] = due
	}
	return set
}

// OrderItem notes for everybody to whom a thing was promised and not ordered yet what OrderWant notes for one, and tells for how many.
// Nobody is a Problem at "item".
func (s *Store) OrderItem(id ItemID, by StaffID, due Day) (n int, err error) {
	if !due.Valid() {
		return 0, problem("dueOn", "date")
	}
	err = s.change(KindWant, func(tx *gorm.DB) error {
		ordered := tx.Model(&Want{}).Where("item_id = ? AND state = 'requested'", id).Updates(s.orderedToday(by, due))
		if n = int(ordered.RowsAffected); ordered.Error == nil && n == 0 {
			return problem("item", "item.nobodyToOrderFor")
		}
		return ordered.Error
	})
	return n, err
}

// SetWantDue moves the day a wanted thing is due; of one that is ready, the day from which its customer is to be told.
func (s *Store) SetWantDue(id WantID, due Day) error {
	if !due.Valid() {
		return problem("dueOn", "date")
	}
	return s.change(KindWant, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Want{}).Where("id = ?", id), map[string]any{"due_on": due})
	})
}

// wantsOf gives what a customer waits for, soonest first.
func (s *Store) wantsOf(id CustomerID) ([]WantRow, error) {
	var rows []WantRow
	err := s.db.Raw(`SELECT w.*, i.name AS item FROM want w JOIN item i ON i.id = w.item_id
		WHERE w.customer_id = ? AND w.state IN ('requested', 'ordered', 'ready', 'notified')
		ORDER BY w.due_on = '', w.due_on, w.id LIMIT 50`, id).Scan(&rows).Error
	return rows, explain(err)
}
