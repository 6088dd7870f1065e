package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// labelsSheet prints address labels: whom for, on which sheet, beginning where on it. At the right stands the sheet as it will come
// out, to click on the first label that is free. What was chosen is chosen again the next time.
type labelsSheet struct {
	*postPeople
	sheets []models.LabelSheet
	drawer []models.LabelLeft // of the chosen sheet

	on      *kit.Select // the sheet
	onField *kit.Field
	used    *kit.Select // which of those in the drawer, or a new one
	more    *kit.MenuButton
	adjust  *kit.Button

	click   *kit.Chips
	summary *kit.RichLine
	picture *kit.LabelSheet
	desk    *desk
	came    cameAsk // what printing them comes to
}

// showLabels opens the sheet for a group of people, or without one for those to be thanked by card, and gives it; nil where it could not.
func showLabels(w *Window, first *postWhom) *labelsSheet {
	s := &labelsSheet{}
	groups, err := postChoices(w, first)
	var shop models.Shop
	if err == nil {
		shop, err = w.store().Shop()
	}
	if err == nil {
		s.sheets, err = w.store().LabelSheets()
	}
	if err != nil {
		w.Trouble(err)
		return nil
	}
	s.postPeople = newPostPeople(w, shop, groups, kit.T("labels.together"), func() { s.desk.sheet.Close() })
	s.postPeople.count, s.postPeople.found = s.count, s.onLetters
	s.build()
	s.reading = true
	s.onSheet(s.on.Value())
	s.read()
	s.desk.through.find()
	return s
}

// build lays the sheet out.
func (s *labelsSheet) build() {
	prefs := s.w.app.Prefs
	s.picture = kit.NewLabelSheet(s.onUsed)
	s.picture.Hidden = true // until there is a page beneath it
	s.picture.OneByOne = prefs.LabelsOneByOne()
	s.summary = kit.Quiet("")
	s.click = kit.NewChips([]kit.Choice{{Value: clickBegin, Label: kit.T("labels.click.begin")}, {Value: clickTick, Label: kit.T("labels.click.tick")}}, clickBegin, s.onClick)
	if s.picture.OneByOne {
		s.click.SetValue(clickTick)
	}
	s.desk = newDesk(s.w, deskPaper{kind: app.PaperLabels, title: kit.T("labels.sheet"), choices: s.choices(), width: 265, head: kit.VStack(4, s.click, kit.Quiet(kit.T("labels.click.hint"))),
		upon: s.picture, prepare: s.prepare, whole: s.whole, turned: s.onTurned, printer: s.onPrinter, beside: kit.Inset(-4, 0, -4, 0, kit.HStack(0, s.adjust)), printed: s.printed})
	s.onPrinter()
}

// What a click on the picture does.
const (
	clickBegin = "begin"
	clickTick  = "tick"
)

// choices are all that is chosen, in the order in which one thinks of it.
func (s *labelsSheet) choices() fyne.CanvasObject {
	s.on = kit.NewSelect(sheetChoices(s.sheets), s.lastSheet(), s.onSheet)
	s.used = kit.NewSelect(nil, "", func(string) { s.onDrawer() })
	s.more = kit.NewMenuButton(kit.T("labels.more"), s.moreItems).Link().Small()
	s.adjust = kit.NewButton("", s.onAdjust).Link().Small()
	const edge = -4 // links have room of their own around their words
	link := func(o fyne.CanvasObject) fyne.CanvasObject { return kit.Inset(edge, 0, edge, 0, o) }
	s.onField = kit.NewField(kit.T("labels.on"), s.on)
	return kit.VStack(12,
		kit.VStack(4, kit.NewField(kit.T("labels.whom"), s.whom), s.summary, link(s.left.object)),
		kit.VStack(2, s.onField, link(kit.HStack(0, s.more))),
		kit.NewField(kit.T("labels.used"), s.used),
		s.together,
		kit.NewField(kit.T("labels.order"), s.order))
}

func labelOrders() (choices []kit.Choice) {
	for _, order := range app.PostOrders {
		key := "labels.order.listed"
		if order != app.PostAsListed {
			key = "labels.order." + string(order)
		}
		choices = append(choices, kit.Choice{Value: string(order), Label: kit.T(key)})
	}
	return choices
}

func (s *labelsSheet) onClick(what string) {
	s.picture.OneByOne = what == clickTick
	s.w.app.Prefs.SetLabelsOneByOne(s.picture.OneByOne)
}

// onTurned leaves the picture on the first sheet alone: every other one is new.
func (s *labelsSheet) onTurned(at int) { s.picture.Hidden = at > 0 }

// onUsed follows what was clicked on the picture.
func (s *labelsSheet) onUsed() {
	s.count()
	if !s.reading {
		s.desk.renew()
	}
}

// chosenSheet is the sheet that is chosen.
func (s *labelsSheet) chosenSheet() models.LabelSheet {
	for _, sheet := range s.sheets {
		if sheetValue(sheet) == s.on.Value() {
			return sheet
		}
	}
	return s.sheets[0]
}

// sheetValue is what a Select knows a sheet by.
func sheetValue(sheet models.LabelSheet) string {
	if sheet.ID != 0 {
		return strconv.FormatInt(int64(sheet.ID), 10)
	}
	return sheet.Kind
}

// lastSheet is the one printed on last; before that, and where it is gone, the first on the shop's own paper.
func (s *labelsSheet) lastSheet() string {
	kind, own := s.w.app.Prefs.LabelSheet(s.shop.UID)
	first := ""
	for _, sheet := range s.sheets {
		switch {
		case sheet.Kind == kind && int64(sheet.ID) == own:
			return sheetValue(sheet)
		case first == "" && sheet.ID == 0:
			first = sheetValue(sheet)
		}
	}
	return first
}

// sheetChoices are sheets by name, with what they are.
func sheetChoices(sheets []models.LabelSheet) []kit.Choice {
	choices := make([]kit.Choice, len(sheets))
	for i, sheet := range sheets {
		choices[i] = kit.Choice{Value: sheetValue(sheet), Label: kit.T("labels.on.choice", "Name", sheet.Name, "Count", sheet.Count(),
			"Width", millimetres(sheet.Width), "Height", millimetres(sheet.Height))}
	}
	return choices
}
