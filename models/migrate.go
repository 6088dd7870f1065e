package models

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"gorm.io/gorm"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID marks a shop file in SQLite's header: "GdTn" in ASCII.
const applicationID = 0x4764546e

// migrations gives the numbered steps in order; step n brings the file to schema version n+1.
func migrations() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	steps := make([]string, len(names))
	for i, name := range names {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err) // embedded: listed a line above
		}
		steps[i] = string(text)
	}
	return steps
}

// identify gives the schema version of the file, 0 for an empty one, or the Problem that keeps it shut.
func identify(db *gorm.DB) (version int, err error) { return identifyUpTo(db, len(migrations())) }

// identifyUpTo is identify for a program that knows the versions up to newest.
func identifyUpTo(db *gorm.DB, newest int) (version int, err error) {
	var id, tables int
	if err := db.Raw("PRAGMA application_id").Row().Scan(&id); err != nil {
		return 0, err
	}
	if err := db.Raw("PRAGMA user_version").Row().Scan(&version); err != nil {
		return 0, err
	}
	if err := db.Raw("SELECT count(*) FROM sqlite_master").Row().Scan(&tables); err != nil {
		return 0, err
	}
	empty := id == 0 && version == 0 && tables == 0
	switch {
	case !empty && (id != applicationID || version < 1):
		return 0, problem("file", "file.notShop")
	case version > newest:
		return 0, problem("file", "file.newer")
	}
	return version, nil
}

// migrate runs the steps the file has not had yet, each in one transaction with its new version number, so
// that a step is there whole or not at all. Foreign keys are off around a step because a rebuilt table
// would otherwise empty those that point at it; they are checked before the step is kept. It ends with ctx's error where
// ctx does before the first step is kept: then the file is as it was. From there on it goes through: a file
// between two versions is neither what the owner had nor what this program can use. told hears before each step, and at the end, how many are kept.
func migrate(ctx context.Context, db *gorm.DB, steps []string, told func(kept, all int)) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	for from := -1; ; {
		var version int
		if err := conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
			return err
		}
		switch {
		case from < 0:
			from = version
		case version > from:
			ctx = context.WithoutCancel(ctx)
		}
		told(version-from, len(steps)-from)
		if version >= len(steps) {
			return nil
		}
		err := migrateStep(ctx, conn, version+1, steps[version])
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			return fmt.Errorf("bringing the shop file to version %d: %w", version+1, err)
		}
	}
}

func migrateStep(ctx context.Context, conn *sql.Conn, version int, step string) (err error) {
	lasting := context.WithoutCancel(ctx)
	exec := func(ctx context.Context, statement string) {
		if err == nil {
			_, err = conn.ExecContext(ctx, statement)
		}
	}
	exec(lasting, "PRAGMA foreign_keys = OFF")
	exec(lasting, "BEGIN IMMEDIATE")
	// Only now is nobody else at it: another window may have taken this step a moment ago.
	if err == nil {
		var reached int
		if err = conn.QueryRowContext(lasting, "PRAGMA user_version").Scan(&reached); reached < version {
			exec(ctx, step)
			exec(lasting, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
			exec(lasting, fmt.Sprintf("PRAGMA user_version = %d", version))
		}
	}
	if err == nil {
		err = checkForeignKeys(lasting, conn)
	}
	if err == nil {
		err = ctx.Err() // the last moment to turn back
	}
	exec(lasting, "COMMIT")
	if err != nil {
		// The first error is the one to tell; a rollback of a transaction SQLite already ended is no news.
		_, _ = conn.ExecContext(lasting, "ROLLBACK")
	}
	_, onErr := conn.ExecContext(lasting, "PRAGMA foreign_keys = ON")
	return errors.Join(err, onErr)
}

func checkForeignKeys(ctx context.Context, conn *sql.Conn) error {
	rows, err := conn.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return fmt.Errorf("row %d of %s names a row of %s that is not there", row.Int64, table, parent)
	}
	return rows.Err()
}
