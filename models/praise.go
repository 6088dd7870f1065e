package models

import (
	"errors"
	"strings"

	"gorm.io/gorm"
)

// PraiseChannel is where somebody praised the shop.
type PraiseChannel string

// The channels of praise.
const (
	PraiseInPerson PraiseChannel = "in_person"
	PraiseLetter   PraiseChannel = "letter" // or an e-mail
	PraiseReview   PraiseChannel = "review" // for all to read
	PraiseOther    PraiseChannel = "other"
)

// PraiseChannels are all of them, in the order a form offers them.
var PraiseChannels = []PraiseChannel{PraiseInPerson, PraiseReview, PraiseLetter, PraiseOther}

// Valid tells whether c is one of the channels.
func (c PraiseChannel) Valid() bool {
	return c == PraiseInPerson || c == PraiseLetter || c == PraiseReview || c == PraiseOther
}

// Praise is something nice that somebody said about the shop, word for word.
type Praise struct {
	ID         PraiseID
	CustomerID CustomerID // 0 for somebody who is not in the book
	SaidBy     string     // the name it is signed with, where there is no customer; "" for nobody knows who
	StaffID    StaffID    // whom it names
	Text       string
	TextKey    string
	Channel    PraiseChannel
	Rating     int // stars, 1 to 5; 0 for none
	MayQuote   bool
	Link       string // where a review can be read
	OnDay      Day    // the day they said it; "" is today
	RepliedOn  Day    // the day it was answered
	CreatedAt  Moment
	DeletedAt  Moment

	NewCustomer *Customer `gorm:"-"`          // in: who said it, where they are added in the same breath
	Draft       string    `gorm:"-" json:"-"` // the name of the draft it was typed in, dropped as it is stored; "" for none
}

// maxPraise is how long praise may be: a letter, and no book.
const maxPraise = 20_000

// Validate tidies blanks, and gives the Problem of the first field that cannot be kept.
func (p *Praise) Validate() error {
	p.tidy()
	switch {
	case Fold(p.Text) == "":
		return problem("text", "praise.text")
	case len(p.Text) > maxPraise:
		return problem("text", "tooLong")
	case len(p.SaidBy) > maxName:
		return problem("customer", "tooLong")
	case !p.Channel.Valid():
		return problem("channel", "choice")
	case p.Rating < 0 || p.Rating > 5:
		return problem("rating", "choice")
	case p.Link != "" && !isLink(p.Link):
		return problem("link", "praise.link")
	case p.OnDay == "" || !p.OnDay.Valid():
		return problem("onDay", "date")
	case !p.RepliedOn.Valid():
		return problem("repliedOn", "date")
	}
	return nil
}

// happened gives the Problem of a day that is still to come: what is said tomorrow moves nobody up the ladder today.
func (p *Praise) happened(today Day) error {
	switch {
	case p.OnDay > today:
		return problem("onDay", "date.ahead")
	case p.RepliedOn > today:
		return problem("repliedOn", "date.ahead")
	}
	return nil
}

func (p *Praise) tidy() {
	p.Text, p.SaidBy, p.Link = someLines(p.Text), oneLine(p.SaidBy), oneLine(p.Link)
	if p.CustomerID != 0 || p.NewCustomer != nil {
		p.SaidBy = "" // the card has the name
	}
	if p.TextKey = joined([]string{Fold(p.Text), Fold(p.SaidBy)}); p.Text == wordsErased {
		p.TextKey = ""
	}
}

// wordsErased stands where the words of somebody stood who was erased.
const wordsErased = "-"

// isLink tells whether a browser could open it, as it is or with "https://" before it.
func isLink(text string) bool {
	return len(text) <= 2*maxName && !strings.ContainsAny(text, " <>\"") && strings.Contains(text, ".")
}

// praiseKinds are what a change of praise touches.
const praiseKinds = KindPraise | KindCustomer | KindThankYou

// SavePraise records praise, or changes it, and settles its thank-you in the same transaction: whoever is in the book and
// said it is thanked once. On any error p is as it was.
func (s *Store) SavePraise(p *Praise) error {
	work := *p
	work.NewCustomer = p.NewCustomer.clone()
	if work.OnDay == "" {
		work.OnDay = s.Today()
	}
	return keep(p, &work, s.change(praiseKinds, func(tx *gorm.DB) error {
		if err := work.Validate(); err != nil {
			return err
		}
		if err := work.happened(s.Today()); err != nil {
			return err
		}
		if work.NewCustomer != nil {
			if err := s.saveCustomer(tx, work.NewCustomer); err != nil {
				return under("newCustomer", err)
			}
			work.CustomerID, work.NewCustomer = work.NewCustomer.ID, nil
		}
		if err := s.takePraise(tx, &work); err != nil {
			return err
		}
		if err := putRow(tx, &work, work.ID, notDeleted); err != nil {
			return err
		}
		if err := s.settlePraise(tx, work.ID); err != nil || work.Draft == "" {
			return err
		}
		return dropDraft(tx, work.Draft) // a power cut after this would offer what is stored again
	}))
}

// takePraise gives the praise what is not the form's to say, from how it is stored. Only who is in the book can be said to have
// said it anew, and what is left of somebody who was erased is nobody's to change.
func (s *Store) takePraise(tx *gorm.DB, p *Praise) error {
	if p.ID == 0 {
		p.CreatedAt = MomentOf(s.now())
		return inBook(tx, p.CustomerID)
	}
	var was Praise
	if err := oneRow(tx.Where("id = ? AND deleted_at = 0", p.ID).Limit(1).Find(&was)); err != nil {
		return err
	}
	p.CreatedAt = was.CreatedAt
	var erased int64
	if err := tx.Model(&Customer{}).Where("id = ? AND state = 'erased'", was.CustomerID).Count(&erased).Error; err != nil {
		return err
	}
	switch {
	case erased > 0:
		return problem("customer", "praise.erased")
	case p.CustomerID != was.CustomerID:
		return inBook(tx, p.CustomerID)
	}
	return nil
}

// Praise gives one thing that was said, or ErrNotFound.
func (s *Store) Praise(id PraiseID) (*Praise, error) {
	var p Praise
	err := s.db.Where("id = ? AND deleted_at = 0", id).First(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	return &p, explain(err)
}

// DeletePraise takes praise out, with a thank-you for it that was not said yet. ErrNotFound where there is none.
func (s *Store) DeletePraise(id PraiseID) error {
	return s.change(praiseKinds, func(tx *gorm.DB) error {
		err := updateOne(tx.Model(&Praise{}).Where("id = ? AND deleted_at = 0", id), map[string]any{"deleted_at": MomentOf(s.now())})
		if err != nil {
			return err
		}
		return s.settlePraise(tx, id)
	})
}

// ReplyToPraise notes on which day a review was answered; "" that it was not yet. ErrNotFound where there is none.
func (s *Store) ReplyToPraise(id PraiseID, on Day) error {
	switch {
	case !on.Valid():
		return problem("repliedOn", "date")
	case on > s.Today():
		return problem("repliedOn", "date.ahead")
	}
	return s.change(KindPraise, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Praise{}).Where("id = ? AND deleted_at = 0", id), map[string]any{"replied_on": on})
	})
}

// settlePraise makes the thank-you follow from the praise: whoever said it is owed one while it stands and they are in the book.
// One that was said, or put aside, stays as it is.
func (s *Store) settlePraise(tx *gorm.DB, id PraiseID) error {
	if err := forgetDue(tx, "cause = 'praise' AND cause_id = ? AND "+noPraise, int64(id)); err != nil {
		return err
	}
	var p Praise
	if err := tx.Where("id = ?", id).Take(&p).Error; err != nil {
		return err
	}
	if p.DeletedAt != 0 || p.CustomerID == 0 {
		return nil
	}
	return s.oweThanks(tx, &ThankYou{CustomerID: p.CustomerID, Cause: ThanksPraise, CauseID: int64(id)})
}

// settleUnpraised settles the praise of the customers that nobody thanked them for: nothing becomes due to somebody who is not
// in the book.
func (s *Store) settleUnpraised(tx *gorm.DB, ids []CustomerID) error {
	var open []PraiseID
	err := tx.Raw(`SELECT p.id FROM praise p WHERE p.customer_id IN (SELECT value FROM json_each(?)) AND p.deleted_at = 0
		AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'praise' AND t.cause_id = p.id AND t.customer_id = p.customer_id) ORDER BY p.id`, jsonIDs(ids)).Scan(&open).Error
	for i := 0; err == nil && i < len(open); i++ {
		err = s.settlePraise(tx, open[i])
	}
	return err
}
