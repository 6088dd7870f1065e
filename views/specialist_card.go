package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// specialistCard is what is known of one specialist and how it went with those sent to them.
type specialistCard struct {
	w *Window
	p models.SpecialistRow
}

func newSpecialistCard(w *Window, p models.SpecialistRow, sides *specialistSides) (fyne.CanvasObject, error) {
	c := &specialistCard{w: w, p: p}
	if err := sides.show(p); err != nil {
		return nil, err
	}
	return kit.VStack(14, c.head(), c.facts(), sides.object), nil
}

func (c *specialistCard) head() fyne.CanvasObject {
	badges := kit.FlowRow(6)
	for _, b := range specialistBadges(c.p) {
		badges.Add(kit.NewBadge(b.Text, b.Tone))
	}
	name := kit.VStack(4, kit.Title(c.p.Name), kit.Quiet(c.p.Trades), badges)
	top := kit.HStack(14, kit.NewAvatar(kit.Initials(c.p.Name)).Large(), kit.Grow(name))
	buttons := kit.FlowRow(8,
		kit.NewButton(kit.T("specialists.edit"), func() { showSpecialistForm(c.w, &c.p.Specialist, nil) }),
		kit.NewButton(kit.T("specialists.theySent"), c.onTheySent))
	if items := c.w.copyItems(c.p.Phone, c.p.Email, c.p.Address); len(items) > 0 {
		buttons.Add(kit.NewMenuButton(kit.T("reach.copy"), func() []kit.MenuItem { return items }))
	}
	buttons.Add(
		kit.NewButton(kit.T("specialists.delete"), c.onDelete).Danger())
	return kit.Card(top, buttons)
}

func (c *specialistCard) facts() fyne.CanvasObject {
	facts := kit.FlowRow(26)
	add := func(label, value string) {
		if value != "" {
			facts.Add(kit.VStack(2, kit.Quiet(kit.T("specialists."+label)), kit.Body(value)))
		}
	}
	to := reach{w: c.w, name: c.p.Name}
	link := func(label string, kind models.ContactKind, value string) {
		if value != "" {
			facts.Add(kit.VStack(2, kit.Quiet(kit.T("specialists."+label)), to.on(kit.Rich(reachLink(kind, value)))))
		}
	}
	link("phone", models.ContactPhone, c.p.Phone)
	link("email", models.ContactEmail, c.p.Email)
	add("address", c.p.Address)
	if c.p.SentN > 0 {
		add("went", recordText(c.p))
	}
	facts.Hidden = len(facts.Objects) == 0
	parts := []fyne.CanvasObject{facts}
	if c.p.Note != "" {
		parts = append(parts, kit.Body(c.p.Note))
	}
	confirmed := kit.T("specialists.neverConfirmed")
	if c.p.LastConfirmed != "" {
		confirmed = kit.T("specialists.confirmed", "Day", c.w.dayText(c.p.LastConfirmed))
	}
	still := kit.NewButton(kit.T("specialists.still"), c.onStill).Small()
	parts = append(parts, kit.HStack(12, kit.Quiet(confirmed), still))
	return kit.Card(parts...)
}

func (c *specialistCard) onStill() {
	confirmed := c.p.Specialist // the one shown stays as it is until the store says so
	confirmed.LastConfirmed = c.w.store().Today()
	if err := c.w.store().SaveSpecialist(&confirmed); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("specialists.didConfirm", "Name", c.p.Name))
}

func (c *specialistCard) onTheySent() {
	showReferralForm(c.w, ReferralStart{Referrer: models.Referrer{SpecialistID: c.p.ID}})
}

func (c *specialistCard) onDelete() {
	if err := c.w.store().DeleteSpecialist(c.p.ID); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("specialists.didDelete", "Name", c.p.Name))
}
