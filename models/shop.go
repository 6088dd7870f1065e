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

	ReferralEarns  RewardKind // what a referral earns beside the thank-you
	ReferralReward string     // that in the owner's words
	ReferralCost   Money      // what one costs the shop

	MilestoneVisits   int  // every so many visit days are thanked for; 0 is off
	MilestoneYears    int  // every so many years with the shop; 0 is off
	MilestoneBirthday bool // birthdays are thanked for, and not only told of

	CreatedAt Moment
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
	return s.validateThanks()
}

// validateThanks is the part of Validate about what is given and thanked for.
func (s *Shop) validateThanks() error {
	s.ReferralReward = oneLine(s.ReferralReward)
	switch {
	case !s.ReferralEarns.Valid():
		return problem("referralEarns", "choice")
	case len(s.ReferralReward) > maxName:
		return problem("referralReward", "tooLong")
	case s.ReferralCost < 0:
		return problem("referralCost", "money.negative")
	case s.MilestoneVisits < 0 || s.MilestoneVisits > 1000:
		return problem("milestoneVisits", "shop.milestoneVisits")
	case s.MilestoneYears < 0 || s.MilestoneYears > 50:
		return problem("milestoneYears", "shop.milestoneYears")
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
	if work.MilestoneBirthday != was.MilestoneBirthday {
		kinds |= KindThankYou
	}
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
