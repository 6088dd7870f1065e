package views

import (
	"context"
	"strconv"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// read finds those of the chosen group and their addresses, beside the window: of a whole large book it takes a moment.
func (s *labelsSheet) read() {
	i, err := strconv.Atoi(s.whom.Value())
	if err != nil || i >= len(s.groups) {
		i = 0
	}
	group, err := s.groups[i].find(s.w)
	if err != nil {
		s.w.Trouble(err)
		return
	}
	store := s.w.store()
	var sorted app.PostPeople
	work := func(ctx context.Context, report func(done, total int)) error {
		people, err := group.read(ctx, store, report)
		sorted = app.SortPost(people)
		return err
	}
	s.beside(work, func(err error) { s.onRead(sorted, err) })
}

// beside does what finds people, or puts them into letters; meanwhile the sheet says so.
func (s *labelsSheet) beside(work app.Work, done func(error)) {
	s.reading = true
	s.count()
	run := s.w.newRunning(kit.T("labels.reading"), done)
	run.ended = s.onFound
	run.start(work)
}

func (s *labelsSheet) onFound() {
	s.reading = false
	s.count()
}

func (s *labelsSheet) onRead(sorted app.PostPeople, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.sorted = sorted
	s.left.set(sorted)
	s.address()
}

// address puts the people into letters, in the chosen order, beside the window as well.
func (s *labelsSheet) address() {
	people, together, order := s.sorted.To, s.together.On(), app.PostOrder(s.order.Value())
	var letters []app.Letter
	work := func(context.Context, func(done, total int)) error {
		letters = app.Letters(people, s.shop, together, order)
		return nil
	}
	s.beside(work, func(err error) { s.onAddressed(letters, err) })
}

func (s *labelsSheet) onAddressed(letters []app.Letter, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.letters = letters
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
	s.desk.sheet.Layer().Refresh()
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
