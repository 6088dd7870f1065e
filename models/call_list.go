package models

import (
	"database/sql"
	"slices"
	"strings"
)

// CallListFilter says whom a list of calls about wanted things has.
type CallListFilter struct {
	Item   ItemID // 0 for every thing
	CameIn bool   // only what came in, and whoever is to be told of it today; else everybody who waits and does not know yet
}

// CallThing is a thing with those who are to be called about it, in the order they asked.
type CallThing struct {
	ItemID ItemID
	Item   string
	People []WaitRow
}

// callable are those who wait for a thing and do not know yet that it came in, as SQL: what was to be ordered for them, and what
// they said to be told of. Of what came in, who was left a message is let be until the day they are called again.
const callable = `SELECT w.id AS want_id, 0 AS follow_up_id, w.item_id, w.customer_id, w.created_at, w.due_on, w.state, w.state = 'ready' AS here, w.alternative_id
	  FROM want w WHERE w.state IN ('requested', 'ordered', 'ready')
	UNION ALL SELECT 0, f.id, r.item_id, f.customer_id, f.created_at, f.due_on, '', f.came_in <> '', f.alternative_id
	  FROM follow_up f CROSS JOIN alternative a ON a.id = f.alternative_id AND a.kind = 'later'
	  CROSS JOIN request r ON r.id = a.request_id AND r.state = 'deferred' AND r.day <> '' AND r.reason <> '' WHERE f.state = 'open'`

// CallList gives whom to call about what they wait for, thing by thing in the order of their names, and within one in the order they
// asked. Those who asked for no calls are among them: whoever prints it leaves them out, and says so.
func (s *Store) CallList(f CallListFilter) (things []CallThing, err error) {
	err = s.each(func(r *sql.Rows) error {
		var thing CallThing
		var row WaitRow
		err := r.Scan(row.into(&thing.ItemID, &thing.Item, &row.WantID, &row.FollowUpID, &row.DueOn, &row.State, &row.Here, &row.Asked, &row.Told, &row.Called)...)
		if last := len(things) - 1; last < 0 || things[last].ItemID != thing.ItemID {
			things = append(things, thing)
		}
		last := &things[len(things)-1]
		last.People = append(last.People, row)
		return err
	}, `SELECT `+personColumns+`, o.item_id, i.name, o.want_id, o.follow_up_id, o.due_on, o.state, o.here, ifnull(r.day, ''), ifnull(a.description, ''),
		  ifnull((SELECT l.outcome FROM call l WHERE l.want_id = nullif(o.want_id, 0) OR l.follow_up_id = nullif(o.follow_up_id, 0) ORDER BY l.at DESC, l.id DESC LIMIT 1), '')
		FROM (`+callable+`) o JOIN item i ON i.id = o.item_id JOIN customer c ON c.id = o.customer_id AND c.deleted_at = 0 AND c.state = 'active'
		LEFT JOIN alternative a ON a.id = o.alternative_id LEFT JOIN request r ON r.id = a.request_id
		WHERE (@item = 0 OR o.item_id = @item) AND iif(o.here, o.due_on <= @today, NOT @cameIn)
		ORDER BY o.item_id, ifnull(r.at, o.created_at), o.want_id, o.follow_up_id`,
		map[string]any{"item": int64(f.Item), "cameIn": f.CameIn, "today": s.Today()})
	slices.SortStableFunc(things, func(a, b CallThing) int { return strings.Compare(Fold(a.Item), Fold(b.Item)) })
	return things, explain(err)
}
