package models

import "slices"

// followers say what the owner did not do by itself when one of the others was done: a promise made by a visit, a
// thank-you made by a referral. The log tells of the others.
var followers = map[Thing][]Thing{
	ThingItem:        {ThingVisit},
	ThingWant:        {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingReferralOut: {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingFollowUp:    {ThingVisit, ThingCustomer, ThingSpecialist},
	ThingThankYou:    {ThingVisit, ThingCustomer, ThingSpecialist, ThingReferralIn, ThingPraise},
	ThingReferralIn:  {ThingVisit, ThingCustomer, ThingSpecialist},
}

// company is what things of one change tell about each other.
type company struct {
	kinds  map[Thing]bool
	merged bool // two cards became one
	named  bool // a thing was renamed, merged into another or parted from it
}

func companyOf(things []*thingChange) company {
	c := company{kinds: map[Thing]bool{}}
	for _, t := range things {
		c.kinds[t.thing] = true
		c.merged, c.named = c.merged || t.merged(), c.named || t.named()
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
	if c.named {
		return t.thing != ThingItem // what was asked for by the name
	}
	return slices.ContainsFunc(followers[t.thing], func(leader Thing) bool { return c.kinds[leader] })
}

// named tells whether a thing that was there got another name, or became a name of another or one of its own again.
func (t *thingChange) named() bool {
	if t.thing != ThingItem || t.own == nil || t.own.Was == nil || t.own.Now == nil {
		return false
	}
	return t.own.Was["name"] != t.own.Now["name"] || t.own.Was.id("merged_into") != t.own.Now.id("merged_into")
}
