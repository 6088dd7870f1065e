package views

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// labelMeasures is the form for a sheet of labels that its owner measured.
type labelMeasures struct {
	of    *labelsSheet
	was   models.LabelSheet
	form  *kit.Form
	name  *kit.Entry
	paper *kit.Chips
	count map[string]*kit.Entry // by the name of their field
	mm    map[string]*kit.Entry
	sheet *kit.Sheet
}

// showLabelMeasures opens the form for a sheet, or one without an ID for a new one.
func showLabelMeasures(of *labelsSheet, sheet models.LabelSheet) {
	m := &labelMeasures{of: of, was: sheet, form: kit.NewForm(), name: kit.NewEntry(kit.T("labels.measure.like")), count: map[string]*kit.Entry{}, mm: map[string]*kit.Entry{}}
	m.name.SetText(sheet.Name)
	m.paper = kit.NewChips([]kit.Choice{{Value: string(models.PaperA4), Label: "A4"}, {Value: string(models.PaperLetter), Label: "Letter"}}, string(sheet.Paper), nil)
	title := kit.T("labels.measure.title")
	if sheet.ID != 0 {
		title = kit.T("labels.measure.change", "Name", sheet.Name)
	}
	m.sheet = kit.ShowSheet(of.w.canvas(), title, m.fields(), kit.SheetOptions{Help: "labels", Save: kit.T("labels.measure.save"), OnSave: m.save, Dirty: m.dirty, Width: 600})
}

func (m *labelMeasures) fields() fyne.CanvasObject {
	w := m.was
	return kit.VStack(12,
		kit.Quiet(kit.T("labels.measure.hint")),
		sideBySide(m.form.Add("name", kit.NewField(kit.T("labels.measure.name"), m.name)), m.form.Add("paper", kit.NewField(kit.T("labels.measure.paper"), m.paper))),
		sideBySide(m.length("width", w.Width), m.length("height", w.Height)),
		sideBySide(m.number("across", w.Across), m.number("down", w.Down)),
		sideBySide(m.length("leftMargin", w.LeftMargin), m.length("topMargin", w.TopMargin)),
		sideBySide(m.length("pitchAcross", w.PitchAcross), m.length("pitchDown", w.PitchDown)))
}

// sideBySide puts two fields beside each other, or beneath where there is too little room.
func sideBySide(a, b fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns([]float32{1, 1}, 14, 400, a, b)
}

// length is a field for millimetres.
func (m *labelMeasures) length(name string, value models.Hundredths) *kit.Field {
	m.mm[name] = kit.NewEntry("")
	if m.was.ID != 0 {
		m.mm[name].SetText(millimetres(value))
	}
	return m.form.Add(name, kit.NewField(kit.T("labels.measure."+name), m.mm[name]))
}

// number is a field for how many there are.
func (m *labelMeasures) number(name string, value int) *kit.Field {
	m.count[name] = kit.NewEntry("")
	if m.was.ID != 0 {
		m.count[name].SetText(strconv.Itoa(value))
	}
	return m.form.Add(name, kit.NewField(kit.T("labels.measure."+name), m.count[name]))
}

func (m *labelMeasures) dirty() bool {
	sheet, err := m.read()
	if m.was.ID != 0 {
		return err != nil || sheet != m.was
	}
	typed := m.name.Text
	for _, entries := range []map[string]*kit.Entry{m.mm, m.count} {
		for _, entry := range entries {
			typed += entry.Text
		}
	}
	return typed != ""
}

// read gives the sheet as it was typed, or a Problem for each field that is no number.
func (m *labelMeasures) read() (models.LabelSheet, error) {
	sheet := m.was
	sheet.Name, sheet.Paper = m.name.Text, models.Paper(m.paper.Value())
	err := errors.Join(m.readCount("across", &sheet.Across), m.readCount("down", &sheet.Down),
		m.readLength("width", &sheet.Width), m.readLength("height", &sheet.Height),
		m.readLength("leftMargin", &sheet.LeftMargin), m.readLength("topMargin", &sheet.TopMargin),
		m.readPitch("pitchAcross", &sheet.PitchAcross, sheet.Width), m.readPitch("pitchDown", &sheet.PitchDown, sheet.Height))
	return sheet, err
}

func (m *labelMeasures) readCount(name string, into *int) (err error) {
	if *into, err = strconv.Atoi(strings.TrimSpace(m.count[name].Text)); err != nil {
		return models.Problem{Field: name, Key: "labelSheet.number"}
	}
	return nil
}

func (m *labelMeasures) readLength(name string, into *models.Hundredths) error {
	ok := false
	if *into, ok = parseMillimetres(m.mm[name].Text); !ok {
		return models.Problem{Field: name, Key: "labelSheet.number"}
	}
	return nil
}

// readPitch reads the way from one label to the next; where they touch it need not be given.
func (m *labelMeasures) readPitch(name string, into *models.Hundredths, touching models.Hundredths) error {
	if strings.TrimSpace(m.mm[name].Text) == "" {
		*into = touching
		return nil
	}
	return m.readLength(name, into)
}

func (m *labelMeasures) save() {
	sheet, err := m.read()
	if err == nil {
		err = m.of.w.store().SaveLabelSheet(&sheet)
	}
	if err != nil {
		m.of.w.Trouble(m.form.Show(err))
		return
	}
	m.sheet.Close()
	m.of.readSheets(sheetValue(sheet))
	m.of.did(kit.T("labels.measure.did", "Name", sheet.Name))
}
