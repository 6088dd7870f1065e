package views

import (
	"goodturn/app/chart"
	"goodturn/models"
	"goodturn/views/kit"
)

// came is who came for the first time, again, and again after long.
func (s insightWords) came() insight {
	i := s.blank("came", chart.Stacked)
	i.picture.Slots = s.slots()
	hows := []models.Came{models.CameReturning, models.CameRecovered, models.CameNew}
	looks := []chart.Series{{Ink: chart.InkPlain, Pattern: chart.Hollow}, {Ink: chart.InkThird, Pattern: chart.Hatched}, {Ink: chart.InkMain, Pattern: chart.Solid}}
	all := map[models.Came]int{}
	for n, how := range hows {
		series := looks[n]
		series.Name = kit.T("insights.came." + string(how))
		for part, sum := range s.in.Came {
			n := map[models.Came]int{models.CameNew: sum.New, models.CameReturning: sum.Returning, models.CameRecovered: sum.Recovered}[how]
			all[how] += n
			series.Cells = append(series.Cells, cell(n, told("insights.came.cell."+string(how), n, "When", s.partText(part))))
		}
		i.picture.Series = append(i.picture.Series, series)
	}
	first := kit.TN("insights.people", all[models.CameNew], "Count", kit.Count(all[models.CameNew]))
	i.picture.Summary = kit.T("insights.came.summary.none", "New", first)
	if n := all[models.CameRecovered]; n > 0 {
		i.picture.Summary = told("insights.came.summary", n, "New", first)
	}
	i.picture.Note = kit.T("insights.came.note")
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: models.FigureCame, Part: at.Slot, Came: hows[at.Series]}
	})
	return i.orEmpty(kit.T("insights.came.empty"))
}

// ladder is who stood on which rung at the ends of the months. Who has not been here yet stands on none that is drawn.
func (s insightWords) ladder() insight {
	i := s.blank("ladder", chart.Stacked)
	i.picture.Slots = s.ends()
	rungs := []models.Rung{models.RungCustomer, models.RungRepeat, models.RungLoyal, models.RungAdvocate}
	looks := []chart.Series{{Ink: chart.InkPlain, Pattern: chart.Hollow}, {Ink: chart.InkThird, Pattern: chart.Banded}, {Ink: chart.InkSecond, Pattern: chart.Hatched}, {Ink: chart.InkMain, Pattern: chart.Solid}}
	for n, rung := range rungs {
		series := looks[n]
		series.Name = kit.T("insights.ladder." + string(rung))
		for at, end := range s.in.Ladder {
			series.Cells = append(series.Cells, cell(end.On[rung], told("insights.ladder.said."+string(rung), end.On[rung], "When", s.endText(at))))
		}
		i.picture.Series = append(i.picture.Series, series)
	}
	first, last := s.in.Ladder[0], s.in.Ladder[len(s.in.Ladder)-1]
	key := "insights.ladder.summary"
	if last.Day != s.in.Today {
		key = "insights.ladder.summary.then"
	}
	i.picture.Summary = kit.TN(key, last.On[models.RungAdvocate], "Now", kit.Count(last.On[models.RungAdvocate]), "Loyal", kit.Count(last.On[models.RungLoyal]),
		"Before", kit.Count(first.On[models.RungAdvocate]), "LoyalBefore", kit.Count(first.On[models.RungLoyal]))
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: models.FigureRung, Part: at.Slot, Rung: rungs[at.Series]}
	})
	return i.orEmpty(kit.T("insights.ladder.empty"))
}

// moves is who moved on the ladder from one end to the next.
func (s insightWords) moves() insight {
	i := s.blank("moves", chart.Grouped)
	i.picture.Slots = s.ends()[1:]
	up := chart.Series{Name: kit.T("insights.moves.up"), Ink: chart.InkGood, Pattern: chart.Solid}
	down := chart.Series{Name: kit.T("insights.moves.down"), Ink: chart.InkBad, Pattern: chart.Hatched}
	ups, downs := 0, 0
	for n, end := range s.in.Ladder[1:] {
		ups, downs = ups+end.Up, downs+end.Down
		up.Cells = append(up.Cells, cell(end.Up, told("insights.moves.cell.up", end.Up, "When", s.endText(n+1))))
		down.Cells = append(down.Cells, cell(end.Down, told("insights.moves.cell.down", end.Down, "When", s.endText(n+1))))
	}
	i.picture.Series = []chart.Series{up, down}
	i.picture.Summary = kit.T("insights.moves.summary", "Up", kit.Count(ups), "Down", kit.Count(downs))
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: []models.FigureOf{models.FigureUp, models.FigureDown}[at.Series], Part: at.Slot + 1}
	})
	return i.orEmpty(kit.T("insights.moves.empty"))
}

// asked is for whom people asked by name.
func (s insightWords) asked() insight {
	i := s.blank("asked", chart.Across)
	series := chart.Series{Ink: chart.InkMain, Pattern: chart.Solid}
	for _, sum := range s.in.Asked {
		i.picture.Slots = append(i.picture.Slots, sum.Name)
		i.picture.Ends = append(i.picture.Ends, kit.TN("insights.asked.end", sum.Times, "People", kit.TN("insights.people", sum.People, "Count", kit.Count(sum.People))))
		series.Cells = append(series.Cells, cell(sum.People, told("insights.asked.cell", sum.People, "Name", sum.Name)))
	}
	i.picture.Series = []chart.Series{series}
	if len(s.in.Asked) > 0 {
		i.picture.Summary = told("insights.asked.summary", s.in.Asked[0].People, "Name", s.in.Asked[0].Name)
	}
	i.picture.Note = kit.T("insights.asked.note")
	asked := s.in.Asked
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: models.FigureAsked, Part: models.WholePeriod, Staff: asked[at.Slot].StaffID}
	})
	return i.orEmpty(kit.T("insights.asked.empty"))
}
