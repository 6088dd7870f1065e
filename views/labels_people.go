package views

import (
	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// onLetters shows the labels of other people, or of the same in another order.
func (s *labelsSheet) onLetters() {
	s.desk.preview.at = 0
	s.count()
	s.desk.renew()
}

// count says how many labels that makes on how many sheets.
func (s *labelsSheet) count() {
	n, used := len(s.letters), s.picture.Used()
	sheet := s.chosenSheet()
	free := sheet.Count() - len(used)
	text := kit.T("labels.count.nobody")
	switch {
	case s.reading:
		text = kit.T("labels.count.reading")
	case free == 0:
		text = kit.T("labels.count.full")
	case n > 0:
		sheets := app.LabelSheetsFor(sheet, used, n)
		text = kit.T("labels.count", "Labels", kit.TN("labels.labels", n, "Count", kit.Count(n)), "Sheets", kit.TN("labels.sheets", sheets, "Count", kit.Count(sheets)))
	}
	s.summary.SetText(text)
	s.desk.allow(n > 0 && free > 0)
	s.desk.sheet.Refit()
}

// labels are all that is chosen, as it is to be printed on a printer that has to be told that much aside.
func (s *labelsSheet) labels(nudge app.Nudge) app.Labels {
	return app.Labels{Shop: s.shop, Made: s.w.app.Now(), Language: kit.T("print.language"), Title: kit.T("labels.title"),
		Sheet: s.chosenSheet(), Used: s.picture.Used(), Nudge: nudge, Letters: s.letters}
}

// boxesOf are the labels of a sheet as its picture has them, in millimetres.
func boxesOf(sheet models.LabelSheet) []kit.LabelBox {
	boxes := make([]kit.LabelBox, sheet.Count())
	for place := range boxes {
		column, row := models.Hundredths(place%sheet.Across), models.Hundredths(place/sheet.Across)
		boxes[place] = kit.LabelBox{X: float32((sheet.LeftMargin + column*sheet.PitchAcross).Millimetres()), Y: float32((sheet.TopMargin + row*sheet.PitchDown).Millimetres()),
			W: float32(sheet.Width.Millimetres()), H: float32(sheet.Height.Millimetres())}
	}
	return boxes
}
