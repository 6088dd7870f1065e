package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"goodturn/models"
	"goodturn/views/kit"
)

// bringersCard lists those who bring most people. Choosing one narrows the referrals to theirs; Enter and a double
// click open the card.
type bringersCard struct {
	w        *Window
	rows     []models.BringerRow
	list     *kit.List
	everyone *kit.Button
	object   fyne.CanvasObject
	chosen   models.CustomerID // 0: nobody, all referrals are shown
	alone    bool              // nothing stands beside it, so there must be a way back
	changed  func()
	explain  *kit.RichLine
	soon     soon // the rest of who sent whom is read
}

// bringersShown is how many of those who bring people are listed.
const bringersShown = 10

func newBringersCard(w *Window, changed func()) *bringersCard {
	c := &bringersCard{w: w, changed: changed}
	c.list = kit.NewList(func() int { return len(c.rows) }, func() fyne.CanvasObject { return newBringerRow() }, c.bind).Ruled()
	c.list.OnSelected = c.onSelected
	c.list.OnActivated = func(i int) { w.OpenCustomer(c.rows[i].ID) }
	c.everyone = kit.NewButton(kit.T("referrals.everyone"), c.onEveryone).Link().Small()
	head := kit.CardHeading(kit.T("referrals.who"), -1, c.everyone)
	more := kit.NewButton(kit.T("bringers.more"), func() { w.Show(PlaceBringers) }).Link().Small()
	tree := kit.NewButton(kit.T("customers.family"), c.onTree).Link().Small()
	c.explain = kit.Quiet("")
	c.object = kit.CardFilled(kit.VStack(6, head, c.explain, kit.Grow(c.list), kit.FlowRow(8, more, tree)))
	return c
}

func (c *bringersCard) reload() error {
	ready, err := c.w.kinReady(&c.soon, c.again)
	c.explain.SetText(kit.T("referrals.who.explained"))
	if err != nil || !ready {
		c.explain.SetText(kit.T("family.reading"))
		return err
	}
	if c.rows, _, err = c.w.store().WhoBrings(models.BringerFilter{Limit: bringersShown}); err != nil {
		return err
	}
	at := -1
	for i, row := range c.rows {
		if row.ID == c.chosen {
			at = i
		}
	}
	if at < 0 {
		c.chosen = 0
	}
	c.everyone.Hidden = c.chosen == 0 && !c.alone
	c.list.Refresh()
	c.list.Select(at)
	c.object.Refresh()
	return nil
}

// again goes on once more of who sent whom is read.
func (c *bringersCard) again() {
	if err := c.reload(); err != nil {
		c.w.Trouble(err)
	}
}

// onTree shows the tree of the chosen one, or of whoever brought most.
func (c *bringersCard) onTree() {
	of := c.chosen
	if of == 0 && len(c.rows) > 0 {
		of = c.rows[0].ID
	}
	if of != 0 {
		c.w.ShowFamily(models.Referrer{CustomerID: of})
	}
}

// setAlone tells the card whether it stands there alone.
func (c *bringersCard) setAlone(alone bool) {
	c.alone = alone
	c.everyone.Hidden = c.chosen == 0 && !alone
	c.everyone.Refresh()
}

func (c *bringersCard) onSelected(i int) {
	c.chosen = c.rows[i].ID
	c.changed()
}

func (c *bringersCard) onEveryone() {
	c.chosen = 0
	c.w.canvas().Focus(c.list)
	c.changed()
}

func (c *bringersCard) bind(i int, o fyne.CanvasObject) {
	if i < len(c.rows) {
		o.(*bringerRow).set(i+1, c.rows[i], c.rows[0].Ever.DirectN)
	}
}

// bringerRow is one who brings people: the place, the name, a bar, and the two numbers.
type bringerRow struct {
	widget.BaseWidget
	rank, count, name *kit.RichLine
	bar               *kit.Bar
	content           *fyne.Container
}

func newBringerRow() *bringerRow {
	r := &bringerRow{rank: kit.Quiet(" "), count: kit.Rich(" ").Trailing(), name: kit.Strong(" ").Ellipsis(), bar: kit.NewBar("", 0, 1, "")}
	words := kit.VStack(4, r.name, r.bar)
	r.content = kit.Inset(2, 8, 2, 9, kit.HStack(8, kit.Fixed(18, r.rank), kit.Grow(words), kit.Fixed(62, r.count)))
	r.ExtendBaseWidget(r)
	return r
}

// set shows the bringer in the given place, beside the one who brought most.
func (r *bringerRow) set(place int, b models.BringerRow, most int) {
	r.rank.SetText(kit.Count(place))
	r.name.SetText(b.Name)
	r.count.SetMarkup(bringerCount(b))
	r.bar.Set("", float64(b.Ever.DirectN), float64(most), "")
	r.content.Refresh()
}

// bringerCount is how many somebody sent and, where there are any, how many those went on to send.
func bringerCount(b models.BringerRow) string {
	if b.Ever.ThroughN == 0 {
		return kit.T("referrals.who.direct", "Direct", kit.Count(b.Ever.DirectN))
	}
	return kit.T("referrals.who.counts", "Direct", kit.Count(b.Ever.DirectN), "Through", kit.Count(b.Ever.ThroughN))
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *bringerRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
