package models

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"gorm.io/gorm"
)

// Rescued tells what a rescue saved.
type Rescued struct {
	Tables []RescuedTable
	Left   CheckReport // what is wrong with the new file all the same
}

// RescuedTable counts the rows of one table.
type RescuedTable struct {
	Table   string
	Saved   int
	Lost    int // known to have been there by an index, and not to be read
	Refused int // read, and not what a shop file may hold
}

// Total adds the tables up.
func (r Rescued) Total() (sum RescuedTable) {
	for _, t := range r.Tables {
		sum.Saved, sum.Lost, sum.Refused = sum.Saved+t.Saved, sum.Lost+t.Lost, sum.Refused+t.Refused
	}
	return sum
}

// rescueTables are the tables with rows of their own, those that others name first.
var rescueTables = []string{"shop", "logo", "staff", "source", "item", "specialist", "customer", "contact", "remember", "visit", "request", "alternative",
	"want", "referral_in", "referral_out", "praise", "thank_you", "follow_up", "call", "snooze", "advert_spend", "tag", "customer_tag", "photo", "earlier", "saved_list", "label_sheet", "label_left", "not_same", "activity", "emptied", "draft", "import", "import_added", "import_filled"}

// Rescue, of a file that no store has open, makes a new shop file at target, where there must be none, out of every row that can still be read of the
// damaged one, and checks it in full. The damaged file is only read: what SQLite needs mended before it reads at all
// is mended in a copy beside target, which is removed. Sums and search are made anew. Rows that named one that is lost
// name none, or a nameless one in its place. A file of which nothing can be read is the Problem "file.beyondRescue";
// after any error there is nothing at target. report may be nil.
func Rescue(ctx context.Context, damaged, target string, report func(done, total int)) (Rescued, error) {
	if _, err := os.Stat(target); err == nil {
		return Rescued{}, problem("file", "file.exists", "Path", target)
	}
	// It has another name until it is whole: nobody takes what a killed rescue leaves for all that could be saved.
	scratch, part := target+".rescue", target+".part"
	defer removeShop(scratch)
	defer removeShop(part)
	removeShop(part)
	err := newShop(part)
	if err == nil {
		err = mendedCopy(ctx, damaged, scratch, part)
	}
	var saved Rescued
	if err == nil {
		saved, err = rescueInto(ctx, scratch, part, report)
	}
	if err == nil {
		saved.Left, err = FullCheck(ctx, part, nil)
	}
	if err == nil {
		err = giveName(part, target)
	}
	if err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return Rescued{}, err
	}
	return saved, nil
}

// giveName gives the file its name, and brings that to the disk. Not every system can, or needs to, sync a folder.
func giveName(part, target string) error {
	if err := os.Rename(part, target); err != nil {
		return cannotWrite(target, err)
	}
	if folder, err := os.Open(filepath.Dir(target)); err == nil {
		folder.Sync()
		folder.Close()
	}
	return nil
}

// removeShop removes a file the rescue made, with its journal. What cannot be removed does no harm.
func removeShop(path string) {
	os.Remove(path)
	os.Remove(path + "-journal")
}

func newShop(path string) error {
	store, err := Open(path, Create())
	if err != nil {
		return err
	}
	return store.Close()
}

func rescueInto(ctx context.Context, scratch, target string, report func(done, total int)) (Rescued, error) {
	var saved Rescued
	err := writeApart(ctx, target, time.Now, func(db *gorm.DB) (err error) {
		saved, err = rescueRows(db, scratch, report)
		return err
	})
	switch {
	case err != nil:
		return Rescued{}, explain(err)
	case saved.Total().Saved == 0:
		return Rescued{}, problem("file", "file.beyondRescue")
	}
	// Another connection: what was rescued was not synced.
	return saved, (&Store{path: target, now: time.Now}).Repair(ctx, nil)
}

// rescueRows copies table by table. Each statement is a transaction of its own: once SQLite has met with damage in
// one, it takes no more changes in it. Nothing is synced on the way, because a rescue that does not come to its end
// leaves nothing, and what comes after it syncs the whole file.
func rescueRows(db *gorm.DB, scratch string, report func(done, total int)) (all Rescued, err error) {
	for _, statement := range []string{
		"PRAGMA synchronous = OFF",
		"DELETE FROM source",             // those every new shop begins with
		"INSERT INTO undoing VALUES (1)", // rows come in an order the rules would refuse
	} {
		if err := db.Exec(statement).Error; err != nil {
			return all, err
		}
	}
	if err := db.Exec("ATTACH ? AS damaged", dsnOf(scratch)).Error; err != nil {
		return all, err
	}
	r := &rescuer{db: db, stands: map[string]int{}}
	for i, table := range rescueTables {
		if report != nil {
			report(i, len(rescueTables))
		}
		counted, err := r.table(table)
		if err != nil {
			return all, fmt.Errorf("rescuing %s: %w", table, err)
		}
		all.Tables = append(all.Tables, counted)
	}
	for i := range all.Tables {
		all.Tables[i].Lost = max(all.Tables[i].Lost, r.stands[all.Tables[i].Table])
	}
	return all, db.Exec("DELETE FROM undoing").Error
}

// dsnOf names the scratch copy for ATTACH. It is nobody else's, so that no lock and no change has to be looked for.
func dsnOf(scratch string) string { return fileURI(scratch) + "?mode=ro&immutable=1" }
