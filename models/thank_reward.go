package models

import "gorm.io/gorm"

// RewardKind is what somebody gets beside the thank-you.
type RewardKind string

// The kinds of reward; RewardNone is nothing but the thank-you.
const (
	RewardNone     RewardKind = ""
	RewardCard     RewardKind = "card"
	RewardGift     RewardKind = "gift"
	RewardMoneyOff RewardKind = "money_off"
)

// RewardKinds are all of them, in the order a form offers them.
var RewardKinds = []RewardKind{RewardNone, RewardCard, RewardGift, RewardMoneyOff}

// Valid tells whether k is one of the kinds.
func (k RewardKind) Valid() bool {
	switch k {
	case RewardNone, RewardCard, RewardGift, RewardMoneyOff:
		return true
	}
	return false
}

// Reward is what a thank-you comes with. It is tracked until it was given, which has nothing to do with whether the thank-you was said.
type Reward struct {
	Kind    RewardKind
	What    string // in the owner's words; may be ""
	Cost    Money  // what it costs the shop
	GivenOn Day    // "" while it was not given
}

// WithReward gives what the thank-you comes with.
func (t *ThankYou) WithReward() Reward { return Reward{t.RewardKind, t.Reward, t.Cost, t.GivenOn} }

// ToGive tells whether there is a reward that was not given yet.
func (t *ThankYou) ToGive() bool {
	return t.RewardKind != RewardNone && t.GivenOn == "" && t.State != ThanksWaived
}

// tidy gives the Problem of the first field that cannot be kept. Nothing has neither words nor a cost.
func (r *Reward) tidy(today Day) error {
	r.What = someLines(r.What)
	switch {
	case !r.Kind.Valid():
		return problem("rewardKind", "choice")
	case r.Cost < 0:
		return problem("cost", "money.negative")
	case !r.GivenOn.Valid():
		return problem("givenOn", "date")
	case r.GivenOn > today:
		return problem("givenOn", "date.ahead")
	case r.Kind == RewardNone:
		*r = Reward{}
	}
	return nil
}

// SetReward changes what a thank-you comes with, also one that was said. ErrNotFound where it was put aside.
func (s *Store) SetReward(id ThankYouID, r Reward) error {
	if err := r.tidy(s.Today()); err != nil {
		return err
	}
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		ids, err := s.noted(tx, []ThankYouID{id})
		if err != nil {
			return err
		}
		return updateOne(tx.Model(&ThankYou{}).Where("id IN ? AND state <> 'waived'", ids),
			map[string]any{"reward_kind": r.Kind, "reward": r.What, "cost": r.Cost, "given_on": r.GivenOn})
	})
}

// GiveRewards notes that the rewards of ids that were still to give were given on a day that is not to come. ErrNotFound where none was.
func (s *Store) GiveRewards(ids []ThankYouID, on Day) error {
	switch {
	case on == "" || !on.Valid():
		return problem("givenOn", "date")
	case on > s.Today():
		return problem("givenOn", "date.ahead")
	}
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		return updateOne(tx.Table("thank_you AS t").Where("t.id IN ? AND "+rewardsToGive, ids), map[string]any{"given_on": on})
	})
}

// rewardsToGive, which has an index of its own, are those of the thank-yous t that somebody in the books still waits for, whether or not the thank-you was said.
const rewardsToGive = `t.reward_kind <> '' AND t.given_on = '' AND t.state <> 'waived'
	AND (EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer_id AND c.deleted_at = 0 AND c.state = 'active')
	  OR EXISTS (SELECT 1 FROM specialist p WHERE p.id = t.specialist_id AND p.deleted_at = 0))`

// countGives counts the rewards still to give of thank-yous that were said, but those put off.
func (s *Store) countGives() (n int, err error) {
	err = s.db.Raw("SELECT count(*) FROM thank_you t WHERE +t.state = 'thanked' AND "+rewardsToGive+" AND "+awake(SnoozeThank, "t.id"),
		map[string]any{"today": s.Today()}).Row().Scan(&n)
	return n, err
}

// earnedReward gives what the shop gives for a referral.
func earnedReward(shop *Shop) Reward {
	if shop.ReferralEarns == RewardNone {
		return Reward{}
	}
	return Reward{Kind: shop.ReferralEarns, What: shop.ReferralReward, Cost: shop.ReferralCost}
}
