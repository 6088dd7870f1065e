package exchange

import "strings"

// Choose makes column i of the table one that tells field, whatever it was guessed to be. What its name says besides,
// which of two numbers it is or what a note is about, stands.
func (m *Mapping) Choose(i int, header string, field Field) {
	words := wordsOf(header)
	column := Column{Field: field}
	switch {
	case field == FieldPhone, field == FieldEmail, field == FieldPhoneLabel, field == FieldEmailLabel, isPart(field):
		column.Group = m.Columns[i].Group
		column.Label = labelIn(words, field)
	case field == FieldNote, isEarlier(field):
		column.Label = noteLabel(header, words)
	}
	m.Columns[i] = column
}

// noteLabel is what stands before the text of a note: the name of its column, unless that only says that it is one.
func noteLabel(header string, words []string) string {
	guessed := guesser{names: names()}.taken(words)
	if guessed.Field == FieldNote {
		return ""
	}
	return strings.TrimSpace(header)
}

// Fits tells whether the mapping was made for a table of as many columns.
func (m Mapping) Fits(columns []Column) bool { return len(m.Columns) == len(columns) }

// TellsWho tells whether any column says who somebody is: without it no row can be stored.
func (m Mapping) TellsWho() bool {
	for _, column := range m.Columns {
		switch column.Field {
		case FieldName, FieldFirst, FieldLast, FieldCompany, FieldPhone:
			return true
		}
	}
	return false
}
