package models

import "gorm.io/gorm"

// suitableChannel is how a thank-you to the customer, or for 0 to a specialist, is best given; see suits.
func suitableChannel(tx *gorm.DB, shop *Shop, id CustomerID) (Channel, error) {
	if id == 0 {
		return shop.ThankChannel, nil
	}
	var c Customer
	err := tx.Preload("Contacts").Where("id = ?", id).First(&c).Error
	if err != nil {
		return "", err
	}
	return suits(shop.ThankChannel, waysOpen{by: c.ReachBy, noPost: c.NoPost, noPhone: c.NoPhone, noEmail: c.NoEmail,
		phone: c.Phone() != "", email: c.Email() != ""}), nil
}

// waysOpen is how somebody can be reached, and likes to be.
type waysOpen struct {
	by                       ReachBy
	noPost, noPhone, noEmail bool // they asked us to leave that out
	phone, email             bool // the book has one
}

// allows tells whether that way is open. A card can be handed over where the book has no address.
func (r waysOpen) allows(channel Channel) bool {
	switch channel {
	case ByCard, ByLetter:
		return !r.noPost
	case ByCall:
		return !r.noPhone && r.phone
	case ByEmail:
		return !r.noEmail && r.email
	}
	return true
}

// suits is how somebody is thanked best: as they like to be reached, else in the shop's usual way, else in the next way they
// have not asked us to leave out. What is left in the end is to say it when they come.
func suits(usual Channel, r waysOpen) Channel {
	liked := map[ReachBy]Channel{LikesPost: ByCard, LikesPhone: ByCall, LikesEmail: ByEmail, LikesPerson: ByTelling}[r.by]
	if r.by == LikesPost && usual == ByLetter {
		liked = ByLetter
	}
	for _, channel := range []Channel{liked, usual, ByCard, ByCall, ByEmail} {
		if channel != "" && r.allows(channel) {
			return channel
		}
	}
	return ByTelling
}
