package models

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// row is what a row holds, by column.
type row map[string]any

// rowChange is what a change did to one row; was or now is nil where it was not there before, or is not any more.
type rowChange struct {
	Table string `json:"table"`
	ID    int64  `json:"id"`
	Was   row    `json:"was"`
	Now   row    `json:"now"`
}

// thingChange is what a change did to one thing the owner would name: to its own row, and to those that belong to it.
type thingChange struct {
	thing Thing
	id    int64
	own   *rowChange // nil where only parts of it changed
	parts []*rowChange
	told  []fieldNote // of a card: those that became one with it, and those that were parted from it
}

// note writes into the activity log what was done since mark, as part of the transaction that does it; h is the history that
// is kept on its connection.
func (s *Store) note(tx *gorm.DB, h *history, mark int64, via Via) error {
	changes, err := h.rowChanges(tx, mark)
	if err != nil || len(changes) == 0 {
		return err
	}
	things, err := thingsOf(tx, changes)
	if err != nil {
		return err
	}
	things = tellKept(things)
	all := companyOf(things)
	var lines []line
	for _, t := range things {
		if all.tookAlong(t) {
			continue
		}
		l, any, err := s.lineOf(tx, t, changes, via)
		if err != nil {
			return err
		}
		if any {
			lines = append(lines, l)
		}
	}
	return writeLines(tx, lines)
}

// rowChanges gives what became of each row since mark, in the order the rows were first touched.
func (h *history) rowChanges(tx *gorm.DB, mark int64) ([]*rowChange, error) {
	var log []struct {
		Tbl string
		ID  int64
		Did string
		Was string
	}
	err := tx.Raw("SELECT tbl, id, did, ifnull(was, '') AS was FROM undo_log WHERE seq > ? AND news = 1 ORDER BY seq", mark).Scan(&log).Error
	if err != nil {
		return nil, err
	}
	var changes []*rowChange
	seen := map[string]bool{}
	for _, line := range log {
		name := fmt.Sprint(line.Tbl, " ", line.ID)
		if seen[name] {
			continue
		}
		seen[name] = true
		change := &rowChange{Table: line.Tbl, ID: line.ID}
		if line.Did != didInsert {
			if change.Was, err = h.tables[line.Tbl].row(line.Was); err != nil {
				return nil, err
			}
		}
		changes = append(changes, change)
	}
	if err := h.readNow(tx, changes); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(changes, func(c *rowChange) bool { return c.Was == nil && c.Now == nil }), nil
}

// readNow reads what the rows hold now, in one query for all: preparing each takes longer than running it.
func (h *history) readNow(tx *gorm.DB, changes []*rowChange) error {
	ids := map[string][]int64{}
	at := make(map[string]*rowChange, len(changes))
	for _, c := range changes {
		ids[c.Table] = append(ids[c.Table], c.ID)
		at[fmt.Sprint(c.Table, " ", c.ID)] = c
	}
	var queries []string
	var args []any
	for _, table := range slices.Sorted(maps.Keys(ids)) {
		queries = append(queries, fmt.Sprintf("SELECT '%s' AS tbl, x.id, %s AS now FROM %s x WHERE x.id IN (SELECT value FROM json_each(?))", table, h.tables[table].imageOf("x"), table))
		args = append(args, listed(ids[table]))
	}
	if len(queries) == 0 {
		return nil
	}
	var found []struct {
		Tbl string
		ID  int64
		Now string
	}
	if err := tx.Raw(strings.Join(queries, " UNION ALL "), args...).Scan(&found).Error; err != nil {
		return err
	}
	for _, f := range found {
		now, err := h.tables[f.Tbl].row(f.Now)
		if err != nil {
			return err
		}
		at[fmt.Sprint(f.Tbl, " ", f.ID)].Now = now
	}
	return nil
}

// held is what the row holds, or held before it went.
func (c *rowChange) held() row {
	if c.Now != nil {
		return c.Now
	}
	return c.Was
}

// parents say to what the rows of a table belong, and by which column.
var parents = map[string]struct{ table, column string }{
	"contact": {"customer", "customer_id"}, "remember": {"customer", "customer_id"},
	"logo": {"shop", "id"}, "customer_tag": {"customer", "customer_id"}, "earlier": {"customer", "id"}, "request": {"visit", "visit_id"}, "alternative": {"request", "request_id"},
}

// thingsOf gathers the rows into the things they belong to, in the order those were first touched.
func thingsOf(tx *gorm.DB, changes []*rowChange) (things []*thingChange, err error) {
	at := map[string]*thingChange{}
	for _, c := range changes {
		table, id := c.Table, c.ID
		held := c.held()
		for up, part := parents[table]; part && err == nil; up, part = parents[table] {
			table, id = up.table, held.id(up.column)
			if _, further := parents[table]; further {
				held, err = parentRow(tx, changes, table, id)
			}
		}
		if err != nil {
			return nil, err
		}
		name := fmt.Sprint(table, " ", id)
		if at[name] == nil {
			at[name] = &thingChange{thing: Thing(table), id: id}
			things = append(things, at[name])
		}
		if table == c.Table {
			at[name].own = c
		} else {
			at[name].parts = append(at[name].parts, c)
		}
	}
	return things, nil
}

// parentRow gives a request, of which only an alternative may have been touched.
func parentRow(tx *gorm.DB, changes []*rowChange, table string, id int64) (row, error) {
	i := slices.IndexFunc(changes, func(c *rowChange) bool { return c.Table == table && c.ID == id })
	if i >= 0 {
		return changes[i].held(), nil
	}
	var visit int64
	err := tx.Raw("SELECT visit_id FROM request WHERE id = ?", id).Row().Scan(&visit)
	return row{"visit_id": json.Number(fmt.Sprint(visit))}, err
}

// id reads an id from the row; 0 where there is none.
func (r row) id(column string) int64 {
	number, _ := r[column].(json.Number)
	id, _ := number.Int64()
	return id
}

// event tells what happened to the thing.
func (t *thingChange) event() Event {
	switch {
	case t.own == nil:
		return Changed
	case t.own.Was == nil:
		return Added
	case t.own.Now == nil:
		return Removed
	case t.own.Was.id("deleted_at") == 0 && t.own.Now.id("deleted_at") != 0:
		return TakenOut
	case t.own.Was.id("deleted_at") != 0 && t.own.Now.id("deleted_at") == 0:
		return WasBack
	}
	return Changed
}

// fields gives what changed from what to what; nothing of a thing that came or went whole.
func (t *thingChange) fields() (notes []fieldNote) {
	if t.event() != Changed && !t.merged() {
		return nil
	}
	notes = append(notes, t.told...)
	rows := t.parts
	if t.own != nil {
		rows = append([]*rowChange{t.own}, rows...)
	}
	for _, c := range rows {
		for _, f := range activityFields {
			if f.Table != c.Table || t.merged() && f.Column != "merged_into" {
				continue
			}
			from, to := c.Was[f.Column], c.Now[f.Column]
			if from != to && !(isBlank(from) && isBlank(to)) {
				notes = append(notes, fieldNote{Field: f.Key(), From: from, To: to})
			}
		}
	}
	return notes
}

// along gives what else the change did to rows, so that what is put back from the bin takes it along.
func (t *thingChange) along(changes []*rowChange) (others []rowChange) {
	if t.event() != TakenOut {
		return nil
	}
	for _, c := range changes {
		if other := c.narrowed(); c != t.own && len(other.Was)+len(other.Now) > 0 {
			others = append(others, other)
		}
	}
	return others
}

// narrowed is the change without the columns that stayed as they were, and without those that follow from others or
// say nothing, such as the place of a note among the others.
func (c *rowChange) narrowed() rowChange {
	if c.Was == nil || c.Now == nil {
		return *c
	}
	narrow := rowChange{Table: c.Table, ID: c.ID, Was: row{}, Now: row{}}
	for column, was := range c.Was {
		if column == "position" || column == "updated_at" || slices.Contains(follows[c.Table], column) {
			continue
		}
		if now := c.Now[column]; was != now {
			narrow.Was[column], narrow.Now[column] = was, now
		}
	}
	return narrow
}

// customer is whom the thing is about; 0 for nobody.
func (t *thingChange) customer(tx *gorm.DB) (id int64, err error) {
	switch {
	case t.thing == ThingCustomer:
		return t.id, nil
	case t.own != nil:
		held := t.own.held()
		return cmp.Or(held.id("customer_id"), held.id("referee_id")), nil
	case t.thing == ThingVisit:
		err = tx.Raw("SELECT ifnull(customer_id, 0) FROM visit WHERE id = ?", t.id).Row().Scan(&id)
	}
	return id, err
}

// listed writes a list as JSON, an empty one as nothing.
func listed[T any](list []T) string {
	if len(list) == 0 {
		return ""
	}
	text, err := json.Marshal(list)
	if err != nil {
		panic(err) // what was read from JSON can be written as JSON
	}
	return string(text)
}
