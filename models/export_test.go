package models

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// Patiently reads as a backup does.
func (s *Store) Patiently(ctx context.Context, read func(ctx context.Context) error) error {
	return s.patiently(ctx, read)
}

// TryOnce reads as a backup does, once.
func (s *Store) TryOnce(ctx context.Context, read func(ctx context.Context) error) (gaveWay bool, err error) {
	return s.readers.tryOnce(ctx, false, read)
}

// Readers is what lets long work give way to saves.
type Readers struct{ r readers }

// Patiently reads.
func (r *Readers) Patiently(ctx context.Context, read func(ctx context.Context) error) error {
	return r.r.givingWay(ctx, false, read)
}

// Sweeping sweeps.
func (r *Readers) Sweeping(ctx context.Context, sweep func(ctx context.Context) error) error {
	return r.r.givingWay(ctx, true, sweep)
}

// Insist works as what has given way often enough.
func (r *Readers) Insist(ctx context.Context, work func(ctx context.Context) error) error {
	return r.r.insist(ctx, work)
}

// Insist works as what has given way often enough.
func (s *Store) Insist(ctx context.Context, work func(ctx context.Context) error) error {
	return s.readers.insist(ctx, work)
}

// SaveWithin does something in the middle of a save.
func (r *Readers) SaveWithin(ctx context.Context, do func(ctx context.Context) error) error {
	done, err := r.r.makeRoom(ctx)
	if err != nil {
		return err
	}
	defer done()
	return do(ctx)
}

// Interrupt begins a save elsewhere, which ends what gives way.
func (r *Readers) Interrupt() { go r.Save() }

// WouldWait tells whether a save would wait.
func (r *Readers) WouldWait() bool {
	r.r.mu.Lock()
	defer r.r.mu.Unlock()
	return r.r.insisting
}

// Save makes room, and is through at once.
func (r *Readers) Save() {
	_ = r.SaveWithin(context.Background(), func(context.Context) error { return nil })
}

// Write does something in the middle of a save.
func (s *Store) Write(do func()) error {
	return s.write(func(*gorm.DB) error { do(); return nil })
}

// Wilson is how what was offered is ranked.
func Wilson(times, n int) float64 { return wilson(times, n) }

// InNumber gives the forms in which a word is looked for.
func InNumber(word string) []string { return inNumber(word) }

// Steps gives the migrations.
func Steps() []string { return migrations() }

// Migrate runs other migrations than the program's own.
func (s *Store) Migrate(steps []string) error {
	return explain(migrate(context.Background(), s.db, steps, func(int, int) {}))
}

// WithSteps makes the store that of a program with these migrations.
func WithSteps(steps []string) Option { return func(s *Store) { s.steps = steps } }

// SpoilSetting has connections ask for something else than they expect to read back; mend ends that.
func SpoilSetting(name string) (mend func()) {
	i := slices.IndexFunc(pragmas, func(p setting) bool { return p.name == name })
	was := pragmas[i].read
	pragmas[i].read = "not this"
	return func() { pragmas[i].read = was }
}

// BoundPages lets the file have no more than so many pages, or as many as it has.
func (s *Store) BoundPages(pages int) error {
	return s.db.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Error
}

// Watch calls seen with every statement the store runs from now on, as gorm hands it to SQLite.
func (s *Store) Watch(seen func(query string, args []any)) error {
	look := func(db *gorm.DB) { seen(db.Statement.SQL.String(), db.Statement.Vars) }
	on := s.db.Callback()
	return errors.Join(
		on.Query().After("gorm:query").Register("watch", look), on.Row().After("gorm:row").Register("watch", look),
		on.Raw().After("gorm:raw").Register("watch", look), on.Update().After("gorm:update").Register("watch", look),
		on.Delete().After("gorm:delete").Register("watch", look))
}

// FailOnce has the first statement with those words fail, as one does while another program has the file.
func (s *Store) FailOnce(words string) error {
	failed := false
	return s.db.Callback().Raw().Before("gorm:raw").Register("fail", func(db *gorm.DB) {
		if !failed && strings.Contains(db.Statement.SQL.String(), words) {
			failed = true
			_ = db.AddError(errors.New("busy"))
		}
	})
}

// UndoTables are the tables whose rows Undo puts back.
func UndoTables() []string { return undoTables }

// RescueTables are the tables whose rows a rescue copies.
func RescueTables() []string { return rescueTables }

// OutSQL is all that is read of a table for the folder of the whole shop.
func (t OutTable) OutSQL() string {
	sql := t.from
	for _, column := range t.Columns {
		sql += " " + column.sql
	}
	return sql
}

// PersonTables are the tables a person is given their rows of.
func PersonTables() (names []string) {
	for _, table := range OutTables() {
		if table.person != "" {
			names = append(names, table.Name)
		}
	}
	return names
}

// NewestRequests gives the newest requests of a filter.
func (s *Store) NewestRequests(f LogFilter, most int) ([]LogRow, error) {
	return s.newestRequests(f, most)
}
