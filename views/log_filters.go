package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// logFilters are the outcome, the days, the person, the staff and the thing the service log is narrowed to.
type logFilters struct {
	w        *Window
	object   *fyne.Container
	outcome  *kit.Select
	span     *kit.Select
	from, to *kit.DateField
	days     *kit.Field // both
	person   *kit.Picker
	staff    *kit.Select
	item     *kit.Entry
	changed  func()
	customer models.CustomerID
	asked    models.LogFilter // what the sheet of more filters sets
	pills    *fyne.Container  // to take that off
}

// The spans of days, by what is remembered of them.
const (
	spanToday = "today"
	spanWeek  = "week"
	spanMonth = "month"
	spanYear  = "year"
	spanAll   = "all"
	spanOther = "other"
)

// These outcomes stand for several states.
const (
	anyOutcome     = "any"
	notAvailable   = "not_available"
	rescuedOutcome = "rescued"
)

func newLogFilters(w *Window, changed func()) *logFilters {
	f := &logFilters{w: w, changed: changed}
	f.outcome = kit.NewSelect(outcomeChoices(), anyOutcome, func(string) { changed() })
	span := w.app.Prefs.LogRange()
	if span == "" || span == spanOther {
		span = spanMonth
	}
	f.span = kit.NewSelect(spanChoices(), span, f.onSpan)
	f.from, f.to = kit.NewDateField(w.app.Now, kit.DayOrderHere()), kit.NewDateField(w.app.Now, kit.DayOrderHere())
	f.from.Past, f.to.Past = true, true
	f.from.OnSubmitted, f.to.OnSubmitted = f.onSubmitted, f.onSubmitted
	f.person = kit.NewPicker(f.findPerson)
	f.person.SetPlaceHolder(kit.T("log.person"))
	f.person.OnChosen = func(o kit.Option) { f.customer = models.CustomerID(o.ID); changed() }
	f.person.OnCleared = func() { f.customer = 0; changed() }
	f.staff = kit.NewSelect(nil, "", func(string) { changed() })
	f.item = kit.NewEntry(kit.T("log.thing"))
	f.item.OnChanged = func(string) { changed() }
	f.layOut()
	return f
}

func (f *logFilters) layOut() {
	show := kit.NewButton(kit.T("log.show"), f.onDays).Small()
	f.days = kit.NewField("", kit.HStack(8, kit.Fixed(150, f.from), kit.Quiet(kit.T("log.to")), kit.Fixed(150, f.to), show))
	f.days.Hide()
	more := kit.NewButton(kit.T("log.more"), func() { showLogFilter(f) })
	thirds := func(parts ...fyne.CanvasObject) fyne.CanvasObject {
		return kit.Columns([]float32{1, 1, 1}, 8, 0, parts...)
	}
	f.pills = kit.FlowRow(6)
	f.pills.Hide()
	f.object = kit.VStack(8, thirds(f.span, f.outcome, f.item), f.days, thirds(f.person, f.staff, more), f.pills)
}

func outcomeChoices() []kit.Choice {
	choices := []kit.Choice{{Value: anyOutcome, Label: kit.T("log.any")}, {Value: notAvailable, Label: kit.T("log.notAvailable")}, {Value: rescuedOutcome, Label: kit.T("log.rescued")}}
	for _, state := range models.RequestStates {
		word, _ := requestWord(state)
		choices = append(choices, kit.Choice{Value: string(state), Label: word})
	}
	return choices
}

func spanChoices() []kit.Choice {
	var choices []kit.Choice
	for _, span := range []string{spanToday, spanWeek, spanMonth, spanYear, spanAll, spanOther} {
		choices = append(choices, kit.Choice{Value: span, Label: kit.T("log.span." + span)})
	}
	return choices
}

func (f *logFilters) findPerson(text string) []kit.Option { return personOptions(f.w, text) }

// personOptions are the customers a picker offers for what was typed.
func personOptions(w *Window, text string) []kit.Option {
	rows, err := w.store().FindCustomers(text, 8)
	if err != nil {
		w.Trouble(err)
	}
	options := make([]kit.Option, len(rows))
	for i, row := range rows {
		options[i] = kit.Option{ID: int64(row.ID), Title: row.Name, Second: row.Phone}
	}
	return options
}

func (f *logFilters) onSpan(span string) {
	f.days.Hidden = span != spanOther
	f.days.Refresh()
	f.w.app.Prefs.SetLogRange(span)
	if span == spanOther {
		f.w.canvas().Focus(f.from)
		return
	}
	f.changed()
}

func (f *logFilters) onSubmitted(string) { f.onDays() }

// onDays shows the days that were typed, or says beneath them what is wrong; the log stays as it is then.
func (f *logFilters) onDays() {
	if err := f.daysProblem(); err != nil {
		p, _ := models.IsProblem(err)
		f.days.SetProblem(kit.Sentence(p))
		return
	}
	f.changed()
}

// daysProblem is a day that cannot be read, or a last day before the first.
func (f *logFilters) daysProblem() error {
	from, err := f.from.Day()
	to, err2 := f.to.Day()
	switch {
	case err != nil:
		return err
	case err2 != nil:
		return err2
	case from != "" && to != "" && to < from:
		return models.Problem{Key: "log.days"}
	}
	return nil
}

// reload offers the staff of today and those who left.
func (f *logFilters) reload() error {
	staff, err := f.w.store().Staff(true)
	if err != nil {
		return err
	}
	choices := []kit.Choice{{Value: "", Label: kit.T("log.anyStaff")}}
	for _, m := range staff {
		choices = append(choices, kit.Choice{Value: idText(m.ID), Label: m.Name})
	}
	f.staff.SetChoices(choices)
	return nil
}

// filter is what the fields say. A day that is none leaves that side open; its field says so itself.
func (f *logFilters) filter() models.LogFilter {
	filter := f.asked
	filter.Staff, filter.Customer, filter.Text = idFrom[models.StaffID](f.staff.Value()), f.customer, f.item.Text
	filter.From, filter.To = f.bounds()
	switch outcome := f.outcome.Value(); outcome {
	case anyOutcome, "":
	case notAvailable:
		filter.States = models.RequestStates[2:]
	case rescuedOutcome:
		filter.States = models.RescuedStates
	default:
		filter.States = []models.RequestState{models.RequestState(outcome)}
	}
	return filter
}

// bounds gives the first and the last day of the chosen span.
func (f *logFilters) bounds() (from, to models.Day) {
	now := f.w.app.Now()
	switch f.span.Value() {
	case spanToday:
		return models.DayOf(now), ""
	case spanWeek:
		sinceMonday := (int(now.Weekday()) + 6) % 7
		return models.DayOf(now.AddDate(0, 0, -sinceMonday)), ""
	case spanMonth:
		return models.DayOf(time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())), ""
	case spanYear:
		return models.DayOf(time.Date(now.Year(), time.January, 1, 0, 0, 0, 0, now.Location())), ""
	case spanOther:
		first, _ := f.from.Day()
		last, _ := f.to.Day()
		return models.Day(first), models.Day(last)
	}
	return "", ""
}

// setTo narrows to what became of requests within some days, and to what the sheet of more filters says, without asking for the rows yet.
func (f *logFilters) setTo(days models.Days, outcome string, asked models.LogFilter) {
	f.clear()
	f.outcome.SetValue(outcome)
	f.span.SetValue(spanOther)
	f.from.SetDay(string(days.From))
	f.to.SetDay(string(days.To))
	f.days.Show()
	f.asked = asked
	f.showPills()
}

// narrowed tells whether anything but the days of all time is asked for.
func (f *logFilters) narrowed() bool {
	filter := f.filter()
	return len(filter.States) > 0 || filter.Staff != 0 || filter.Customer != 0 || filter.Text != "" || filter.From != "" || filter.To != "" || len(f.set()) > 0
}

// clear shows everything.
func (f *logFilters) clear() {
	f.outcome.SetValue(anyOutcome)
	f.span.SetValue(spanAll)
	f.days.Hide()
	f.person.Clear()
	f.customer = 0
	f.staff.SetValue("")
	f.setItem("")
	f.asked = models.LogFilter{}
	f.showPills()
}

// setItem narrows to the things with these words in their name, without asking for the rows yet.
func (f *logFilters) setItem(name string) {
	changed := f.item.OnChanged
	f.item.OnChanged = nil
	f.item.SetText(name)
	f.item.OnChanged = changed
}
