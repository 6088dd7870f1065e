package models

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"gorm.io/gorm"
)

// ShopExport hands the whole shop out as it was at one moment: it reads a copy, so saves go on beside it.
type ShopExport struct {
	Rows int // how many rows Each hands out

	path string // of the copy
	db   *gorm.DB
	pool *sql.DB
	out  outFormat
}

// shopCopies is how copies of a shop file that are being handed out are called. One that was left over, because the program was
// killed meanwhile, goes at the next export once it is old.
const (
	shopCopies  = "goodturn-export-*.tmp"
	oldShopCopy = 24 * time.Hour
)

// ExportShop begins to hand the whole shop out; the caller closes what it gives. It makes a copy in the folder scratch, which
// Close removes; to make it begins anew when somebody saves meanwhile. It may be called from another goroutine.
func (s *Store) ExportShop(ctx context.Context, scratch string) (e *ShopExport, err error) {
	if err := os.MkdirAll(scratch, 0o700); err != nil {
		return nil, err
	}
	clearShopCopies(scratch)
	file, err := os.CreateTemp(scratch, shopCopies)
	if err != nil {
		return nil, err
	}
	e = &ShopExport{path: file.Name()}
	if err := file.Close(); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	if _, err := s.CopyTo(ctx, e.path); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	if err := e.open(ctx, s); err != nil {
		return nil, errors.Join(explain(err), e.Close())
	}
	return e, nil
}

func clearShopCopies(scratch string) {
	left, _ := filepath.Glob(filepath.Join(scratch, shopCopies)) // the pattern is ours and well formed
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > oldShopCopy {
			os.Remove(path)
		}
	}
}

// open opens the copy and counts what is in it.
func (e *ShopExport) open(ctx context.Context, s *Store) error {
	db, err := connect(e.path, "ro", s.now)
	if err != nil {
		return err
	}
	if e.pool, err = db.DB(); err != nil {
		return err
	}
	e.db = db.WithContext(ctx)
	if e.out, err = s.newOutFormat(e.db); err != nil {
		return err
	}
	for _, table := range OutTables() {
		var rows int
		if err := e.db.Raw("SELECT count(*) FROM " + table.from).Row().Scan(&rows); err != nil {
			return err
		}
		e.Rows += rows
	}
	return nil
}

// Each hands out every row of each of OutTables, every value as text. values is the caller's until the next row.
func (e *ShopExport) Each(row func(table OutTable, values []string) error) error {
	for _, table := range OutTables() {
		values := func(values []string) error { return row(table, values) }
		if err := e.out.each(e.db, table, "", nil, values); err != nil {
			return explain(err)
		}
	}
	return nil
}

// Photos hands out the photos on the cards, as JPEG or PNG files, one by one.
func (e *ShopExport) Photos(photo func(id CustomerID, file []byte) error) error {
	rows, err := e.db.Raw("SELECT id, image FROM photo ORDER BY id").Rows()
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id CustomerID
		var file []byte
		if err := rows.Scan(&id, &file); err != nil {
			return explain(err)
		}
		if err := photo(id, file); err != nil {
			return err
		}
	}
	return explain(rows.Err())
}

// Logo hands out the shop's logo, a JPEG or PNG file; nil where it has none.
func (e *ShopExport) Logo() ([]byte, error) {
	var file []byte
	err := e.db.Raw("SELECT ifnull((SELECT image FROM logo), x'')").Row().Scan(&file)
	return file, explain(err)
}

// Close ends the reading and removes the copy.
func (e *ShopExport) Close() error {
	var err error
	if e.pool != nil {
		err = e.pool.Close()
	}
	if gone := os.Remove(e.path); !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}
