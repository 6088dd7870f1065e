package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// bringersSide is one of those who bring people, used to or could: why they stand there, and what to do next.
type bringersSide struct {
	w          *Window
	row        bringerLine
	name, next *kit.RichLine
	why        []*kit.RichLine
	lines      *fyne.Container
	asked, ask *kit.Button
	open, tree *kit.Button
	refer      *kit.Button
	object     fyne.CanvasObject
}

func newBringersSide(w *Window) *bringersSide {
	c := &bringersSide{w: w, name: kit.Rich(""), next: kit.Quiet(""), lines: kit.VStack(6)}
	c.name.OnLink = w.follow
	c.asked = kit.NewButton(kit.T("bringers.asked"), c.onAsked).Small()
	c.ask = kit.NewButton(kit.T("bringers.ask"), c.onAsk).Small()
	c.tree = kit.NewButton(kit.T("customers.family"), func() { w.ShowFamily(models.Referrer{CustomerID: c.row.id}) }).Small()
	c.open = kit.NewButton(kit.T("family.open"), func() { w.OpenCustomer(c.row.id) }).Small()
	c.refer = kit.NewButton(kit.T("customers.refer"), c.onRefer).Small()
	c.object = kit.CardFilled(kit.VStack(12, c.name, c.lines, kit.Hairline(), c.next, kit.FlowRow(8, c.asked, c.ask, c.tree, c.open, c.refer)))
	return c
}

// show shows another.
func (c *bringersSide) show(row bringerLine) {
	c.row = row
	c.name.SetMarkup(linkMarkup(linkCustomer, int64(row.id), row.name))
	var lines []string
	next := "bringers.next.bring"
	switch {
	case row.could != nil:
		for _, cause := range row.could.Causes {
			lines = append(lines, c.w.couldWhy(cause))
		}
		lines = append(lines, kit.T("bringers.why.never"))
		next = "bringers.next." + string(row.could.Causes[0].Reason)
	default:
		lines = c.w.broughtWhy(row.brung)
		if row.brung.Last != "" && row.brung.Last < c.w.store().Today().AddDays(-365) {
			next = "bringers.next.used"
		}
	}
	c.setLines(lines)
	c.next.SetText(kit.T(next))
	c.asked.Hidden, c.tree.Hidden = row.could == nil, row.brung == nil
	c.ask.Hidden = next == "bringers.next.bring"
	c.object.Refresh()
}

// setLines writes the sentences; the lines are kept, so that the keyboard stays where it is.
func (c *bringersSide) setLines(texts []string) {
	for len(c.why) < len(texts) {
		c.why = append(c.why, kit.Rich(""))
	}
	c.lines.Objects = nil
	for i, text := range texts {
		c.why[i].SetMarkup(text)
		c.lines.Add(c.why[i])
	}
}

// first is the button of the next step.
func (c *bringersSide) first() *kit.Button {
	for _, b := range []*kit.Button{c.asked, c.ask, c.tree} {
		if b.Visible() {
			return b
		}
	}
	return c.open
}

// onAsked notes that they were asked, so that nobody asks them again.
func (c *bringersSide) onAsked() {
	row := c.row
	if err := c.w.store().NoteInvited(row.id); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("bringers.did.asked", "Name", row.name))
}

// onAsk has them asked on a day, on which Today tells of it.
func (c *bringersSide) onAsk() {
	w, row := c.w, c.row
	why := kit.T("bringers.askWhy.used")
	if row.could != nil {
		why = kit.T("bringers.askWhy.could")
	}
	showDay(w, dayAsk{title: kit.T("bringers.ask.title", "Name", row.name), save: kit.T("leaving.call.save"),
		put: func(due models.Day) error {
			return w.store().SaveFollowUp(&models.FollowUp{CustomerID: row.id, Cause: models.CauseOther, DueOn: due, Why: why})
		},
		did: func(due models.Day) string {
			return kit.T("leaving.did.call", "Name", row.name, "Day", w.dayText(due))
		}})
}

func (c *bringersSide) onRefer() {
	showReferralForm(c.w, ReferralStart{Referrer: models.Referrer{CustomerID: c.row.id}})
}
