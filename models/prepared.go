package models

import (
	"context"
	"database/sql/driver"
	"strings"

	"modernc.org/sqlite"
)

// To read what a statement asks for, and to make a plan of it, takes SQLite as long as to carry out the most of ours: an INSERT
// is planned together with all the triggers that it sets off. So each connection keeps the statements that it has planned, and
// plans only what it has not met. SQLite itself plans one anew where the schema has changed since.

// connector opens connections of that kind for database/sql.
type connector struct{ dsn string }

// Connect opens one.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	opened, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, err
	}
	return &planner{sqliteConn: opened.(sqliteConn), kept: map[string]*planned{}}, nil
}

// Driver is SQLite's own.
func (connector) Driver() driver.Driver { return &sqlite.Driver{} }

// sqliteConn is what a connection to SQLite can do.
type sqliteConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// sqliteRows is what the rows it reads can do.
type sqliteRows interface {
	driver.Rows
	driver.RowsColumnTypeDatabaseTypeName
	driver.RowsColumnTypeLength
	driver.RowsColumnTypeNullable
	driver.RowsColumnTypePrecisionScale
	driver.RowsColumnTypeScanType
}

// keptPlans is how many statements a connection keeps: more than a day at the counter has.
const keptPlans = 400

// planner is a connection that keeps what it has planned.
type planner struct {
	sqliteConn
	kept map[string]*planned // those that nobody reads from, by their text
	used int                 // counts what was asked for, to tell which was not for longest
}

type planned struct {
	driver.Stmt
	text string
	last int // when it was asked for
}

// worthKeeping tells whether a text is one statement that may come again. Scripts and what concerns the connection itself are not.
func worthKeeping(text string) bool {
	verb, _, _ := strings.Cut(strings.TrimLeft(text, " \t\n"), " ")
	switch strings.TrimSpace(verb) {
	case "SELECT", "WITH", "INSERT", "UPDATE", "DELETE":
		return !strings.Contains(text, ";")
	}
	return false
}

// take gives the plan of a text, which is the caller's until it is given back.
func (p *planner) take(ctx context.Context, text string) (*planned, error) {
	if have := p.kept[text]; have != nil {
		delete(p.kept, text)
		return have, nil
	}
	made, err := p.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return &planned{Stmt: made, text: text}, nil
}

// giveBack keeps the plan for the next time, unless it came to grief or there is another of the text by now.
func (p *planner) giveBack(plan *planned, err error) error {
	if err != nil || p.kept[plan.text] != nil {
		return plan.Close()
	}
	p.used++
	plan.last = p.used
	p.kept[plan.text] = plan
	if len(p.kept) <= keptPlans {
		return nil
	}
	oldest := plan
	for _, other := range p.kept {
		if other.last < oldest.last {
			oldest = other
		}
	}
	delete(p.kept, oldest.text)
	return oldest.Close()
}

// ExecContext runs what gives no rows.
func (p *planner) ExecContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Result, error) {
	if !worthKeeping(text) {
		return p.sqliteConn.ExecContext(ctx, text, args)
	}
	plan, err := p.take(ctx, text)
	if err != nil {
		return nil, err
	}
	done, err := plan.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
	if backErr := p.giveBack(plan, err); err == nil {
		err = backErr
	}
	return done, err
}

// QueryContext runs what gives rows; the plan is given back when they are closed.
func (p *planner) QueryContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Rows, error) {
	if !worthKeeping(text) {
		return p.sqliteConn.QueryContext(ctx, text, args)
	}
	plan, err := p.take(ctx, text)
	if err != nil {
		return nil, err
	}
	rows, err := plan.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	if err != nil {
		_ = p.giveBack(plan, err) // says the same
		return nil, err
	}
	return &plannedRows{sqliteRows: rows.(sqliteRows), plan: plan, of: p}, nil
}

// Close closes the connection and all it kept.
func (p *planner) Close() error {
	for _, plan := range p.kept {
		_ = plan.Close() // closing the connection tells of what matters
	}
	clear(p.kept)
	return p.sqliteConn.Close()
}

// plannedRows are rows read by a plan.
type plannedRows struct {
	sqliteRows
	plan *planned
	of   *planner
}

// Close ends the reading.
func (r *plannedRows) Close() error {
	if r.plan == nil {
		return nil
	}
	err := r.sqliteRows.Close()
	backErr := r.of.giveBack(r.plan, err)
	r.plan = nil
	if err == nil {
		err = backErr
	}
	return err
}
