package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// logFilterSheet sets what the service log asks beside the outcome, the days, who and what.
type logFilterSheet struct {
	f                    *logFilters
	reason, kind, answer *kit.Select
	said                 *kit.Entry
	waiting, cancelled   *kit.Tick
	sheet                *kit.Sheet
}

// logAnswers are what may have been said to an alternative, in the order a list offers them.
var logAnswers = []models.Answer{models.AlternativeAccepted, models.AlternativeDeclined, models.AlternativeThinking, models.AlternativeOffered}

// showLogFilter opens the sheet with what is set now.
func showLogFilter(f *logFilters) {
	p := &logFilterSheet{f: f, said: kit.NewEntry(kit.T("log.filter.said.place"))}
	p.reason = kit.NewSelect(choicesOf(models.Reasons, kit.T("log.filter.anyReason"), reasonWord), string(f.asked.Reason), nil)
	p.kind = kit.NewSelect(choicesOf(models.AlternativeKinds, kit.T("log.filter.anyKind"), kindWord), string(f.asked.Kind), nil)
	p.answer = kit.NewSelect(choicesOf(logAnswers, kit.T("log.filter.anyAnswer"), answerOnly), string(f.asked.Answer), nil)
	p.said.SetText(f.asked.Said)
	p.said.OnSubmitted = func(string) { p.save() }
	p.waiting = kit.NewTick(kit.T("log.filter.waiting"), f.asked.Waiting, nil)
	p.cancelled = kit.NewTick(kit.T("log.filter.cancelled"), f.asked.Cancelled, nil)
	body := kit.VStack(14, kit.NewField(kit.T("log.filter.said"), p.said),
		kit.Columns([]float32{1, 1, 1}, 12, 480, kit.NewField(kit.T("log.filter.reason"), p.reason), kit.NewField(kit.T("log.filter.kind"), p.kind),
			kit.NewField(kit.T("log.filter.answer"), p.answer)), kit.FlowRow(18, p.waiting, p.cancelled))
	off := kit.NewButton(kit.T("log.filter.off"), p.onOff).Link()
	p.sheet = kit.ShowSheet(f.w.canvas(), kit.T("log.filter.title"), body,
		kit.SheetOptions{Help: "visits", Save: kit.T("log.filter.save"), OnSave: p.save, Extra: []fyne.CanvasObject{off}, Width: 700})
}

// choicesOf are the choices of a list, and before them the one that leaves it open.
func choicesOf[T ~string](all []T, any string, word func(T) string) []kit.Choice {
	choices := []kit.Choice{{Value: "", Label: any}}
	for _, one := range all {
		choices = append(choices, kit.Choice{Value: string(one), Label: word(one)})
	}
	return choices
}

func answerOnly(a models.Answer) string {
	word, _ := answerWord(a)
	return word
}

// save shows what is set.
func (p *logFilterSheet) save() {
	p.take(models.LogFilter{Reason: models.Reason(p.reason.Value()), Kind: models.AlternativeKind(p.kind.Value()), Answer: models.Answer(p.answer.Value()),
		Said: p.said.Text, Waiting: p.waiting.On(), Cancelled: p.cancelled.On()})
}

func (p *logFilterSheet) onOff() { p.take(models.LogFilter{}) }

func (p *logFilterSheet) take(asked models.LogFilter) {
	p.sheet.Close()
	p.f.ask(asked)
}

// ask shows what is asked for now.
func (f *logFilters) ask(asked models.LogFilter) {
	f.asked = asked
	f.showPills()
	f.changed()
}

// logChoice is something the sheet has set: what it is called, and the filter without it.
type logChoice struct {
	label   string
	without func(f *models.LogFilter)
}

// set are what the sheet has set.
func (f *logFilters) set() (all []logChoice) {
	add := func(is bool, label string, without func(f *models.LogFilter)) {
		if is {
			all = append(all, logChoice{label, without})
		}
	}
	add(f.asked.Said != "", kit.T("log.set.said", "Words", f.asked.Said), func(a *models.LogFilter) { a.Said = "" })
	add(f.asked.Reason != "", reasonWord(f.asked.Reason), func(a *models.LogFilter) { a.Reason = "" })
	add(f.asked.Kind != "", kindWord(f.asked.Kind), func(a *models.LogFilter) { a.Kind = "" })
	add(f.asked.Answer != "", answerOnly(f.asked.Answer), func(a *models.LogFilter) { a.Answer = "" })
	add(f.asked.Waiting, kit.T("log.set.waiting"), func(a *models.LogFilter) { a.Waiting = false })
	add(f.asked.Cancelled, kit.T("log.set.cancelled"), func(a *models.LogFilter) { a.Cancelled = false })
	return all
}

// showPills shows what the sheet has set, each to be taken off by a click.
func (f *logFilters) showPills() {
	f.pills.Objects = nil
	for _, c := range f.set() {
		f.pills.Add(kit.NewRemovable(c.label, func() { f.takeOff(c) }))
	}
	f.pills.Hidden = len(f.pills.Objects) == 0
	f.pills.Refresh()
	f.object.Refresh()
}

func (f *logFilters) takeOff(c logChoice) {
	asked := f.asked
	c.without(&asked)
	f.ask(asked)
}

// words says what the log is narrowed to; "" where it shows everything.
func (f *logFilters) words() string {
	var all []string
	add := func(is bool, fact string) {
		if is {
			all = append(all, fact)
		}
	}
	filter := f.filter()
	day := func(d models.Day) string { return kit.BirthdayText(string(d)) }
	add(filter.From != "" && filter.To == "", kit.T("log.words.from", "Day", day(filter.From)))
	add(filter.From == "" && filter.To != "", kit.T("log.words.to", "Day", day(filter.To)))
	add(filter.From != "" && filter.To != "", kit.T("log.words.between", "From", day(filter.From), "To", day(filter.To)))
	add(len(filter.States) > 0, f.outcome.Text())
	add(filter.Text != "", filter.Text)
	add(filter.Customer != 0, f.person.Text())
	add(filter.Staff != 0, kit.T("log.print.served", "Staff", f.staff.Text()))
	for _, c := range f.set() {
		add(true, c.label)
	}
	return oneAfterAnother(all)
}
