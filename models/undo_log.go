package models

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// undoTables are the tables whose rows are put back; sums and search follow through their own triggers.
var undoTables = []string{
	"shop", "logo", "staff", "source", "customer", "contact", "remember", "customer_search", "customer_tag", "photo", "earlier", "not_same", "tag", "saved_list", "specialist", "item", "visit", "visit_search",
	"request", "alternative", "want", "referral_in", "referral_out", "praise", "thank_you", "follow_up", "call", "snooze", "advert_spend", "label_sheet", "label_left",
}

// undoTable is what is known of one of them.
type undoTable struct {
	columns []string
	image   []string // of each column, the SQL expression of what a row x holds in it as JSON takes it
	back    []string // and of what column i of such an image is put back as, with %d for i
	own     []int    // those that are put back where a row was changed
}

// follows are columns that triggers keep from other rows: they change by themselves when those are put back.
var follows = map[string][]string{
	"customer": strings.Fields("visit_n visit_day_n first_at last_at spent asked_n brought_n praise_n review_n last_day_no loyal_day_no gap_twice"),
	"request":  strings.Fields("day at served_by asker cancelled"),
}

// readUndoTables finds out which columns there are.
func readUndoTables(db *gorm.DB) (map[string]undoTable, error) {
	tables := map[string]undoTable{}
	for _, name := range undoTables {
		var columns []struct{ Name, Type string }
		if err := db.Raw("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", name).Scan(&columns).Error; err != nil {
			return nil, err
		}
		t := undoTable{}
		for i, c := range columns {
			image, back := "x."+c.Name, "was ->> %d"
			if c.Type == "BLOB" {
				image, back = "hex(x."+c.Name+")", "unhex(was ->> %d)" // JSON has no other place for it
			}
			t.columns, t.image, t.back = append(t.columns, c.Name), append(t.image, image), append(t.back, fmt.Sprintf(back, i))
			// The id stays as it is, and naming it would send SQLite through every table that points at it.
			if c.Name != "id" && !slices.Contains(follows[name], c.Name) {
				t.own = append(t.own, i)
			}
		}
		tables[name] = t
	}
	return tables, nil
}

// imageOf is the SQL expression of a row as a JSON array of its columns; row is its name in the statement.
func (t undoTable) imageOf(row string) string {
	return strings.ReplaceAll("json_array("+strings.Join(t.image, ", ")+")", "x.", row+".")
}

// row makes a row of such an array.
func (t undoTable) row(image string) (row, error) {
	var values []any
	if err := numbered(image, &values); err != nil {
		return nil, err
	}
	r := make(row, len(values))
	for i, value := range values {
		r[t.columns[i]] = value
	}
	return r, nil
}

// install makes the log and its triggers in the connection's temporary schema. For each row a change touches stand there what was
// done to it, what it held before, and whether that is news to the activity log.
func (h *history) install(db *gorm.DB) (err error) {
	const log = `CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, did TEXT NOT NULL, tbl TEXT NOT NULL, id INTEGER NOT NULL, was TEXT, news INTEGER NOT NULL)`
	if err := db.Exec(log).Error; err != nil {
		return err
	}
	if h.tables, err = readUndoTables(db); err != nil {
		return err
	}
	for _, name := range undoTables {
		for _, trigger := range h.tables[name].triggers(name) {
			if err := db.Exec(trigger).Error; err != nil {
				return fmt.Errorf("undo of %s: %w", name, err)
			}
		}
	}
	return nil
}

// triggers note what is done to the rows of the table.
func (t undoTable) triggers(table string) []string {
	own := make([]string, len(t.own))
	for i, at := range t.own {
		own[i] = t.columns[at]
	}
	told := "0"
	if isNews(table) {
		told = "1"
	}
	note := func(did, event, row, was, news string) string {
		return fmt.Sprintf(`CREATE TEMP TRIGGER undo_%s_%s AFTER %s ON main.%s BEGIN
			INSERT INTO undo_log (did, tbl, id, was, news) VALUES ('%s', '%s', %s.id, %s, %s); END`, table, did, event, table, did, table, row, was, news)
	}
	return []string{
		note(didInsert, "INSERT", "NEW", "NULL", told),
		note(didUpdate, "UPDATE OF "+strings.Join(own, ", "), "OLD", t.imageOf("OLD"), ifNews(table, t.columns)),
		note(didDelete, "DELETE", "OLD", t.imageOf("OLD"), told),
	}
}

// What was done to a row, as the log says it.
const (
	didInsert = "insert"
	didUpdate = "update"
	didDelete = "delete"
)
