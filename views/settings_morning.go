package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// morningCard asks whether the system is to tell in the morning how many things wait, on this machine.
type morningCard struct {
	w    *Window
	tell *kit.Tick
	card fyne.CanvasObject
}

func newMorningCard(w *Window) *morningCard {
	c := &morningCard{w: w}
	c.tell = kit.NewTick(kit.T("morning.tell"), false, c.onTell)
	c.card = kit.CardWithHeading(kit.T("morning.heading"), -1, c.tell, kit.Quiet(kit.T("morning.why")))
	return c
}

func (c *morningCard) object() fyne.CanvasObject { return c.card }

func (c *morningCard) reload(models.Shop) error {
	c.tell.SetOn(c.w.app.Prefs.MorningNews())
	return nil
}

// onTell remembers the choice. Who turns it on sees at once what they will see.
func (c *morningCard) onTell(on bool) {
	c.w.app.Prefs.SetMorningNews(on)
	if c.w.morning.drop(); !on {
		return
	}
	shop, err := c.w.store().Shop()
	if err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.app.Prefs.SetMorningTold(shop.UID, "")
	c.w.tellMorning()
}
