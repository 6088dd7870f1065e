package models

import "gorm.io/gorm"

// Paper is the sheet the shop prints on.
type Paper string

// The papers.
const (
	PaperA4     Paper = "A4"
	PaperLetter Paper = "Letter"
)

// Shop is the shop itself and its settings. There is one, made with the file.
type Shop struct {
	ID           int64
	UID          string `gorm:"column:uid"` // names this shop's file wherever it lies; never changes
	Name         string
	Address      string
	Phone        string
	Email        string
	Currency     string // ISO 4217
	Symbol       string // how the owner writes the currency
	Decimals     int    // minor units are 10^-Decimals of one unit
	Paper        Paper
	LoyalDays    int     // visit days within 12 months that make a repeat customer loyal
	UsualGap     int     // days between visits, for a customer whose own gap is not known yet
	ThankChannel Channel // how a thank-you is given unless the owner says otherwise
	CreatedAt    Moment
}

// Validate gives the Problem of the first field that cannot be kept.
func (s *Shop) Validate() error {
	s.Name, s.Symbol, s.Currency = oneLine(s.Name), oneLine(s.Symbol), oneLine(s.Currency)
	s.Phone, s.Email, s.Address = oneLine(s.Phone), oneLine(s.Email), someLines(s.Address)
	switch {
	case s.Name == "":
		return problem("name", "shop.name")
	case s.LoyalDays < 1 || s.LoyalDays > 365:
		return problem("loyalDays", "shop.loyalDays")
	case s.UsualGap < 1 || s.UsualGap > 3650:
		return problem("usualGap", "shop.usualGap")
	case s.Decimals < 0 || s.Decimals > 3:
		return problem("decimals", "shop.decimals")
	case s.Paper != PaperA4 && s.Paper != PaperLetter:
		return problem("paper", "choice")
	case !s.ThankChannel.Valid():
		return problem("thankChannel", "choice")
	}
	return nil
}

// Shop gives the shop and its settings.
func (s *Store) Shop() (Shop, error) {
	var shop Shop
	err := s.db.First(&shop).Error
	return shop, explain(err)
}

// SaveShop stores the shop's details and settings. UID and CreatedAt stay as they are. With other Decimals every
// amount in the file is rewritten to stay worth what it was; where one cannot be, that is a Problem.
func (s *Store) SaveShop(shop *Shop) error {
	work := *shop
	if err := work.Validate(); err != nil {
		return err
	}
	was, err := s.Shop()
	if err != nil {
		return err
	}
	kinds := KindShop
	if work.Decimals != was.Decimals {
		kinds |= KindVisit | KindCustomer | KindThankYou
	}
	return keep(shop, &work, s.change(kinds, func(tx *gorm.DB) error {
		if work.Decimals != was.Decimals {
			if err := rescale(tx, was.Decimals, work.Decimals); err != nil {
				return err
			}
		}
		return tx.Model(&Shop{ID: 1}).Select("*").Omit("id", "uid", "created_at").Updates(&work).Error
	}))
}
