package views

import (
	"context"
	"strings"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// familyPrint shows a family tree as it would be printed, and prints it.
type familyPrint struct {
	w        *Window
	s        *familyScreen
	shop     models.Shop
	shown    []int // who is drawn on the screen
	names    map[models.CustomerID]string
	form     *kit.Chips
	size     *kit.Chips
	everyone *kit.Tick
	note     *kit.RichLine // what is left out, and why
	small    *kit.RichLine // that nobody can read it
	most     int           // how many are drawn
	desk     *desk
}

// What a family tree is printed as.
const (
	printPoster  = "poster"
	printSeveral = "several"
	printList    = "list"
)

// mostOnPosters is how many people are drawn: among more nobody would find themselves, nor the pages that belong together. Who is left
// out is counted beneath those they came through, and stands in the list.
const mostOnPosters = 1000

// mostPreviewed is how many people of a list are laid out to be looked at. All of them are printed.
const mostPreviewed = 5000

// Print shows the tree as it would be printed.
func (s *familyScreen) Print() {
	if s.family == nil || len(s.family.Nodes) == 1 {
		s.w.Say(kit.T("family.print.nobody"))
		return
	}
	p := newFamilyPrint(s)
	if p != nil {
		p.show()
	}
}

// newFamilyPrint reads what is printed of the tree on the screen; nil where it could not be read, which is told.
func newFamilyPrint(s *familyScreen) *familyPrint {
	p := &familyPrint{w: s.w, s: s, most: mostOnPosters}
	p.shown, _ = s.tree.Shown()
	ids := make([]models.CustomerID, len(s.family.Nodes))
	for i := range s.family.Nodes {
		ids[i] = s.family.Nodes[i].CustomerID
	}
	var err error
	if p.names, err = s.w.store().FamilyNames(ids); err == nil {
		p.shop, err = s.w.store().Shop()
	}
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	return p
}

func (p *familyPrint) show() {
	renew := func(string) { p.desk.renew() }
	p.form = rememberedChips(p.w, app.ChoosingFamilyForm, []kit.Choice{{Value: printPoster, Label: kit.T("family.print.poster")}, {Value: printSeveral, Label: kit.T("family.print.several")},
		{Value: printList, Label: kit.T("family.print.list")}}, printPoster, renew)
	p.size = rememberedChips(p.w, app.ChoosingFamilyPaper, []kit.Choice{{Value: string(paper.A4), Label: "A4"}, {Value: string(paper.A3), Label: "A3"}, {Value: string(paper.Letter), Label: "Letter"}}, string(p.shop.Paper), renew)
	p.everyone = kit.NewTick(kit.T("family.print.everyone"), false, func(bool) { p.desk.renew() })
	p.everyone.Hidden = len(p.shown) == len(p.s.family.Nodes)
	p.note = kit.Rich("").Colored(kit.ColorWarn)
	p.note.Hide()
	p.small = kit.Rich(kit.T("family.print.small", "Several", kit.T("family.print.several"), "List", kit.T("family.print.list"))).Colored(kit.ColorWarn)
	p.small.Hide()
	choices := kit.VStack(12, p.form, p.size, p.everyone, p.note, p.small, kit.Quiet(kit.T("family.print.hint")))
	p.desk = showDesk(p.w, deskPaper{kind: app.PaperFamily, title: kit.T("family.print.sheet"), choices: choices, width: 275, prepare: p.prepare, whole: p.whole})
}

// prepare words the tree as it is to be previewed, and says what is not shown.
func (p *familyPrint) prepare() (layOut, error) {
	sheet, said := p.words(), ""
	switch chosen := len(p.chosen()); {
	case sheet.Words.Left != "":
		said = kit.T("family.print.cut", "Most", kit.Count(p.most), "Left", kit.Count(len(p.s.family.Nodes)-len(sheet.People)))
	case sheet.List && chosen > mostPreviewed:
		said = kit.T("family.print.previewed", "Most", kit.Count(mostPreviewed), "Count", kit.Count(chosen))
		sheet.People = sheet.People[:mostPreviewed]
	}
	p.note.SetText(said)
	p.note.Hidden = said == ""
	small, err := p.w.app.Press().FamilyTooSmall(sheet)
	if err != nil {
		return nil, err
	}
	p.small.Hidden = !small
	return p.lay(sheet), nil
}

// whole words the tree as it is to be printed: all of a list, however long.
func (p *familyPrint) whole() (layOut, error) { return p.lay(p.words()), nil }

func (p *familyPrint) lay(sheet app.FamilySheet) layOut {
	return func(ctx context.Context, report func(done, total int)) (*paper.Document, error) {
		return p.w.app.Press().LayOutFamily(ctx, sheet, report)
	}
}

// words words the tree as it stands on paper.
func (p *familyPrint) words() app.FamilySheet {
	now, form := p.w.app.Now(), p.form.Value()
	sheet := app.FamilySheet{Shop: p.shop, Paper: paper.Paper(p.size.Value()), Made: now, Language: kit.T("print.language"), List: form == printList, OnePage: form == printPoster,
		Words: paper.FamilyWords{Title: strings.ReplaceAll(p.s.title.Text(), p.s.name, calledOnPaper(p.s.name)), Date: kit.BirthdayText(string(models.DayOf(now))), Totals: p.w.familyTotals(p.s.family), PageOf: pageOf,
			Goes:    func(more string, page int) string { return kit.T("family.print.goes", "More", more, "Page", page) },
			From:    func(name string, page int) string { return kit.T("family.print.from", "Name", name, "Page", page) },
			Columns: [3]string{kit.T("print.customers.name"), kit.T("family.print.how"), kit.T("family.print.spent")}}}
	chosen := p.chosen()
	if sheet.List {
		sheet.Words.Title = kit.T("family.print.title", "Name", calledOnPaper(p.s.name)) // a list is upright: there is less room
		sheet.People = p.people(chosen)
		return sheet
	}
	drawn := firstDrawn(p.s.family.Nodes, chosen, p.most)
	if len(drawn) < len(chosen) {
		sheet.Words.Left = kit.T("family.print.left", "Shown", kit.Count(len(drawn)), "All", kit.Count(len(p.s.family.Nodes)))
	}
	sheet.People = p.people(drawn)
	return sheet
}

// chosen are the places of those who are to be printed: all of the tree, or who is not folded away on the screen.
func (p *familyPrint) chosen() []int {
	if !p.everyone.On() {
		return p.shown
	}
	places := make([]int, len(p.s.family.Nodes))
	for i := range places {
		places[i] = i
	}
	return places
}

// people words those at places of the tree, and how many are left out below each.
func (p *familyPrint) people(places []int) []paper.FamilyPerson {
	at, left := make(map[int]int, len(places)), leftBelow(p.s.family.Nodes, places)
	people := make([]paper.FamilyPerson, len(places))
	for i, place := range places {
		n := &p.s.family.Nodes[place]
		at[place] = i
		words := familyWords(n, p.nameOf(place))
		people[i] = paper.FamilyPerson{Parent: -1, Name: p.nameOf(place), Under: words.First, Spent: p.spent(n), Look: familyLook(n)}
		if words.Second != "" {
			people[i].Under = kit.T("family.print.under", "Rung", words.First, "Activity", words.Second)
		}
		if place > 0 {
			people[i].Parent = at[n.Parent]
		}
		if left[place] > 0 {
			people[i].More = kit.T("family.print.more", "Count", kit.Count(left[place]))
		}
	}
	return people
}

// nameOf is what the one at a place of the tree is called.
func (p *familyPrint) nameOf(place int) string {
	if place == 0 {
		return calledOnPaper(p.s.name)
	}
	if name := calledOnPaper(p.names[p.s.family.Nodes[place].CustomerID]); name != "" {
		return name
	}
	return kit.T("family.nameless")
}

// spent says what somebody visited and spent.
func (p *familyPrint) spent(n *models.FamilyNode) string {
	if n.VisitN == 0 {
		return ""
	}
	return kit.TN("family.print.visits", n.VisitN, "Count", kit.Count(n.VisitN), "Money", kit.FormatMoney(p.shop.Symbol, p.shop.Decimals, int64(n.Spent)))
}

// familyLook is how a box is coloured on paper.
func familyLook(n *models.FamilyNode) paper.FamilyLook {
	switch {
	case n.Gone || n.Waiting():
		return paper.FamilyFaint
	case n.Rung == models.RungAdvocate:
		return paper.FamilyAdvocate
	case n.Rung == models.RungLoyal:
		return paper.FamilyLoyal
	}
	return paper.FamilyPlain
}
