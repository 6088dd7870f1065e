package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// How thank-yous may be printed.
const (
	printAsList    = "list"
	printAsCompact = "compact"
	printAsWriting = "writing"
)

// What may stand beside a name on the list, in the order of its ticks.
var thanksParts = []string{"why", "since", "how", "contact", "room"}

// The days after which somebody may be said to wait.
var thanksWaits = []int{7, 14, 28, 56}

// thanksChoices is the sheet in which the list of people to thank is looked at and printed, with the choices of whom, in what order and
// what stands there. Each counts at once, for the pages beside it, the list on the screen and the next time.
type thanksChoices struct {
	s                                     *thanksScreen
	as, how, cause, waiting, order, paper *kit.Select
	with                                  map[string]*kit.Tick
	grouped                               *kit.Tick
	listOnly                              *fyne.Container      // what half pages have no use for
	rows                                  []models.ThankYouRow // on the pages
	desk                                  *desk
}

// showThanksChoices opens the sheet with what was chosen last, and gives it; nil where the shop cannot be read. It thanks nobody.
func showThanksChoices(s *thanksScreen) *thanksChoices {
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	p, store := &thanksChoices{s: s}, s.w.store()
	p.desk = showDesk(s.w, deskPaper{kind: app.PaperThanks, title: kit.T("thanks.choose.title"), choices: p.fields(shop), width: 290,
		prepare: p.prepare, printed: func(out printedPages) { s.w.askCameOut(cameAsk{store: store, thanks: p.rows}, out) }})
	p.allow()
	return p
}

// prepare words the pages of those ticked.
func (p *thanksChoices) prepare() (layOut, error) {
	p.rows = p.s.due.ticked()
	list, err := p.s.printer.list(p.rows)
	return p.s.printer.lay(list), err
}

// fields are the choices.
func (p *thanksChoices) fields(shop models.Shop) fyne.CanvasObject {
	c, chose, ticked := p.s.w.app.Prefs.ThanksChoices(), func(string) { p.onChosen() }, func(bool) { p.onChosen() }
	p.as = kit.NewSelect(printAsChoices(), printAs(p.s.w.app.Prefs), chose)
	p.how = kit.NewSelect(append([]kit.Choice{{Label: kit.T("thanks.choose.anyHow")}}, thanksChannels()...), string(c.How), chose)
	p.cause = kit.NewSelect(causeChoices(), string(c.Cause), chose)
	p.waiting = kit.NewSelect(waitChoices(), strconv.Itoa(c.Waiting), chose)
	p.order = kit.NewSelect(orderChoices(), string(c.Order), chose)
	p.paper = kit.NewSelect(thanksPapers(shop), string(c.Paper), chose)
	p.grouped = kit.NewTick(kit.T("thanks.choose.grouped"), c.Grouped, ticked)
	var with *fyne.Container
	p.with, with = ticksOf(thanksParts, nil, ticked)
	for part, tick := range p.with {
		tick.SetLabel(kit.T("thanks.part." + part))
		tick.SetOn(!*partOf(&c.Without, part))
	}
	p.listOnly = kit.VStack(14, p.grouped, kit.NewField(kit.T("thanks.choose.with"), with))
	p.listOnly.Hidden = p.as.Value() == printAsWriting
	return kit.VStack(14, kit.NewField(kit.T("thanks.choose.as"), p.as),
		kit.NewField(kit.T("thanks.choose.whom"), kit.VStack(8, p.how, p.cause, p.waiting)),
		kit.NewField(kit.T("thanks.choose.order"), p.order), p.listOnly, kit.NewField(kit.T("thanks.choose.paper"), p.paper))
}

// printAs is how thank-yous are printed.
func printAs(prefs app.Prefs) string {
	switch {
	case prefs.ThanksWriting():
		return printAsWriting
	case prefs.ThanksChoices().Compact:
		return printAsCompact
	}
	return printAsList
}

func printAsChoices() []kit.Choice {
	return []kit.Choice{{Value: printAsList, Label: kit.T("thanks.as.list")}, {Value: printAsCompact, Label: kit.T("thanks.choose.compact")},
		{Value: printAsWriting, Label: kit.T("thanks.as.writing")}}
}

func causeChoices() []kit.Choice {
	choices := []kit.Choice{{Label: kit.T("thanks.choose.anyCause")}}
	for _, cause := range []models.ThanksCause{models.ThanksReferral, models.ThanksPraise, models.ThanksMilestone, models.ThanksOther} {
		choices = append(choices, kit.Choice{Value: string(cause), Label: kit.T("thanks.only." + string(cause))})
	}
	return choices
}

func waitChoices() []kit.Choice {
	choices := []kit.Choice{{Value: "0", Label: kit.T("thanks.choose.anyLong")}}
	for _, days := range thanksWaits {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(days), Label: kit.TN("thanks.only.waiting", days/7)})
	}
	return choices
}

func orderChoices() []kit.Choice {
	words := map[app.ThanksOrder]string{app.ThanksLongest: "longest", app.ThanksByName: "name", app.ThanksByHow: "how", app.ThanksByPlace: "place"}
	choices := make([]kit.Choice, len(app.ThanksOrders))
	for i, order := range app.ThanksOrders {
		choices[i] = kit.Choice{Value: string(order), Label: kit.T("thanks.order." + words[order])}
	}
	return choices
}

func thanksPapers(shop models.Shop) []kit.Choice {
	choices := []kit.Choice{{Label: kit.T("thanks.choose.paperShop", "Paper", string(shop.Paper))}}
	for _, sheet := range []models.Paper{models.PaperA4, models.PaperLetter} {
		if sheet != shop.Paper {
			choices = append(choices, kit.Choice{Value: string(sheet), Label: string(sheet)})
		}
	}
	return choices
}

// partOf is where it stands that a part is left off.
func partOf(without *paper.ThankYouParts, part string) *bool {
	switch part {
	case "why":
		return &without.Why
	case "since":
		return &without.Since
	case "how":
		return &without.How
	case "contact":
		return &without.Contact
	}
	return &without.Room
}

// onChosen takes over what stands in the sheet, and shows those whom it leaves.
func (p *thanksChoices) onChosen() {
	prefs := p.s.w.app.Prefs
	days, _ := strconv.Atoi(p.waiting.Value())
	c := app.ThanksChoices{How: models.Channel(p.how.Value()), Cause: models.ThanksCause(p.cause.Value()), Waiting: days,
		Order: app.ThanksOrder(p.order.Value()), Compact: p.as.Value() == printAsCompact, Grouped: p.grouped.On(), Paper: models.Paper(p.paper.Value())}
	if p.as.Value() == printAsWriting {
		c.Compact = prefs.ThanksChoices().Compact // for the next list
	}
	for part, tick := range p.with {
		*partOf(&c.Without, part) = !tick.On()
	}
	prefs.SetThanksChoices(c)
	prefs.SetThanksWriting(p.as.Value() == printAsWriting)
	p.listOnly.Hidden = p.as.Value() == printAsWriting
	p.s.sayPrint()
	p.s.w.Trouble(p.s.Reload())
	p.desk.renew()
	p.allow()
}

// allow lets the owner print where somebody is on the list.
func (p *thanksChoices) allow() { p.desk.allow(len(p.s.due.ticked()) > 0) }
