package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// chosenCustomers are those the owner chose to do something with all of them at once. They are known by who they are and not
// by their row, so that they stay chosen whatever the list shows.
type chosenCustomers struct {
	s    *customersScreen
	ids  map[models.CustomerID]bool
	mode bool // rows show what to tick, also while nobody is chosen

	bar          *fyne.Container
	count        *kit.RichLine
	archive, all *kit.Button
	doing        []*kit.Button // what can be done with somebody only
}

// newChosenCustomers makes the bar at the foot of the list, which is there while rows are chosen.
func newChosenCustomers(s *customersScreen) *chosenCustomers {
	c := &chosenCustomers{s: s, ids: map[models.CustomerID]bool{}, count: kit.Strong("").Ellipsis()}
	c.all = kit.NewButton("", c.onAll).Link().Small()
	clear := kit.NewButton(kit.T("lists.chosen.clear"), c.clear).Link().Small()
	c.archive = kit.NewButton(kit.T("lists.chosen.archive"), c.onArchive).Small()
	c.doing = []*kit.Button{
		kit.NewButton(kit.T("lists.chosen.print"), c.onPrint).Small(),
		kit.NewButton(kit.T("lists.chosen.labels"), c.onLabels).Small(),
		kit.NewButton(kit.T("lists.chosen.export"), c.onExport).Small(),
		kit.NewButton(kit.T("lists.chosen.tag"), c.onTag).Small(),
		c.archive,
	}
	buttons := kit.FlowRow(8)
	for _, b := range c.doing {
		buttons.Add(b)
	}
	c.bar = kit.Card(kit.VStack(8, kit.HStack(8, kit.Grow(c.count), c.all, clear), buttons))
	c.bar.Hide()
	return c
}

// picks tells the list how its rows are chosen.
func (c *chosenCustomers) picks() *kit.ListPicks {
	return &kit.ListPicks{Picked: c.picked, OnPick: c.onPick, OnPickAll: c.onAll}
}

func (c *chosenCustomers) picked(i int) bool {
	row, ok := c.s.rows.at(i)
	return ok && c.ids[row.ID]
}

// pick is what the row of somebody shows in its circle.
func (c *chosenCustomers) pick(id models.CustomerID) kit.Pick {
	switch {
	case c.ids[id]:
		return kit.PickOn
	case c.mode:
		return kit.PickOff
	}
	return kit.PickNone
}

// onPick chooses those in the rows from first to last, or lets them go.
func (c *chosenCustomers) onPick(first, last int, on bool) {
	f := c.s.asking()
	f.Offset, f.Limit = first, last-first+1
	ids, err := c.s.w.store().CustomerIDs(f)
	if err != nil {
		c.s.w.Trouble(err)
		return
	}
	c.set(ids, on)
}

// onAll chooses everybody in the list, however many.
func (c *chosenCustomers) onAll() {
	ids, err := c.s.w.store().CustomerIDs(c.s.asking())
	if err != nil {
		c.s.w.Trouble(err)
		return
	}
	c.set(ids, true)
}

func (c *chosenCustomers) set(ids []models.CustomerID, on bool) {
	for _, id := range ids {
		if on {
			c.ids[id] = true
		} else {
			delete(c.ids, id)
		}
	}
	c.mode = true
	c.show()
}

// clear lets everybody go, and the rows have their initials again.
func (c *chosenCustomers) clear() {
	c.ids, c.mode = map[models.CustomerID]bool{}, false
	c.show()
	c.s.focusList()
}

// onChoose begins to choose, or ends it.
func (c *chosenCustomers) onChoose() {
	if c.mode {
		c.clear()
		return
	}
	c.begin()
}

// begin shows what to tick.
func (c *chosenCustomers) begin() {
	c.mode = true
	c.show()
	c.s.focusList()
}

// show writes the bar, and the rows in view.
func (c *chosenCustomers) show() {
	n := len(c.ids)
	c.count.SetText(kit.TN("lists.chosen", n))
	if n == 0 {
		c.count.SetText(kit.T("lists.chosen.none"))
	}
	c.all.SetText(kit.TN("lists.chosen.all", c.s.rows.len()))
	c.all.Hidden = c.s.rows.len() == 0
	archived := c.s.set() == models.CustomersArchived
	c.archive.SetText(kit.T("lists.chosen.archive"))
	if archived {
		c.archive.SetText(kit.T("archive.back"))
	}
	for _, b := range c.doing {
		if n == 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	c.bar.Hidden = !c.mode
	c.s.choosing.SetText(kit.T("lists.choose"))
	if c.mode {
		c.s.choosing.SetText(kit.T("lists.choose.end"))
	}
	c.s.leftSide.Refresh()
	c.s.list.Refresh()
}

// reload forgets those who are neither in the book nor in the archive any more.
func (c *chosenCustomers) reload() error {
	if len(c.ids) == 0 {
		return nil
	}
	there, err := c.s.w.store().StillThere(c.list())
	if err != nil {
		return err
	}
	if len(there) < len(c.ids) {
		c.ids = map[models.CustomerID]bool{}
		c.set(there, true)
	}
	return nil
}

// list gives who is chosen, in no order.
func (c *chosenCustomers) list() []models.CustomerID {
	ids := make([]models.CustomerID, 0, len(c.ids))
	for id := range c.ids {
		ids = append(ids, id)
	}
	return ids
}

// inOrder gives who is chosen of the sets in the order of the list: of everybody, for they may be chosen from several lists.
func (c *chosenCustomers) inOrder(sets []models.CustomerSet) (chosen []models.CustomerID, err error) {
	for _, set := range sets {
		ids, err := c.s.w.store().CustomerIDs(models.CustomerFilter{Set: set, Sort: c.s.asked.Sort})
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if c.ids[id] {
				chosen = append(chosen, id)
			}
		}
	}
	return chosen, nil
}

// with does something with those of the sets who are chosen, in the order of the list. Of nobody it says so instead.
func (c *chosenCustomers) with(do func(ids []models.CustomerID), sets ...models.CustomerSet) {
	ids, err := c.inOrder(sets)
	switch {
	case err != nil:
		c.s.w.Trouble(err)
	case len(ids) == 0:
		c.s.w.Say(kit.T("lists.chosen.noneIn." + setKey(sets[0])))
	default:
		do(ids)
	}
}

func (c *chosenCustomers) onExport() {
	c.with(func(ids []models.CustomerID) { exportChosen(c.s.w, ids) }, models.CustomersAll, models.CustomersArchived)
}

func (c *chosenCustomers) onPrint() {
	c.with(func(ids []models.CustomerID) { showPrintCustomers(c.s.w, ids, kit.T("lists.print.chosen")) }, models.CustomersAll, models.CustomersArchived)
}

func (c *chosenCustomers) onTag() {
	c.with(func(ids []models.CustomerID) { showTagging(c.s.w, ids) }, models.CustomersAll)
}

func (c *chosenCustomers) onArchive() {
	if c.s.set() == models.CustomersArchived {
		c.with(c.takeBack, models.CustomersArchived)
		return
	}
	c.with(func(ids []models.CustomerID) { askToArchive(c.s.w, ids, "", c.clear) }, models.CustomersAll)
}

func (c *chosenCustomers) takeBack(ids []models.CustomerID) {
	takeBack(c.s.w, ids, kit.TN("archive.back.did", len(ids)), c.clear)
}
