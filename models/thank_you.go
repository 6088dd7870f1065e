package models

import "gorm.io/gorm"

// ThanksCause is what a thank-you is for.
type ThanksCause string

// The causes of a thank-you.
const (
	ThanksReferral  ThanksCause = "referral"
	ThanksPraise    ThanksCause = "praise"
	ThanksMilestone ThanksCause = "milestone"
	ThanksOther     ThanksCause = "other"
)

// Channel is how a thank-you is given.
type Channel string

// The channels of a thank-you.
const (
	ByCard    Channel = "card"
	ByLetter  Channel = "letter"
	ByCall    Channel = "call"
	ByTelling Channel = "visit" // in person, at their next visit
	ByEmail   Channel = "email"
	ByGift    Channel = "gift"
)

// Channels are all of them, in the order a form offers them.
var Channels = []Channel{ByCard, ByCall, ByTelling, ByGift, ByLetter, ByEmail}

// Valid tells whether c is one of the channels.
func (c Channel) Valid() bool {
	switch c {
	case ByCard, ByLetter, ByCall, ByTelling, ByEmail, ByGift:
		return true
	}
	return false
}

// ThanksState says how far a thank-you has come. Printing never makes one thanked; the owner's own click does.
type ThanksState string

// The states of a thank-you.
const (
	ThanksOwed    ThanksState = "owed"
	ThanksPrinted ThanksState = "printed"
	ThanksThanked ThanksState = "thanked"
	ThanksWaived  ThanksState = "waived"
)

// ThankYou is one thank-you, due or said, to a customer or a specialist.
type ThankYou struct {
	ID           ThankYouID
	CustomerID   CustomerID
	SpecialistID SpecialistID
	Cause        ThanksCause
	CauseID      int64     // the ReferralInID for ThanksReferral, the PraiseID for ThanksPraise; see Milestone for those
	Milestone    Milestone // of ThanksMilestone
	Channel      Channel
	TalkingPoint string
	RewardKind   RewardKind // see Reward
	Reward       string
	Cost         Money
	GivenOn      Day
	Since        Day
	State        ThanksState
	PrintedAt    Moment
	ThankedAt    Moment
	ThankedBy    StaffID
	Words        string
	WaivedReason string
	CreatedAt    Moment
}

// Late tells whether it is due and has been for two weeks and more: a thank-you that comes late is still one, but nobody likes to wait.
func (t *ThankYou) Late(today Day) bool {
	return (t.State == ThanksOwed || t.State == ThanksPrinted) && t.Since <= today.AddDays(-thanksPatient)
}

// oweThanks makes the thank-you due, once for each person and cause (invariant 5); t.ID is 0 where it is there already, or whom we
// would thank has left the books.
func (s *Store) oweThanks(tx *gorm.DB, t *ThankYou) error {
	var have int64
	err := tx.Model(&ThankYou{}).Where("cause = ? AND cause_id = ? AND milestone = ? AND customer_id IS ? AND specialist_id IS ?",
		t.Cause, t.CauseID, t.Milestone, t.CustomerID, t.SpecialistID).Count(&have).Error
	if err != nil || have > 0 {
		return err
	}
	if there, err := inBooks(tx, t.CustomerID, t.SpecialistID); err != nil || !there {
		return err
	}
	var shop Shop
	if err := tx.First(&shop).Error; err != nil {
		return err
	}
	if t.Channel, err = suitableChannel(tx, &shop, t.CustomerID); err != nil {
		return err
	}
	if t.Cause == ThanksReferral {
		r := earnedReward(&shop)
		t.RewardKind, t.Reward, t.Cost = r.Kind, r.What, r.Cost
	}
	t.State, t.CreatedAt = ThanksOwed, MomentOf(s.now())
	if t.Since == "" {
		t.Since = s.Today()
	}
	return tx.Create(t).Error
}

// inBooks tells whether whom we would thank is still in the customer book or among the specialists.
func inBooks(tx *gorm.DB, customer CustomerID, specialist SpecialistID) (there bool, err error) {
	err = tx.Raw("SELECT EXISTS (SELECT 1 FROM customer WHERE id = ? AND deleted_at = 0 AND state = 'active') OR EXISTS (SELECT 1 FROM specialist WHERE id = ? AND deleted_at = 0)",
		int64(customer), int64(specialist)).Row().Scan(&there)
	return there, err
}

// forgetThanks takes away the thank-you of a referral that is not one, unless it was said already or the
// owner has put it aside.
func forgetThanks(tx *gorm.DB, id ReferralInID) error {
	return forgetDue(tx, "cause = 'referral' AND cause_id = ?", int64(id))
}

// forgetDue takes away those that are due of the thank-yous of the condition. One whose reward was given is put aside instead: what it cost
// is not forgotten.
func forgetDue(tx *gorm.DB, condition string, args ...any) error {
	condition += " AND state IN ('owed', 'printed') AND given_on "
	if err := tx.Exec("UPDATE thank_you SET state = 'waived' WHERE "+condition+"<> ''", args...).Error; err != nil {
		return err
	}
	return tx.Exec("DELETE FROM thank_you WHERE "+condition+"= ''", args...).Error
}

// AddThankYou makes a thank-you due for a reason of the owner's own, kept in TalkingPoint. On any error t is as it was.
func (s *Store) AddThankYou(t *ThankYou) error {
	work := ThankYou{CustomerID: t.CustomerID, SpecialistID: t.SpecialistID, Channel: t.Channel, TalkingPoint: someLines(t.TalkingPoint),
		Cause: ThanksOther, State: ThanksOwed, Since: s.Today(), CreatedAt: MomentOf(s.now())}
	reward := t.WithReward()
	if reward.Kind == RewardNone && (reward.What != "" || reward.Cost > 0) {
		reward.Kind = RewardGift
	}
	switch err := reward.tidy(s.Today()); {
	case (work.CustomerID == 0) == (work.SpecialistID == 0):
		return problem("customer", "thanks.whom")
	case work.TalkingPoint == "":
		return problem("talkingPoint", "thanks.what")
	case work.Channel != "" && !work.Channel.Valid():
		return problem("channel", "choice")
	case err != nil:
		return err
	}
	work.RewardKind, work.Reward, work.Cost, work.GivenOn = reward.Kind, reward.What, reward.Cost, reward.GivenOn
	return keep(t, &work, s.change(KindThankYou, func(tx *gorm.DB) (err error) {
		if there, err := inBooks(tx, work.CustomerID, work.SpecialistID); err != nil {
			return err
		} else if !there {
			return ErrNotFound
		}
		if work.Channel == "" {
			var shop Shop
			if err := tx.First(&shop).Error; err != nil {
				return err
			}
			if work.Channel, err = suitableChannel(tx, &shop, work.CustomerID); err != nil {
				return err
			}
		}
		return tx.Create(&work).Error
	}))
}

// SetThankYouChannel chooses how a thank-you that is due will be given.
func (s *Store) SetThankYouChannel(id ThankYouID, channel Channel) error {
	return s.SetThankYouChannels([]ThankYouID{id}, channel)
}

// MarkPrinted notes that the owed ones among ids are on a printed list. It never makes one thanked.
func (s *Store) MarkPrinted(ids []ThankYouID) error {
	return s.change(KindThankYou, func(tx *gorm.DB) error { return s.setPrinted(tx, ids) })
}

// setPrinted is what MarkPrinted does.
func (s *Store) setPrinted(tx *gorm.DB, ids []ThankYouID) error {
	due, err := s.dueAmong(tx, ids)
	if err != nil {
		return err
	}
	return due.Updates(map[string]any{"state": ThanksPrinted, "printed_at": MomentOf(s.now())}).Error
}

// MarkThanked notes that the due ones among ids were said, by whom ("" words and staff 0 where not noted), each
// in the way chosen for it. What comes with them is still to give; see GiveRewards.
func (s *Store) MarkThanked(ids []ThankYouID, by StaffID, words string) error {
	return s.MarkThankedGiving(ids, nil, by, words)
}

// thanksAside are the thank-yous put aside that could still be said: whom they are for is in the books, and whom they
// sent did come through them.
const thanksAside = `t.state = 'waived'
	AND (EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer_id AND c.deleted_at = 0 AND c.state = 'active')
	  OR EXISTS (SELECT 1 FROM specialist p WHERE p.id = t.specialist_id AND p.deleted_at = 0))
	AND (t.cause <> 'referral' OR EXISTS (SELECT 1 FROM referral_in r WHERE r.id = t.cause_id AND r.state = 'approved' AND r.deleted_at = 0))
	AND (t.cause <> 'praise' OR EXISTS (SELECT 1 FROM praise p WHERE p.id = t.cause_id AND p.customer_id = t.customer_id AND p.deleted_at = 0))`

// OweThankYou makes one that was put aside due again, since the day it was due first. ErrNotFound where it is not
// among those put aside.
func (s *Store) OweThankYou(id ThankYouID) error {
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		return updateOne(tx.Table("thank_you AS t").Where("t.id = ? AND "+thanksAside, id), map[string]any{"state": ThanksOwed, "waived_reason": ""})
	})
}

// WaiveThankYou puts a thank-you aside, and why; the same cause makes no other.
func (s *Store) WaiveThankYou(id ThankYouID, reason string) error {
	return s.WaiveThankYous([]ThankYouID{id}, reason)
}
