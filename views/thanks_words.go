package views

import (
	"time"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksWhat is what a thank-you is for that is for no referral, in plain words; day writes a day.
func thanksWhat(t models.ThankYouRow, day func(models.Day) string) string {
	n := int(t.CauseID)
	switch {
	case t.TalkingPoint != "":
		return t.TalkingPoint
	case t.Cause == models.ThanksPraise && t.TheirWords != "":
		return kit.T("thanks.why.praise", "Words", t.TheirWords)
	case t.Cause == models.ThanksPraise:
		return kit.T("thanks.why.praised")
	case t.Milestone == models.MilestoneVisits:
		return kit.TN("thanks.why.visits", n)
	case t.Milestone == models.MilestoneYears:
		return kit.TN("thanks.why.years", n)
	case t.Milestone == models.MilestoneBirthday:
		return birthdayWhat(t, day)
	}
	return ""
}

// birthdayWhat tells of a birthday, and how old they are then where that is known.
func birthdayWhat(t models.ThankYouRow, day func(models.Day) string) string {
	if born := models.Day(t.Born); born.Valid() && born != "" {
		if years := int(t.CauseID) - born.In(time.UTC).Year(); years > 0 {
			return kit.TN("thanks.why.birthdayTurns", years, "Day", day(t.Since))
		}
	}
	return kit.T("thanks.why.birthday", "Day", day(t.Since))
}

// rewardWord names a kind of reward.
func rewardWord(kind models.RewardKind) string {
	if kind == models.RewardNone {
		return kit.T("reward.none")
	}
	return kit.T("rewardKind." + string(kind))
}

// rewardText is what a thank-you comes with, in plain words with what it costs; "" for nothing.
func (w *Window) rewardText(r models.Reward) string {
	if r.Kind == models.RewardNone {
		return ""
	}
	text := rewardWord(r.Kind)
	if r.What != "" {
		text = kit.T("reward.named", "Kind", text, "What", r.What)
	}
	if r.Cost > 0 {
		text = kit.T("reward.costs", "Reward", text, "Cost", w.money(r.Cost))
	}
	return text
}

// rewardBadge says what goes with a thank-you, and whether it was given.
func (w *Window) rewardBadge(t models.ThankYouRow) (word string, tone kit.Tone) {
	switch {
	case t.RewardKind == models.RewardNone:
		return "", kit.TonePlain
	case t.GivenOn != "":
		return kit.T("reward.given", "Reward", rewardWord(t.RewardKind), "Day", w.dayText(t.GivenOn)), kit.ToneOK
	}
	return kit.T("reward.toGive", "Reward", rewardWord(t.RewardKind)), kit.TonePlain
}

// doing says how the one they sent is doing; "" where there is nothing to tell yet.
func (w *Window) doing(t models.ThankYouRow) string {
	if t.RefereeVisitN < 2 {
		return ""
	}
	return kit.TN("thanks.doing", t.RefereeVisitN, "Whom", t.Referee, "Last", w.momentText(t.RefereeLast))
}

// theirWords quotes those the thank-you is to, for what is written to begin with; "" where nothing was noted, or it is what they are
// thanked for.
func theirWords(t models.ThankYouRow, day func(models.Day) string) string {
	if t.TheirWords == "" || t.Cause == models.ThanksPraise {
		return ""
	}
	return kit.T("thanks.theirWords", "Words", kit.Excerpt(t.TheirWords, ""), "Day", day(t.SaidOn))
}
