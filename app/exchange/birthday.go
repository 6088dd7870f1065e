package exchange

import "strings"

// addBirthday takes in the day somebody was born. One that is no day keeps nobody out of the book: what stands there is
// remembered, and told of.
func (b *builder) addBirthday(cell string) {
	day, ok := parseDate(cell, b.mapping.Dates, b.mapping.ThisYear)
	if !ok {
		if saysSomething(cell) && strings.Trim(cell, "0-/. :") != "" {
			b.row.doubtBirthday(&b.person, cell)
		}
		return
	}
	b.person.Customer.Birthday = first(b.person.Customer.Birthday, day)
}
