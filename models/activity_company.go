package models

import "slices"

// followers say what the owner did not do by itself when one of the others was done: a promise made by a visit, a
// thank-you made by a referral. The log tells of the others.
var followers = map[Thing][]Thing{
	ThingItem:        {ThingVisit},
	ThingWant:        {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingReferralOut: {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingFollowUp:    {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingThankYou:    {ThingVisit, ThingCustomer, ThingSpecialist, ThingReferralIn},
	ThingReferralIn:  {ThingVisit, ThingCustomer, ThingSpecialist},
}

// company is what things of one change tell about each other.
type company struct {
	kinds  map[Thing]bool
	merged bool // two cards became one
}

func companyOf(things []*thingChange) company {
	c := company{kinds: map[Thing]bool{}}
	for _, t := range things {
		c.kinds[t.thing] = true
		c.merged = c.merged || t.merged()
	}
	return c
}

// tookAlong tells whether the thing only went along with others. That somebody was sent is told even when the visit they
// came to is told as well: the owner said so.
func (c company) tookAlong(t *thingChange) bool {
	said := t.event() == Added || t.event() == Removed
	if t.thing == ThingReferralIn && said {
		return false
	}
	if c.merged {
		return t.thing != ThingCustomer // what moved from one card to the other
	}
	return slices.ContainsFunc(followers[t.thing], func(leader Thing) bool { return c.kinds[leader] })
}
