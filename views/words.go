package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// The words on the screen for the states of the shop file, and the tone each is shown in. One place, so that a
// state is called the same everywhere.

func rungWord(r models.Rung) (string, kit.Tone) {
	if r == "" {
		return "", kit.TonePlain
	}
	tones := map[models.Rung]kit.Tone{models.RungAdvocate: kit.ToneAdvocate, models.RungLoyal: kit.ToneLoyal}
	return kit.T("rung." + string(r)), tones[r]
}

func activityWord(a models.Activity) (string, kit.Tone) {
	if a == models.ActivityNone {
		return "", kit.TonePlain
	}
	tones := map[models.Activity]kit.Tone{models.ActivityActive: kit.ToneOK, models.ActivityDue: kit.ToneWarn,
		models.ActivityDrifting: kit.ToneBad, models.ActivityLapsed: kit.ToneBad}
	return kit.T("activity." + string(a)), tones[a]
}

// requestWord takes whatever was settled, one way or another, as good.
func requestWord(s models.RequestState) (string, kit.Tone) {
	tone := kit.ToneOK
	switch s {
	case models.RequestUnavailable:
		tone = kit.ToneWarn
	case models.RequestLost:
		tone = kit.ToneBad
	case models.RequestReceived:
		tone = kit.TonePlain
	}
	return kit.T("request." + string(s)), tone
}

func answerWord(a models.Answer) (string, kit.Tone) {
	tones := map[models.Answer]kit.Tone{models.AlternativeAccepted: kit.ToneOK, models.AlternativeDeclined: kit.ToneBad,
		models.AlternativeThinking: kit.ToneWarn}
	return kit.T("answer." + string(a)), tones[a]
}

func referralWord(s models.ReferralState) (string, kit.Tone) {
	tones := map[models.ReferralState]kit.Tone{models.ReferralPending: kit.ToneWarn, models.ReferralQualified: kit.ToneWarn,
		models.ReferralApproved: kit.ToneOK, models.ReferralDenied: kit.ToneBad}
	return kit.T("referral." + string(s)), tones[s]
}

func outcomeWord(o models.Outcome) (string, kit.Tone) {
	if o == models.OutcomeUnknown {
		return kit.T("outcome.unknown"), kit.ToneWarn
	}
	tones := map[models.Outcome]kit.Tone{models.OutcomeSatisfied: kit.ToneOK, models.OutcomeNotSatisfied: kit.ToneBad}
	return kit.T("outcome." + string(o)), tones[o]
}

func thanksWord(s models.ThanksState) (string, kit.Tone) {
	tones := map[models.ThanksState]kit.Tone{models.ThanksOwed: kit.ToneWarn, models.ThanksPrinted: kit.ToneWarn, models.ThanksThanked: kit.ToneOK}
	return kit.T("thanks." + string(s)), tones[s]
}

func wantWord(s models.WantState) (string, kit.Tone) {
	tones := map[models.WantState]kit.Tone{models.WantRequested: kit.ToneWarn, models.WantOrdered: kit.ToneWarn,
		models.WantReady: kit.ToneOK, models.WantNotified: kit.ToneOK, models.WantCollected: kit.ToneOK}
	return kit.T("want." + string(s)), tones[s]
}

func channelWord(c models.Channel) string           { return kit.T("channel." + string(c)) }
func kindWord(k models.AlternativeKind) string      { return kit.T("kind." + string(k)) }
func reasonWord(r models.Reason) string             { return kit.T("reason." + string(r)) }
func howLeftWord(h models.HowLeft) string           { return kit.T("left." + string(h)) }
func visitChannelWord(c models.VisitChannel) string { return kit.T("visitChannel." + string(c)) }
func sourceKindWord(k models.SourceKind) string     { return kit.T("sourceKind." + string(k)) }
func setWord(set models.CustomerSet, n int) string  { return kit.TN("set."+setKey(set), n) }

// askedText is how often a thing was asked for; of one that was only ever offered, nothing.
func askedText(n int) string {
	if n == 0 {
		return ""
	}
	return kit.TN("visit.item.asked", n)
}

// foundThing says of something found that it is a thing, and how often it was asked for.
func foundThing(n int) string {
	if n == 0 {
		return kit.T("found.thing")
	}
	return kit.TN("found.asked", n)
}

func setKey(set models.CustomerSet) string {
	if set == models.CustomersAll {
		return "all"
	}
	return string(set)
}

// money writes an amount as the shop does.
func (w *Window) money(amount models.Money) string {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
	}
	return kit.FormatMoney(shop.Symbol, shop.Decimals, int64(amount))
}

// dayText writes a day as people say it.
func (w *Window) dayText(day models.Day) string { return kit.DayText(w.app.Now(), string(day)) }

// momentText writes a point in time as people say it.
func (w *Window) momentText(m models.Moment) string {
	now := w.app.Now()
	return kit.When(now, m.In(now.Location()))
}

// agoText writes how long ago a point in time is.
func (w *Window) agoText(m models.Moment) string {
	now := w.app.Now()
	return kit.Ago(now, m.In(now.Location()))
}

// thanksWhy is what a thank-you is for, in markup.
func (w *Window) thanksWhy(t models.ThankYouRow) string {
	switch {
	case t.Cause != models.ThanksReferral:
		return kit.Escape(thanksWhat(t, w.dayText))
	case t.FirstBought == "":
		return kit.RichT("thanks.why.sent", "Whom", t.Referee, "Day", w.dayText(t.Since))
	}
	return kit.RichT("thanks.why.sentFor", "Whom", t.Referee, "What", t.FirstBought, "Day", w.dayText(t.Since))
}
