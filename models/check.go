package models

import (
	"context"
	"log/slog"

	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite/lib"
)

// QuickCheck looks through the pages of the file at path for damage, on a connection of its own that only reads: for
// the background at start. A damaged file is the Problem "file.damaged". It ends soon after ctx does.
func QuickCheck(ctx context.Context, path string) error {
	return look(ctx, path, func(db *gorm.DB) error {
		if _, err := identify(db); err != nil {
			return err
		}
		n, err := countRows(db, "SELECT 1 FROM pragma_quick_check(NULL, 'main') WHERE quick_check <> 'ok' LIMIT 1")
		if err == nil && n > 0 {
			err = problem("file", "file.damaged")
		}
		return err
	})
}

// QuickCheck is QuickCheck of the store's file, from any goroutine; it begins anew when somebody saves meanwhile.
func (s *Store) QuickCheck(ctx context.Context) error {
	return s.patiently(ctx, func(ctx context.Context) error { return QuickCheck(ctx, s.path) })
}

// Finding is one sort of thing that a full check found wrong.
type Finding struct {
	Key        string // of the sentence for the owner, such as "check.sums"
	N          int    // how many places or rows
	Repairable bool   // Repair mends it without losing anything
}

// CheckReport is what a full check found; nothing where the file is whole.
type CheckReport struct{ Findings []Finding }

// Whole tells whether nothing was found wrong.
func (r CheckReport) Whole() bool { return len(r.Findings) == 0 }

// Repairable tells whether something was found, all of which Repair mends.
func (r CheckReport) Repairable() bool {
	for _, f := range r.Findings {
		if !f.Repairable {
			return false
		}
	}
	return !r.Whole()
}

// FullCheck looks at everything in the file at path: SQLite's own integrity check, that every row that is named is
// there, that the search holds what it must, that sums and counts are those of the rows, and the rules of the books.
// It only reads, on a fresh connection: one that was open while another wrote would call the search index damaged. A
// file that cannot be opened at all is a Problem; report, which may be nil, is told how far it is.
func FullCheck(ctx context.Context, path string, report func(done, total int)) (CheckReport, error) {
	var found CheckReport
	// Through a connection that may only read, SQLite's integrity check passes over the CHECKs of the tables (3.53).
	err := lookAs(ctx, path, "rw", func(db *gorm.DB) error {
		if version, err := identify(db); err != nil {
			return err
		} else if version < len(migrations()) {
			return problem("file", "file.older")
		}
		for i, check := range checks {
			if report != nil {
				report(i, len(checks))
			}
			n, err := countRows(db, check.breaches)
			switch {
			case sqliteCode(err) == sqlite3.SQLITE_CORRUPT:
				slog.Error("checking the shop file", "check", check.key, "error", err)
				found.add(Finding{Key: checkDamage, N: 1})
			case err != nil:
				return err
			case n > 0:
				found.add(Finding{Key: check.key, N: n, Repairable: check.repairable})
			}
		}
		return nil
	})
	return found, err
}

// FullCheck is FullCheck of the store's file, from any goroutine; it begins anew when somebody saves meanwhile.
func (s *Store) FullCheck(ctx context.Context, report func(done, total int)) (found CheckReport, err error) {
	err = s.patiently(ctx, func(ctx context.Context) (err error) {
		found, err = FullCheck(ctx, s.path, report)
		return err
	})
	return found, err
}

// add puts findings of the same sort together.
func (r *CheckReport) add(f Finding) {
	for i := range r.Findings {
		if r.Findings[i].Key == f.Key {
			r.Findings[i].N += f.N
			return
		}
	}
	r.Findings = append(r.Findings, f)
}

// countRows counts the rows of the query by putting the number into a temporary table: a statement ends when the
// context does, a query only when it is through.
func countRows(db *gorm.DB, query string) (n int, err error) {
	if err := db.Exec("CREATE TEMP TABLE counted AS SELECT count(*) AS n FROM (" + query + ")").Error; err != nil {
		return 0, err
	}
	if err := db.Raw("SELECT n FROM temp.counted").Row().Scan(&n); err != nil {
		return 0, err
	}
	return n, db.Exec("DROP TABLE temp.counted").Error
}
