package models

import (
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/callbacks"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
	"gorm.io/gorm/schema"
)

// dialect is what gorm has to know of SQLite. It makes and changes no tables: the migrations do.
type dialect struct{ pool gorm.ConnPool }

// Name is how gorm calls it.
func (dialect) Name() string { return "sqlite" }

// Initialize has gorm read what an INSERT made by RETURNING, which SQLite has since 3.35.
func (d dialect) Initialize(db *gorm.DB) error {
	db.ConnPool = d.pool
	db.ClauseBuilders["LIMIT"] = buildLimit
	callbacks.RegisterDefaultCallbacks(db, &callbacks.Config{
		CreateClauses:        []string{"INSERT", "VALUES", "ON CONFLICT", "RETURNING"},
		UpdateClauses:        []string{"UPDATE", "SET", "FROM", "WHERE", "RETURNING"},
		DeleteClauses:        []string{"DELETE", "FROM", "WHERE", "RETURNING"},
		LastInsertIDReversed: true,
	})
	return nil
}

// buildLimit writes the numbers themselves (see number), and a LIMIT before each OFFSET, which SQLite asks for.
func buildLimit(c clause.Clause, b clause.Builder) {
	limit, ok := c.Expression.(clause.Limit)
	if !ok {
		c.Build(b)
		return
	}
	most := -1
	if limit.Limit != nil && *limit.Limit >= 0 {
		most = *limit.Limit
	}
	write(b, "LIMIT "+number(most)+" OFFSET "+number(limit.Offset))
}

// DefaultValueOf stands for the number SQLite gives a new row.
func (dialect) DefaultValueOf(*schema.Field) clause.Expression { return clause.Expr{SQL: "NULL"} }

// BindVarTo writes the place of a value.
func (dialect) BindVarTo(w clause.Writer, _ *gorm.Statement, _ any) { write(w, "?") }

// QuoteTo writes a name: those in our schema hold no quotes, and one with a dot is a table's and a column's.
func (dialect) QuoteTo(w clause.Writer, name string) {
	write(w, "`"+strings.ReplaceAll(name, ".", "`.`")+"`")
}

// write writes into a statement under way, which is in memory: it cannot fail.
func write(w clause.Writer, text string) { _, _ = w.WriteString(text) }

// Explain writes a statement with its values, for a log.
func (dialect) Explain(sql string, values ...any) string {
	return logger.ExplainSQL(sql, nil, "'", values...)
}

// Migrator is for making tables, which is never asked of gorm.
func (dialect) Migrator(*gorm.DB) gorm.Migrator { return nil }

// DataTypeOf is for making tables as well.
func (dialect) DataTypeOf(*schema.Field) string { return "" }
