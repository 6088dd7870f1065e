package models

import (
	"gorm.io/gorm"
)

// Milestone is the sort of a thank-you for a milestone. Each is made where the shop's settings ask for it, and all are off at first.
type Milestone string

// The milestones. The CauseID of a thank-you for one is how many visits, how many years, or the year of the birthday.
const (
	MilestoneNone     Milestone = ""
	MilestoneVisits   Milestone = "visits"
	MilestoneYears    Milestone = "years"
	MilestoneBirthday Milestone = "birthday" // noted once something is done about it; see birthdayThanks
)

// reach is how far a customer has come: on how many days they were here, and for how many years they have come, to their last visit. What
// an old program counted before this book counts as well.
type reach struct{ visits, years int }

// reachOf counts it.
func reachOf(tx *gorm.DB, id CustomerID) (r reach, err error) {
	if id == 0 {
		return r, nil
	}
	var first, last Day
	err = tx.Raw(`SELECT ifnull(n, 0) + ifnull(e.visit_n, 0), ifnull(min(nullif(v.first, ''), ifnull(nullif(e.first_on, ''), v.first)), ''), ifnull(v.last, '')
		FROM (SELECT count(DISTINCT day) AS n, min(day) AS first, max(day) AS last FROM visit
		  WHERE customer_id = @id AND state = 'completed' AND deleted_at = 0) v LEFT JOIN earlier e ON e.id = @id`, map[string]any{"id": id}).Row().Scan(&r.visits, &first, &last)
	if first != "" && last != "" {
		r.years = wholeYears(first, last)
	}
	return r, err
}

// wholeYears is how many birthdays of the first day there are up to the last. That of 29 February is on 1 March where the year has no other.
func wholeYears(first, last Day) int {
	years := yearOf(last) - yearOf(first)
	if string(last)[5:] < string(first)[5:] {
		years--
	}
	return max(years, 0)
}

func yearOf(day Day) (year int) {
	for _, digit := range string(day)[:4] {
		year = 10*year + int(digit-'0')
	}
	return year
}

// oweMilestones makes the thank-yous due for what the customer has reached since before, for each the furthest only: who comes back after
// years is not thanked five times.
func (s *Store) oweMilestones(tx *gorm.DB, id CustomerID, before reach) error {
	if id == 0 {
		return nil
	}
	var shop Shop
	if err := tx.First(&shop).Error; err != nil || shop.MilestoneVisits == 0 && shop.MilestoneYears == 0 {
		return err
	}
	now, err := reachOf(tx, id)
	if err != nil {
		return err
	}
	for _, m := range []struct {
		milestone          Milestone
		every, before, now int
	}{{MilestoneVisits, shop.MilestoneVisits, before.visits, now.visits}, {MilestoneYears, shop.MilestoneYears, before.years, now.years}} {
		if m.every == 0 || m.now/m.every <= m.before/m.every {
			continue
		}
		t := ThankYou{CustomerID: id, Cause: ThanksMilestone, Milestone: m.milestone, CauseID: int64(m.now / m.every * m.every)}
		if err := s.oweThanks(tx, &t); err != nil {
			return err
		}
	}
	return nil
}

// forgetMilestones takes away the thank-yous for what the customer has not reached any more, unless they were said or put aside.
func (s *Store) forgetMilestones(tx *gorm.DB, id CustomerID) error {
	var there bool
	err := tx.Raw("SELECT EXISTS (SELECT 1 FROM thank_you WHERE customer_id = ? AND cause = 'milestone' AND state IN ('owed', 'printed'))", id).Row().Scan(&there)
	if err != nil || !there {
		return err
	}
	now, err := reachOf(tx, id)
	if err != nil {
		return err
	}
	return forgetDue(tx, "customer_id = ? AND cause = 'milestone' AND (milestone = 'visits' AND cause_id > ? OR milestone = 'years' AND cause_id > ?)", id, now.visits, now.years)
}

// settleVisits makes all that rests on the visits of a customer follow from them: how far their referral has come, and which milestones
// they have reached no more.
func (s *Store) settleVisits(tx *gorm.DB, id CustomerID) error {
	if err := s.settleReferral(tx, id); err != nil || id == 0 {
		return err
	}
	return s.forgetMilestones(tx, id)
}
