package views

import (
	"strconv"
	"time"

	"goodturn/app/chart"
	"goodturn/models"
	"goodturn/views/kit"
)

// insight is one picture of the page, and what it leads to.
type insight struct {
	name    string // of the picture, among its texts
	picture chart.Picture
	open    func(at chart.At) // shows what is behind a figure; nil where there is nothing
}

// insightWords turn the figures of a period into pictures with words.
type insightWords struct {
	w    *Window
	in   *models.Insights
	shop models.Shop
}

// all are the pictures of the page, in its order.
func (s insightWords) all() []insight {
	return []insight{s.mouth(), s.came(), s.sources(), s.rescued(), s.stays(), s.instead(), s.stock(), s.best(), s.ladder(), s.moves(), s.asked()}
}

// tooFew is how many people, or answers, say little: of ten a share may be off by thirty in a hundred to either side (see the interval of
// Wilson that models names).
const tooFew = 10

// blank begins a picture by its name, with what stands there while there is nothing to see.
func (s insightWords) blank(name string, kind chart.Kind) insight {
	return insight{name: name, picture: chart.Picture{Kind: kind, Whole: true, Title: kit.T("insights." + name), Period: periodText(s.in.Period), Axis: countText}}
}

// orEmpty says in the place of a picture that has nothing to show what will be there and from when.
func (i insight) orEmpty(sentence string) insight {
	if i.picture.Blank() {
		i.picture.Empty, i.picture.Summary, i.picture.Note = sentence, "", ""
	}
	return i
}

func countText(v float64) string { return kit.Count(int(v)) }

func (s insightWords) money(amount models.Money) string {
	return kit.FormatMoney(s.shop.Symbol, s.shop.Decimals, int64(amount))
}

// dayTime is a day as a time.
func dayTime(day models.Day) time.Time { return day.In(time.UTC) }

func monthYear(day models.Day) string {
	t := dayTime(day)
	return kit.T("insights.month", "Month", kit.MonthName(t), "Year", strconv.Itoa(t.Year()))
}

// periodText says which days a period is.
func periodText(p models.Period) string {
	switch p.Kind {
	case models.PeriodMonth:
		return monthYear(p.From)
	case models.PeriodYear:
		return strconv.Itoa(dayTime(p.From).Year())
	}
	return kit.T("insights.months", "First", monthYear(p.From), "Last", monthYear(p.To))
}

// slots name the parts of the period as they stand at an axis.
func (s insightWords) slots() []string {
	names := make([]string, len(s.in.Parts))
	for i, part := range s.in.Parts {
		names[i] = kit.MonthShort(dayTime(part.From))
		if s.in.Period.Kind == models.PeriodMonth {
			names[i] = kit.T("insights.days.short", "First", dayTime(part.From).Day(), "Last", dayTime(part.To).Day())
		}
	}
	return names
}

// partText says which days a part of the period is.
func (s insightWords) partText(i int) string {
	part := s.in.Parts[i]
	if s.in.Period.Kind != models.PeriodMonth {
		return monthYear(part.From)
	}
	t := dayTime(part.From)
	return kit.T("insights.days", "First", t.Day(), "Last", dayTime(part.To).Day(), "Month", kit.MonthName(t), "Year", strconv.Itoa(t.Year()))
}

// endText says which end a rung was reached by.
func (s insightWords) endText(i int) string {
	if day := s.in.Ladder[i].Day; day != s.in.Today {
		return kit.T("insights.end", "Month", monthYear(day))
	}
	return kit.T("insights.end.today")
}

// ends name the ends as they stand at an axis.
func (s insightWords) ends() []string {
	names := make([]string, len(s.in.Ladder))
	for i, end := range s.in.Ladder {
		if names[i] = kit.MonthShort(dayTime(end.Day)); end.Day == s.in.Today {
			names[i] = kit.T("insights.end.today")
		}
	}
	return names
}

// cell is a figure that is a count; it leads somewhere where it counts anything.
func cell(n int, words string) chart.Cell {
	return chart.Cell{Value: float64(n), Words: words, Leads: n > 0}
}

// told words a count of a key.
func told(key string, n int, args ...any) string {
	return kit.TN(key, n, append(args, "Count", kit.Count(n))...)
}

// behind shows the people behind the figure, under the words of the bar that was chosen.
func (s insightWords) behind(i *insight, figure func(at chart.At) models.Figure) {
	period := s.in.Period
	picture := i.picture
	i.open = func(at chart.At) { showBehind(s.w, picture.Cell(at).Words, period, figure(at)) }
}
