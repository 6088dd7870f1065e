package models_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// bad is one thing the owner may type that cannot be kept, and where the sentence about it must stand.
type bad struct {
	what, field, key string
	form             form
}

// form fills in a form and gives what saves it.
type form func() (filled any, save func(*models.Store) error)

// save gives the form that holds the row.
func save[T any](row T, save func(*models.Store, *T) error) form {
	return func() (any, func(*models.Store) error) {
		filled := row
		return &filled, func(s *models.Store) error { return save(s, &filled) }
	}
}

func customer(c models.Customer) form { return save(c, (*models.Store).SaveCustomer) }

func contact(kind models.ContactKind, value string) form {
	return func() (any, func(*models.Store) error) {
		return customer(models.Customer{Name: "Bob", Contacts: []models.Contact{{Kind: kind, Value: value}}})()
	}
}

// visit makes a good visit bad.
func visit(spoil func(*models.VisitEntry)) form {
	return func() (any, func(*models.Store) error) {
		e := models.VisitEntry{Visit: models.Visit{CustomerID: 1, At: 1795256640, Requests: []models.Request{{Item: "tube"}}}}
		spoil(&e)
		return save(e, (*models.Store).SaveVisit)()
	}
}

// offer logs that a tube was not there and what was offered instead.
func offer(a models.Alternative) form {
	return visit(func(e *models.VisitEntry) {
		e.Visit.Requests[0].Reason, e.Visit.Requests[0].Alternatives = models.ReasonPrice, []models.Alternative{a}
	})
}

// only is for what is done without a form.
func only(do func(*models.Store) error) form {
	return func() (any, func(*models.Store) error) { return nil, do }
}

func badInput() []bad {
	long := strings.Repeat("x", 1001)
	return []bad{
		{"nobody", "name", "customer.nameOrPhone", customer(models.Customer{Name: " \t\u200b "})},
		{"an e-mail alone", "name", "customer.nameOrPhone", customer(models.Customer{Contacts: []models.Contact{{Kind: models.ContactEmail, Value: "a@b"}}})},
		{"a letter for a name", "name", "tooLong", customer(models.Customer{Name: long})},
		{"a letter for a preferred name", "preferredName", "tooLong", customer(models.Customer{Name: "Bob", PreferredName: long})},
		{"a phone without a number", "phone", "customer.phone", contact(models.ContactPhone, "ring me")},
		{"two digits", "phone", "customer.phone", contact(models.ContactPhone, "12")},
		{"an e-mail without @", "email", "customer.email", contact(models.ContactEmail, "ann.example")},
		{"an e-mail with nobody", "email", "customer.email", contact(models.ContactEmail, "@example")},
		{"an e-mail with a blank", "email", "customer.email", contact(models.ContactEmail, "a n@example")},
		{"a fax", "contact", "choice", contact("fax", "0171 555")},
		{"30 February", "birthday", "date", customer(models.Customer{Name: "Bob", Birthday: "1990-02-30"})},
		{"a birthday without a day", "birthday", "date", customer(models.Customer{Name: "Bob", Birthday: "--"})},
		{"a birthday in words", "birthday", "date", customer(models.Customer{Name: "Bob", Birthday: "in May"})},
		{"a note of no day", "remember", "date", customer(models.Customer{Name: "Bob", Remember: []models.Remember{{Text: "x", NotedOn: "2026-13-01"}}})},
		{"a state that is none", "state", "choice", customer(models.Customer{Name: "Bob", State: "asleep"})},

		{"no time", "at", "date", visit(func(e *models.VisitEntry) { e.Visit.At = 0 })},
		{"before 1970", "at", "date", visit(func(e *models.VisitEntry) { e.Visit.At = -1 })},
		{"the year 20000", "at", "date", visit(func(e *models.VisitEntry) { e.Visit.At = 568971820800 })},
		{"an amount below nothing", "amount", "money.negative", visit(func(e *models.VisitEntry) { e.Visit.Amount = -1 })},
		{"a channel that is none", "channel", "choice", visit(func(e *models.VisitEntry) { e.Visit.Channel = "smoke" })},
		{"left in a way that is none", "howLeft", "choice", visit(func(e *models.VisitEntry) { e.Visit.HowLeft = "backwards" })},
		{"a visit in no state", "state", "choice", visit(func(e *models.VisitEntry) { e.Visit.State = "lost" })},
		{"a follow-up on no day", "followUpOn", "date", visit(func(e *models.VisitEntry) { e.FollowUpOn = "soon" })},
		{"a follow-up with nobody", "customer", "customer.neededToTell", visit(func(e *models.VisitEntry) { e.Visit.CustomerID, e.FollowUpOn = 0, "2026-12-01" })},
		{"nobody was sent", "customer", "customer.neededForReferral", visit(func(e *models.VisitEntry) { e.Visit.CustomerID, e.BroughtBy.CustomerID = 0, 1 })},
		{"nobody asked for nothing", "requests.0.item", "visit.empty", visit(func(e *models.VisitEntry) { e.Visit = models.Visit{At: 1} })},
		{"a new customer without a name", "newCustomer.name", "customer.nameOrPhone", visit(func(e *models.VisitEntry) { e.NewCustomer = &models.Customer{} })},
		{"a new referrer without a name", "broughtBy.name", "customer.nameOrPhone", visit(func(e *models.VisitEntry) { e.BroughtBy.New = &models.Customer{} })},
		{"sent by themselves", "broughtBy", "referral.self", visit(func(e *models.VisitEntry) { e.BroughtBy.CustomerID = 1 })},
		{"a request for nothing", "requests.0.item", "request.item", visit(func(e *models.VisitEntry) { e.Visit.Requests[0].Item = " " })},
		{"a request for a letter", "requests.0.item", "tooLong", visit(func(e *models.VisitEntry) { e.Visit.Requests[0].Item = long })},
		{"fewer than none", "requests.0.quantity", "request.quantity", visit(func(e *models.VisitEntry) { e.Visit.Requests[0].Quantity = -1 })},
		{"a reason that is none", "requests.0.reason", "choice", visit(func(e *models.VisitEntry) { e.Visit.Requests[0].Reason = "Monday" })},
		{"no offer", "requests.0.alternatives", "alternatives.needed", visit(func(e *models.VisitEntry) { e.Visit.Requests[0].Reason = models.ReasonPrice })},
		{"an offer of no kind", "requests.0.alternatives.0.kind", "choice", offer(models.Alternative{Kind: "wish"})},
		{"an answer that is none", "requests.0.alternatives.0.state", "choice", offer(models.Alternative{Kind: models.OrderIn, State: "perhaps"})},
		{"an offer of no thing", "requests.0.alternatives.0.description", "alternative.item", offer(models.Alternative{Kind: models.AnotherItem})},
		{"an offer of something", "requests.0.alternatives.0.description", "alternative.other", offer(models.Alternative{Kind: models.SomethingElse})},
		{"an offer of a letter", "requests.0.alternatives.0.description", "tooLong", offer(models.Alternative{Kind: models.SomethingElse, Description: long})},
		{"no specialist", "requests.0.alternatives.0.specialist", "alternative.specialist", offer(models.Alternative{Kind: models.ToSpecialist})},
		{"a price below nothing", "requests.0.alternatives.0.price", "money.negative", offer(models.Alternative{Kind: models.OrderIn, Price: -1})},
		{"due on no day", "requests.0.alternatives.0.dueOn", "date", offer(models.Alternative{Kind: models.Later, DueOn: "2026-02-29"})},

		{"a referral on no day", "onDay", "date", save(models.ReferralIn{Referrer: models.Referrer{CustomerID: 1}, RefereeID: 2, OnDay: "once"}, (*models.Store).SaveReferral)},
		{"a new referee without a name", "referee.name", "customer.nameOrPhone", save(models.ReferralIn{Referrer: models.Referrer{CustomerID: 1}, Referee: &models.Customer{}}, (*models.Store).SaveReferral)},
		{"thanks to nobody", "customer", "thanks.whom", save(models.ThankYou{TalkingPoint: "x"}, (*models.Store).AddThankYou)},
		{"thanks to two", "customer", "thanks.whom", save(models.ThankYou{CustomerID: 1, SpecialistID: 1, TalkingPoint: "x"}, (*models.Store).AddThankYou)},
		{"thanks for nothing", "talkingPoint", "thanks.what", save(models.ThankYou{CustomerID: 1, TalkingPoint: "\x00"}, (*models.Store).AddThankYou)},
		{"thanks by pigeon", "channel", "choice", save(models.ThankYou{CustomerID: 1, TalkingPoint: "x", Channel: "pigeon"}, (*models.Store).AddThankYou)},
		{"thanks that cost less than nothing", "cost", "money.negative", save(models.ThankYou{CustomerID: 1, TalkingPoint: "x", Cost: -1}, (*models.Store).AddThankYou)},
		{"praise without a word", "text", "praise.text", save(models.Praise{CustomerID: 1, Text: " \u200b", Channel: models.PraiseReview}, (*models.Store).SavePraise)},
		{"praise of a book's length", "text", "tooLong", save(models.Praise{Text: strings.Repeat("x", 20_001), Channel: models.PraiseReview}, (*models.Store).SavePraise)},
		{"praise by a letter for a name", "customer", "tooLong", save(models.Praise{Text: "x", SaidBy: long, Channel: models.PraiseReview}, (*models.Store).SavePraise)},
		{"praise by pigeon", "channel", "choice", save(models.Praise{Text: "x", Channel: "pigeon"}, (*models.Store).SavePraise)},
		{"six stars", "rating", "choice", save(models.Praise{Text: "x", Channel: models.PraiseReview, Rating: 6}, (*models.Store).SavePraise)},
		{"a link that is none", "link", "praise.link", save(models.Praise{Text: "x", Channel: models.PraiseReview, Link: "on the web"}, (*models.Store).SavePraise)},
		{"praise of no day", "onDay", "date", save(models.Praise{Text: "x", Channel: models.PraiseReview, OnDay: "once"}, (*models.Store).SavePraise)},
		{"answered on no day", "repliedOn", "date", save(models.Praise{Text: "x", Channel: models.PraiseReview, RepliedOn: "2026-02-30"}, (*models.Store).SavePraise)},
		{"replied on no day", "repliedOn", "date", only(func(s *models.Store) error { return s.ReplyToPraise(1, "x") })},
		{"praise by a new customer without a name", "newCustomer.name", "customer.nameOrPhone", save(models.Praise{Text: "x", Channel: models.PraiseReview, NewCustomer: &models.Customer{}}, (*models.Store).SavePraise)},
		{"a promise to nobody", "customer", "customer.neededToTell", save(models.FollowUp{DueOn: "2026-12-01"}, (*models.Store).SaveFollowUp)},
		{"a promise for no day", "dueOn", "date", save(models.FollowUp{CustomerID: 1}, (*models.Store).SaveFollowUp)},
		{"staff without a name", "name", "staff.name", save(models.Staff{Name: " "}, (*models.Store).SaveStaff)},
		{"staff twice", "name", "staff.twice", save(models.Staff{Name: " Mike "}, (*models.Store).SaveStaff)},
		{"a source without a name", "name", "source.name", save(models.Source{Kind: models.SourceOther}, (*models.Store).SaveSource)},
		{"a source twice", "name", "source.twice", save(models.Source{Name: "A friend", Kind: models.SourceOther}, (*models.Store).SaveSource)},
		{"a source of no kind", "kind", "choice", save(models.Source{Name: "Luck", Kind: "luck"}, (*models.Store).SaveSource)},
		{"a specialist without a name", "name", "specialist.name", save(models.Specialist{Trades: "all"}, (*models.Store).SaveSpecialist)},
		{"a specialist's phone", "phone", "customer.phone", save(models.Specialist{Name: "S", Phone: "1"}, (*models.Store).SaveSpecialist)},
		{"a specialist's e-mail", "email", "customer.email", save(models.Specialist{Name: "S", Email: "1"}, (*models.Store).SaveSpecialist)},
		{"a specialist confirmed on no day", "lastConfirmed", "date", save(models.Specialist{Name: "S", LastConfirmed: "x"}, (*models.Store).SaveSpecialist)},
		{"a specialist in no state", "state", "choice", save(models.Specialist{Name: "S", State: "x"}, (*models.Store).SaveSpecialist)},
		{"a shop without a name", "name", "shop.name", save(models.Shop{}, (*models.Store).SaveShop)},
		{"loyal after no day", "loyalDays", "shop.loyalDays", save(models.Shop{Name: "S"}, (*models.Store).SaveShop)},
		{"back after ten years", "usualGap", "shop.usualGap", save(models.Shop{Name: "S", LoyalDays: 5, UsualGap: 3651}, (*models.Store).SaveShop)},
		{"four decimals", "decimals", "shop.decimals", save(models.Shop{Name: "S", LoyalDays: 5, UsualGap: 60, Decimals: 4}, (*models.Store).SaveShop)},
		{"paper of no size", "paper", "choice", save(models.Shop{Name: "S", LoyalDays: 5, UsualGap: 60, Paper: "A0"}, (*models.Store).SaveShop)},
		{"a shop that thanks by pigeon", "thankChannel", "choice", save(models.Shop{Name: "S", LoyalDays: 5, UsualGap: 60, Paper: "A4", ThankChannel: "pigeon"}, (*models.Store).SaveShop)},

		{"a shop that gives cars", "referralEarns", "choice", save(whole(func(s *models.Shop) { s.ReferralEarns = "car" }), (*models.Store).SaveShop)},
		{"a shop that gives less than nothing", "referralCost", "money.negative", save(whole(func(s *models.Shop) { s.ReferralCost = -1 }), (*models.Store).SaveShop)},
		{"thanks after too many visits", "milestoneVisits", "shop.milestoneVisits", save(whole(func(s *models.Shop) { s.MilestoneVisits = 1001 }), (*models.Store).SaveShop)},
		{"thanks before the first year", "milestoneYears", "shop.milestoneYears", save(whole(func(s *models.Shop) { s.MilestoneYears = -1 }), (*models.Store).SaveShop)},
		{"somebody who likes pigeons", "reachBy", "choice", save(models.Customer{Name: "P", State: models.CustomerActive, ReachBy: "pigeon"}, (*models.Store).SaveCustomer)},
		{"a reward of no kind", "rewardKind", "choice", only(func(s *models.Store) error { return s.SetReward(1, models.Reward{Kind: "car"}) })},
		{"a reward that costs less than nothing", "cost", "money.negative", only(func(s *models.Store) error { return s.SetReward(1, models.Reward{Kind: models.RewardGift, Cost: -1}) })},
		{"a reward given on no day", "givenOn", "date", only(func(s *models.Store) error { return s.GiveRewards([]models.ThankYouID{1}, "") })},
		{"a reward given tomorrow", "givenOn", "date.ahead", only(func(s *models.Store) error { return s.GiveRewards([]models.ThankYouID{1}, s.Today().AddDays(1)) })},
		{"snoozed to no day", "dueOn", "date", only(func(s *models.Store) error { return s.SnoozeFollowUp(1, "") })},
		{"asked on no day", "dueOn", "date", only(func(s *models.Store) error { return s.SnoozeReferralOut(1, "x") })},
		{"wanted on no day", "dueOn", "date", only(func(s *models.Store) error { return s.SetWantDue(1, "x") })},
		{"wanted in no state", "state", "choice", only(func(s *models.Store) error { return s.SetWantState(1, "lost") })},
		{"heard nothing", "outcome", "choice", only(func(s *models.Store) error { return s.HeardBack(1, "", "") })},
		{"denied for no reason", "reason", "reason", only(func(s *models.Store) error { return s.DenyReferral(1, "\n") })},
		{"told by pigeon", "channel", "choice", only(func(s *models.Store) error { return s.SetThankYouChannel(1, "pigeon") })},
		{"undone out of turn", "undo", "undo.later", only(func(s *models.Store) error { return s.Undo(s.LastChange() - 1) })},
	}
}

// Whatever cannot be kept says so beside its field; the form is as it was typed, and nothing is stored.
func TestBadInput(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Staff(t, store, "Mike")
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	if err := store.SaveVisit(wholeVisit(store, ann, spoke)); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	before := dump(t, db)
	for _, c := range badInput() {
		t.Run(c.what, func(t *testing.T) {
			typed, _ := c.form()
			filled, save := c.form()
			wantProblem(t, save(store), c.field, c.key)
			if !reflect.DeepEqual(typed, filled) {
				t.Errorf("typed\n%+v and the form holds\n%+v", typed, filled)
			}
			if now := dump(t, db); now != before {
				t.Errorf("refused, and yet:\n%s", difference(before, now))
			}
		})
	}
}

// What names something that is not there, or no longer, is told apart from what the owner can put right.
func TestWhatIsNotThere(t *testing.T) {
	store, _ := modelstest.New(t)
	gone := modelstest.Customer(t, store, "Gone", "")
	ann := modelstest.Customer(t, store, "Ann", "")
	form, err := store.Customer(gone)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.DeleteCustomer(gone); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	before := dump(t, db)
	at := models.MomentOf(store.Now())
	for what, err := range map[string]error{
		"saved though gone":    store.SaveCustomer(form),
		"saved though never":   store.SaveCustomer(&models.Customer{ID: 99, Name: "Never"}),
		"deleted twice":        store.DeleteCustomer(gone),
		"a visit of the gone":  store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: gone, At: at}}),
		"a visit of nobody's":  store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: 99, At: at}}),
		"a visit never made":   store.SaveVisit(&models.VisitEntry{Visit: models.Visit{ID: 99, CustomerID: ann, At: at}}),
		"served by nobody":     store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: at, ServedBy: 99}}),
		"sent by the gone":     refer(store, gone, ann),
		"the gone were sent":   refer(store, ann, gone),
		"thanks to the gone":   store.AddThankYou(&models.ThankYou{CustomerID: gone, TalkingPoint: "x"}),
		"a promise to them":    store.SaveFollowUp(&models.FollowUp{CustomerID: gone, DueOn: "2026-12-01"}),
		"no such visit":        store.DeleteVisit(99),
		"no such alternative":  store.AnswerAlternative(99, models.AlternativeAccepted, ""),
		"no such referral":     store.DeleteReferral(99),
		"denied, not there":    store.DenyReferral(99, "x"),
		"no such thanks":       store.WaiveThankYou(99, ""),
		"no channel for none":  store.SetThankYouChannel(99, models.ByCard),
		"no such staff":        store.StaffLeaves(99),
		"renamed, not there":   store.SaveStaff(&models.Staff{ID: 99, Name: "Nobody"}),
		"no such source":       store.DeleteSource(99),
		"no such specialist":   store.DeleteSpecialist(99),
		"changed, not there":   store.SaveSpecialist(&models.Specialist{ID: 99, Name: "Nobody"}),
		"no such want":         store.SetWantState(99, models.WantReady),
		"no such want's day":   store.SetWantDue(99, ""),
		"no such promise":      store.FinishFollowUp(99, ""),
		"no promise to skip":   store.SkipFollowUp(99),
		"no promise to snooze": store.SnoozeFollowUp(99, "2026-12-01"),
		"nobody to hear from":  store.HeardBack(99, models.OutcomeSatisfied, ""),
	} {
		if !errors.Is(err, models.ErrNotFound) {
			t.Errorf("%s: %v, want not found", what, err)
		}
	}
	if now := dump(t, db); now != before {
		t.Errorf("refused, and yet:\n%s", difference(before, now))
	}
	for what, get := range map[string]func() error{
		"customer":   func() error { _, err := store.Customer(gone); return err },
		"card":       func() error { _, err := store.Card(gone); return err },
		"visit":      func() error { _, err := store.Visit(99); return err },
		"referral":   func() error { _, err := store.ReferralIn(99); return err },
		"specialist": func() error { _, err := store.Specialist(99); return err },
	} {
		if err := get(); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("%s: %v, want not found", what, err)
		}
	}
}

// whole is a shop that could be saved, but for what change does to it.
func whole(change func(*models.Shop)) models.Shop {
	shop := models.Shop{Name: "S", LoyalDays: 5, UsualGap: 60, Paper: models.PaperA4, ThankChannel: models.ByCard}
	change(&shop)
	return shop
}
