package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// advertsSheet is what the ways that are paid for cost in a month: one field for each, and a button that takes over what was paid last.
type advertsSheet struct {
	w       *Window
	month   models.Day // its first day
	sources []models.Source
	form    *kit.Form
	fields  map[models.SourceID]*kit.MoneyField
	was     map[models.SourceID]models.Money
	again   *kit.Button
	last    map[models.SourceID]models.Money
	name    *kit.RichLine
	sheet   *kit.Sheet
	shop    models.Shop
}

// showAdverts opens the sheet for the period that Insights shows.
func (w *Window) showAdverts() {
	w.Show(PlaceInsights)
	showAdverts(w, w.screens[PlaceInsights].(*insightsScreen).period())
}

// showAdverts opens the sheet for the month in which the period ends, or the present one.
func showAdverts(w *Window, period models.Period) {
	sources, err := w.store().Sources()
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &advertsSheet{w: w, form: kit.NewForm(), fields: map[models.SourceID]*kit.MoneyField{}, name: kit.Heading("")}
	if s.shop, err = w.store().Shop(); err != nil {
		w.Trouble(err)
		return
	}
	for _, source := range sources {
		if source.Kind == models.SourceBought {
			s.sources = append(s.sources, source)
		}
	}
	day := min(period.To, w.store().Today())
	s.month = day[:8] + "01"
	body := kit.VStack(14, kit.Quiet(kit.T("adverts.none")))
	opts := kit.SheetOptions{Help: "insights", Width: 480}
	if len(s.sources) > 0 {
		body = s.body()
		opts = kit.SheetOptions{Help: "insights", Width: 480, Save: kit.T("adverts.save"), OnSave: s.save, Dirty: s.dirty}
	}
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("adverts.title"), body, opts)
	if len(s.sources) > 0 {
		w.canvas().Focus(s.fields[s.sources[0].ID])
	}
}

func (s *advertsSheet) body() *fyne.Container {
	earlier := kit.NewButton(kit.T("adverts.earlier"), func() { s.turn(-1) }).Small()
	later := kit.NewButton(kit.T("adverts.later"), func() { s.turn(1) }).Small()
	s.again = kit.NewButton("", s.repeat)
	rows := kit.VStack(12)
	for _, source := range s.sources {
		field := kit.NewMoneyField(s.shop.Symbol, s.shop.Decimals)
		field.OnSubmitted = func(string) { s.save() }
		s.fields[source.ID] = field
		rows.Add(s.form.Add("amount."+idText(source.ID), kit.NewField(source.Name, field)))
	}
	s.read()
	return kit.VStack(14, kit.HStack(8, kit.Grow(s.name), earlier, later), rows, kit.HStack(0, s.again, kit.Spacer()), kit.Quiet(kit.T("adverts.hint")))
}

// monthKey is the month as it is stored.
func (s *advertsSheet) monthKey() string { return string(s.month[:7]) }

// read shows what is stored of the month.
func (s *advertsSheet) read() {
	was, err := s.w.store().Adverts(s.monthKey())
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.was = was
	s.write(was)
	s.name.SetText(monthYear(s.month))
	last, paid, err := s.w.store().LastAdverts(s.monthKey())
	if err != nil {
		s.w.Trouble(err)
	}
	if s.last = paid; last != "" {
		s.again.SetText(kit.T("adverts.repeat", "Month", monthYear(models.Day(last+"-01"))))
	}
	s.again.Hidden = last == ""
}

func (s *advertsSheet) write(paid map[models.SourceID]models.Money) {
	for id, field := range s.fields {
		if field.SetText(""); paid[id] > 0 {
			field.SetAmount(int64(paid[id]))
		}
	}
}

// repeat takes over what was paid in the last month for which anything was. It is stored by Save.
func (s *advertsSheet) repeat() { s.write(s.last) }

// turn goes to another month. What was typed for this one is stored first.
func (s *advertsSheet) turn(by int) {
	if s.dirty() && !s.store() {
		return
	}
	s.month = models.DayOf(dayTime(s.month).AddDate(0, by, 0))
	s.read()
}

// typed is what the fields say; each that says nothing readable says so beneath.
func (s *advertsSheet) typed() (map[models.SourceID]models.Money, error) {
	paid := map[models.SourceID]models.Money{}
	for _, source := range s.sources {
		amount, _, err := s.fields[source.ID].Amount()
		if err != nil {
			return nil, kit.InField("amount."+idText(source.ID), err)
		}
		paid[source.ID] = models.Money(amount)
	}
	return paid, nil
}

func (s *advertsSheet) dirty() bool {
	paid, err := s.typed()
	for id, amount := range paid {
		if amount != s.was[id] {
			return true
		}
	}
	return err != nil
}

// store stores the month, and tells whether that could be done.
func (s *advertsSheet) store() bool {
	paid, err := s.typed()
	if err == nil {
		err = s.w.store().SaveAdverts(s.monthKey(), paid)
	}
	if err != nil {
		s.w.Trouble(s.form.Show(ofItsSource(err)))
		return false
	}
	s.was = paid
	s.w.Did(kit.T("adverts.did", "Month", monthYear(s.month)))
	return true
}

// ofItsSource puts a problem with an amount beside the field of its source.
func ofItsSource(err error) error {
	if p, ok := models.IsProblem(err); ok && p.Field == "amount" {
		if id, named := p.Args["Source"].(int64); named {
			p.Field = "amount." + idText(models.SourceID(id))
			return p
		}
	}
	return err
}

func (s *advertsSheet) save() {
	if s.dirty() && !s.store() {
		return
	}
	s.sheet.Close()
}
