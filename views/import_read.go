package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app/exchange"
	"goodturn/views/kit"
)

// readControls tell how the file was read, and let the owner say otherwise.
func (s *importScreen) readControls() fyne.CanvasObject {
	format := s.survey.Format
	row := kit.FlowRow(16)
	if format.Kind == exchange.KindExcel {
		if len(format.Sheets) > 1 {
			row.Add(labelled("import.sheet", 152, kit.NewSelect(plainChoices(format.Sheets), format.Sheet, s.onSheet)))
		}
	} else {
		row.Add(labelled("import.encoding", 152, kit.NewSelect(encodingChoices(), string(format.Encoding), s.onEncoding)))
	}
	if format.Kind == exchange.KindCSV {
		row.Add(labelled("import.separator", 152, kit.NewSelect(separatorChoices(format.Separator), string(format.Separator), s.onSeparator)))
	}
	if format.Kind == exchange.KindCards {
		return row
	}
	row.Add(labelled("import.dates", 172, kit.NewSelect(dateChoices(), string(s.survey.Mapping.Dates), s.onDates)))
	row.Add(kit.NewTick(kit.T("import.header"), format.Header, s.onHeader))
	if !s.survey.Mapping.DatesSure && s.hasDays() {
		row.Add(kit.NewBadge(kit.T("import.datesUnsure"), kit.ToneWarn))
	}
	return row
}

// labelled puts what a choice is about above it; width has room for the longest answer.
func labelled(key string, width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewField(kit.T(key), kit.Fixed(width, o))
}

// hasDays tells whether a column holds days.
func (s *importScreen) hasDays() bool {
	for _, column := range s.survey.Mapping.Columns {
		switch column.Field {
		case exchange.FieldBirthday, exchange.FieldFirstSeen, exchange.FieldLastSeen:
			return true
		}
	}
	return false
}

func plainChoices(values []string) (choices []kit.Choice) {
	for _, value := range values {
		choices = append(choices, kit.Choice{Value: value, Label: value})
	}
	return choices
}

func encodingChoices() (choices []kit.Choice) {
	for _, encoding := range exchange.Encodings {
		choices = append(choices, kit.Choice{Value: string(encoding), Label: string(encoding)})
	}
	return choices
}

// separatorChoices are the signs that part the cells of files, and the one that was found.
func separatorChoices(found rune) (choices []kit.Choice) {
	signs := []struct {
		sign rune
		key  string
	}{{',', "import.comma"}, {';', "import.semicolon"}, {'\t', "import.tab"}, {'|', "import.bar"}}
	known := false
	for _, s := range signs {
		choices = append(choices, kit.Choice{Value: string(s.sign), Label: kit.T(s.key)})
		known = known || s.sign == found
	}
	if !known {
		choices = append(choices, kit.Choice{Value: string(found), Label: string(found)})
	}
	return choices
}

func dateChoices() (choices []kit.Choice) {
	for _, order := range []exchange.DateOrder{exchange.DayFirst, exchange.MonthFirst, exchange.YearFirst} {
		choices = append(choices, kit.Choice{Value: string(order), Label: kit.T("import.dates." + string(order))})
	}
	return choices
}

func (s *importScreen) onSheet(sheet string) {
	format := s.survey.Format
	format.Sheet = sheet
	s.readAs(format, s.hand.elsewhere())
}

func (s *importScreen) onEncoding(encoding string) {
	format := s.survey.Format
	format.Encoding = exchange.Encoding(encoding)
	s.readAs(format, s.hand)
}

func (s *importScreen) onSeparator(separator string) {
	format := s.survey.Format
	format.Separator = []rune(separator)[0]
	s.readAs(format, s.hand.elsewhere())
}

func (s *importScreen) onHeader(on bool) {
	format := s.survey.Format
	format.Header = on
	s.readAs(format, s.hand)
}

// onDates needs no reading: the rows that are shown are understood anew.
func (s *importScreen) onDates(order string) {
	s.hand.dates = exchange.DateOrder(order)
	s.hand.apply(&s.survey.Mapping, s.survey.Headers)
	s.showColumns()
}
