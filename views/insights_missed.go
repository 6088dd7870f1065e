package views

import (
	"goodturn/app/chart"
	"goodturn/models"
	"goodturn/views/kit"
)

// rescued is what became of what was asked for and not there.
func (s insightWords) rescued() insight {
	i := s.blank("rescued", chart.Stacked)
	i.picture.Slots = s.slots()
	outcomes := []string{rescuedOutcome, string(models.RequestUnavailable), string(models.RequestLost)}
	names := []string{"rescued", "open", "lost"}
	looks := []chart.Series{{Ink: chart.InkMain, Pattern: chart.Solid}, {Ink: chart.InkThird, Pattern: chart.Banded}, {Ink: chart.InkBad, Pattern: chart.Hatched}}
	var all models.MissedSum
	for n, name := range names {
		series := looks[n]
		series.Name = kit.T("insights.rescued." + name)
		for part, sum := range s.in.Missed {
			n := map[string]int{"rescued": sum.Rescued, "open": sum.Open, "lost": sum.Lost}[name]
			series.Cells = append(series.Cells, cell(n, told("insights.rescued.cell."+name, n, "When", s.partText(part))))
		}
		i.picture.Series = append(i.picture.Series, series)
	}
	for _, sum := range s.in.Missed {
		all.Rescued, all.Open, all.Lost = all.Rescued+sum.Rescued, all.Open+sum.Open, all.Lost+sum.Lost
	}
	if n := all.N(); n > 0 {
		i.picture.Summary = told("insights.rescued.summary", n, "Rescued", kit.Count(all.Rescued), "Percent", kit.Count((200*all.Rescued+n)/(2*n)), "Lost", kit.Count(all.Lost))
	}
	parts := s.in.Parts
	i.open = func(at chart.At) { s.w.OpenLogOf(parts[at.Slot], outcomes[at.Series], models.LogFilter{}) }
	return i.orEmpty(kit.T("insights.rescued.empty"))
}

// stock is what was asked for by most and not there.
func (s insightWords) stock() insight {
	i := s.blank("stock", chart.Across)
	helped := chart.Series{Name: kit.T("insights.stock.helped"), Ink: chart.InkGood, Pattern: chart.Solid}
	without := chart.Series{Name: kit.T("insights.stock.without"), Ink: chart.InkBad, Pattern: chart.Hatched}
	for _, row := range s.in.Stock {
		i.picture.Slots = append(i.picture.Slots, row.Item)
		end := kit.Count(row.People)
		if row.Stake > 0 {
			end = kit.T("insights.stock.end", "People", end, "Stake", s.money(row.Stake))
		}
		i.picture.Ends = append(i.picture.Ends, end)
		without.Cells = append(without.Cells, cell(row.Without(), told("insights.stock.cell.without", row.Without(), "What", row.Item)))
		helped.Cells = append(helped.Cells, cell(row.Helped, told("insights.stock.cell.helped", row.Helped, "What", row.Item)))
	}
	i.picture.Series = []chart.Series{without, helped}
	if len(s.in.Stock) > 0 {
		i.picture.Summary = told("insights.stock.summary", s.in.Stock[0].People, "What", s.in.Stock[0].Item)
	}
	i.picture.Note = kit.T("insights.stock.note")
	rows := s.in.Stock
	i.open = func(at chart.At) { showItem(s.w, rows[at.Slot].ItemID) }
	return i.orEmpty(kit.T("insights.stock.empty"))
}

// takenOf makes the two series of what was taken and what was declined.
func takenOf() (taken, declined chart.Series) {
	return chart.Series{Name: kit.T("insights.instead.taken"), Ink: chart.InkGood, Pattern: chart.Solid},
		chart.Series{Name: kit.T("insights.instead.declined"), Ink: chart.InkBad, Pattern: chart.Hatched}
}

// answered adds a row of what was taken so many times of all.
func (i *insight) answered(taken, declined *chart.Series, what string, yes, all int) {
	of := kit.Count(all)
	i.picture.Slots = append(i.picture.Slots, what)
	i.picture.Ends = append(i.picture.Ends, kit.T("insights.stays.of", "N", kit.Count(yes), "All", of))
	taken.Cells = append(taken.Cells, cell(yes, told("insights.instead.cell.taken", yes, "What", what, "All", of)))
	declined.Cells = append(declined.Cells, cell(all-yes, told("insights.instead.cell.declined", all-yes, "What", what, "All", of)))
}

// instead is which kinds of alternatives were taken.
func (s insightWords) instead() insight {
	i := s.blank("instead", chart.Across)
	taken, declined := takenOf()
	yes, all := 0, 0
	for _, sum := range s.in.Instead {
		yes, all = yes+sum.Taken, all+sum.Taken+sum.Declined
		i.answered(&taken, &declined, kindWord(sum.Kind), sum.Taken, sum.Taken+sum.Declined)
	}
	i.picture.Series = []chart.Series{taken, declined}
	i.picture.Summary = kit.T("insights.instead.summary", "N", kit.Count(yes), "All", kit.Count(all))
	if all < tooFew {
		i.picture.Note = kit.TN("insights.instead.few", all)
	}
	kinds, days := s.in.Instead, s.in.Period.Days
	answers := []models.Answer{models.AlternativeAccepted, models.AlternativeDeclined}
	i.open = func(at chart.At) {
		s.w.OpenLogOf(days, anyOutcome, models.LogFilter{Kind: kinds[at.Slot].Kind, Answer: answers[at.Series]})
	}
	return i.orEmpty(kit.T("insights.instead.empty"))
}

// best is which things and specialists were taken most surely.
func (s insightWords) best() insight {
	i := s.blank("best", chart.Across)
	taken, declined := takenOf()
	for _, w := range s.in.Best {
		i.answered(&taken, &declined, w.What, w.Taken, w.Offered)
	}
	i.picture.Series = []chart.Series{taken, declined}
	if len(s.in.Best) > 0 {
		first := s.in.Best[0]
		i.picture.Summary = kit.T("insights.best.summary", "What", first.What, "N", kit.Count(first.Taken), "All", kit.Count(first.Offered))
	}
	i.picture.Note = kit.T("insights.best.note")
	best := s.in.Best
	i.open = func(at chart.At) {
		if w := best[at.Slot]; w.SpecialistID != 0 {
			s.w.OpenSpecialist(w.SpecialistID)
		} else {
			showItem(s.w, w.ItemID)
		}
	}
	return i.orEmpty(kit.T("insights.instead.empty"))
}
