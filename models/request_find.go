package models

import (
	"errors"

	"gorm.io/gorm"
)

// Request gives one thing that was asked for, with its name and without what was offered instead, or ErrNotFound.
func (s *Store) Request(id RequestID) (*Request, error) {
	var r Request
	err := s.db.Where("id = ?", id).First(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	if err == nil {
		err = s.nameRequest(&r)
	}
	return &r, explain(err)
}
