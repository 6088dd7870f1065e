package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// ladderCard is the two numbers behind "loyal" and "drifting away". While one is typed, it says how many customers would change.
type ladderCard struct {
	w            *Window
	loyal, usual *kit.Entry
	shop         models.Shop // as it is stored
	tried        *kit.RichLine
	trySoon      soon // what the answer is read from, by and by
	card         *fyne.Container
}

func newLadderCard(fields *shopFields) *ladderCard {
	c := &ladderCard{w: fields.w, tried: kit.Body("")}
	loyal := fields.addDays("loyalDays", func(s *models.Shop) *int { return &s.LoyalDays })
	usual := fields.addDays("usualGap", func(s *models.Shop) *int { return &s.UsualGap })
	c.loyal, c.usual = loyal.Input().(*kit.Entry), usual.Input().(*kit.Entry)
	c.loyal.OnChanged, c.usual.OnChanged = c.onTyped, c.onTyped
	c.tried.Hide()
	c.card = kit.CardWithHeading(kit.T("settings.ladder"), -1,
		loyal.WithHint(kit.T("settings.loyalDaysWhy")), usual.WithHint(kit.T("settings.usualGapWhy")), c.tried)
	return c
}

func (c *ladderCard) object() fyne.CanvasObject { return c.card }

// reload has nothing to show: its fields are the shop's. What was told of another number is over once that is stored.
func (c *ladderCard) reload(shop models.Shop) error {
	c.shop = shop
	c.try()
	return nil
}

func (c *ladderCard) onTyped(string) { c.try() }

// leave ends the reading for an answer nobody looks at any more.
func (c *ladderCard) leave() { c.trySoon.drop() }

// try says what the numbers typed would change. Where that is not known yet, it goes on in a moment.
func (c *ladderCard) try() {
	c.trySoon.drop()
	asked := c.shop
	asked.LoyalDays, asked.UsualGap = daysIn(c.loyal.Text), daysIn(c.usual.Text)
	if (asked.LoyalDays == c.shop.LoyalDays && asked.UsualGap == c.shop.UsualGap) || asked.Validate() != nil {
		c.say("")
		return
	}
	change, ready, err := c.w.store().TryLadder(asked.LoyalDays, asked.UsualGap)
	switch {
	case err != nil:
		c.w.Trouble(err)
	case ready:
		c.say(triedText(change))
	default:
		c.say(kit.T("settings.tried.counting"))
		c.trySoon.plan(c.w.app, readyPause, c.try)
	}
}

func (c *ladderCard) say(text string) {
	if text == c.tried.Text() && c.tried.Hidden == (text == "") {
		return
	}
	c.tried.SetText(text)
	c.tried.Hidden = text == ""
	c.card.Refresh()
}

// triedText says how many would stand elsewhere, a sentence each.
func triedText(change models.LadderChange) string {
	text := kit.T("settings.tried.nobody")
	if change.Moved > 0 {
		text = kit.TN("settings.tried.moved", change.Moved)
	}
	add := func(key string, n int) {
		if n < 0 {
			key, n = key+".fewer", -n
		}
		if n != 0 {
			text = kit.T("settings.tried.next", "Sentences", text, "Next", kit.TN("settings.tried."+key, n))
		}
	}
	add("loyal", change.Rungs[models.RungLoyal])
	for _, a := range models.Activities {
		add(string(a), change.Activities[a])
	}
	return text
}
