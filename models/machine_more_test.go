package models_test

import (
	"goodturn/models"

	"pgregory.net/rapid"
)

func (m *machine) refer(t *rapid.T) error {
	r := &models.ReferralIn{Referrer: m.referrer(t), RefereeID: pick[models.Customer](m, t, "customer"), OnDay: m.cameOn(t),
		FromBefore: seldom(t, "from before", 4), Note: word(t, "note")}
	if seldom(t, "new referee", 2) { // few of those in the book are still nobody's
		r.Referee = m.person(t)
	}
	return m.store.SaveReferral(r)
}

// cameOn is a day on which somebody may have been sent; a few are none, or still to come.
func (m *machine) cameOn(t *rapid.T) models.Day {
	return mostly(t, "day", "2026-02-30", "", m.store.Today(), m.store.Today().AddDays(within(t, "days", -9, 1)))
}

func (m *machine) changeReferral(t *rapid.T) error {
	r, err := m.store.ReferralIn(pick[models.ReferralIn](m, t, "referral_in"))
	if err != nil {
		return err
	}
	switch within(t, "change", 0, 3) {
	case 0:
		r.Referrer = m.referrer(t)
	case 1:
		r.RefereeID = pick[models.Customer](m, t, "customer")
	case 2:
		r.FromBefore = !r.FromBefore
	}
	r.Note = word(t, "note")
	return m.store.SaveReferral(r)
}

func (m *machine) deny(t *rapid.T) error {
	return m.store.DenyReferral(pick[models.ReferralIn](m, t, "referral_in"), word(t, "reason"))
}

func (m *machine) deleteReferral(t *rapid.T) error {
	return m.store.DeleteReferral(pick[models.ReferralIn](m, t, "referral_in"))
}

func (m *machine) oweThanks(t *rapid.T) error {
	thanks := &models.ThankYou{CustomerID: pick[models.Customer](m, t, "customer"), TalkingPoint: word(t, "what for")}
	if rapid.Bool().Draw(t, "specialist") {
		thanks.CustomerID, thanks.SpecialistID = 0, pick[models.Specialist](m, t, "specialist")
	}
	return m.store.AddThankYou(thanks)
}

// thankYou is one of them, or a birthday that may be one.
func (m *machine) thankYou(t *rapid.T) models.ThankYouID {
	if seldom(t, "birthday", 4) {
		return models.ThankYouID(-pick[models.Customer](m, t, "customer"))
	}
	return pick[models.ThankYou](m, t, "thank_you")
}

// print marks as printed; nobody is thanked by it.
func (m *machine) print(t *rapid.T) error {
	const thanked = "SELECT count(*) FROM thank_you WHERE state = 'thanked'"
	before := one[int](t, m.db, thanked)
	err := m.store.MarkPrinted([]models.ThankYouID{m.thankYou(t), m.thankYou(t)})
	if now := one[int](t, m.db, thanked); now != before {
		t.Errorf("printing thanked %d", now-before)
	}
	return err
}

// cameOut notes what came out on labels: nobody is thanked by it, and the drawer has what is left of the sheet or nothing of it.
func (m *machine) cameOut(t *rapid.T) error {
	const thanked = "SELECT count(*) FROM thank_you WHERE state = 'thanked'"
	before := one[int](t, m.db, thanked)
	used := &models.SheetUsed{Full: seldom(t, "full", 3), Left: models.LabelLeft{Kind: "L7160", Name: evenly(t, "name", names...), Used: "[1,2]"}}
	if seldom(t, "from the drawer", 2) {
		used.Left.ID = pick[models.LabelLeft](m, t, "label_left")
	}
	err := m.store.CameOut([]models.ThankYouID{m.thankYou(t), m.thankYou(t)}, used)
	if now := one[int](t, m.db, thanked); now != before {
		t.Errorf("labels thanked %d", now-before)
	}
	if err == nil && !used.Full && used.Left.ID == 0 {
		t.Error("the sheet does not know its place in the drawer")
	}
	if err == nil && used.Full && one[int](t, m.db, "SELECT count(*) FROM label_left WHERE id = ?", used.Left.ID) > 0 {
		t.Error("a sheet that is used up lies in the drawer")
	}
	return err
}

func (m *machine) thank(t *rapid.T) error {
	return m.store.MarkThanked([]models.ThankYouID{m.thankYou(t), m.thankYou(t)}, perhaps[models.Staff](m, t, "staff"), word(t, "words"))
}

func (m *machine) waive(t *rapid.T) error {
	return m.store.WaiveThankYous([]models.ThankYouID{m.thankYou(t), m.thankYou(t)}, word(t, "why"))
}

func (m *machine) channel(t *rapid.T) error {
	return m.store.SetThankYouChannels([]models.ThankYouID{m.thankYou(t), m.thankYou(t)}, mostly(t, "channel", "pigeon", models.Channels...))
}

func (m *machine) staff(t *rapid.T) error {
	id := pick[models.Staff](m, t, "staff")
	switch within(t, "staff", 0, 3) {
	case 0:
		return m.store.StaffLeaves(id)
	case 1:
		return m.store.StaffReturns(id)
	case 2:
		return m.store.SaveStaff(&models.Staff{ID: id, Name: evenly(t, "name", names...)})
	}
	return m.store.SaveStaff(&models.Staff{Name: evenly(t, "name", names...)})
}

func (m *machine) specialist(t *rapid.T) error {
	p := &models.Specialist{Name: evenly(t, "name", names...), Trades: word(t, "trades"), Phone: mostly(t, "phone", phones[0], phones[1:]...)}
	if rapid.Bool().Draw(t, "edit") {
		p.ID = pick[models.Specialist](m, t, "specialist")
	}
	return m.store.SaveSpecialist(p)
}

func (m *machine) deleteSpecialist(t *rapid.T) error {
	return m.store.DeleteSpecialist(pick[models.Specialist](m, t, "specialist"))
}

func (m *machine) source(t *rapid.T) error {
	if rapid.Bool().Draw(t, "delete") {
		return m.store.DeleteSource(pick[models.Source](m, t, "source"))
	}
	return m.store.SaveSource(&models.Source{ID: perhaps[models.Source](m, t, "source"), Name: evenly(t, "name", names...),
		Kind: mostly(t, "kind", "luck", models.SourceBought, models.SourceOther)})
}

func (m *machine) shop(t *rapid.T) error {
	shop, err := m.store.Shop()
	if err != nil {
		return err
	}
	shop.Name, shop.Address = evenly(t, "name", names...), word(t, "address")
	shop.LoyalDays = within(t, "loyal days", 0, 366)
	shop.ReferralEarns, shop.ReferralReward = mostly(t, "earns", "a car", models.RewardKinds...), word(t, "reward")
	shop.ReferralCost = models.Money(within(t, "cost", -1, 20))
	shop.MilestoneVisits, shop.MilestoneYears, shop.MilestoneBirthday = within(t, "visits", -1, 4), within(t, "years", -1, 2), rapid.Bool().Draw(t, "birthdays")
	return m.store.SaveShop(&shop)
}

func (m *machine) want(t *rapid.T) error {
	id := pick[models.Want](m, t, "want")
	if rapid.Bool().Draw(t, "due") {
		return m.store.SetWantDue(id, day(t))
	}
	return m.store.SetWantState(id, evenly(t, "state", models.WantRequested, models.WantOrdered, models.WantReady,
		models.WantNotified, models.WantCollected, models.WantCancelled))
}

func (m *machine) followUp(t *rapid.T) error {
	return m.store.SaveFollowUp(&models.FollowUp{CustomerID: pick[models.Customer](m, t, "customer"), DueOn: dayNamed(t), Why: word(t, "why")})
}

func (m *machine) closeFollowUp(t *rapid.T) error {
	id := pick[models.FollowUp](m, t, "follow_up")
	switch within(t, "how", 0, 2) {
	case 0:
		return m.store.FinishFollowUp(id, word(t, "outcome"))
	case 1:
		return m.store.SkipFollowUp(id)
	}
	return m.store.SnoozeFollowUp(id, dayNamed(t))
}

func (m *machine) heardBack(t *rapid.T) error {
	id := pick[models.ReferralOut](m, t, "referral_out")
	if rapid.Bool().Draw(t, "later") {
		return m.store.SnoozeReferralOut(id, dayNamed(t))
	}
	return m.store.HeardBack(id, mostly(t, "outcome", "shrug", models.OutcomeSatisfied, models.OutcomeNotSatisfied, models.OutcomeDidNotGo), word(t, "note"))
}
