package views

import (
	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// thanksPrinter words the list of people to thank for paper, and prints it.
type thanksPrinter struct{ w *Window }

func newThanksPrinter(w *Window) *thanksPrinter { return &thanksPrinter{w: w} }

// list words rows as they stand on paper, where a day is written so that it is still right next week.
func (p *thanksPrinter) list(rows []models.ThankYouRow) (app.ThankYouList, error) {
	shop, err := p.w.store().Shop()
	if err != nil {
		return app.ThankYouList{}, err
	}
	now, chosen, writing := p.w.app.Now(), p.w.app.Prefs.ThanksChoices(), p.w.app.Prefs.ThanksWriting()
	list := app.ThankYouList{Shop: shop, Made: now, Language: kit.T("print.language"), Writing: writing,
		Compact: chosen.Compact && !writing, Without: chosen.Without, Paper: chosen.Paper, Words: p.words(len(rows), chosen)}
	rows = app.SortThanks(rows, chosen.Order, chosen.Grouped && !list.Writing)
	var left app.LeftOut
	for i := range rows {
		rows[i].Referee = calledOnPaper(rows[i].Referee)
		t := rows[i]
		row := paper.ThankYouRow{Name: paperName(t.Name, t.Phone, t.Email, t.NoPhone, t.NoEmail), Why: p.why(t), Since: kit.T("print.since", "Day", p.day(t.Since)), How: channelWord(t.Channel), Sent: p.sent(t)}
		if list.Compact {
			row.Since = p.day(t.Since) // it stands above the column
		}
		if list.Writing || !chosen.Without.Contact {
			row.Contact = left.Reach(t)
		}
		list.Rows = append(list.Rows, row)
	}
	list.Words.LeftOut = leftOutText(left)
	if list.Writing {
		list.Words.Title, list.Words.Write = kit.T("writing.title"), kit.T("writing.draft")
		return list, p.addNotes(list.Rows, rows)
	}
	if chosen.Grouped {
		list.Without.How = true // the heading says it
		addGroups(list.Rows, rows)
	}
	return list, nil
}

// words are those of a list of so many.
func (p *thanksPrinter) words(n int, chosen app.ThanksChoices) paper.Words {
	how := "both"
	switch {
	case chosen.Without.Since:
		how = "how"
	case chosen.Without.How || chosen.Grouped:
		how = "since"
	}
	return paper.Words{
		Title: kit.T("print.title"), Date: p.day(models.DayOf(p.w.app.Now())), Write: kit.T("print.write"),
		Count: kit.TN("print.count", n), Nobody: kit.T("print.nobody"), PageOf: pageOf,
		Name: kit.T("thanks.column.name"), Why: kit.T("thanks.column.why"), How: kit.T("thanks.column." + how),
	}
}

// addGroups puts rows of a list, of which those thanked in the same way stand together, under headings.
func addGroups(list []paper.ThankYouRow, rows []models.ThankYouRow) {
	counts := map[models.Channel]int{}
	for _, t := range rows {
		counts[t.Channel]++
	}
	for i, t := range rows {
		list[i].Group = paper.Group{Title: kit.T("thanks.group." + string(t.Channel)), Count: kit.TN("thanks.group.count", counts[t.Channel])}
	}
}

func pageOf(page, total int) string { return kit.T("print.page", "Page", page, "Total", total) }

// day writes a day without "today" or "yesterday".
func (p *thanksPrinter) day(day models.Day) string { return kit.BirthdayText(string(day)) }

func (p *thanksPrinter) moment(m models.Moment) string {
	return p.day(models.DayOf(m.In(p.w.app.Now().Location())))
}

// why is what to thank for.
func (p *thanksPrinter) why(t models.ThankYouRow) string {
	switch {
	case t.Cause != models.ThanksReferral:
		return thanksWhat(t, p.day)
	case t.FirstBought == "":
		return kit.T("print.why.sent", "Whom", t.Referee)
	}
	return kit.T("print.why.sentFor", "Whom", t.Referee, "What", t.FirstBought)
}

// sent is what helps to write to them: whom they sent and how that person is doing, their own words, and what goes with it.
func (p *thanksPrinter) sent(t models.ThankYouRow) []string {
	lines := p.referee(t)
	if said := theirWords(t, p.day); said != "" {
		lines = append(lines, said)
	}
	if t.ToGive() {
		lines = append(lines, kit.T("print.reward", "Reward", p.w.rewardText(t.WithReward())))
	}
	return lines
}

// referee says whom they sent, how that person is doing, and how many they have sent by now.
func (p *thanksPrinter) referee(t models.ThankYouRow) []string {
	if t.Referee == "" {
		return nil
	}
	lines := []string{kit.T("print.sent.noVisit", "Whom", t.Referee)}
	if t.RefereeVisitN > 0 {
		lines[0] = kit.TN("print.sent.visits", t.RefereeVisitN, "Whom", t.Referee,
			"First", p.moment(t.RefereeFirst), "Last", p.moment(t.RefereeLast))
	}
	if t.NthSent > 1 {
		lines = append(lines, kit.TN("print.sent.nth", t.NthSent))
	}
	return lines
}

// lay lays a list out.
func (p *thanksPrinter) lay(list app.ThankYouList) layOut {
	return pagesOf(func() (*paper.Document, error) { return p.w.app.Press().LayOutThanks(list) })
}
