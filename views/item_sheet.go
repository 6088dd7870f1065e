package views

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// itemSheet is the page of one thing, over whatever page one was on: how often it was asked for and was not there, what was taken in
// its place, who waits for it, what else it is called, and what can be done about its name.
type itemSheet struct {
	w     *Window
	page  models.ItemPage
	sheet *kit.Sheet
}

// itemBars is how many of the last months are drawn.
const itemBars = 6

// showItem opens the page of a thing.
func showItem(w *Window, id models.ItemID) {
	page, err := w.store().ItemPage(id)
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &itemSheet{w: w, page: page}
	extra := []fyne.CanvasObject{kit.NewButton(kit.T("item.rename"), s.onRename), kit.NewButton(kit.T("item.merge"), s.onMerge), kit.NewButton(kit.T("item.log"), s.onLog)}
	s.sheet = kit.ShowSheet(w.canvas(), page.Name, s.body(), kit.SheetOptions{Help: "wanted", Extra: extra, Width: 720})
}

// body lays the page out, and leaves out what there is nothing to say of.
func (s *itemSheet) body() fyne.CanvasObject {
	body := kit.VStack(12, kit.VStack(2, s.facts()...))
	for _, part := range []struct {
		heading string
		rows    []fyne.CanvasObject
	}{{"item.names", s.names()}, {"item.waiting", s.waiting()}, {"item.instead", s.instead()}, {"item.months", s.months()}} {
		if len(part.rows) > 0 {
			body.Add(kit.Hairline())
			body.Add(kit.VStack(6, append([]fyne.CanvasObject{kit.Heading(kit.T(part.heading))}, part.rows...)...))
		}
	}
	return body
}

// facts say how often it was asked for and missed, and by how many.
func (s *itemSheet) facts() []fyne.CanvasObject {
	p := s.page
	if p.AskedN == 0 {
		return []fyne.CanvasObject{kit.Body(kit.T("item.never"))}
	}
	facts := []fyne.CanvasObject{kit.Body(kit.TN("item.asked", p.AskedN, "First", s.w.dayText(p.First), "Last", s.w.dayText(p.Last)))}
	if p.Missed == 0 {
		return append(facts, kit.Body(kit.T("item.always")))
	}
	facts = append(facts, kit.Body(kit.TN("item.missed", p.Missed, "Since", s.w.dayText(p.Wanted.First))), kit.Body(kit.TN("item.people", p.Wanted.People)))
	if p.Wanted.Stake > 0 {
		facts = append(facts, kit.Body(kit.T("item.stake", "Money", s.w.money(p.Wanted.Stake))))
	}
	return facts
}

// names are what else it is called, each with a way to part it again.
func (s *itemSheet) names() (rows []fyne.CanvasObject) {
	for _, other := range s.page.Names {
		part := kit.NewButton(kit.T("item.part"), func() { s.onPart(other) }).Small()
		rows = append(rows, kit.HStack(8, kit.Grow(kit.Body(other.Name)), part))
	}
	return rows
}

// waiting are those who wait for it, in the order they asked; each leads to their card, and all to the calls to make.
func (s *itemSheet) waiting() []fyne.CanvasObject {
	var people []fyne.CanvasObject
	for _, wait := range s.page.Waiting {
		people = append(people, s.w.waitRow(wait, func(string) { s.sheet.Close(); s.w.OpenCustomer(wait.CustomerID) }))
	}
	if len(people) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Rows(people...), kit.HStack(8, kit.NewButton(kit.T("item.calls"), s.onCalls).Small())}
}

// onCalls leads to where those who wait for it are called.
func (s *itemSheet) onCalls() {
	s.sheet.Close()
	s.w.OpenWanted(s.page.ID)
}

// instead are what was offered in its place, what is taken most first, and why people said no.
func (s *itemSheet) instead() (rows []fyne.CanvasObject) {
	for _, w := range s.page.Instead {
		line := kit.HStack(8, kit.Grow(kit.Body(workedWords(w))), kit.Quiet(kit.T("item.taken", "Taken", kit.Count(w.Taken), "Offered", kit.Count(w.Offered))))
		rows = append(rows, line)
		if len(w.Noes) > 0 {
			rows = append(rows, kit.Quiet(kit.T("item.noes", "Why", strings.Join(w.Noes, " · "))))
		}
	}
	return rows
}

// months are the last months, as bars of how often it was asked for.
func (s *itemSheet) months() (rows []fyne.CanvasObject) {
	most := 0
	for _, m := range s.page.Months {
		most = max(most, m.Asked)
	}
	if most == 0 {
		return nil
	}
	for _, m := range s.page.Months[len(s.page.Months)-itemBars:] {
		if len(rows) == 0 && m.Asked == 0 {
			continue // from before it was asked for
		}
		label := monthText(m.Month)
		if m.Missed > 0 {
			label = kit.TN("item.month.missed", m.Missed, "Month", label)
		}
		rows = append(rows, kit.NewBar(label, float64(m.Asked), float64(most), kit.Count(m.Asked)))
	}
	return rows
}

// monthText names the month of "2026-11".
func monthText(month string) string {
	first, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return kit.MonthName(first)
}

// onLog shows every request for it.
func (s *itemSheet) onLog() {
	s.sheet.Close()
	s.w.OpenLog(models.ItemRow{ID: s.page.ID, Name: s.page.Name})
}

// onRename asks for another name.
func (s *itemSheet) onRename() {
	s.sheet.Close()
	was := s.page.Name
	showLine(s.w, lineAsk{title: kit.T("item.rename.title", "Name", was), label: kit.T("item.rename.label"), hint: kit.T("item.rename.hint"), save: kit.T("item.rename.save"),
		field: "name", was: was,
		store: func(line string) error { return s.w.store().RenameItem(s.page.ID, line) },
		did:   func(line string) string { return kit.T("item.renamed", "Was", was, "Name", strings.TrimSpace(line)) }})
}

// onMerge asks what is the same.
func (s *itemSheet) onMerge() {
	s.sheet.Close()
	showItemMerge(s.w, s.page.Item)
}

// onPart makes another name a thing of its own again.
func (s *itemSheet) onPart(other models.Item) {
	if err := s.w.store().SplitItem(other.ID); err != nil {
		s.w.Trouble(err)
		return
	}
	s.sheet.Close()
	s.w.Did(kit.T("item.parted", "Name", other.Name, "Was", s.page.Name))
}
