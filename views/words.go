package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// The words on the screen for the states of the shop file, and the tone each is shown in. One place, so that a
// state is called the same everywhere.

func rungWord(r models.Rung) (string, kit.Tone) {
	switch r {
	case models.RungAdvocate:
		return kit.T("rung.advocate"), kit.ToneAdvocate
	case models.RungLoyal:
		return kit.T("rung.loyal"), kit.ToneLoyal
	case "":
		return "", kit.TonePlain
	}
	return kit.T("rung." + string(r)), kit.TonePlain
}

func activityWord(a models.Activity) (string, kit.Tone) {
	switch a {
	case models.ActivityNone:
		return "", kit.TonePlain
	case models.ActivityActive:
		return kit.T("activity.active"), kit.ToneOK
	case models.ActivityDue:
		return kit.T("activity.due"), kit.ToneWarn
	}
	return kit.T("activity." + string(a)), kit.ToneBad
}

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
	tone := kit.TonePlain
	switch a {
	case models.AlternativeAccepted:
		tone = kit.ToneOK
	case models.AlternativeDeclined:
		tone = kit.ToneBad
	case models.AlternativeThinking:
		tone = kit.ToneWarn
	}
	return kit.T("answer." + string(a)), tone
}

func referralWord(s models.ReferralState) (string, kit.Tone) {
	tone := kit.ToneWarn
	switch s {
	case models.ReferralApproved:
		tone = kit.ToneOK
	case models.ReferralDenied:
		tone = kit.ToneBad
	}
	return kit.T("referral." + string(s)), tone
}

func outcomeWord(o models.ReferralOutRow) (string, kit.Tone) {
	switch o.Outcome {
	case models.OutcomeSatisfied:
		return kit.T("outcome.satisfied"), kit.ToneOK
	case models.OutcomeNotSatisfied:
		return kit.T("outcome.not_satisfied"), kit.ToneBad
	case models.OutcomeDidNotGo:
		return kit.T("outcome.did_not_go"), kit.TonePlain
	}
	return kit.T("outcome.unknown"), kit.ToneWarn
}

func thanksWord(s models.ThanksState) (string, kit.Tone) {
	switch s {
	case models.ThanksThanked:
		return kit.T("thanks.thanked"), kit.ToneOK
	case models.ThanksWaived:
		return kit.T("thanks.waived"), kit.TonePlain
	}
	return kit.T("thanks." + string(s)), kit.ToneWarn
}

func wantWord(s models.WantState) (string, kit.Tone) {
	switch s {
	case models.WantReady, models.WantNotified, models.WantCollected:
		return kit.T("want." + string(s)), kit.ToneOK
	case models.WantCancelled:
		return kit.T("want.cancelled"), kit.TonePlain
	}
	return kit.T("want." + string(s)), kit.ToneWarn
}

func channelWord(c models.Channel) string           { return kit.T("channel." + string(c)) }
func kindWord(k models.AlternativeKind) string      { return kit.T("kind." + string(k)) }
func reasonWord(r models.Reason) string             { return kit.T("reason." + string(r)) }
func howLeftWord(h models.HowLeft) string           { return kit.T("left." + string(h)) }
func visitChannelWord(c models.VisitChannel) string { return kit.T("visitChannel." + string(c)) }
func sourceKindWord(k models.SourceKind) string     { return kit.T("sourceKind." + string(k)) }
func setWord(set models.CustomerSet, n int) string  { return kit.TN("set."+setKey(set), n) }

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
		return kit.Escape(t.TalkingPoint)
	case t.FirstBought == "":
		return kit.RichT("thanks.why.sent", "Whom", t.Referee, "Day", w.dayText(t.Since))
	}
	return kit.RichT("thanks.why.sentFor", "Whom", t.Referee, "What", t.FirstBought, "Day", w.dayText(t.Since))
}
