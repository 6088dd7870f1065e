package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// leavingCard is one customer with every reason they have, and what to do about each. Its lines are kept and filled anew, so that the
// keyboard stays where it is when the next customer has come up.
type leavingCard struct {
	w       *Window
	row     models.LeaveRow
	name    *kit.RichLine
	reach   *kit.RichLine
	lines   []*leavingLine
	list    *fyne.Container
	object  fyne.CanvasObject
	visible int
}

func newLeavingCard(w *Window) *leavingCard {
	c := &leavingCard{w: w, name: kit.Rich(""), reach: kit.Quiet(""), list: kit.VStack(12)}
	c.name.OnLink = w.follow
	open := kit.NewButton(kit.T("leaving.open"), func() { w.OpenCustomer(c.row.CustomerID) }).Small()
	log := kit.NewButton(kit.T("bar.logVisit"), func() { w.LogVisit(VisitStart{Customer: c.row.CustomerID}) }).Small()
	head := kit.VStack(2, c.name, c.reach)
	c.object = kit.CardFilled(kit.VStack(12, head, kit.Hairline(), c.list, kit.Hairline(), kit.FlowRow(8, open, log)))
	return c
}

// show shows what to do for another customer.
func (c *leavingCard) show(row models.LeaveRow) error {
	c.row = row
	c.name.SetMarkup(linkMarkup(linkCustomer, int64(row.CustomerID), row.Customer))
	reach := reachOf(row.Person)
	c.reach.SetText(reach)
	c.reach.Hidden = reach == ""
	c.list.Objects = c.list.Objects[:0]
	for i, cause := range row.Causes {
		if i == len(c.lines) {
			c.lines = append(c.lines, newLeavingLine(c))
		}
		if i > 0 {
			c.list.Objects = append(c.list.Objects, kit.Hairline())
		}
		if err := c.lines[i].set(cause); err != nil {
			return err
		}
		c.list.Objects = append(c.list.Objects, c.lines[i].object)
	}
	c.visible = len(row.Causes)
	c.list.Refresh()
	c.object.Refresh()
	return nil
}

// focus puts the keyboard on the first thing to do.
func (c *leavingCard) focus() {
	if c.visible > 0 {
		c.w.canvas().Focus(c.lines[0].first())
	}
}

// leavingLine is one reason with its next step.
type leavingLine struct {
	card                    *leavingCard
	cause                   models.LeaveCause
	thanks                  models.ThankYouRow // of one unthanked
	badge                   *kit.Badge
	why, next               *kit.RichLine
	act, call, visit, later *kit.Button
	object                  fyne.CanvasObject
}

func newLeavingLine(c *leavingCard) *leavingLine {
	l := &leavingLine{card: c, badge: kit.NewBadge("", kit.TonePlain), why: kit.Rich(""), next: kit.Quiet("")}
	l.act = kit.NewButton("", l.onAct).Small()
	l.call = kit.NewButton(kit.T("leaving.call"), l.onCall).Small()
	l.visit = kit.NewButton(kit.T("leaving.visit"), l.onVisit).Small()
	l.later = kit.NewButton(kit.T("today.later"), l.onLater).Small()
	l.object = kit.VStack(6, kit.HStack(0, l.badge, kit.Spacer()), l.why, l.next, kit.FlowRow(8, l.act, l.call, l.visit, l.later))
	return l
}

// set shows another reason.
func (l *leavingLine) set(cause models.LeaveCause) (err error) {
	l.cause, l.thanks = cause, models.ThankYouRow{}
	if cause.Reason == models.LeaveUnthanked {
		if l.thanks, err = l.card.w.thanksOf(l.card.row.CustomerID, cause.ThankYouID); err != nil {
			return err
		}
	}
	word, tone := leaveWord(cause.Reason)
	l.badge.Set(word, tone)
	l.why.SetMarkup(l.whyText())
	step := string(cause.Reason.Step())
	l.next.SetText(kit.T("leaving.next." + step))
	l.act.Hidden = cause.Reason.Step() != models.StepMakeGood && cause.Reason.Step() != models.StepThank
	if !l.act.Hidden {
		l.act.SetText(kit.T("leaving.do." + step))
	}
	l.call.Hidden = cause.Reason.Step() == models.StepThank
	l.visit.Hidden = cause.VisitID == 0
	return nil
}

// whyText is the reason as a sentence.
func (l *leavingLine) whyText() string {
	if l.cause.Reason == models.LeaveUnthanked {
		return kit.T("leaving.why.unthanked", "Why", l.card.w.thanksWhy(l.thanks), "Day", kit.Escape(l.card.w.dayText(l.cause.Day)))
	}
	return kit.RichT("leaving.why."+string(l.cause.Reason), "What", l.cause.What, "Day", l.card.w.dayText(l.cause.Day))
}

// first is the button of the next step.
func (l *leavingLine) first() *kit.Button {
	if l.act.Hidden {
		return l.call
	}
	return l.act
}

// onAct does the next step: what was made good is written down, thanks are said.
func (l *leavingLine) onAct() {
	if l.cause.Reason.Step() == models.StepThank {
		showThanked(l.card.w, []models.ThankYouRow{l.thanks})
		return
	}
	showMakeGood(l.card.w, l.cause.VisitID, l.card.row.Customer)
}

// showMakeGood asks what was done about a promise that was not kept, or for somebody who left unhappy.
func showMakeGood(w *Window, visit models.VisitID, name string) {
	showLine(w, lineAsk{title: kit.T("leaving.makeGood.title", "Name", name), label: kit.T("leaving.makeGood.label"), place: kit.T("leaving.makeGood.place"),
		hint: kit.T("leaving.makeGood.hint"), save: kit.T("leaving.makeGood.save"), field: "madeGood",
		store: func(line string) error { return w.store().MakeGood(visit, line) },
		did:   func(string) string { return kit.T("leaving.did.makeGood", "Name", name) }})
}

// onCall promises to call them on a day, on which Today tells of it.
func (l *leavingLine) onCall() {
	w, row, cause := l.card.w, l.card.row, l.cause
	why := kit.T("leaving.callWhy."+string(cause.Reason), "What", cause.What)
	showDay(w, dayAsk{title: kit.T("leaving.call.title", "Name", row.Customer), save: kit.T("leaving.call.save"),
		put: func(due models.Day) error { return w.store().CallBack(row.CustomerID, cause, due, why) },
		did: func(due models.Day) string {
			return kit.T("leaving.did.call", "Name", row.Customer, "Day", w.dayText(due))
		}})
}

func (l *leavingLine) onVisit() { l.card.w.EditVisit(l.cause.VisitID) }

func (l *leavingLine) onLater() {
	w, row, cause := l.card.w, l.card.row, l.cause
	showLater(w, row.Customer, func(until models.Day) error { return w.store().PutOff(row.CustomerID, cause, until) })
}
