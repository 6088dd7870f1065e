package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksLine is one who is to be thanked: the box to tick, who, why and since when, and how.
type thanksLine struct {
	w      *Window
	due    *thanksDue
	t      models.ThankYouRow
	tick   *kit.Tick
	name   *kit.RichLine
	rung   *kit.Badge
	state  *kit.Badge
	asked  *kit.Badge // they asked us not to be thanked that way
	late   *kit.Badge
	why    *kit.RichLine
	since  *kit.RichLine
	reward *kit.Button
	how    *kit.Select
	object *fyne.Container
}

func newThanksLine(w *Window, due *thanksDue) *thanksLine {
	l := &thanksLine{w: w, due: due, name: kit.Rich(""), why: kit.Rich(""), since: kit.Quiet("")}
	l.name.OnLink = w.follow
	l.rung, l.state, l.asked = kit.NewBadge("", kit.TonePlain), kit.NewBadge("", kit.TonePlain), kit.NewBadge("", kit.ToneBad)
	l.late = kit.NewBadge("", kit.ToneWarn)
	l.tick = kit.NewTick("", true, nil) // one of the card's column
	l.how = kit.NewSelect(thanksChannels(), "", l.onHow)
	l.reward = kit.NewButton("", l.onReward).Link().Small()
	words := kit.VStack(2, kit.FlowRow(8, l.name, l.rung, l.late, l.state, l.asked), l.why, kit.FlowRow(8, l.since, l.reward))
	buttons := kit.HStack(8, kit.Fixed(112, l.how),
		kit.NewButton(kit.T("thanks.thanked.do"), l.onThanked).Small(),
		kit.NewButton(kit.T("thanks.aside"), l.onAside).Small())
	l.object = kit.Inset(0, 10, 0, 10, kit.HStackTop(8, l.tick, kit.Grow(kit.WithSide(words, buttons, 312, 14, 540))))
	return l
}

func thanksChannels() []kit.Choice {
	choices := make([]kit.Choice, len(models.Channels))
	for i, channel := range models.Channels {
		choices[i] = kit.Choice{Value: string(channel), Label: channelWord(channel)}
	}
	return choices
}

// set shows another thank-you.
func (l *thanksLine) set(t models.ThankYouRow, ticked bool) {
	l.t = t
	l.tick.SetOn(ticked)
	l.name.SetMarkup(linkRecipient(t))
	word, tone := rungWord(t.Rung)
	if t.SpecialistID != 0 {
		word, tone = kindWord(models.ToSpecialist), kit.TonePlain
	}
	setBadge(l.rung, word, tone)
	printed := ""
	if t.State == models.ThanksPrinted {
		printed = kit.T("thanks.printedOn", "Day", l.w.dayText(models.DayOf(t.PrintedAt.In(l.w.app.Now().Location()))))
	}
	setBadge(l.state, printed, kit.ToneWarn)
	setBadge(l.asked, askedNot(t), kit.ToneBad)
	setBadge(l.late, l.w.lateWord(t), kit.ToneWarn)
	l.why.SetMarkup(l.w.thanksWhy(t))
	l.since.SetText(l.sinceText())
	l.reward.SetText(l.rewardText())
	l.how.SetValue(string(t.Channel))
}

// linkRecipient names who is to be thanked, as a link to where they are kept.
func linkRecipient(t models.ThankYouRow) string {
	if t.SpecialistID != 0 {
		return linkMarkup(linkSpecialist, int64(t.SpecialistID), t.Name)
	}
	return linkMarkup(linkCustomer, int64(t.CustomerID), t.Name)
}

func setBadge(b *kit.Badge, word string, tone kit.Tone) {
	b.Hidden = word == ""
	b.Set(word, tone)
}

// askedNot says that they asked not to be thanked in the way chosen; "" where they did not.
func askedNot(t models.ThankYouRow) string {
	switch {
	case t.NoPost && (t.Channel == models.ByCard || t.Channel == models.ByLetter || t.Channel == models.ByGift):
		return kit.T("thanks.asked.noPost")
	case t.NoPhone && t.Channel == models.ByCall:
		return kit.T("thanks.asked.noCalls")
	case t.NoEmail && t.Channel == models.ByEmail:
		return kit.T("thanks.asked.noEmail")
	}
	return ""
}

// lateWord says for how many weeks somebody waits who has waited too long; "" for anybody else.
func (w *Window) lateWord(t models.ThankYouRow) string {
	today := w.store().Today()
	if !t.Late(today) {
		return ""
	}
	return kit.TN("thanks.late", weeksSince(t.Since, today))
}

// weeksSince is how many whole weeks lie between two days.
func weeksSince(from, to models.Day) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / (24 * 7))
}

// sinceText says since when they are to be thanked, and how whom they sent is doing. A birthday says its day itself.
func (l *thanksLine) sinceText() string {
	if l.t.Milestone == models.MilestoneBirthday {
		return ""
	}
	day := l.w.dayText(l.t.Since)
	since := kit.T("thanks.since", "Day", day)
	if l.t.NthSent > 1 {
		since = kit.TN("thanks.sinceNth", l.t.NthSent, "Day", day)
	}
	if doing := l.w.doing(l.t); doing != "" {
		return kit.T("thanks.sinceDoing", "Since", since, "Doing", doing)
	}
	return since
}

// rewardText is on the button what goes with it, or that something could.
func (l *thanksLine) rewardText() string {
	if l.t.GivenOn != "" {
		word, _ := l.w.rewardBadge(l.t)
		return word
	}
	if text := l.w.rewardText(l.t.WithReward()); text != "" {
		return text
	}
	return kit.T("reward.do")
}

func (l *thanksLine) onHow(channel string) {
	if err := l.w.store().SetThankYouChannel(l.t.ID, models.Channel(channel)); err != nil {
		l.w.Trouble(err)
		return
	}
	l.w.Did(kit.T("thanks.did.how", "Name", l.t.Name, "How", channelWord(models.Channel(channel))))
}

func (l *thanksLine) onReward()  { showReward(l.w, l.t) }
func (l *thanksLine) onThanked() { showThanked(l.w, []models.ThankYouRow{l.t}) }
func (l *thanksLine) onAside()   { showPutAside(l.w, []models.ThankYouRow{l.t}) }
