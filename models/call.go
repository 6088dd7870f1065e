package models

import "gorm.io/gorm"

// CallOutcome is what came of a call about a thing that came in.
type CallOutcome string

// The outcomes of a call.
const (
	CallReached     CallOutcome = "reached"
	CallLeftMessage CallOutcome = "left_message"
	CallNotWanted   CallOutcome = "not_wanted"
	CallCollected   CallOutcome = "collected"
)

// CallOutcomes are all of them, in the order a form offers them.
var CallOutcomes = []CallOutcome{CallReached, CallLeftMessage, CallNotWanted, CallCollected}

// CallOf says what a call is about: what somebody waits for, or what we were to tell them. One of the two is set.
type CallOf struct {
	WantID     WantID
	FollowUpID FollowUpID
}

// Call is one call about a thing that came in, and what came of it.
type Call struct {
	ID         CallID
	WantID     WantID
	FollowUpID FollowUpID
	At         Moment
	Outcome    CallOutcome
}

// CameIn notes that a thing is there now, by whatever name it was asked for: what was requested or ordered of it is ready, and
// whoever said to be told is to be told from today. Waiting then gives them as Here, and Today has them among its calls. It gives
// how many are to be called; nobody is a Problem at "item".
func (s *Store) CameIn(id ItemID) (told int, err error) {
	args := map[string]any{"item": id, "today": s.Today(), "now": MomentOf(s.now())}
	err = s.change(KindWant|KindFollowUp, func(tx *gorm.DB) error {
		wants := tx.Exec("UPDATE want SET state = 'ready', due_on = '', changed_at = @now WHERE item_id = @item AND state IN ('requested', 'ordered')", args)
		if wants.Error != nil {
			return wants.Error
		}
		tell := tx.Exec(`UPDATE follow_up SET came_in = @today, due_on = min(due_on, @today) WHERE state = 'open' AND came_in = ''
			AND alternative_id IN (SELECT a.id FROM request r JOIN alternative a ON a.request_id = r.id WHERE r.item_id = @item AND a.kind = 'later')`, args)
		if told = int(wants.RowsAffected + tell.RowsAffected); tell.Error == nil && told == 0 {
			return problem("item", "item.nobodyWaits")
		}
		return tell.Error
	})
	return told, err
}

// NoteCall notes a call about a thing that came in, and moves on what it was about: whoever was reached knows, a message counts for
// today, and they are to be called again from tomorrow; what is not wanted any more or was collected is over. What did not come in,
// and what is over, is ErrNotFound.
func (s *Store) NoteCall(of CallOf, outcome CallOutcome) error {
	next, known := afterCall[outcome]
	if !known {
		return problem("outcome", "choice")
	}
	now, tomorrow := MomentOf(s.now()), s.Today().AddDays(1)
	return s.change(KindWant|KindFollowUp, func(tx *gorm.DB) error {
		var err error
		if of.WantID != 0 {
			err = updateOne(tx.Model(&Want{}).Where("id = ? AND state IN ('ready', 'notified')", of.WantID),
				map[string]any{"state": next, "due_on": afterMessage(outcome, tomorrow), "changed_at": now})
		} else {
			set := map[string]any{"state": FollowUpDone, "done_at": now}
			if outcome == CallLeftMessage {
				set = map[string]any{"due_on": tomorrow}
			}
			err = updateOne(tx.Model(&FollowUp{}).Where("id = ? AND state = 'open' AND came_in <> ''", of.FollowUpID), set)
		}
		if err != nil {
			return err
		}
		return tx.Create(&Call{WantID: of.WantID, FollowUpID: of.FollowUpID, At: now, Outcome: outcome}).Error
	})
}

// afterCall is what a call makes of a want.
var afterCall = map[CallOutcome]WantState{
	CallReached: WantNotified, CallLeftMessage: WantReady, CallNotWanted: WantCancelled, CallCollected: WantCollected,
}

// afterMessage is the day from which to call again: only a message leaves one.
func afterMessage(outcome CallOutcome, tomorrow Day) Day {
	if outcome == CallLeftMessage {
		return tomorrow
	}
	return ""
}

// WaitRow is one person who waits for a thing, or said to be told of it.
type WaitRow struct {
	CallOf
	Person
	Asked     Day       // when they asked for it
	Told      string    // what they were told then; "" where nobody noted more than a day
	DueOn     Day       // until when, or from when they are to be told
	State     WantState // "" for those who only said to be told
	Here      bool      // it came in: they are to be called
	OrderedBy string
	OrderedOn Day
	Called    CallOutcome // what came of the last call; "" before the first
}

// mostWaiting is how many of those who wait for one thing are given: more than anybody calls.
const mostWaiting = 500

// Waiting gives who waits for a thing, by whatever name they asked for it, in the order they asked: those it was to be ordered
// for, and those who said to be told. At most 500 are given.
func (s *Store) Waiting(id ItemID) (rows []WaitRow, err error) {
	const open = `SELECT w.id AS want_id, NULL AS follow_up_id, w.customer_id, w.created_at, w.due_on, w.state, w.state IN ('ready', 'notified') AS here,
		  w.alternative_id, w.ordered_by, w.ordered_on
		FROM want w WHERE w.item_id = @item AND w.state IN ('requested', 'ordered', 'ready', 'notified')
		UNION ALL SELECT NULL, f.id, f.customer_id, f.created_at, f.due_on, '', f.came_in <> '', f.alternative_id, NULL, ''
		FROM request r JOIN alternative a ON a.request_id = r.id AND a.kind = 'later' JOIN follow_up f ON f.alternative_id = a.id AND f.state = 'open'
		WHERE r.item_id = @item AND r.state = 'deferred' AND r.day <> '' AND r.reason <> ''`
	err = s.db.Raw(`SELECT o.*, `+personColumns+`, ifnull(r.day, '') AS asked, ifnull(a.description, '') AS told, ifnull(m.name, '') AS ordered_by,
		  ifnull((SELECT l.outcome FROM call l WHERE l.want_id = o.want_id OR l.follow_up_id = o.follow_up_id ORDER BY l.at DESC, l.id DESC LIMIT 1), '') AS called
		FROM (`+open+`) o JOIN customer c ON c.id = o.customer_id LEFT JOIN alternative a ON a.id = o.alternative_id
		LEFT JOIN request r ON r.id = a.request_id LEFT JOIN staff m ON m.id = o.ordered_by
		ORDER BY ifnull(r.at, o.created_at), o.want_id, o.follow_up_id LIMIT `+number(mostWaiting), map[string]any{"item": id}).Scan(&rows).Error
	return rows, explain(err)
}
