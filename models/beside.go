package models

import (
	"context"
	"sync"

	"gorm.io/gorm"
)

// spare is a connection that only reads, kept from one look beside the window to the next: of each new one SQLite reads the whole
// schema, and that takes longer than most looks. It holds no lock between them.
type spare struct {
	mu     sync.Mutex
	db     *gorm.DB // nil while it is used, or there is none yet
	closed bool     // with the store
}

// beside has work read through a connection of its own, so that it may be called from another goroutine than the store's. What work
// runs on db ends when ctx does, and the error is ctx's then; every other comes as it is. Two at a time have a connection each.
func (s *Store) beside(ctx context.Context, work func(db *gorm.DB) error) error {
	db := s.spare.take()
	if db == nil {
		var err error
		if db, err = connect(s.path, "ro", s.now); err != nil {
			return err
		}
	}
	err := work(db.WithContext(ctx))
	if err == nil && ctx.Err() == nil {
		return s.spare.giveBack(db)
	}
	_ = closePool(db) // it only read, and what it came to grief over is told
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (c *spare) take() *gorm.DB {
	c.mu.Lock()
	defer c.mu.Unlock()
	db := c.db
	c.db = nil
	return db
}

// giveBack keeps the connection, unless there is another by now or the store is closed.
func (c *spare) giveBack(db *gorm.DB) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed || c.db != nil {
		return closePool(db)
	}
	c.db = db
	return nil
}

// close closes it, at once or when it is given back.
func (c *spare) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	if c.db == nil {
		return nil
	}
	return closePool(c.db)
}

// closePool closes the connections behind db.
func closePool(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}
