package sample

import (
	"fmt"

	"goodturn/models"
)

// deeds are what the shop did between visits: thanked, called, ordered, asked how it went.
func (t *teller) deeds() []event {
	return append(t.visits(t.older()),
		t.earns(700, models.Reward{Kind: models.RewardGift, What: "an inner tube of their choice", Cost: 450}),
		t.thank(1050, "Jürgen Müller", models.ByCard, "For sending Ann"),
		t.thank(690, "Jürgen Müller", models.ByCall, "Rang to say how glad we are of Olu"),
		t.thank(630, "Jürgen Müller", models.ByGift, "A bottle, for sending Dana"),
		t.thank(420, "Ann Hughes", models.ByCard, "For sending Ravi"),
		t.thank(245, "Dana Fox", models.ByCard, "Mrs Grant is a joy"),
		t.thank(186, "Spoke Works", models.ByCall, "Told them how Jonas praises their wheels"),
		t.thank(75, "Ann Hughes", models.ByCard, "For lending out her pump"),
		t.give(600, "Jürgen Müller"), t.give(415, "Ann Hughes"), t.give(240, "Dana Fox"), t.give(150, "Spoke Works"),
		t.thank(4, "Lin Tao", models.ByTelling, "Told her how well it went with Aisha"),
		t.thank(3, "Olu Ade", models.ByCard, "Two friends in a month"),
		t.owe(80, "Ann Hughes", models.ByCard, "Lent her own pump to half the club ride"),
		t.praise(9, "Aisha Noor", models.ByTelling, models.Praise{StaffID: t.staff["Ivy"], Text: "Ivy was wonderful. She never once looked at the clock.", Channel: models.PraiseInPerson}),
		t.owe(7, "Elsie Grant", models.ByCard, "Tenth visit, and a birthday this week"),
		t.owe(5, "Jürgen Müller", models.ByGift, "Sent three people, and never asked for anything"),
		t.praise(3, "Dana Fox", models.ByCall, models.Praise{StaffID: t.staff["Mike"], Text: "Mike heard the noise I could only describe as “sad”, found it in a minute, and would not take a penny.", Channel: models.PraiseReview,
			Rating: 5, MayQuote: true, Link: "https://reviews.example/harbour-cycles/dana"}),
		t.print(6, "Aisha Noor"),
		t.heard(192, "Dana Fox", models.OutcomeSatisfied, "Like new"),
		t.heard(128, "Jürgen Müller", models.OutcomeNotSatisfied, "Lovely paint, three weeks late"),
		t.heard(131, "Ravi Shah", models.OutcomeSatisfied, ""),
		t.heard(90, "Elsie Grant", models.OutcomeSatisfied, "Up the hill without stopping"),
		t.want(79, "Jürgen Müller", models.WantOrdered), t.want(72, "Jürgen Müller", models.WantReady), t.want(66, "Jürgen Müller", models.WantCollected),
		t.want(57, "Dana Fox", models.WantOrdered), t.want(40, "Dana Fox", models.WantCancelled),
		t.want(14, "Ann Hughes", models.WantOrdered),
		t.want(4, "Maria Okafor", models.WantOrdered), t.want(1, "Maria Okafor", models.WantReady),
		t.promised(120, "Ravi Shah", "Ask whether the gears still slip", "All good, he said"),
		t.promised(40, "Ann Hughes", "Ask how the brakes are in the rain", "Silent"),
		t.denied(),
		t.praise(1060, "Jürgen Müller", models.ByCard, models.Praise{StaffID: t.staff["Mike"], Text: "They sent me to a painter rather than sell me a new frame. Where else does that happen?", Channel: models.PraiseReview, Rating: 5, MayQuote: true,
			Link: "https://reviews.example/harbour-cycles/jm", RepliedOn: t.day(-1060)}),
		t.praise(431, "Ann Hughes", models.ByCard, models.Praise{StaffID: t.staff["Mike"], Text: "Nobody listens like Mike does.\nI came for a saddle and left with the right one, a week later.", Channel: models.PraiseLetter, MayQuote: true}),
		t.praise(246, "Dana Fox", models.ByCard, models.Praise{Text: "I bring all my neighbours. You have not let one of them down.", Channel: models.PraiseInPerson, MayQuote: true}),
		t.praise(140, "", "", models.Praise{SaidBy: "M. Carter", Text: "Flat tyre on a Sunday, and they opened the door.", Channel: models.PraiseReview, Rating: 5, MayQuote: true, RepliedOn: t.day(-140)}),
		t.praise(33, "", "", models.Praise{SaidBy: "Theo", StaffID: t.staff["Ivy"], Text: "Ivy explained it three times without a sigh.", Channel: models.PraiseReview, Rating: 4}))
}

// evening is the event that the shop did so many days ago, after the day's visits.
func (t *teller) evening(daysAgo int, what string, do func() error) event {
	return event{at: t.when(daysAgo, 18, 30), what: what, do: do}
}

// due gives what is owed to the customer or specialist of that name.
func (t *teller) due(name string) ([]models.ThankYouID, error) {
	rows, _, err := t.store.ThankYous(models.ThanksFilter{Limit: 100})
	var ids []models.ThankYouID
	for _, row := range rows {
		if row.Name == t.say(name) {
			ids = append(ids, row.ID)
		}
	}
	if err == nil && len(ids) == 0 {
		err = fmt.Errorf("nothing is owed to %s", name)
	}
	return ids, err
}

func (t *teller) thank(daysAgo int, name string, how models.Channel, words string) event {
	return t.evening(daysAgo, "thanking "+name, func() error {
		ids, err := t.due(name)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := t.store.SetThankYouChannel(id, how); err != nil {
				return err
			}
		}
		return t.store.MarkThanked(ids, t.staff["Mike"], t.say(words))
	})
}

// earns has every referral from then on earn that.
func (t *teller) earns(daysAgo int, r models.Reward) event {
	return t.evening(daysAgo, "what a referral earns", func() error {
		shop, err := t.store.Shop()
		if err != nil {
			return err
		}
		shop.ReferralEarns, shop.ReferralReward, shop.ReferralCost = r.Kind, t.say(r.What), t.prices.of(r.Cost)
		return t.store.SaveShop(&shop)
	})
}

// give hands over what the customer or specialist of that name was still to get.
func (t *teller) give(daysAgo int, name string) event {
	return t.evening(daysAgo, "giving "+name+" something", func() error {
		rows, _, err := t.store.ThankYous(models.ThanksFilter{ToGive: true, Limit: 100})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.Name == t.say(name) {
				err = t.store.GiveRewards([]models.ThankYouID{row.ID}, t.store.Today())
			}
		}
		return err
	})
}

func (t *teller) owe(daysAgo int, name string, how models.Channel, what string) event {
	return t.evening(daysAgo, "owing "+name, func() error {
		return t.store.AddThankYou(&models.ThankYou{CustomerID: t.people[name], Channel: how, TalkingPoint: t.say(what)})
	})
}

// praise is what somebody said, and how they are to be thanked; "" is somebody who is not in the book.
func (t *teller) praise(daysAgo int, name string, how models.Channel, p models.Praise) event {
	return t.evening(daysAgo, "praise by "+name, func() error {
		p := t.say.praise(p)
		p.CustomerID = t.people[name]
		if err := t.store.SavePraise(&p); err != nil || name == "" {
			return err
		}
		ids, err := t.due(name)
		if err != nil {
			return err
		}
		return t.store.SetThankYouChannel(ids[len(ids)-1], how)
	})
}

func (t *teller) print(daysAgo int, name string) event {
	return t.evening(daysAgo, "printing the list", func() error {
		ids, err := t.due(name)
		if err != nil {
			return err
		}
		return t.store.MarkPrinted(ids)
	})
}

func (t *teller) heard(daysAgo int, name string, outcome models.Outcome, note string) event {
	return t.evening(daysAgo, "hearing from "+name, func() error {
		card, err := t.store.Card(t.people[name])
		if err != nil {
			return err
		}
		return t.store.HeardBack(card.SentTo[0].ID, outcome, t.say.some(note))
	})
}

func (t *teller) want(daysAgo int, name string, state models.WantState) event {
	return t.evening(daysAgo, "a want of "+name, func() error {
		card, err := t.store.Card(t.people[name])
		if err != nil {
			return err
		}
		return t.store.SetWantState(card.Waiting[0].ID, state)
	})
}

func (t *teller) promised(daysAgo int, name, why, outcome string) event {
	return t.evening(daysAgo, "calling "+name, func() error {
		f := &models.FollowUp{CustomerID: t.people[name], DueOn: t.store.Today(), Why: t.say(why)}
		if err := t.store.SaveFollowUp(f); err != nil {
			return err
		}
		return t.store.FinishFollowUp(f.ID, t.say(outcome))
	})
}

// denied is a referral that turned out to be none.
func (t *teller) denied() event {
	return t.evening(16, "a referral that is none", func() error {
		r := &models.ReferralIn{Referrer: t.referrer("Ravi Shah"), RefereeID: t.people["Maria Okafor"], OnDay: t.day(-18)}
		if err := t.store.SaveReferral(r); err != nil {
			return err
		}
		return t.store.DenyReferral(r.ID, t.say("Saw our window; knows Ravi by chance"))
	})
}
