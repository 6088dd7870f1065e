package views

import (
	"strings"

	"goodturn/app/chart"
	"goodturn/models"
	"goodturn/views/kit"
)

// mouth is word of mouth beside adverts: new customers, their money, what each cost, and who came again.
func (s insightWords) mouth() insight {
	i := s.blank("mouth", chart.Grouped)
	i.picture.Slots = s.slots()
	hows := []models.FoundHow{models.FoundMouth, models.FoundBought}
	looks := []chart.Series{{Ink: chart.InkMain, Pattern: chart.Solid}, {Ink: chart.InkThird, Pattern: chart.Hatched}}
	var words, few []string
	for n, how := range hows {
		series, name := looks[n], kit.T("insights.mouth."+string(how))
		series.Name = name
		for part := range s.in.Parts {
			n := s.in.FoundIn[part][how]
			series.Cells = append(series.Cells, cell(n, told("insights.mouth.cell", n, "When", s.partText(part), "How", name)))
		}
		i.picture.Series = append(i.picture.Series, series)
		sum := s.in.FoundBy(how)
		words = append(words, told("insights.mouth.new", sum.New, "How", name, "Money", s.money(sum.FirstYear), "Cost", s.costText(sum.New, s.costOf(sum))))
		if sum.New < tooFew {
			few = append(few, kit.TN("insights.few", sum.New, "What", name))
		}
	}
	i.picture.Summary, i.picture.Note = strings.Join(words, " "), strings.Join(few, " ")
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: models.FigureFound, Part: at.Slot, How: hows[at.Series]}
	})
	return i.orEmpty(kit.T("insights.mouth.empty"))
}

// costOf is what was paid for those customers: for adverts, and for word of mouth what was given to those who sent somebody.
func (s insightWords) costOf(sum models.FoundSum) models.Money {
	if sum.How == models.FoundMouth {
		return sum.Cost + s.in.Rewards
	}
	return sum.Cost
}

// costText says what was paid in all, and for each new customer.
func (s insightWords) costText(people int, cost models.Money) string {
	switch {
	case cost == 0:
		return kit.T("insights.mouth.cost.none")
	case people == 0:
		return kit.T("insights.mouth.cost.all", "All", s.money(cost))
	}
	return kit.T("insights.mouth.cost.each", "All", s.money(cost), "Each", s.money((cost+models.Money(people)/2)/models.Money(people)))
}

// sources is how new customers found the shop, one way below the other.
func (s insightWords) sources() insight {
	i := s.blank("sources", chart.Across)
	series := chart.Series{Ink: chart.InkMain, Pattern: chart.Solid}
	all, unnoted := 0, 0
	for _, sum := range s.in.Found {
		name, cost := s.foundName(sum), sum.Cost
		if sum.Sent() {
			cost += s.in.Rewards
		}
		all += sum.New
		if sum.How == models.FoundUnknown {
			unnoted += sum.New
		}
		i.picture.Slots = append(i.picture.Slots, name)
		series.Cells = append(series.Cells, cell(sum.New, told("insights.sources.cell", sum.New, "What", name, "Money", s.money(sum.FirstYear), "Cost", s.costText(sum.New, cost))))
	}
	i.picture.Series = []chart.Series{series}
	i.picture.Summary = told("insights.sources.summary", all)
	if unnoted > 0 {
		i.picture.Note = told("insights.sources.unnoted", unnoted)
	}
	found := s.in.Found
	s.behind(&i, func(at chart.At) models.Figure {
		sum := found[at.Slot]
		return models.Figure{Of: models.FigureFound, Part: models.WholePeriod, How: sum.How, Source: sum.SourceID, Sent: sum.Sent()}
	})
	return i.orEmpty(kit.T("insights.sources.empty"))
}

// foundName is what a way of finding the shop is called.
func (s insightWords) foundName(sum models.FoundSum) string {
	switch {
	case sum.Sent():
		return kit.T("insights.sources.sent")
	case sum.How == models.FoundUnknown:
		return kit.T("insights.sources.unknown")
	}
	return sum.Name
}

// stays is who of the new customers came again within a year, of those who have had it.
func (s insightWords) stays() insight {
	i := s.blank("stays", chart.Across)
	stayed := chart.Series{Name: kit.T("insights.stays.stayed"), Ink: chart.InkGood, Pattern: chart.Solid}
	gone := chart.Series{Name: kit.T("insights.stays.gone"), Ink: chart.InkBad, Pattern: chart.Hatched}
	var hows []models.FoundHow
	var words, few []string
	for _, how := range models.FoundHows {
		sum := s.in.FoundBy(how)
		if sum.Over == 0 {
			continue
		}
		name, of := kit.T("insights.mouth."+string(how)), kit.Count(sum.Over)
		hows = append(hows, how)
		i.picture.Slots = append(i.picture.Slots, name)
		i.picture.Ends = append(i.picture.Ends, kit.T("insights.stays.of", "N", kit.Count(sum.Stayed), "All", of))
		stayed.Cells = append(stayed.Cells, cell(sum.Stayed, told("insights.stays.cell.stayed", sum.Stayed, "How", name, "All", of)))
		gone.Cells = append(gone.Cells, cell(sum.Over-sum.Stayed, told("insights.stays.cell.gone", sum.Over-sum.Stayed, "How", name, "All", of)))
		words = append(words, kit.T("insights.stays.summary", "How", name, "N", kit.Count(sum.Stayed), "All", of))
		if sum.Over < tooFew {
			few = append(few, kit.TN("insights.few", sum.Over, "What", name))
		}
	}
	i.picture.Series = []chart.Series{stayed, gone}
	i.picture.Summary, i.picture.Note = strings.Join(words, " "), strings.Join(few, " ")
	s.behind(&i, func(at chart.At) models.Figure {
		return models.Figure{Of: []models.FigureOf{models.FigureStayed, models.FigureGone}[at.Series], Part: models.WholePeriod, How: hows[at.Slot]}
	})
	return i.orEmpty(s.staysEmpty())
}

// staysEmpty says why nobody could come again yet, and until when one has to wait.
func (s insightWords) staysEmpty() string {
	anybody := 0
	for _, sum := range s.in.Found {
		anybody += sum.New
	}
	if anybody == 0 {
		return kit.T("insights.stays.nobody")
	}
	return kit.T("insights.stays.empty", "Day", monthYear(models.DayOf(dayTime(s.in.Period.From).AddDate(1, 0, 0))))
}
