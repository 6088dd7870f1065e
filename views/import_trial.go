package views

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// The lists of a trial the owner may look through.
const (
	trialKnown    = "known"    // people who are in the book already
	trialRejected = "rejected" // rows that cannot be stored
	trialBy       = "by"       // people who are stored without a part of what the file says
	trialKept     = "kept"     // rows that say otherwise than a card, which stands
)

// trialStep is the third step: what storing the file would do.
type trialStep struct {
	s     *importScreen
	shown string // which of the lists
	rest  []models.ImportIssue
	list  *kit.List
	above *fyne.Container // what can be done with the list
	store *kit.Button
	all   *kit.Tick // adds those who sent somebody; nil until that list is shown, and where nobody is to be added
}

// showTrial shows the third step with one of its lists in front, "" for the first there is. Where the owner was at that list, the
// keyboard stays there: on the main button, the next press would store the file.
func (s *importScreen) showTrial(list string) {
	t := &trialStep{s: s, above: kit.VStack(8)}
	t.list = kit.NewList(t.length, func() fyne.CanvasObject { return kit.NewRow() }, t.bind).Ruled()
	t.list.OnActivated = t.activate
	t.list.OnClicked = t.activate
	t.store = s.mainButton("", s.store)
	t.nameStore()
	back := kit.NewButton(kit.T("import.back"), s.backToColumns)
	s.focus = s.focusOn(t.store)
	body := kit.VStack(12, t.figures())
	if columns := s.leftOut(); len(columns) > 0 {
		body.Add(kit.Quiet(kit.T("import.leftOut", "Columns", strings.Join(columns, ", "))))
	}
	if choices := t.choices(); len(choices) > 0 {
		first := cmp.Or(list, choices[0].Value)
		body.Add(kit.NewChips(choices, first, t.choose))
		body.Add(t.above)
		body.Add(kit.Grow(listCard(t.list)))
		t.choose(first)
		if list == trialBy && t.all != nil {
			s.focus = s.focusOn(t.all)
		}
	} else {
		body.Add(kit.CardFilled(kit.EmptyState(kit.T("import.allWell"), "", nil)))
	}
	s.show(importTrial, kit.RichT("import.step.trial", "File", s.fileName()), []fyne.CanvasObject{back, t.store}, kit.Scroll(body))
}

// nameStore says on the main button how many rows come into the book: not those that cannot, nor those that are left.
func (t *trialStep) nameStore() {
	n := t.s.survey.Rows - rejected(t.s.trial.Issues)
	for _, m := range t.s.trial.Matches {
		if t.s.choiceFor(m) == models.ImportSkip {
			n--
		}
	}
	t.store.SetText(kit.TN("import.store", n))
}

func (s *importScreen) backToColumns() {
	s.showColumns()
	s.FocusFirst()
}

// figures are the counts of what would happen.
func (t *trialStep) figures() fyne.CanvasObject {
	r := t.s.trial
	var cards []fyne.CanvasObject
	var weights []float32
	for _, f := range []struct {
		key string
		n   int
	}{{"new", r.Added}, {"known", len(r.Matches)}, {"rejected", rejected(r.Issues)}, {"sent", r.Referred}} {
		cards = append(cards, kit.FigureCard(kit.T("import.figure."+f.key), kit.Count(f.n), ""))
		weights = append(weights, 1)
	}
	return kit.Columns(weights, 12, 0, cards...)
}

// choices are the lists that have anything in them, and the one where what empties it can be taken back.
func (t *trialStep) choices() (choices []kit.Choice) {
	issues := t.s.trial.Issues
	for _, c := range []struct {
		value string
		n     int
	}{{trialKnown, len(t.s.trial.Matches)}, {trialRejected, rejected(issues)}, {trialBy, len(issues) - rejected(issues)}, {trialKept, linesOf(t.s.trial.Kept)}} {
		if c.n > 0 || c.value == trialBy && t.s.opts.AddReferrers {
			choices = append(choices, kit.Choice{Value: c.value, Label: kit.T("import.list."+c.value, "N", kit.Count(c.n))})
		}
	}
	return choices
}

// choose shows another of the lists.
func (t *trialStep) choose(list string) {
	t.shown, t.rest = list, t.issuesOf(list)
	switch list {
	case trialKnown:
		t.aboveList("import.knownWhy", kit.NewChips(matchChoices("import.all."), string(t.s.opts.Known), t.chooseAll))
	case trialRejected:
		t.aboveList("import.rejectedHint", kit.NewButton(kit.T("import.saveRejected"), t.saveRejected).Small())
	case trialBy:
		if t.all = nil; t.s.opts.AddReferrers || namesStrangers(t.rest) {
			t.all = kit.NewTick(kit.T("import.addReferrers"), t.s.opts.AddReferrers, t.onAddReferrers)
			t.aboveList("import.byHint", t.all, t.unclearButton())
		} else {
			t.aboveList("import.byHint", t.unclearButton())
		}
	case trialKept:
		t.aboveList("import.keptHint", kit.NewButton(kit.T("import.saveKept"), t.saveKept).Small())
	}
	t.list.Reset()
	t.list.Select(0)
	t.s.content.Refresh()
}

// aboveList says what the list is, with what can be done about all of it.
func (t *trialStep) aboveList(hint string, parts ...fyne.CanvasObject) {
	t.above.Objects = []fyne.CanvasObject{kit.Quiet(kit.T(hint)), kit.FlowRow(12, parts...)}
}

// unclearButton saves the rows of which not all is clear; where the last of them became clear there is nothing to save.
func (t *trialStep) unclearButton() fyne.CanvasObject {
	if len(t.rest) == 0 {
		return kit.VStack(0)
	}
	return kit.NewButton(kit.T("import.saveUnclear"), t.saveUnclear).Small()
}

// issuesOf are the rows of a list.
func (t *trialStep) issuesOf(list string) (rows []models.ImportIssue) {
	if list == trialKept {
		return t.s.trial.Kept
	}
	for _, issue := range t.s.trial.Issues {
		if issue.Stored == (list == trialBy) {
			rows = append(rows, issue)
		}
	}
	return rows
}

func (t *trialStep) saveRejected() { t.s.saveRejected(t.s.path, t.s.survey, t.s.trial.Issues) }

func (t *trialStep) saveUnclear() { t.s.saveUnclear(t.s.path, t.s.survey, t.s.trial.Issues) }

func (t *trialStep) saveKept() { t.s.saveKept(t.s.path, t.s.survey, t.s.trial.Kept) }

// onAddReferrers tries once more: who is added may send others.
func (t *trialStep) onAddReferrers(on bool) {
	opts := t.s.opts
	opts.AddReferrers = on
	t.s.try(opts, trialBy)
}

// matchChoices are what may be done with somebody who is in the book already, in the words that begin with prefix.
func matchChoices(prefix string) (choices []kit.Choice) {
	for _, choice := range []models.ImportChoice{models.ImportFill, models.ImportAdd, models.ImportSkip} {
		choices = append(choices, kit.Choice{Value: string(choice), Label: kit.T(prefix + string(choice))})
	}
	return choices
}

// chooseAll does the same with everybody who is in the book already.
func (t *trialStep) chooseAll(choice string) {
	t.s.opts.Known, t.s.opts.Choices = models.ImportChoice(choice), map[int]models.ImportChoice{}
	t.changed()
}

// changed shows what will be done now.
func (t *trialStep) changed() {
	t.nameStore()
	t.list.Refresh()
}

// choiceFor is what will be done with the row of a match.
func (s *importScreen) choiceFor(m models.ImportMatch) models.ImportChoice {
	if choice, chosen := s.opts.Choices[m.Line]; chosen {
		return choice
	}
	return m.Default(s.opts.Known)
}

func (t *trialStep) length() int {
	if t.shown == trialKnown {
		return len(t.s.trial.Matches)
	}
	return len(t.rest)
}

func (t *trialStep) bind(i int, o fyne.CanvasObject) {
	if i >= t.length() {
		return
	}
	if t.shown == trialKnown {
		o.(*kit.Row).Set(t.s.matchContent(t.s.trial.Matches[i]))
		return
	}
	issue := t.rest[i]
	if t.shown == trialKept {
		o.(*kit.Row).Set(t.s.keptContent(issue))
		return
	}
	o.(*kit.Row).Set(kit.RowContent{Title: kit.RichT("import.issue", "Name", issueName(issue), "Line", kit.Count(issue.Line)),
		Second: kit.RichT("changes.second", "Changes", sentenceOf(issue.Problem))})
}

// matchContent is the row of somebody who is in the book already.
func (s *importScreen) matchContent(m models.ImportMatch) kit.RowContent {
	choice, tone := s.choiceFor(m), kit.ToneOK
	if choice == models.ImportSkip {
		tone = kit.TonePlain
	}
	return kit.RowContent{Title: kit.RichT("import.issue", "Name", m.Name, "Line", kit.Count(m.Line)), Second: kit.RichT("changes.second", "Changes", matchWhy(m)),
		Badges: []kit.BadgeText{{Text: kit.T("import.choice." + string(choice)), Tone: tone}}}
}

// matchWhy is whom they seem to be, and what both have in common.
func matchWhy(m models.ImportMatch) string {
	name, key := m.Called, "import.same."+string(m.By)
	if m.Earlier != 0 {
		name = kit.T("import.sameLine", "Name", m.Called, "N", kit.Count(m.Earlier))
	}
	switch {
	case m.Apart != "" && m.Born:
		key = "import.apartBorn." + string(m.Apart)
	case m.Apart != "":
		key = "import.apart." + string(m.Apart)
	}
	return kit.T(key, "Name", name)
}

// activate asks what to do with somebody who is in the book already, or shows a row with its reason whole.
func (t *trialStep) activate(i int) {
	if i < 0 || i >= t.length() {
		return
	}
	if t.shown == trialKnown {
		t.askMatch(t.s.trial.Matches[i])
		return
	}
	issue := t.rest[i]
	kit.ShowSheet(t.s.w.canvas(), kit.T("import.lineOf", "N", kit.Count(issue.Line), "Name", issueName(issue)), kit.Body(keptSentence(issue.Problem)), kit.SheetOptions{Help: "importing", Width: 520})
}

func (t *trialStep) askMatch(m models.ImportMatch) {
	chips := kit.NewChips(matchChoices("import.one."), string(t.s.choiceFor(m)), nil)
	var sheet *kit.Sheet
	save := func() {
		sheet.Close()
		t.s.opts.Choices[m.Line] = models.ImportChoice(chips.Value())
		t.changed()
	}
	body := kit.VStack(12, kit.Body(matchWhy(m)), kit.NewField(kit.T("import.askMatch"), chips))
	sheet = kit.ShowSheet(t.s.w.canvas(), kit.T("import.lineOf", "N", kit.Count(m.Line), "Name", m.Name), body,
		kit.SheetOptions{Help: "importing", Save: kit.T("import.askSave"), OnSave: save, Width: 560})
}

// issueName is whom a row is about.
func issueName(issue models.ImportIssue) string {
	if issue.Name == "" {
		return kit.T("import.nameless")
	}
	return issue.Name
}
