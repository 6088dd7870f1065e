package models

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"
)

// ImportID is the number of an import.
type ImportID = ID[Import]

// ImportKept is how long an import can be taken back as a whole.
const ImportKept = 30 * 24 * time.Hour

// Import is one import that was stored.
type Import struct {
	ID       ImportID
	File     string
	At       Moment
	Added    int // people
	Filled   int // people of the book it added something to
	Skipped  int
	Referred int
	Rejected int // rows that were not stored
	UndoneAt Moment
}

// ImportUndone tells what taking an import back did.
type ImportUndone struct {
	Removed int          // people who are out of the book again
	Kept    []CustomerID // those who were changed or named since, and stay as they are
}

// Imports gives the imports that can be taken back, the newest first.
func (s *Store) Imports() ([]Import, error) {
	var imports []Import
	return imports, explain(s.db.Where("undone_at = 0 AND at >= ?", MomentOf(s.now().Add(-ImportKept))).Order("id DESC").Find(&imports).Error)
}

// UndoImport takes an import back in one transaction: people it added go for good, and so does what it filled in.
// Whoever was changed since, or has a visit, a referral, a thank-you or the like from elsewhere, stays as they are.
// An import longer ago than ImportKept, or taken back already, is a Problem. Like ImportCustomers it may be called
// from another goroutine; afterwards the window calls ImportEnded.
func (s *Store) UndoImport(ctx context.Context, id ImportID) (ImportUndone, error) {
	var undone ImportUndone
	err := s.inBulk(ctx, func(tx *gorm.DB) error {
		u := importUndo{s: s, tx: tx}
		err := tx.Where("id = ?", id).First(&u.is).Error
		switch {
		case errors.Is(err, gorm.ErrRecordNotFound):
			return ErrNotFound
		case err != nil:
			return err
		case u.is.UndoneAt != 0:
			return problem("import", "import.undone")
		case u.is.At < MomentOf(s.now().Add(-ImportKept)):
			return problem("import", "import.undoLate")
		}
		undone, err = u.run()
		return err
	})
	return undone, err
}

// importUndo is the taking back of one import.
type importUndo struct {
	s  *Store
	tx *gorm.DB
	is Import
}

func (u *importUndo) run() (undone ImportUndone, err error) {
	restore, err := setAside(u.tx, "customer_search_insert", "customer_search_update", "customer_search_delete", "brought_sums_delete")
	if err != nil {
		return undone, err
	}
	if err := u.findGiven(); err != nil {
		return undone, err
	}
	for _, statement := range undoImport {
		var args []any
		if strings.Contains(statement, "@") {
			args = []any{map[string]any{"id": u.is.ID, "at": u.is.At}}
		}
		if err := u.tx.Exec(statement, args...).Error; err != nil {
			return undone, err
		}
	}
	if err := u.empty(); err != nil {
		return undone, err
	}
	if undone, err = u.remove(); err != nil {
		return undone, err
	}
	if err := u.tx.Exec(remakeSearch).Error; err != nil {
		return undone, err
	}
	if err := restore(); err != nil {
		return undone, err
	}
	now := MomentOf(u.s.now())
	if err := u.tx.Model(&u.is).UpdateColumn("undone_at", now).Error; err != nil {
		return undone, err
	}
	return undone, u.is.note(u.tx, Removed, now)
}

// undoImport finds, in tables of this connection alone, whom the import added and nobody needs (goes), those of the
// book it filled in and nobody changed since (back), and takes its referrals away where one of the two is not kept.
var undoImport = []string{
	"CREATE TEMP TABLE ours AS SELECT noun, first_id, last_id FROM import_added WHERE import_id = @id",
	`CREATE TEMP TABLE added AS SELECT c.id FROM customer c JOIN ours o ON o.noun = 'customer' AND c.id BETWEEN o.first_id AND o.last_id WHERE c.created_at = @at`,
	`CREATE TEMP TABLE sent AS SELECT r.id, r.referrer_customer_id, r.referee_id FROM referral_in r JOIN ours o ON o.noun = 'referral_in' AND r.id BETWEEN o.first_id AND o.last_id
	  WHERE r.created_at = @at`,
	"CREATE TEMP TABLE goes (id INTEGER PRIMARY KEY)",
	`INSERT INTO goes SELECT c.id FROM customer c JOIN added a ON a.id = c.id WHERE c.updated_at = @at
	  AND NOT EXISTS (SELECT 1 FROM visit WHERE customer_id = c.id) AND NOT EXISTS (SELECT 1 FROM want WHERE customer_id = c.id)
	  AND NOT EXISTS (SELECT 1 FROM referral_out WHERE customer_id = c.id) AND NOT EXISTS (SELECT 1 FROM thank_you WHERE customer_id = c.id)
	  AND NOT EXISTS (SELECT 1 FROM praise WHERE customer_id = c.id)
	  AND NOT EXISTS (SELECT 1 FROM follow_up WHERE customer_id = c.id)
	  AND c.state = CASE WHEN EXISTS (SELECT 1 FROM import_filled f WHERE f.import_id = @id AND f.customer_id = c.id AND ',' || f.columns || ',' LIKE '%,state,%')
	    THEN 'archived' ELSE 'active' END
	  AND NOT EXISTS (SELECT 1 FROM photo WHERE id = c.id) AND NOT EXISTS (SELECT 1 FROM customer_tag k WHERE k.customer_id = c.id
	    AND NOT EXISTS (SELECT 1 FROM gave g WHERE g.customer_id = k.customer_id AND g.tag_id = k.tag_id))
	  AND NOT EXISTS (SELECT 1 FROM not_same WHERE c.id IN (low, high)) AND NOT EXISTS (SELECT 1 FROM customer o WHERE o.merged_into = c.id)
	  AND NOT EXISTS (SELECT 1 FROM referral_in WHERE referrer_customer_id = c.id AND id NOT IN (SELECT id FROM sent))
	  AND NOT EXISTS (SELECT 1 FROM referral_in WHERE referee_id = c.id AND id NOT IN (SELECT id FROM sent))`,
	"CREATE TEMP TABLE back AS SELECT f.customer_id AS id, f.columns FROM import_filled f JOIN customer c ON c.id = f.customer_id WHERE f.import_id = @id AND c.updated_at = @at AND c.id NOT IN (SELECT id FROM added)",
	"CREATE TEMP TABLE brought AS SELECT DISTINCT referrer_customer_id AS id FROM sent",
	`DELETE FROM referral_in WHERE id IN (SELECT id FROM sent WHERE referee_id IN (SELECT id FROM goes) OR referrer_customer_id IN (SELECT id FROM goes)
	  OR referee_id NOT IN (SELECT id FROM added))`,
	`UPDATE customer SET brought_n = (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = customer.id AND r.state = 'approved' AND r.deleted_at = 0)
	  WHERE id IN (SELECT id FROM brought)`,
	"DELETE FROM contact WHERE customer_id IN (SELECT id FROM back) AND id BETWEEN (SELECT first_id FROM ours WHERE noun = 'contact') AND (SELECT last_id FROM ours WHERE noun = 'contact')",
	"DELETE FROM earlier WHERE id IN (SELECT id FROM back WHERE ',' || columns || ',' LIKE '%,earlier,%')",
	"DELETE FROM remember WHERE customer_id IN (SELECT id FROM back) AND id BETWEEN (SELECT first_id FROM ours WHERE noun = 'remember') AND (SELECT last_id FROM ours WHERE noun = 'remember')",
	"DELETE FROM customer_tag WHERE customer_id IN (SELECT id FROM back) AND (customer_id, tag_id) IN (SELECT customer_id, tag_id FROM gave)",
}

// empties is what a column holds that nothing is filled into.
var empties = map[string]any{"name": "", "preferred_name": "", "address": "", "country": "", "birthday": "", "source_id": nil, "no_post": 0, "no_phone": 0, "no_email": 0,
	"no_post_on": "", "no_phone_on": "", "no_email_on": "", "reach_by": "", "invited_on": ""}

// empty makes empty again what the import filled in, and those people findable by what is left.
func (u *importUndo) empty() error {
	for column, nothing := range empties {
		err := u.tx.Exec("UPDATE customer SET "+column+" = ? WHERE id IN (SELECT id FROM back WHERE ',' || columns || ',' LIKE '%,"+column+",%')", nothing).Error
		if err != nil {
			return err
		}
	}
	var ids []CustomerID
	if err := u.tx.Raw("SELECT id FROM back").Scan(&ids).Error; err != nil {
		return err
	}
	for len(ids) > 0 {
		n := min(len(ids), importChunk)
		if err := u.reindex(ids[:n]); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// reindex makes the folded texts of the customers anew.
func (u *importUndo) reindex(ids []CustomerID) error {
	people, err := customersByID(u.tx, ids)
	if err != nil {
		return err
	}
	var rows [][]any
	for _, c := range people {
		nameKey, key, short := c.Keys()
		rows = append(rows, []any{c.ID, nameKey, key, short})
	}
	text, err := asJSON(rows)
	if err != nil {
		return err
	}
	if err := u.tx.Exec("UPDATE customer SET name_key = v.value ->> 1 FROM json_each(?) v WHERE customer.id = v.value ->> 0", text).Error; err != nil {
		return err
	}
	return u.tx.Exec("UPDATE customer_search SET (key, short) = (v.value ->> 2, v.value ->> 3) FROM json_each(?) v WHERE customer_search.id = v.value ->> 0", text).Error
}

// remove takes the people out for good, and sources nobody is left to have come through.
func (u *importUndo) remove() (undone ImportUndone, err error) {
	gone := u.tx.Exec("DELETE FROM customer WHERE id IN (SELECT id FROM goes)") // contacts, notes and search go along
	if gone.Error != nil {
		return undone, gone.Error
	}
	undone.Removed = int(gone.RowsAffected)
	err = u.tx.Exec(`DELETE FROM source WHERE id BETWEEN (SELECT first_id FROM ours WHERE noun = 'source') AND (SELECT last_id FROM ours WHERE noun = 'source')
		AND NOT EXISTS (SELECT 1 FROM customer WHERE source_id = source.id)`).Error
	if err == nil {
		err = u.removeTags()
	}
	if err != nil {
		return undone, err
	}
	err = u.tx.Raw(`SELECT id FROM added WHERE id NOT IN (SELECT id FROM goes) UNION ALL
		SELECT f.customer_id FROM import_filled f WHERE f.import_id = ? AND f.customer_id NOT IN (SELECT id FROM back UNION ALL SELECT id FROM added)`, u.is.ID).Scan(&undone.Kept).Error
	return undone, err
}
