package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// behindSheet is the people behind a figure; each leads to their card.
type behindSheet struct {
	w      *Window
	people []models.BehindRow
	list   *kit.List
	sheet  *kit.Sheet
}

// showBehind opens the sheet; title is the figure in words.
func showBehind(w *Window, title string, period models.Period, figure models.Figure) {
	people, nameless, err := w.store().Behind(period, figure)
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &behindSheet{w: w, people: people}
	s.list = kit.NewList(func() int { return len(s.people) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnClicked, s.list.OnActivated = s.open, s.open
	parts := []fyne.CanvasObject{kit.Quiet(s.hint())}
	if nameless > 0 {
		parts = append(parts, kit.Quiet(kit.TN("insights.behind.nameless", nameless)))
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
	person := s.people[i]
	row := kit.RowContent{Initials: kit.Initials(person.Name), Title: "**" + kit.Escape(person.Name) + "**"}
	if person.To != "" {
		from, _ := rungWord(person.From)
		to, _ := rungWord(person.To)
		row.Second = kit.T("insights.behind.moved", "From", from, "To", to)
	}
	o.(*kit.Row).Set(row)
}

func (s *behindSheet) open(i int) {
	id := s.people[i].ID
	s.sheet.Close()
	s.w.OpenCustomer(id)
}
