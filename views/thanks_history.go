package views

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksHistory is what was said, by year and by whom it was said to, with what it came to.
type thanksHistory struct {
	w      *Window
	done   *thanksPast
	year   *kit.Select
	find   *kit.FilterEntry
	soon   soon
	sums   *kit.RichLine
	list   *fyne.Container // the list, or that nobody fits
	object fyne.CanvasObject
}

func newThanksHistory(w *Window, done *thanksPast) *thanksHistory {
	h := &thanksHistory{w: w, done: done, sums: kit.Strong(""), list: page(done.object)}
	h.year = kit.NewSelect(nil, "0", func(string) { h.narrow() })
	h.find = kit.NewFilterEntry(kit.T("thanks.history.find"))
	h.find.OnTyped = func(string) { h.soon.plan(w.app, typingPause, h.narrow) }
	h.find.OnList = func() { w.canvas().Focus(done.list) }
	head := kit.Ends(h.sums, kit.Fixed(140, h.year), kit.Fixed(240, h.find))
	h.object = kit.VStack(10, head, kit.Grow(h.list))
	return h
}

// narrowed tells whether the owner asked for a year or a name.
func (h *thanksHistory) narrowed() bool {
	return h.done.filter.Year != 0 || h.done.filter.Who != ""
}

// reload offers the years there are, and adds up what the list has.
func (h *thanksHistory) reload() error {
	years, err := h.w.store().ThankedYears()
	if err != nil {
		return err
	}
	choices := []kit.Choice{{Value: "0", Label: kit.T("thanks.history.year.all")}}
	for _, year := range years {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(year), Label: strconv.Itoa(year)})
	}
	h.year.SetChoices(choices)
	h.year.SetValue(strconv.Itoa(h.done.filter.Year))
	sums, err := h.w.store().ThanksSums(h.done.filter)
	if err != nil {
		return err
	}
	h.sums.SetText(h.w.sumsText(sums, kit.TN("thanks.history.said", sums.Said)))
	shown := h.done.object
	if h.done.rows.len() == 0 {
		shown = kit.CardFilled(kit.EmptyState(kit.T("thanks.history.nobody"), kit.T("thanks.history.show"), h.showAll))
	}
	h.list.Objects = []fyne.CanvasObject{shown}
	h.list.Refresh()
	return nil
}

// sumsText adds to how many were said what was given with them.
func (w *Window) sumsText(sums models.ThanksSums, said string) string {
	switch {
	case sums.Given == 0:
		return said
	case sums.Cost == 0:
		return kit.TN("thanks.history.given", sums.Given, "Said", said)
	}
	return kit.TN("thanks.history.cost", sums.Given, "Said", said, "Cost", w.money(sums.Cost))
}

// narrow shows what was said in the year chosen to whoever is typed.
func (h *thanksHistory) narrow() {
	h.soon.drop()
	year, _ := strconv.Atoi(h.year.Value()) // only ever our own choices
	h.show(year, strings.TrimSpace(h.find.Text))
}

func (h *thanksHistory) show(year int, who string) {
	h.done.filter.Year, h.done.filter.Who = year, who
	if err := h.done.reload(); err != nil {
		h.w.Trouble(err)
		return
	}
	h.done.list.Reset()
	if err := h.reload(); err != nil {
		h.w.Trouble(err)
	}
}

func (h *thanksHistory) showAll() {
	h.find.Clear()
	h.show(0, "")
	h.w.canvas().Focus(h.find)
}

// of shows all that was said to somebody.
func (h *thanksHistory) of(name string) {
	h.find.SetText(name)
	h.show(0, name)
}

// showThankedOf shows on the page of thank-yous all that was said to a customer.
func (w *Window) showThankedOf(name string) {
	w.Show(PlaceThanks)
	s := w.screens[PlaceThanks].(*thanksScreen)
	s.tab.SetValue(tabDone)
	s.history.of(name)
	s.onTab(tabDone)
}
