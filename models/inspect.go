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
	err := look(ctx, path, func(db *gorm.DB) (err error) {
		found, err = inspect(db)
		return err
	})
	return found, err
}

// inspect asks what the file is before it trusts a word of what is in it.
func inspect(db *gorm.DB) (Inspection, error) {
	if _, err := identify(db); err != nil {
		return Inspection{}, err
	}
	if err := checkWhole(db); err != nil {
		return Inspection{}, err
	}
	return survey(db)
}

// survey reads what an Inspection holds, of a file that must be a shop file.
func survey(db *gorm.DB) (found Inspection, err error) {
	if found.Version, err = identify(db); err != nil {
		return found, err
	}
	if found.Version == 0 {
		return found, problem("file", "file.notShop")
	}
	if found.Counts, err = counts(db); err != nil {
		return found, err
	}
	err = db.Raw("SELECT uid, name, ifnull((SELECT max(at) FROM visit WHERE deleted_at = 0), 0) FROM shop").Row().
		Scan(&found.ShopUID, &found.ShopName, &found.LastVisit)
	return found, err
}

// checkWhole has what it finds put into a temporary table: a statement ends when the context does, a query that
// looks through a large file goes on for half a minute.
func checkWhole(db *gorm.DB) error {
	if err := db.Exec("CREATE TEMP TABLE verdict AS SELECT integrity_check AS found FROM pragma_integrity_check(NULL, 'main') LIMIT 1").Error; err != nil {
		return err
	}
	var verdict string
	if err := db.Raw("SELECT found FROM temp.verdict").Row().Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w (%s)", problem("file", "file.damaged"), verdict)
	}
	if err := db.Exec("CREATE TEMP TABLE stray AS SELECT * FROM pragma_foreign_key_check(NULL, 'main') LIMIT 1").Error; err != nil {
		return err
	}
	var strays int
	if err := db.Raw("SELECT count(*) FROM temp.stray").Row().Scan(&strays); err != nil {
		return err
	}
	if strays > 0 {
		return problem("file", "file.damaged")
	}
	return nil
}

// Counts gives how many rows each table has now.
func (s *Store) Counts() (Counts, error) {
	n, err := counts(s.db)
	return n, explain(err)
}

func counts(db *gorm.DB) (Counts, error) {
	var tables []string
	err := db.Raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_fts*' ORDER BY name").Scan(&tables).Error
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
