package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// asking is all that the list asks now: the group, what was typed, what was set beside them, and the order.
func (s *customersScreen) asking() models.CustomerFilter {
	f := s.asked
	f.Text, f.Set = s.filterText(), s.set()
	f.Said = s.said.of(f)
	return f
}

// narrowed tells whether the list leaves anybody out.
func (s *customersScreen) narrowed() bool {
	return s.filterText() != "" || s.set() != models.CustomersAll || !s.asked.Plain()
}

// ask shows the list of a filter from its beginning.
func (s *customersScreen) ask(f models.CustomerFilter) {
	s.sets.SetValue(setKey(f.Set))
	f.Text, f.Set, f.Said = "", "", nil
	s.asked = f
	s.onFiltered()
}

// setChoice is something a filter has set: what it is called, and the filter without it.
type setChoice struct {
	label   string
	without func(f *models.CustomerFilter)
}

// choices are what the filter has set, in the order of the sheet that sets it.
func (s *customersScreen) choices() (all []setChoice, err error) {
	for _, r := range s.asked.Rungs {
		word, _ := rungWord(r)
		all = append(all, setChoice{word, func(f *models.CustomerFilter) { f.Rungs = without(f.Rungs, r) }})
	}
	for _, a := range s.asked.Activities {
		word, _ := activityWord(a)
		all = append(all, setChoice{word, func(f *models.CustomerFilter) { f.Activities = without(f.Activities, a) }})
	}
	named, err := s.namedChoices()
	all = append(all, named...)
	if day := s.asked.SeenSince; day != "" {
		all = append(all, setChoice{kit.T("lists.set.since", "Day", s.w.dayText(day)), func(f *models.CustomerFilter) { f.SeenSince = "" }})
	}
	if day := s.asked.SeenBefore; day != "" {
		all = append(all, setChoice{kit.T("lists.set.before", "Day", s.w.dayText(day)), func(f *models.CustomerFilter) { f.SeenBefore = "" }})
	}
	for _, p := range s.asked.May {
		all = append(all, setChoice{kit.T("lists.may." + string(p)), func(f *models.CustomerFilter) { f.May = without(f.May, p) }})
	}
	return all, err
}

// namedChoices are those that stand for something with a name of its own; what is gone since keeps its place without one.
func (s *customersScreen) namedChoices() (all []setChoice, err error) {
	if id := s.asked.Tag; id != 0 {
		tags, err := s.w.store().Tags()
		if err != nil {
			return nil, err
		}
		name := nameIn(tags, func(t models.TagRow) bool { return t.ID == id }, func(t models.TagRow) string { return t.Name })
		all = append(all, setChoice{kit.T("lists.set.tag", "Name", name), func(f *models.CustomerFilter) { f.Tag = 0 }})
	}
	if id := s.asked.Source; id != 0 {
		sources, err := s.w.store().Sources()
		if err != nil {
			return nil, err
		}
		name := nameIn(sources, func(m models.Source) bool { return m.ID == id }, func(m models.Source) string { return m.Name })
		all = append(all, setChoice{kit.T("lists.set.source", "Name", name), func(f *models.CustomerFilter) { f.Source = 0 }})
	}
	if id := s.asked.AsksFor; id != 0 {
		staff, err := s.w.store().Staff(true)
		if err != nil {
			return nil, err
		}
		name := nameIn(staff, func(m models.Staff) bool { return m.ID == id }, func(m models.Staff) string { return m.Name })
		all = append(all, setChoice{kit.T("lists.set.asks", "Name", name), func(f *models.CustomerFilter) { f.AsksFor = 0 }})
	}
	return all, nil
}

func nameIn[T any](rows []T, is func(T) bool, name func(T) string) string {
	if i := slices.IndexFunc(rows, is); i >= 0 {
		return name(rows[i])
	}
	return kit.T("lists.set.gone")
}

// without is some without one of them; some stays as it is.
func without[T comparable](some []T, one T) []T {
	return slices.DeleteFunc(slices.Clone(some), func(other T) bool { return other == one })
}

// showChoices writes what is set above the list.
func (s *customersScreen) showChoices() error {
	choices, err := s.choices()
	if err != nil {
		return err
	}
	var pills []fyne.CanvasObject
	for _, c := range choices {
		pills = append(pills, kit.NewRemovable(c.label, func() { s.takeOff(c) }))
	}
	if len(pills) > 0 {
		pills = append(pills, kit.NewButton(kit.T("customers.noneIn.all"), s.showEverybody).Link().Small())
	}
	s.pills.Objects = pills
	s.pills.Hidden = len(pills) == 0
	s.pills.Refresh()
	return nil
}

// takeOff takes one thing off the filter, which is no list of the owner's any more. The pill that was clicked is gone then: the
// keyboard goes on where one types.
func (s *customersScreen) takeOff(c setChoice) {
	c.without(&s.asked)
	s.named = models.SavedList{}
	s.onFiltered()
	s.w.canvas().Focus(s.filter)
}

// onFilterButton opens the sheet that sets the filter.
func (s *customersScreen) onFilterButton() {
	if err := showCustomerFilter(s); err != nil {
		s.w.Trouble(err)
	}
}
