package models

import (
	"bytes"
	"context"
	"image"

	"gorm.io/gorm"
)

// What the shop's logo may be at most: enough for the front of a card at 300 dots an inch, and little beside the rest of a
// shop file. The app makes any picture that small before it hands it over.
const (
	LogoEdge  = 800       // pixels, of the longer side
	LogoBytes = 512 << 10 // of the file
)

// Logo is the shop's own picture, which its pages are printed with.
type Logo struct {
	Image    []byte // a JPEG or PNG file; nil where the shop has none
	File     string // what the file was called that it was made of
	ChosenAt Moment
}

// Logo gives the shop's logo; one without an Image where it has none.
func (s *Store) Logo() (Logo, error) {
	var logos []Logo
	err := s.db.Raw("SELECT image, file, chosen_at FROM logo WHERE id = 1").Scan(&logos).Error
	if err != nil || len(logos) == 0 {
		return Logo{}, explain(err)
	}
	return logos[0], nil
}

// LogoOf gives the logo of the shop with that UID; nil where it has none, or the file is another shop's. It may be called from another
// goroutine.
func (s *Store) LogoOf(ctx context.Context, uid string) (logo []byte, err error) {
	err = s.beside(ctx, func(db *gorm.DB) error {
		return db.Raw("SELECT ifnull((SELECT l.image FROM logo l JOIN shop s ON s.id = l.id WHERE s.uid = ?), x'')", uid).Row().Scan(&logo)
	})
	if len(logo) == 0 {
		logo = nil
	}
	return logo, explain(err)
}

// SetLogo makes image, a JPEG or PNG file within LogoEdge and LogoBytes, the shop's logo, and remembers what the file was
// called that it was made of. Another file is a Problem at "logo".
func (s *Store) SetLogo(image []byte, file string) error {
	if err := checkLogo(image); err != nil {
		return err
	}
	return s.change(KindShop, func(tx *gorm.DB) error {
		return tx.Exec(`INSERT INTO logo (id, image, file, chosen_at) VALUES (1, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET (image, file, chosen_at) = (excluded.image, excluded.file, excluded.chosen_at)`,
			image, oneLine(file), MomentOf(s.now())).Error
	})
}

// RemoveLogo takes the shop's logo away: its pages show its initial again.
func (s *Store) RemoveLogo() error {
	return s.change(KindShop, func(tx *gorm.DB) error { return tx.Exec("DELETE FROM logo").Error })
}

func checkLogo(file []byte) error {
	size, kind, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil || kind != "jpeg" && kind != "png":
		return problem("logo", "logo.kind")
	case len(file) > LogoBytes || max(size.Width, size.Height) > LogoEdge:
		return problem("logo", "logo.large")
	}
	return nil
}
