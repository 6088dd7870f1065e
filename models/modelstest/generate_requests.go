package modelstest

import "goodturn/models"

// request is something asked for; one in eight is not there. Its answer is made up here, its rows by writeRequest.
func (g *generator) request(v *models.Visit) models.Request {
	r := models.Request{ItemID: models.ItemID(1 + g.pickItem()), Quantity: 1 + g.random.IntN(9)/8, State: models.RequestFulfilled}
	r.Item = g.items[r.ItemID-1]
	if g.chance(12) {
		r.TheirWords = oneOf(g, theirWords) + " " + r.Item
	}
	if g.chance(6) {
		r.Understood, r.Agreed = oneOf(g, understood), true
	}
	if !stands(v) || !g.chance(12) {
		v.Amount += models.Money(300 + 50*g.random.IntN(200))
		return r
	}
	r.Reason, r.State = early(g, models.Reasons), models.RequestUnavailable
	if g.chance(35) {
		r.Worth = models.Money(500 + 50*g.random.IntN(300))
	}
	if g.chance(8) {
		r.NothingSuitable, r.State, r.LostReason = true, models.RequestLost, models.LostNothingSuitable
		return r
	}
	for range 1 + g.random.IntN(3) {
		r.Alternatives = append(r.Alternatives, g.alternative(v, &r))
	}
	g.answer(&r, v.CustomerID != 0)
	return r
}

func (g *generator) pickItem() int {
	u := g.random.Float64()
	return int(u * u * float64(len(g.items)))
}

// alternative is one thing offered and, until somebody takes one, declined.
func (g *generator) alternative(v *models.Visit, r *models.Request) models.Alternative {
	a := models.Alternative{Kind: early(g, []models.AlternativeKind{models.AnotherItem, models.OrderIn, models.Later, models.SomethingElse}),
		OfferedBy: v.ServedBy, State: models.AlternativeDeclined, DeclineReason: oneOf(g, declined)}
	if r.Reason == models.ReasonNotOurTrade {
		a.Kind = models.ToSpecialist
	}
	switch a.Kind {
	case models.AnotherItem:
		a.ItemID = models.ItemID(1 + g.pickItem())
		a.Description, a.Price = g.items[a.ItemID-1], models.Money(500+50*g.random.IntN(300))
	case models.ToSpecialist:
		a.SpecialistID = early(g, g.specialists)
	case models.OrderIn:
		a.Description = oneOf(g, []string{"a week", "ten days, call when it arrives", "by the end of the month"})
	case models.SomethingElse:
		a.Description = oneOf(g, somethingElse)
	}
	return a
}

// answer lets the customer take one of what was offered, think about it, or go without. A stranger takes nothing
// that we would have to tell them about later.
func (g *generator) answer(r *models.Request, someone bool) {
	a := &r.Alternatives[g.random.IntN(len(r.Alternatives))]
	tells := a.Kind == models.OrderIn || a.Kind == models.Later
	switch {
	case g.chance(65) && (someone || !tells):
		a.State, a.DeclineReason = models.AlternativeAccepted, ""
		r.State = taken[a.Kind]
	case g.chance(10):
		a.State, a.DeclineReason = models.AlternativeThinking, ""
	default:
		r.State, r.LostReason = models.RequestLost, models.LostDeclined
	}
}

// taken is what accepting an alternative makes of its request (invariant 3).
var taken = map[models.AlternativeKind]models.RequestState{
	models.AnotherItem: models.RequestSubstituted, models.SomethingElse: models.RequestSubstituted,
	models.OrderIn: models.RequestOrderedIn, models.ToSpecialist: models.RequestReferredOut, models.Later: models.RequestDeferred,
}

func (g *generator) writeRequest(v *models.Visit, position int, d date) {
	r := &v.Requests[position]
	r.ID = models.RequestID(g.next("request"))
	day := v.Day
	if v.DeletedAt != 0 {
		day = ""
	}
	g.add("request", r.ID, v.ID, position, r.ItemID, r.Quantity, r.TheirWords, r.Understood, r.Agreed, r.Reason, r.NothingSuitable, r.LostReason, r.State, r.Worth,
		day, v.At, v.ServedBy, v.CustomerID, v.State == models.VisitCancelled)
	for i := range r.Alternatives {
		a := &r.Alternatives[i]
		a.ID = models.AlternativeID(g.next("alternative"))
		after := 5 + g.random.IntN(25)
		if a.Kind == models.OrderIn || a.Kind == models.Later {
			a.DueOn = d.day.AddDays(after)
		}
		g.add("alternative", a.ID, r.ID, i, a.Kind, a.ItemID, a.SpecialistID, a.Description, a.DueOn, a.Price, a.OfferedBy, a.DeclineReason, a.State)
		if a.State == models.AlternativeAccepted {
			g.follow(v, r, a, d, after)
		}
	}
}

// follow makes what follows from the accepted alternative.
func (g *generator) follow(v *models.Visit, r *models.Request, a *models.Alternative, d date, after int) {
	switch a.Kind {
	case models.OrderIn:
		changed := v.At + models.Moment(min(d.ago, after)*24*60*60)
		g.add("want", v.CustomerID, r.ItemID, r.ID, a.ID, a.DueOn, g.wantState(d.ago, after), v.At, changed)
	case models.ToSpecialist:
		g.referOut(v.CustomerID, a.SpecialistID, r, a.ID, d, v.At)
	case models.Later:
		g.promise(v, a.ID, models.CauseAlternative, d, after, r.Item)
	}
}

// wantState is how far a thing ordered so many days ago, and due so many days later, has come by now.
func (g *generator) wantState(ago, due int) models.WantState {
	switch {
	case ago < 2:
		return models.WantRequested
	case ago < due || ago < due+6 && g.chance(5): // a few are late
		return models.WantOrdered
	case ago < due+2 || g.forgotten():
		return models.WantReady
	case ago < due+7:
		return models.WantNotified
	case g.chance(6):
		return models.WantCancelled
	}
	return models.WantCollected
}

// sendOut sends somebody to a specialist who rang for just that.
func (g *generator) sendOut(d date) {
	need := models.Request{Item: g.items[g.pickItem()]}
	g.referOut(oneOf(g, g.seen), early(g, g.specialists), &need, 0, d, models.MomentOf(d.midnight)+10*60*60)
}

func (g *generator) referOut(who models.CustomerID, to models.SpecialistID, r *models.Request, from models.AlternativeID, d date, at models.Moment) {
	g.sentOut++
	const asked = 7 // days after
	state, outcome := models.ReferralOutSent, models.OutcomeUnknown
	if who != 0 && d.ago > asked+1 && !g.forgotten() {
		state = models.ReferralOutHeardBack
		outcome = early(g, []models.Outcome{models.OutcomeSatisfied, models.OutcomeDidNotGo, models.OutcomeNotSatisfied})
	}
	g.add("referral_out", who, to, r.ID, from, r.Item, g.chance(80), d.day, d.day.AddDays(asked), outcome, state, at)
}
