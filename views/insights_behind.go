package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// behindSheet is the people behind a figure; each leads to their card.
type behindSheet struct {
	w      *Window
	all    []models.BehindRow
	people []models.BehindRow // of them, those with what is typed in their name
	count  *kit.RichLine
	find   *kit.FilterEntry
	list   *kit.List
	sheet  *kit.Sheet
}

// behindFew is how many people are seen at a glance; more can be looked through by name.
const behindFew = 12

// showBehind opens the sheet; title is the figure in words.
func showBehind(w *Window, title string, period models.Period, figure models.Figure) {
	people, nameless, err := w.store().Behind(period, figure)
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &behindSheet{w: w, all: people, people: people, find: kit.NewFilterEntry(kit.T("insights.behind.find"))}
	s.list = kit.NewList(func() int { return len(s.people) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnClicked, s.list.OnActivated = s.open, s.open
	s.count = kit.Quiet(s.hint())
	parts := []fyne.CanvasObject{s.count}
	if nameless > 0 {
		parts = append(parts, kit.Quiet(kit.TN("insights.behind.nameless", nameless)))
	}
	if len(people) > behindFew {
		s.find.OnTyped, s.find.OnList = s.onTyped, func() { w.canvas().Focus(s.list) }
		s.list.OnTyped = func(r rune) { kit.TypeInto(s.find, r) }
		parts = append(parts, s.find)
	}
	if len(people) > 0 {
		const listHeight = 400
		parts = append(parts, kit.Over(kit.VGap(min(listHeight, float32(len(people))*60)), s.list))
	}
	s.sheet = kit.ShowSheet(w.canvas(), title, kit.VStack(10, parts...), kit.SheetOptions{Help: "insights", Width: 520})
	if len(people) > 0 {
		s.list.Select(0)
		w.canvas().Focus(s.list)
	}
}

func (s *behindSheet) hint() string {
	if len(s.people) == 0 {
		return kit.T("insights.behind.none")
	}
	return kit.TN("insights.behind.hint", len(s.people), "Count", kit.Count(len(s.people)))
}

func (s *behindSheet) bind(i int, o fyne.CanvasObject) {
	if i >= len(s.people) {
		return
	}
	person := s.people[i]
	row := kit.RowContent{Initials: kit.Initials(person.Name), Title: "**" + kit.Escape(person.Name) + "**"}
	if person.To != "" {
		from, _ := rungWord(person.From)
		to, _ := rungWord(person.To)
		row.Second = kit.T("insights.behind.moved", "From", from, "To", to)
	} else if line := s.line(person.ID); line != "" {
		row.Second = kit.RichT("customers.row", "What", line)
	}
	o.(*kit.Row).Set(row)
}

// line tells two of one name apart; "" where nothing does.
func (s *behindSheet) line(id models.CustomerID) string {
	c, err := s.w.store().Customer(id)
	if err != nil {
		return "" // they left the book meanwhile
	}
	return s.w.customerLine(c)
}

// onTyped shows those with a word in their name that begins as is typed.
func (s *behindSheet) onTyped(text string) {
	wanted := " " + models.Fold(text)
	s.people = nil
	for _, person := range s.all {
		if strings.Contains(" "+models.Fold(person.Name), wanted) {
			s.people = append(s.people, person)
		}
	}
	s.count.SetText(s.hint())
	s.list.Reset()
	s.list.Select(min(0, len(s.people)-1))
	s.list.Refresh()
}

func (s *behindSheet) open(i int) {
	id := s.people[i].ID
	s.sheet.Close()
	s.w.OpenCustomer(id)
}
