package models

import (
	"context"
	"fmt"

	"gorm.io/gorm"
)

// Counts is how many rows each table of a shop file has.
type Counts map[string]int64

// Inspection is what a look into a shop file that is not in use found.
type Inspection struct {
	ShopUID   string
	ShopName  string
	Version   int // schema version
	Counts    Counts
	LastVisit Moment
}

// Inspect opens the file at path only to read it and checks it through: that it is a shop file, SQLite's
// integrity check, that every row it names is there, and the search index. Anything wrong is a Problem.
func Inspect(ctx context.Context, path string) (Inspection, error) {
	var found Inspection
	db, err := connect(path, "ro")
	if err != nil {
		return found, explain(err)
	}
	pool, err := db.DB()
	if err != nil {
		return found, err
	}
	defer pool.Close()
	db = db.WithContext(ctx)
	if found.Version, err = identify(db); err != nil {
		return found, explain(err)
	}
	if found.Version == 0 {
		return found, problem("file", "file.notShop")
	}
	if err := checkWhole(db); err != nil {
		return found, explain(err)
	}
	if found.Counts, err = counts(db); err != nil {
		return found, explain(err)
	}
	err = db.Raw("SELECT uid, name, ifnull((SELECT max(at) FROM visit WHERE deleted_at = 0), 0) FROM shop").Row().
		Scan(&found.ShopUID, &found.ShopName, &found.LastVisit)
	return found, explain(err)
}

func checkWhole(db *gorm.DB) error {
	var verdict string
	if err := db.Raw("PRAGMA integrity_check(1)").Row().Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w (%s)", problem("file", "file.damaged"), verdict)
	}
	rows, err := db.Raw("PRAGMA foreign_key_check").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		return problem("file", "file.damaged")
	}
	return rows.Err()
}

// Counts gives how many rows each table has now.
func (s *Store) Counts() (Counts, error) {
	n, err := counts(s.db)
	return n, explain(err)
}

func counts(db *gorm.DB) (Counts, error) {
	var tables []string
	err := db.Raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%' ORDER BY name").Scan(&tables).Error
	if err != nil {
		return nil, err
	}
	n := make(Counts, len(tables))
	for _, table := range tables {
		var rows int64
		if err := db.Raw(`SELECT count(*) FROM "` + table + `"`).Row().Scan(&rows); err != nil {
			return nil, err
		}
		n[table] = rows
	}
	return n, nil
}
