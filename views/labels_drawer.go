package views

import (
	"strconv"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// onSheet shows the sheet that was chosen, and those of its kind in the drawer, of which the first is begun with: it is there to be
// used up.
func (s *labelsSheet) onSheet(string) {
	sheet := s.chosenSheet()
	s.w.app.Prefs.SetLabelSheet(s.shop.UID, sheet.Kind, int64(sheet.ID))
	s.onField.SetHint(kit.T("labels.on.hint", "Paper", string(sheet.Paper), "Across", sheet.Across, "Down", sheet.Down))
	wide, high := sheet.Paper.Size()
	s.picture.SetSheet(float32(wide.Millimetres()), float32(high.Millimetres()), sheet.Across, boxesOf(sheet))
	s.readDrawer(0)
	s.onDrawer()
}

// readDrawer reads what is in the drawer anew, and chooses one of them: the first for 0.
func (s *labelsSheet) readDrawer(choose models.LabelLeftID) {
	all, err := s.w.store().LabelsLeft()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	sheet := s.chosenSheet()
	s.drawer = nil
	choices := []kit.Choice{{Value: newSheet, Label: kit.T("labels.used.new")}}
	for _, left := range all {
		if left.Of(sheet) {
			free := sheet.Count() - len(left.Places(sheet))
			s.drawer = append(s.drawer, left)
			choices = append(choices, kit.Choice{Value: leftValue(left.ID), Label: kit.TN("labels.used.left", free, "Name", left.Name)})
		}
	}
	s.used.SetChoices(choices)
	value := newSheet
	for i := len(s.drawer) - 1; i >= 0; i-- {
		if choose == 0 || s.drawer[i].ID == choose {
			value = leftValue(s.drawer[i].ID)
		}
	}
	s.used.SetValue(value)
}

// newSheet is the choice of a sheet that nothing was taken off yet.
const newSheet = "new"

func leftValue(id models.LabelLeftID) string { return strconv.FormatInt(int64(id), 10) }

// taken is the sheet from the drawer that is chosen; nil for a new one.
func (s *labelsSheet) taken() *models.LabelLeft {
	for i := range s.drawer {
		if leftValue(s.drawer[i].ID) == s.used.Value() {
			return &s.drawer[i]
		}
	}
	return nil
}

// onDrawer shows what is used of the sheet that was taken.
func (s *labelsSheet) onDrawer() {
	var used []int
	if left := s.taken(); left != nil {
		used = left.Places(s.chosenSheet())
	}
	s.picture.SetUsed(used)
	s.desk.preview.at = 0
	s.onUsed()
}

// prepare lays out the pages as they come out, on whichever printer.
func (s *labelsSheet) prepare() (layOut, error) {
	labels := s.labels(noNudge)
	if len(labels.Used) == labels.Sheet.Count() {
		labels.Used, labels.Letters = nil, nil // the sheet is full: nothing is printed on it
	}
	return s.lay(labels), nil
}

func (s *labelsSheet) lay(labels app.Labels) layOut {
	return pagesOf(func() (*paper.Document, error) { return s.w.app.Press().LayOutLabels(labels) })
}

// moreItems are what is done with sheets too seldom to have a button each.
func (s *labelsSheet) moreItems() []kit.MenuItem {
	items := []kit.MenuItem{{Label: kit.T("labels.measure"), OnTap: func() { showLabelMeasures(s, models.LabelSheet{Paper: s.shop.Paper}) }}}
	if sheet := s.chosenSheet(); sheet.ID != 0 {
		items = append(items, kit.MenuItem{Label: kit.T("labels.change", "Name", sheet.Name), OnTap: func() { showLabelMeasures(s, sheet) }},
			kit.MenuItem{Label: kit.T("labels.remove", "Name", sheet.Name), OnTap: func() { s.onRemove(sheet) }})
	}
	if left := s.taken(); left != nil {
		items = append(items, kit.MenuItem{Label: kit.T("labels.keepAs", "Name", left.Name), Apart: true, OnTap: func() { s.keepAs(*left) }},
			kit.MenuItem{Label: kit.T("labels.discard", "Name", left.Name), OnTap: func() { s.onDiscard(*left) }})
		return items
	}
	return append(items, kit.MenuItem{Label: kit.T("labels.keep"), Apart: true, OnTap: s.onKeep})
}

// onKeep puts the sheet on the picture into the drawer without printing on it.
func (s *labelsSheet) onKeep() {
	name, err := freeDrawerName(s.w, s.chosenSheet())
	if err != nil {
		s.w.Trouble(err)
		return
	}
	showLine(s.w, lineAsk{title: kit.T("labels.keep.title"), label: kit.T("labels.keep.name"), hint: kit.T("labels.keep.hint"), save: kit.T("labels.keep.save"), field: "name", was: name,
		store: func(name string) error { return s.put(models.LabelLeft{Name: name}) },
		did:   func(name string) string { return kit.T("labels.keep.did", "Name", name) }})
}

// keepAs notes for one in the drawer what is ticked now.
func (s *labelsSheet) keepAs(left models.LabelLeft) {
	if err := s.put(left); err != nil {
		s.w.Trouble(err)
		return
	}
	s.did(kit.T("labels.keep.did", "Name", left.Name))
}

func (s *labelsSheet) put(left models.LabelLeft) error {
	left.Put(s.chosenSheet(), s.picture.Used())
	if err := s.w.store().SaveLabelLeft(&left); err != nil {
		return err
	}
	s.readDrawer(left.ID)
	s.onDrawer()
	return nil
}

func (s *labelsSheet) onDiscard(left models.LabelLeft) {
	if err := s.w.store().DeleteLabelLeft(left.ID); err != nil {
		s.w.Trouble(err)
		return
	}
	s.readDrawer(0)
	s.onDrawer()
	s.did(kit.T("labels.discard.did", "Name", left.Name))
}

func (s *labelsSheet) onRemove(sheet models.LabelSheet) {
	if err := s.w.store().DeleteLabelSheet(sheet.ID); err != nil {
		s.w.Trouble(err)
		return
	}
	s.readSheets("")
	s.did(kit.T("labels.remove.did", "Name", sheet.Name))
}

// readSheets reads the sheets anew, and chooses one of them.
func (s *labelsSheet) readSheets(choose string) {
	sheets, err := s.w.store().LabelSheets()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.sheets = sheets
	s.on.SetChoices(sheetChoices(sheets))
	if choose == "" {
		choose = s.lastSheet()
	}
	s.on.SetValue(choose)
	s.onSheet(choose)
}

// did says in front of the sheet what was done, with Undo.
func (s *labelsSheet) did(sentence string) {
	change := s.w.store().LastChange()
	s.desk.sheet.Layer().Toast(sentence, kit.T("undo"), "", func() { s.w.undoThen(change, func() { s.readSheets(s.on.Value()) }) })
}

// freeDrawerName is what a sheet in the drawer is called unless the owner says otherwise: no other has that name.
func freeDrawerName(w *Window, sheet models.LabelSheet) (string, error) {
	all, err := w.store().LabelsLeft()
	taken := map[string]bool{}
	for _, left := range all {
		taken[left.NameKey] = true
	}
	name := kit.T("labels.drawer", "Sheet", sheet.Name)
	for n := 2; taken[models.Fold(name)]; n++ {
		name = kit.T("labels.drawer.again", "Sheet", sheet.Name, "N", n)
	}
	return name, err
}
