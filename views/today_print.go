package views

import (
	"cmp"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// Print shows the day as it would be printed.
func (s *todayScreen) Print() {
	if s.isNew {
		s.w.Say(kit.T("print.nothing"))
		return
	}
	day, err := s.onPaper()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	showTodayPapers(s.w, day)
}

// mostOnPaper is how many people of a part stand on paper: more are done on no day.
const mostOnPaper = 30

// onPaper words the day as it stands on paper: many more than the screen shows at first.
func (s *todayScreen) onPaper() (app.TodaySheet, error) {
	page, err := s.w.store().TodayPage(models.TodayParts...)
	if err != nil {
		return app.TodaySheet{}, err
	}
	var orders orders
	if err := orders.readUpTo(s.w.store(), mostOnPaper); err != nil {
		return app.TodaySheet{}, err
	}
	shop, err := s.w.store().Shop()
	if err != nil {
		return app.TodaySheet{}, err
	}
	now := s.w.app.Now()
	n := page.TodoN() + orders.n
	day := app.TodaySheet{Shop: shop, Made: now, Language: kit.T("print.language"), Words: paper.Words{
		Title: kit.T("today.sheet.title"), Date: kit.LongDayYear(now), Count: kit.TN("today.sheet.count", n), Nobody: kit.T("today.todo.none"), PageOf: pageOf}}
	var left app.LeftOut
	ordered := orders.n == 0
	order := func() {
		if !ordered {
			day.Parts = append(day.Parts, s.ordersOnPaper(orders))
			ordered = true
		}
	}
	for _, section := range page.Sections(func(models.TodayPart) int { return mostOnPaper }) {
		if section.Part != models.TodayPromise && section.Part != models.TodayCall {
			order()
		}
		day.Parts = append(day.Parts, s.sectionOnPaper(section, &left))
	}
	order()
	day.Words.LeftOut = leftOutText(left)
	return day, nil
}

func (s *todayScreen) sectionOnPaper(section models.TodaySection, left *app.LeftOut) paper.TodayPart {
	part := paper.TodayPart{Title: kit.T("today.part." + string(section.Part)), More: moreOnPaper(section.Left)}
	for _, p := range section.People {
		person := paper.TodayPerson{Name: namedOnPaper(p.Person), Reach: reachOnPaper(p.Person, left)}
		for _, l := range p.Lines {
			words := s.words(lineOnPaper(l))
			person.Lines = append(person.Lines, paper.TodayLine{Why: kit.Rich(words.why).Text(), When: cmp.Or(words.aside, words.badge)})
		}
		part.People = append(part.People, person)
	}
	return part
}

// lineOnPaper is a line that calls nobody by their number.
func lineOnPaper(l models.TodayLine) models.TodayLine {
	if l.Thank != nil {
		thank := *l.Thank
		thank.Referee = calledOnPaper(thank.Referee)
		l.Thank = &thank
	}
	return l
}

func (s *todayScreen) ordersOnPaper(orders orders) paper.TodayPart {
	part := paper.TodayPart{Title: kit.T("today.orders"), More: moreOnPaper(orders.n - len(orders.rows))}
	for _, want := range orders.rows {
		want.Customer = calledOnPaper(want.Customer)
		part.People = append(part.People, paper.TodayPerson{Name: want.Item, Lines: []paper.TodayLine{{Why: kit.Rich(s.orderWhy(want)).Text()}}})
	}
	return part
}

// moreOnPaper says how many more there are than the sheet has.
func moreOnPaper(left int) string {
	if left == 0 {
		return ""
	}
	return kit.TN("today.sheet.more", left)
}
