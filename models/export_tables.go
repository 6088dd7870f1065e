package models

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"
)

// Section is a part of all there is about a person: a table and its rows, as people read them.
type Section struct {
	Table OutTable
	Rows  [][]string

	// Changes are, in the activity log, the fields that changed by the number of the row: Rows has them as the file keeps them.
	Changes map[string][]FieldChange
}

// PersonFile gives all there is about one customer, for them to read: a section for each of OutTables that has rows
// about them. One who is not in the book, nor ever was, is ErrNotFound.
func (s *Store) PersonFile(id CustomerID) ([]Section, error) {
	if _, err := s.Customer(id); errors.Is(err, ErrNotFound) {
		if _, err := s.FormerCustomer(id); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	out, err := s.newOutFormat(s.db)
	if err != nil {
		return nil, explain(err)
	}
	var sections []Section
	for _, table := range OutTables() {
		if table.person == "" {
			continue
		}
		section := Section{Table: table}
		add := func(values []string) error {
			section.Rows = append(section.Rows, append([]string(nil), values...))
			return nil
		}
		if err := out.each(s.db, table, " WHERE "+table.person, map[string]any{"id": id}, add); err != nil {
			return nil, explain(err)
		}
		if table.Name == "activity" {
			if section.Changes, err = s.changesOf(id); err != nil {
				return nil, err
			}
		}
		if len(section.Rows) > 0 {
			sections = append(sections, section)
		}
	}
	return sections, nil
}

// changesOf gives the fields that changed of one customer, by the number of the line of the activity log.
func (s *Store) changesOf(id CustomerID) (map[string][]FieldChange, error) {
	lines, err := s.Activity(ActivityFilter{CustomerID: id, Limit: -1}) // however many
	changes := make(map[string][]FieldChange, len(lines))
	for _, line := range lines {
		changes[fmt.Sprint(line.ID)] = line.Fields
	}
	return changes, err
}

// outFormat writes values as people of this shop read them.
type outFormat struct {
	place    *time.Location
	decimals int
}

func (s *Store) newOutFormat(db *gorm.DB) (outFormat, error) {
	out := outFormat{place: s.now().Location()}
	err := db.Raw("SELECT decimals FROM shop").Row().Scan(&out.decimals)
	return out, err
}

// each runs the query of the table and hands its rows on.
func (o outFormat) each(db *gorm.DB, table OutTable, where string, args map[string]any, row func([]string) error) error {
	columns := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		columns[i] = column.sql
	}
	query := db.Raw("SELECT " + strings.Join(columns, ", ") + " FROM " + table.from + where + " ORDER BY t.id")
	if args != nil {
		query = db.Raw("SELECT "+strings.Join(columns, ", ")+" FROM "+table.from+where+" ORDER BY t.id", args)
	}
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	raw, into, values := make([]any, len(columns)), make([]any, len(columns)), make([]string, len(columns))
	for i := range raw {
		into[i] = &raw[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for i := range raw {
			values[i] = o.write(table.Columns[i].Kind, raw[i])
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return rows.Err()
}

// write gives a value as text; nothing, and a time that is never, are "".
func (o outFormat) write(kind OutKind, value any) string {
	number, isNumber := value.(int64)
	switch {
	case value == nil:
		return ""
	case kind == OutTime && isNumber:
		if number == 0 {
			return ""
		}
		return Moment(number).In(o.place).Format(OutTimeLayout)
	case kind == OutMoney && isNumber:
		return o.money(number)
	case kind == OutYesNo && isNumber:
		return map[bool]string{true: "yes", false: "no"}[number != 0]
	}
	return fmt.Sprint(value)
}

// money writes an amount with a point before the decimals, as every spreadsheet and program reads it.
func (o outFormat) money(minor int64) string {
	if o.decimals == 0 {
		return fmt.Sprint(minor)
	}
	sign := ""
	if minor < 0 {
		sign, minor = "-", -minor
	}
	unit := int64(1)
	for range o.decimals {
		unit *= 10
	}
	return fmt.Sprintf("%s%d.%0*d", sign, minor/unit, o.decimals, minor%unit)
}
