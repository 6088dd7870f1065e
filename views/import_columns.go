package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/views/kit"
)

// showColumns is the second step: what each column is about, and the first rows as they will be stored.
func (s *importScreen) showColumns() {
	s.people = s.survey.Mapping.Preview(s.survey.Sample)
	next := s.mainButton(kit.T("import.next"), s.tryOut)
	back := kit.NewButton(kit.T("import.otherFile"), s.leaveFile)
	preview := s.previewCard()
	body := kit.VStack(12, s.readControls())
	if s.isCards() {
		s.focus = s.focusOn(next)
		body.Add(kit.Grow(preview))
	} else {
		list := s.columnList()
		s.columns = list
		s.focus = s.focusOn(list)
		columns := kit.VStack(8, kit.Heading(kit.T("import.columns")), kit.Quiet(kit.T("import.columnsWhy")), kit.Grow(listCard(list)))
		body.Add(kit.Grow(kit.Columns([]float32{1, 1}, 16, 0, columns, preview)))
	}
	s.show(importColumns, kit.RichTN("import.step.columns", s.survey.Rows, "File", s.fileName()), []fyne.CanvasObject{back, next}, kit.Scroll(body))
}

// listCard is a list on a card of its own, close to its edges: rows have room of their own around their words.
func listCard(list *kit.List) fyne.CanvasObject {
	const edge = -8
	return kit.CardFilled(kit.Inset(edge, edge, edge, edge, list))
}

// leaveFile goes back to choosing a file.
func (s *importScreen) leaveFile() {
	s.path = ""
	s.showStart()
	s.FocusFirst()
}

// columnList is every column with what stands in it and what it is taken for; Enter takes it for something else.
func (s *importScreen) columnList() *kit.List {
	list := kit.NewList(func() int { return len(s.survey.Mapping.Columns) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bindColumn).Ruled()
	list.OnActivated = s.askField
	list.OnClicked = list.OnActivated
	if len(s.survey.Mapping.Columns) > 0 {
		list.Select(0)
	}
	return list
}

func (s *importScreen) bindColumn(i int, o fyne.CanvasObject) {
	if i >= len(s.survey.Mapping.Columns) {
		return
	}
	field := s.survey.Mapping.Columns[i].Field
	tone := kit.ToneOK
	if field == exchange.FieldIgnore {
		tone = kit.TonePlain
	}
	o.(*kit.Row).Set(kit.RowContent{Title: kit.RichT("import.column", "Name", s.columnName(i)), Second: kit.RichT("changes.second", "Changes", s.samples(i)),
		Badges: []kit.BadgeText{{Text: fieldName(field), Tone: tone}}})
}

// columnName is the name of a column, or its place in the file.
func (s *importScreen) columnName(i int) string {
	if name := strings.TrimSpace(s.survey.Headers[i]); name != "" {
		return name
	}
	return kit.T("import.columnAt", "N", kit.Count(i+1))
}

// shownSamples is how many different values of a column are shown.
const shownSamples = 3

// samples are the first values of a column, or that it is empty.
func (s *importScreen) samples(i int) string {
	var values []string
	for _, row := range s.survey.Sample {
		if i >= len(row.Cells) || len(values) == shownSamples {
			continue
		}
		if value := strings.Join(strings.Fields(row.Cells[i]), " "); value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	if len(values) == 0 {
		return kit.T("import.noSamples")
	}
	return strings.Join(values, " · ")
}

// fieldName is what the owner calls a field.
func fieldName(field exchange.Field) string {
	if field == exchange.FieldIgnore {
		return kit.T("import.field.ignore")
	}
	return kit.T("import.field." + string(field))
}

// fieldSheet asks what a column is about.
type fieldSheet struct {
	s      *importScreen
	column int
	list   *kit.List
	sheet  *kit.Sheet
}

func (s *importScreen) askField(i int) {
	f := &fieldSheet{s: s, column: i}
	f.list = kit.NewList(func() int { return len(exchange.Fields) }, newLineRow, f.bind).Ruled()
	f.list.OnActivated = func(int) { f.save() }
	f.list.OnTyped = f.onTyped
	body := kit.VStack(12, kit.Quiet(s.samples(i)), kit.CardFilled(kit.Over(kit.VGap(300), f.list)))
	f.sheet = kit.ShowSheet(s.w.canvas(), kit.T("import.ask", "Name", s.columnName(i)), body,
		kit.SheetOptions{Help: "importing", Save: kit.T("import.askSave"), OnSave: f.save, Width: 520})
	f.list.Select(slices.Index(exchange.Fields, s.survey.Mapping.Columns[i].Field))
	s.w.canvas().Focus(f.list)
}

func (f *fieldSheet) bind(i int, o fyne.CanvasObject) {
	o.(*kit.Row).Set(kit.RowContent{Title: kit.Escape(fieldName(exchange.Fields[i]))})
}

// onTyped goes to the next field that begins with the letter.
func (f *fieldSheet) onTyped(r rune) {
	n := len(exchange.Fields)
	for k := 1; k <= n; k++ {
		i := (f.list.Selected() + k) % n
		if strings.HasPrefix(models.Fold(fieldName(exchange.Fields[i])), models.Fold(string(r))) {
			f.list.Select(i)
			return
		}
	}
}

// save takes the column for what was chosen, and shows the rows as they will be stored now.
func (f *fieldSheet) save() {
	at := f.list.Selected()
	f.sheet.Close()
	if at < 0 {
		return
	}
	s := f.s
	s.survey.Mapping.Columns = slices.Clone(s.survey.Mapping.Columns)
	s.hand = s.hand.taking(f.column, exchange.Fields[at])
	s.hand.apply(&s.survey.Mapping, s.survey.Headers)
	s.showColumns()
	s.columns.Select(f.column)
	s.FocusFirst()
}

// leftOut are the names of the columns that nothing is taken from.
func (s *importScreen) leftOut() (columns []string) {
	for i, column := range s.survey.Mapping.Columns {
		if column.Field == exchange.FieldIgnore && !s.isCards() {
			columns = append(columns, s.columnName(i))
		}
	}
	return columns
}
