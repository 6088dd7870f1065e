package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// callsPaper words whom to call about what they wait for, with the choices of what stands on the list.
type callsPaper struct {
	w       *Window
	item    models.ItemID // the thing that was open, or chosen; 0 for none
	shop    models.Shop
	about   *kit.Chips // all things, or that one
	who     *kit.Chips // only what came in, or everybody who waits
	n       int        // those on the list that was worded last
	nothing *kit.RichLine
	choices *fyne.Container
}

// What a list of calls is about, and whom it has.
const (
	callsAll     = "all"
	callsOne     = "one"
	callsHere    = "here"
	callsWaiting = "waiting"
)

// newCallsPaper makes the choices; changed is told once another is chosen.
func newCallsPaper(w *Window, shop models.Shop, item models.ItemID, name string, changed func()) *callsPaper {
	c := &callsPaper{w: w, item: item, shop: shop}
	chosen := func(string) { changed() }
	about := []kit.Choice{{Value: callsAll, Label: kit.T("calls.about.all")}}
	if item != 0 {
		about = append(about, kit.Choice{Value: callsOne, Label: name})
	}
	c.about = kit.NewChips(about, about[len(about)-1].Value, chosen)
	aboutField := kit.NewField(kit.T("calls.about"), c.about)
	aboutField.Hidden = item == 0
	c.who = kit.NewChips([]kit.Choice{{Value: callsHere, Label: kit.T("calls.who.here")}, {Value: callsWaiting, Label: kit.T("calls.who.waiting")}}, callsHere, chosen)
	if things, err := w.store().CallList(models.CallListFilter{Item: item, CameIn: true}); err == nil && len(things) == 0 {
		c.who.SetValue(callsWaiting) // there is nobody to tell, so the others are meant
	}
	c.nothing = kit.Quiet(kit.T("calls.nothing", "Everybody", kit.T("calls.who.waiting")))
	c.choices = kit.VStack(14, aboutField, kit.NewField(kit.T("calls.who"), c.who), kit.Quiet(kit.T("calls.wishes")), c.nothing)
	return c
}

// showCalls opens the sheet for a list of calls; about one thing where item is given, which is called name.
func showCalls(w *Window, item models.ItemID, name string) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	var d *desk
	c := newCallsPaper(w, shop, item, name, func() { d.renew() })
	d = showDesk(w, deskPaper{kind: app.PaperCalls, title: kit.T("calls.sheet"), choices: c.choices, prepare: c.prepare, empty: c.empty})
}

// prepare words the list as it is to be previewed.
func (c *callsPaper) prepare() (layOut, error) {
	list, err := c.list()
	if err != nil {
		return nil, err
	}
	c.nothing.Hidden = !c.empty()
	c.choices.Refresh()
	return pagesOf(func() (*paper.Document, error) { return c.w.app.Press().LayOutCalls(list) }), nil
}

func (c *callsPaper) empty() bool { return c.n == 0 }

// list words whom to call as they stand on paper. Those who asked for no calls are left out, and counted.
func (c *callsPaper) list() (app.CallList, error) {
	f := models.CallListFilter{CameIn: c.who.Value() == callsHere}
	if c.about.Value() == callsOne {
		f.Item = c.item
	}
	things, err := c.w.store().CallList(f)
	if err != nil {
		return app.CallList{}, err
	}
	now, key := c.w.app.Now(), "calls.title.waiting"
	if f.CameIn {
		key = "calls.title.here"
	}
	list := app.CallList{Shop: c.shop, Made: now, Language: kit.T("print.language"), Words: paper.CallListWords{
		Title: kit.T(key), Date: kit.LongDayYear(now), Name: kit.T("calls.name"), Phone: kit.T("calls.phone"),
		Boxes: [3]string{kit.T("calls.reached"), kit.T("calls.left"), kit.T("calls.comes")}, Nobody: kit.T("calls.nobody"), PageOf: pageOf}}
	var left app.LeftOut
	n := 0
	for _, thing := range things {
		if words := c.thing(thing, &left); len(words.People) > 0 {
			list.Things, n = append(list.Things, words), n+len(words.People)
		}
	}
	c.n, list.Words.Count = n, kit.TN("calls.count", n)
	if left.Calls > 0 {
		list.Words.LeftOut = kit.TN("calls.leftOut", left.Calls)
	}
	return list, nil
}

// thing words a thing with those who may be called about it.
func (c *callsPaper) thing(thing models.CallThing, left *app.LeftOut) paper.CallListThing {
	words := paper.CallListThing{Name: thing.Item}
	here, ordered := 0, 0
	for _, p := range thing.People {
		if p.NoPhone {
			left.Calls++
			continue
		}
		if p.Here {
			here++
		}
		if p.State == models.WantOrdered {
			ordered++
		}
		words.People = append(words.People, c.person(p))
	}
	switch {
	case here > 0:
		words.State = kit.T("calls.state.here")
	case ordered > 0:
		words.State = kit.T("calls.state.ordered")
	default:
		words.State = kit.T("calls.state.toOrder")
	}
	return words
}

// person words one of them, where a day is written so that it is still right next week.
func (c *callsPaper) person(p models.WaitRow) paper.CallListPerson {
	words := paper.CallListPerson{Name: namedOnPaper(p.Person), Phone: p.Phone}
	if p.Phone == "" {
		words.Phone = kit.T("calls.noNumber")
		if p.Email != "" && !p.NoEmail {
			words.Phone = p.Email
		}
	}
	var facts []string
	say := func(key string, args ...any) { facts = append(facts, kit.T(key, args...)) }
	if p.Asked != "" {
		say("calls.asked", "Day", paperDay(p.Asked))
	}
	if p.Told != "" {
		say("waiting.told", "Words", p.Told)
	}
	if p.Called == models.CallLeftMessage {
		say("calls.message")
	}
	words.Since = oneAfterAnother(facts)
	return words
}

// paperDay writes a day so that it is still right when the paper is read another day.
func paperDay(day models.Day) string { return kit.BirthdayText(string(day)) }

// Print prints whom to call about the thing that is open or chosen, or about all.
func (s *wantedScreen) Print() {
	if s.thing == nil && s.print.Disabled() {
		s.w.Say(kit.T("print.nothing"))
		return
	}
	name := ""
	id := s.chosenThing()
	if id != 0 {
		row, err := s.w.store().WantedItem(id, "")
		if err != nil {
			s.w.Trouble(err)
			return
		}
		if name = row.Item; row.Waiting == 0 {
			id = 0 // nobody waits for it
		}
	}
	showCalls(s.w, id, name)
}
