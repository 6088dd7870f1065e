package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// filterSheet sets what the list of customers asks. Beside each choice stands how many it would show, which changes with
// every other choice.
type filterSheet struct {
	s    *customersScreen
	f    models.CustomerFilter
	form *kit.Form

	rungs             map[models.Rung]*kit.Tick
	activities        map[models.Activity]*kit.Tick
	may               map[models.Permission]*kit.Tick
	tag, source, asks *kit.Select
	since, before     *kit.DateField
	tags              []models.TagRow
	sources           []models.Source
	staff             []models.Staff
	sheet             *kit.Sheet
}

// showCustomerFilter opens the sheet with what is set now.
func showCustomerFilter(s *customersScreen) (err error) {
	p := &filterSheet{s: s, f: s.asking(), form: kit.NewForm()}
	p.f.Text = ""
	tags, err1 := s.w.store().Tags()
	sources, err2 := s.w.store().Sources()
	staff, err3 := s.w.store().Staff(true)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	p.tags, p.sources, p.staff = tags, sources, staff
	off := kit.NewButton(kit.T("lists.filter.off"), p.onOff).Link()
	p.sheet = kit.ShowSheet(s.w.canvas(), kit.T("lists.filter.title"), p.fields(),
		kit.SheetOptions{Help: "customers", Save: kit.T("lists.filter.save"), OnSave: p.save, Extra: []fyne.CanvasObject{off}, Width: 700})
	return p.count()
}

// ticksOf makes a tick for each of the choices; those among chosen are on.
func ticksOf[T comparable](choices, chosen []T, changed func(bool)) (map[T]*kit.Tick, *fyne.Container) {
	ticks, row := map[T]*kit.Tick{}, kit.FlowRow(14)
	for _, c := range choices {
		on := len(chosen) > len(without(chosen, c))
		ticks[c] = kit.NewTick("", on, changed)
		row.Add(ticks[c])
	}
	return ticks, row
}

func (p *filterSheet) fields() fyne.CanvasObject {
	changed := func(bool) { p.onChanged() }
	chose := func(string) { p.onChanged() }
	var rungs, activities, may *fyne.Container
	p.rungs, rungs = ticksOf(models.Rungs, p.f.Rungs, changed)
	p.activities, activities = ticksOf(models.Activities, p.f.Activities, changed)
	p.may, may = ticksOf(models.Permissions, p.f.May, changed)
	p.tag = kit.NewSelect(nil, idText(p.f.Tag), chose)
	p.source = kit.NewSelect(nil, idText(p.f.Source), chose)
	p.asks = kit.NewSelect(nil, idText(p.f.AsksFor), chose)
	p.since, p.before = kit.NewDateField(p.s.w.app.Now, kit.DayOrderHere()), kit.NewDateField(p.s.w.app.Now, kit.DayOrderHere())
	p.since.SetDay(string(p.f.SeenSince))
	p.before.SetDay(string(p.f.SeenBefore))
	for _, day := range []*kit.DateField{p.since, p.before} {
		day.Past = true
		day.OnSubmitted = func(string) { p.save() }
	}
	seen := kit.Columns([]float32{1, 1}, 12, 380,
		p.form.Add("seenSince", kit.NewField(kit.T("lists.filter.since"), p.since)),
		p.form.Add("seenBefore", kit.NewField(kit.T("lists.filter.before"), p.before)))
	return kit.VStack(14, kit.NewField(kit.T("lists.filter.rungs"), rungs), kit.NewField(kit.T("lists.filter.activities"), activities), seen,
		kit.Columns([]float32{1, 1, 1}, 12, 480, kit.NewField(kit.T("lists.filter.tag"), p.tag),
			kit.NewField(kit.T("lists.filter.source"), p.source), kit.NewField(kit.T("lists.filter.asks"), p.asks)),
		kit.NewField(kit.T("lists.filter.may"), may).WithHint(kit.T("lists.filter.mayHint")))
}

// ticked are those of the choices whose tick is on.
func ticked[T comparable](choices []T, ticks map[T]*kit.Tick) (on []T) {
	for _, c := range choices {
		if ticks[c].On() {
			on = append(on, c)
		}
	}
	return on
}

// read takes over what is set in the fields, but for days that cannot be read: their field says so.
func (p *filterSheet) read() error {
	p.f.Rungs, p.f.Activities, p.f.May = ticked(models.Rungs, p.rungs), ticked(models.Activities, p.activities), ticked(models.Permissions, p.may)
	p.f.Tag, p.f.Source, p.f.AsksFor = idFrom[models.TagID](p.tag.Value()), idFrom[models.SourceID](p.source.Value()), idFrom[models.StaffID](p.asks.Value())
	since, err := p.since.Day()
	before, err2 := p.before.Day()
	p.f.SeenSince, p.f.SeenBefore = models.Day(since), models.Day(before)
	return errors.Join(kit.InField("seenSince", err), kit.InField("seenBefore", err2))
}

// onChanged counts anew beside what is set now.
func (p *filterSheet) onChanged() {
	if p.read() == nil {
		p.s.w.Trouble(p.count())
	}
}

// count writes beside each choice how many it would show.
func (p *filterSheet) count() error {
	counts, err := p.s.w.store().CustomerCounts(p.f)
	if err != nil {
		return err
	}
	for r, tick := range p.rungs {
		word, _ := rungWord(r)
		tick.SetLabel(counted(word, counts.Rungs[r]))
	}
	for a, tick := range p.activities {
		word, _ := activityWord(a)
		tick.SetLabel(counted(word, counts.Activities[a]))
	}
	for way, tick := range p.may {
		tick.SetLabel(counted(kit.T("lists.way."+string(way)), counts.May[way]))
	}
	p.countNamed(counts)
	p.sheet.SaveButton().SetText(kit.TN("lists.filter.show", counts.Fit))
	p.sheet.Refit()
	return nil
}

func counted(word string, n int) string {
	return kit.T("lists.filter.counted", "What", word, "N", kit.Count(n))
}

// countNamed offers the tags, sources and staff that somebody would be shown for, and what is chosen.
func (p *filterSheet) countNamed(counts models.CustomerCounts) {
	tags := []kit.Choice{{Label: kit.T("lists.filter.any")}}
	for _, t := range p.tags {
		if n := counts.Tags[t.ID]; n > 0 || t.ID == p.f.Tag {
			tags = append(tags, kit.Choice{Value: idText(t.ID), Label: counted(t.Name, n)})
		}
	}
	sources := []kit.Choice{{Label: kit.T("lists.filter.any")}}
	for _, m := range p.sources {
		if n := counts.Sources[m.ID]; n > 0 || m.ID == p.f.Source {
			sources = append(sources, kit.Choice{Value: idText(m.ID), Label: counted(m.Name, n)})
		}
	}
	staff := []kit.Choice{{Label: kit.T("lists.filter.any")}}
	for _, m := range p.staff {
		if n := counts.Staff[m.ID]; n > 0 || m.ID == p.f.AsksFor {
			staff = append(staff, kit.Choice{Value: idText(m.ID), Label: counted(m.Name, n)})
		}
	}
	p.tag.SetChoices(tags)
	p.source.SetChoices(sources)
	p.asks.SetChoices(staff)
}

// onOff takes everything off that is set here.
func (p *filterSheet) onOff() {
	for _, tick := range p.rungs {
		tick.SetOn(false)
	}
	for _, tick := range p.activities {
		tick.SetOn(false)
	}
	for _, tick := range p.may {
		tick.SetOn(false)
	}
	for _, choice := range []*kit.Select{p.tag, p.source, p.asks} {
		choice.SetValue("")
	}
	p.since.SetDay("")
	p.before.SetDay("")
	p.form.Clear()
	p.onChanged()
}

// save shows whom the filter lets through. What is typed above the list stays: both narrow it together.
func (p *filterSheet) save() {
	if err := p.read(); err != nil {
		p.s.w.Trouble(p.form.Show(err))
		return
	}
	p.sheet.Close()
	set := p.s.set()
	p.f.Set = ""
	p.s.asked = p.f
	p.s.named = models.SavedList{}
	p.s.sets.SetValue(setKey(set))
	p.s.onFiltered()
	p.s.w.canvas().Focus(p.s.filter)
}
