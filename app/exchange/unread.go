package exchange

import (
	"slices"

	"goodturn/models"
)

// unread is what a file says of somebody that is none of what the book has a field for.
type unread struct {
	note string // the text of the note it becomes, among the words: "note.birthday"
	text string // as it stands in the file
}

// doubt notes what could not be read, and says so. It becomes a note once the owner's language is known: see Mapping.noteUnread.
func (row *Row) doubt(person *models.ImportRow, u unread, field, key string) {
	row.unread = append(row.unread, u)
	person.Doubt = models.Problem{Field: field, Key: key, Args: map[string]any{"Text": u.text}}
}

// doubtBirthday notes the text that should have been a birthday.
func (row *Row) doubtBirthday(person *models.ImportRow, text string) {
	row.doubt(person, unread{"note.birthday", text}, "birthday", "import.birthday")
}

// noteUnread has what could not be read remembered, in the owner's language.
func (m Mapping) noteUnread(person *models.ImportRow, all []unread) {
	c := &person.Customer
	for _, u := range all {
		c.Remember = append(slices.Clip(c.Remember), models.Remember{Text: m.words().with(u.note, "Text", u.text)})
	}
}

// words are those of the owner.
func (m Mapping) words() Words {
	if m.Words == nil {
		return WordsIn("en")
	}
	return m.Words
}
