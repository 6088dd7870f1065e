package models

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // what a photo may be
	_ "image/png"

	"gorm.io/gorm"
)

// What a photo on a card may be at most: the app makes any picture that small before it hands it over, so that the shop file,
// which holds them, stays easy to copy.
const (
	PhotoEdge  = 256      // pixels, of the longer side
	PhotoBytes = 64 << 10 // of the file
)

// Photo gives the customer's photo as a JPEG or PNG file; nil where there is none.
func (s *Store) Photo(id CustomerID) ([]byte, error) {
	var file []byte
	err := s.db.Raw("SELECT ifnull((SELECT image FROM photo WHERE id = ?), x'')", id).Row().Scan(&file)
	if len(file) == 0 {
		return nil, explain(err)
	}
	return file, explain(err)
}

// SetPhoto makes file, a JPEG or PNG within PhotoEdge and PhotoBytes, the customer's photo; nil takes it away. Another
// file is a Problem.
func (s *Store) SetPhoto(id CustomerID, file []byte) error {
	if err := checkPhoto(file); err != nil {
		return err
	}
	return s.change(KindCustomer, func(tx *gorm.DB) error {
		if err := inBookOrArchive(tx, id); err != nil {
			return err
		}
		if len(file) == 0 {
			return tx.Exec("DELETE FROM photo WHERE id = ?", id).Error
		}
		return tx.Exec("INSERT INTO photo (id, image) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET image = excluded.image", id, file).Error
	})
}

func checkPhoto(file []byte) error {
	if len(file) == 0 {
		return nil
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil || kind != "jpeg" && kind != "png":
		return problem("photo", "photo.kind")
	case len(file) > PhotoBytes || max(size.Width, size.Height) > PhotoEdge:
		return problem("photo", "photo.large")
	}
	return nil
}

// inBookOrArchive tells by ErrNotFound that a customer is neither in the book nor in the archive.
func inBookOrArchive(tx *gorm.DB, id CustomerID) error {
	err := tx.Select("id").Where("id = ? AND deleted_at = 0", id).Take(&Customer{}).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return ErrNotFound
	}
	return err
}
