package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// Glimpse is what a shop file says of itself to somebody who only wants to tell it from others.
type Glimpse struct {
	ShopUID   string
	ShopName  string
	Version   int // schema version
	Customers int // those the owner sees in the book
	Visits    int // those the owner sees in the log
	LastVisit Moment
}

// Glance opens the shop file at path only to read it and tells whose it is and how much is in it, without checking
// it through: Inspect does that. The file may be in use. A file that is something else, is cut short or was made by
// a newer program is a Problem with Field "file".
func Glance(ctx context.Context, path string) (Glimpse, error) {
	return glance(ctx, path, identity+`, (SELECT count(*) FROM customer WHERE deleted_at = 0 AND state = 'active'),
		(SELECT count(*) FROM visit WHERE deleted_at = 0), ifnull((SELECT max(at) FROM visit WHERE deleted_at = 0), 0) FROM shop`,
		func(g *Glimpse) []any {
			return []any{&g.ShopUID, &g.ShopName, &g.Customers, &g.Visits, &g.LastVisit}
		})
}

// Identify is Glance without the counting: of a large shop it reads a few pages.
func Identify(ctx context.Context, path string) (Glimpse, error) {
	return glance(ctx, path, identity+" FROM shop", func(g *Glimpse) []any { return []any{&g.ShopUID, &g.ShopName} })
}

// CanOpen tells whether a shop file is at path that Open would open, as far as a look into it tells; why not is a Problem
// with Field "file".
func CanOpen(ctx context.Context, path string) error {
	if err := (&Store{path: path}).findFile(); err != nil {
		return err
	}
	_, err := Identify(ctx, path)
	return err
}

// identity begins the query of whose a shop file is.
const identity = "SELECT uid, name"

func glance(ctx context.Context, path, query string, columns func(*Glimpse) []any) (Glimpse, error) {
	var seen Glimpse
	err := look(ctx, path, func(db *gorm.DB) (err error) {
		if seen.Version, err = identify(db); err != nil {
			return err
		}
		if seen.Version == 0 {
			return problem("file", "file.notShop")
		}
		return db.Raw(query).Row().Scan(columns(&seen)...)
	})
	if err != nil {
		return Glimpse{}, err
	}
	return seen, nil
}

// look reads the file at path through a connection of its own.
func look(ctx context.Context, path string, read func(db *gorm.DB) error) error {
	return lookAs(ctx, path, "ro", read)
}

// lookAs is look through a connection of the mode.
func lookAs(ctx context.Context, path, mode string, read func(db *gorm.DB) error) error {
	err := apart(ctx, path, mode, time.Now, read)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return explainFile(err)
}

// CopyFile is Store.CopyTo for a shop file that no store has open yet, such as one about to be migrated.
func CopyFile(ctx context.Context, from, to string) (Inspection, error) {
	return (&Store{path: from, now: time.Now}).CopyTo(ctx, to)
}
