package modelstest

import "goodturn/models"

// bring records who sent the newcomer, approved by the first visit, and the thank-you that it made due.
func (g *generator) bring(id models.CustomerID, d date, at models.Moment) {
	// Now and then somebody was named first who had sent nobody.
	if g.chance(2) {
		g.refer(oneOf(g, g.seen), 0, id, d.day, false, models.ReferralDenied, "they do not know each other", 0, at)
	}
	referrer, specialist := g.referrer()
	before := g.chance(5)
	approved := at + 300
	referral := g.refer(referrer, specialist, id, d.day, before, models.ReferralApproved, "", approved, at)
	g.chain = id
	g.toCome--
	if !before {
		g.thank(referrer, specialist, referral, d, approved)
	}
}

// referrer is one of those who bring many, the newest who was sent (so that there are long chains), a specialist,
// or anybody who came before; those who come often tell more friends.
func (g *generator) referrer() (models.CustomerID, models.SpecialistID) {
	star := early(g, g.stars)
	switch pick := g.random.IntN(100); {
	case pick < 20 && g.brought[star] < mostBrought:
		g.brought[star]++
		return star, 0
	case pick < 50 && g.chain != 0:
		return g.chain, 0
	case pick < 54:
		return 0, early(g, g.specialists)
	}
	return oneOf(g, g.seen), 0
}

func (g *generator) refer(by models.CustomerID, specialist models.SpecialistID, referee models.CustomerID, day models.Day, before bool,
	state models.ReferralState, denied string, approved, at models.Moment) models.ReferralInID {
	id := models.ReferralInID(g.next("referral_in"))
	g.add("referral_in", id, by, specialist, referee, day, before, state, denied, approved, at)
	return id
}

// praise is something nice that they said, and the thank-you for it: said, unless it is of the last days. Every third is a review.
func (g *generator) praise(v *models.Visit, d date) {
	state, thanked := models.ThanksOwed, models.Moment(0)
	if d.ago > 4 {
		state, thanked = models.ThanksThanked, v.At+3*24*60*60
	}
	id, words := g.next("praise"), praiseWords[int(v.At)%len(praiseWords)]
	channel, stars, replied := models.PraiseInPerson, 0, models.Day("")
	if id%3 == 0 {
		channel, stars = models.PraiseReview, 5
		if d.ago > 10 {
			replied = d.day.AddDays(1)
		}
	}
	g.add("praise", id, v.CustomerID, v.ServedBy, words, models.Fold(words), channel, stars, id%2 == 0, d.day, replied, v.At)
	g.add("thank_you", v.CustomerID, models.SpecialistID(0), models.ThanksPraise, id, models.ByCard, "", d.day,
		state, 0, thanked, v.ServedBy, "", "", v.At, "", "", 0, "")
}

// due is how many of the last thank-yous are still to be said; in a small shop, a twentieth of them.
const due = 200

// thank is a thank-you for a referral: said within three weeks, save the newest, and some put aside for good.
func (g *generator) thank(by models.CustomerID, specialist models.SpecialistID, referral models.ReferralInID, d date, at models.Moment) {
	state, channel := models.ThanksThanked, early(g, models.Channels)
	var printed, thanked models.Moment
	var staff models.StaffID
	words, waived := "", ""
	switch {
	case g.toCome < min(due, max(g.size.Referrals/2/20, 3)):
		state = models.ThanksOwed
		if g.chance(30) {
			state, printed = models.ThanksPrinted, min(at+24*60*60, models.MomentOf(g.now))
		}
	case g.chance(2):
		state, waived = models.ThanksWaived, "a relative"
	default:
		thanked = min(at+models.Moment(1+g.random.IntN(20))*24*60*60, models.MomentOf(g.now))
		staff, words = early(g, g.staff), oneOf(g, thankWords)
	}
	// Every eighth came with something, given when it was said.
	kind, what, cost, given := models.RewardKind(""), "", models.Money(0), models.Day("")
	if thanked > 0 && referral%8 == 0 {
		kind, what, cost, given = models.RewardGift, "coffee beans", 6_50, models.DayOf(thanked.In(g.now.Location()))
	}
	g.add("thank_you", by, specialist, models.ThanksReferral, referral, channel, "", d.day, state, printed, thanked, staff, words, waived, at, kind, what, cost, given)
}
