package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// right is the month at a glance.
func (s *todayScreen) right(page models.Today) fyne.CanvasObject {
	right := kit.VStack(14, s.month(page), s.missing(page))
	if len(page.Found) > 0 {
		right.Add(s.found(page))
	}
	return right
}

func (s *todayScreen) month(page models.Today) fyne.CanvasObject {
	n, before := page.Month.Visits, page.Month.VisitsBefore
	last := kit.MonthName(s.w.app.Now().AddDate(0, 0, -s.w.app.Now().Day()))
	second := kit.T("today.month.same", "Month", last)
	switch {
	case before == 0:
		second = ""
	case n > before:
		second = kit.TN("today.month.more", n-before, "Month", last)
	case n < before:
		second = kit.TN("today.month.fewer", before-n, "Month", last)
	}
	return kit.FigureCard(kit.T("today.month"), kit.TN("today.month.visits", n), second)
}

func (s *todayScreen) missing(page models.Today) fyne.CanvasObject {
	m := page.Month
	parts := []fyne.CanvasObject{kit.Quiet(kit.T("today.missing")), kit.Figure(kit.Count(m.Unavailable))}
	if m.Unavailable > 0 {
		parts = append(parts, kit.Quiet(kit.TN("today.rescued", m.Rescued)), kit.NewBar("", float64(m.Rescued), float64(m.Unavailable), ""))
	}
	return kit.CardFilled(kit.VStack(4, parts...))
}

func (s *todayScreen) found(page models.Today) fyne.CanvasObject {
	most := 0
	for _, f := range page.Found {
		most = max(most, f.N)
	}
	bars := kit.VStack(6, kit.Quiet(kit.T("today.found")))
	for _, f := range page.Found {
		bars.Add(kit.NewBar(kit.T("today.found.bar", "Name", f.Name, "Count", kit.Count(f.N)), float64(f.N), float64(most), ""))
	}
	return kit.CardFilled(bars)
}
