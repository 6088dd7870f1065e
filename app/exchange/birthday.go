package exchange

import (
	"strings"

	"goodturn/models"
)

// birthdayNote begins what is remembered of a birthday that is no day.
const birthdayNote = "Birthday in the file: "

// addBirthday takes in the day somebody was born. One that is no day keeps nobody out of the book: what stands there is
// remembered, and told of.
func (b *builder) addBirthday(cell string) {
	day, ok := parseDate(cell, b.mapping.Dates, b.mapping.ThisYear)
	if !ok {
		if saysSomething(cell) && strings.Trim(cell, "0-/. :") != "" {
			noteBirthday(&b.person, cell)
		}
		return
	}
	b.person.Customer.Birthday = first(b.person.Customer.Birthday, day)
}

// noteDoubt remembers what could not be read, and says so.
func noteDoubt(person *models.ImportRow, note string, doubt models.Problem) {
	person.Customer.Remember = append(person.Customer.Remember, models.Remember{Text: note})
	person.Doubt = doubt
}

// noteBirthday remembers the text that should have been a birthday.
func noteBirthday(person *models.ImportRow, text string) {
	noteDoubt(person, birthdayNote+text, models.Problem{Field: "birthday", Key: "import.birthday", Args: map[string]any{"Text": text}})
}
