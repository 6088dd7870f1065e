package views

import (
	"math"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// becauseLine is a badge with the reason for it beside.
type becauseLine struct {
	object *fyne.Container
	badge  *kit.Badge
	why    *kit.RichLine
}

func newBecauseLine() *becauseLine {
	l := &becauseLine{badge: kit.NewBadge("", kit.TonePlain), why: kit.Quiet("")}
	l.object = kit.HStack(8, l.badge, kit.Grow(l.why))
	return l
}

// set shows a word with its reason; no word hides the line.
func (l *becauseLine) set(word string, tone kit.Tone, why string) {
	l.object.Hidden = word == ""
	l.badge.Set(word, tone)
	l.why.SetText(why)
}

func (c *customerCard) showBecause() {
	next := c.nextMarkup()
	c.next.SetMarkup(next)
	c.next.Hidden = next == ""
	word, tone := rungWord(c.card.Rung)
	if c.inArchive() { // nobody waits for them to come, for the first time or again
		if c.card.Rung == models.RungProspect {
			word = ""
		}
		c.rung.set(word, tone, c.rungBecause())
		c.activity.set("", kit.TonePlain, "")
		return
	}
	c.rung.set(word, tone, c.rungBecause())
	word, tone = activityWord(c.card.Activity)
	c.activity.set(word, tone, c.activityBecause())
}

// rungBecause is the evidence for the rung, as a sentence that goes on from its word.
func (c *customerCard) rungBecause() string {
	why := c.card.Because
	switch c.card.Rung {
	case models.RungAdvocate:
		return c.advocateBecause()
	case models.RungLoyal:
		return c.loyalBecause()
	case models.RungRepeat:
		return kit.TN("customers.because.repeat", why.VisitDayN)
	case models.RungCustomer:
		return kit.T("customers.because.customer")
	}
	return kit.T("customers.because.prospect")
}

// activityBecause compares how long they have been away with what is usual.
func (c *customerCard) activityBecause() string {
	if c.card.Activity == models.ActivityNone {
		return ""
	}
	ago := c.w.agoText(c.card.Customer.LastAt)
	if c.card.GapIsOwn {
		return kit.T("customers.because.own", "Every", everyText(c.card.GapDays), "Ago", ago)
	}
	// The shop's own figure, as the settings have it.
	if c.card.Because.VisitDayN == 1 {
		return kit.TN("customers.because.once", int(c.card.GapDays), "Ago", ago)
	}
	return kit.TN("customers.because.usual", int(c.card.GapDays), "Ago", ago)
}

// everyText writes a number of days as one says it behind "every": "week", "5 weeks", "3 months".
func everyText(days float64) string {
	const week, month = 7, 365.0 / 12
	switch {
	case days < 14 && math.Round(days) != week:
		return kit.TN("customers.every.days", int(math.Round(days)))
	case days < 2*month:
		return kit.TN("customers.every.weeks", int(math.Round(days/week)))
	}
	return kit.TN("customers.every.months", int(math.Round(days/month)))
}
