package exchange

import (
	"fmt"
	"strings"

	"goodturn/models"
)

// Field is what a column tells of a person.
type Field string

// The fields.
const (
	FieldIgnore     Field = ""
	FieldName       Field = "name" // the whole name
	FieldFirst      Field = "first"
	FieldMiddle     Field = "middle"
	FieldLast       Field = "last"
	FieldPreferred  Field = "preferred"
	FieldCompany    Field = "company" // the name, where there is no other; else something to remember
	FieldPhone      Field = "phone"
	FieldPhoneLabel Field = "phone_label" // of the phone column of the same label
	FieldEmail      Field = "email"
	FieldEmailLabel Field = "email_label"
	FieldAddress    Field = "address" // the whole address
	FieldStreet     Field = "street"
	FieldCity       Field = "city"
	FieldRegion     Field = "region"
	FieldZip        Field = "zip"
	FieldCountry    Field = "country"
	FieldBirthday   Field = "birthday"
	FieldNote       Field = "note" // something to remember
	FieldNotedOn    Field = "noted_on"
	FieldStillOn    Field = "still_on"
	FieldTags       Field = "tags"
	FieldSource     Field = "source"
	FieldReferredBy Field = "referred_by"
	FieldNoPost     Field = "no_post"
	FieldNoPhone    Field = "no_phone"
	FieldNoEmail    Field = "no_email"
	FieldMayPost    Field = "may_post" // the other way round: a no is a wish
	FieldMayPhone   Field = "may_phone"
	FieldMayEmail   Field = "may_email"
	FieldReachBy    Field = "reach_by"
	FieldInvitedOn  Field = "invited_on" // the day they were asked to recommend the shop
	FieldVisits     Field = "visits"     // what the old program counted: see models.Earlier
	FieldSpent      Field = "spent"
	FieldFirstSeen  Field = "first_seen"
	FieldLastSeen   Field = "last_seen"
	FieldPutAwayOn  Field = "put_away_on" // a day puts them into the archive: see models.CustomerArchived
	FieldPutAwayWhy Field = "put_away_why"
)

// Fields are all of them, in the order the owner chooses from.
var Fields = []Field{FieldIgnore, FieldName, FieldFirst, FieldMiddle, FieldLast, FieldPreferred, FieldCompany, FieldPhone, FieldPhoneLabel, FieldEmail, FieldEmailLabel,
	FieldAddress, FieldStreet, FieldCity, FieldRegion, FieldZip, FieldCountry, FieldBirthday, FieldNote, FieldNotedOn, FieldStillOn, FieldTags, FieldSource, FieldReferredBy,
	FieldNoPost, FieldNoPhone, FieldNoEmail, FieldMayPost, FieldMayPhone, FieldMayEmail, FieldReachBy, FieldInvitedOn, FieldVisits, FieldSpent, FieldFirstSeen, FieldLastSeen, FieldPutAwayOn, FieldPutAwayWhy}

// Column is what one column is taken for.
type Column struct {
	Field Field
	Label string // of a phone or e-mail: its label. Of a note: what stands before its text
	Group string // columns of one group belong together: the parts of one address, a phone and the column with its label
}

// Mapping is what the columns of a table are taken for.
type Mapping struct {
	Columns   []Column
	Dates     DateOrder
	DatesSure bool  // false where each birthday could be read either way, so that the owner should look
	ThisYear  int   // for years of two digits
	Decimals  int   // of the shop's currency; Look does not know it
	Words     Words // the owner's, for what is noted of what could not be read; English where Look does not know it
}

// Preview gives the rows as they will be stored; a row that will not be carries its Problem.
func (m Mapping) Preview(rows []Row) []models.ImportRow {
	people := make([]models.ImportRow, len(rows))
	for i, row := range rows {
		people[i] = m.Person(row)
		if people[i].Problem == nil {
			people[i].Problem = people[i].Customer.Validate()
		}
	}
	return people
}

// Person gives what the row tells.
func (m Mapping) Person(row Row) models.ImportRow {
	if row.Card != nil {
		person := *row.Card
		person.Customer.Earlier.Spent, _ = parseAmount(row.spent, m.Decimals)
		person.Customer.Contacts = m.words().labelled(person.Customer.Contacts)
		m.noteUnread(&person, row.unread)
		return person
	}
	b := builder{mapping: m, row: row, person: models.ImportRow{Line: row.Line, Problem: row.Problem}}
	for i, cell := range row.Cells {
		cell = strings.TrimSpace(unguard(cell))
		if i < len(m.Columns) && cell != "" {
			b.add(m.Columns[i], cell)
		}
	}
	return b.build()
}

// builder puts one person together.
type builder struct {
	mapping                          Mapping
	row                              Row
	person                           models.ImportRow
	firstName, middle, last, company string
	groups                           []string // of the addresses, in their order
	addresses                        map[string]*address
	whole                            string
}

// add takes in one cell that is not blank.
func (b *builder) add(column Column, cell string) {
	c := &b.person.Customer
	switch column.Field {
	case FieldName:
		c.Name = first(c.Name, cell)
	case FieldFirst:
		b.firstName = first(b.firstName, cell)
	case FieldMiddle:
		b.middle = first(b.middle, cell)
	case FieldLast:
		b.last = first(b.last, cell)
	case FieldPreferred:
		c.PreferredName = first(c.PreferredName, cell)
	case FieldCompany:
		b.company = first(b.company, cell)
	case FieldPhone:
		b.addContacts(models.ContactPhone, column, cell)
	case FieldEmail:
		b.addContacts(models.ContactEmail, column, cell)
	case FieldAddress:
		b.whole = first(b.whole, cell)
	case FieldStreet, FieldCity, FieldRegion, FieldZip, FieldCountry:
		b.addAddress(column, cell)
	case FieldBirthday:
		b.addBirthday(cell)
	case FieldNote:
		b.addNote(column, cell)
	case FieldTags:
		c.Tags = append(c.Tags, tagsIn(cell)...)
	case FieldSource:
		b.person.Source = first(b.person.Source, cell)
	case FieldReferredBy:
		b.person.ReferredBy = first(b.person.ReferredBy, cell)
	case FieldVisits, FieldSpent, FieldFirstSeen, FieldLastSeen:
		b.addEarlier(column, cell)
	case FieldReachBy:
		addReach(&b.row, &b.person, cell)
	case FieldInvitedOn:
		day, _ := parseDate(cell, b.mapping.Dates, b.mapping.ThisYear)
		addInvited(&b.row, &b.person, cell, models.Day(day))
	case FieldPutAwayOn:
		day, _ := parseDate(cell, b.mapping.Dates, b.mapping.ThisYear)
		putAway(c, cell, models.Day(day))
	case FieldPutAwayWhy:
		c.ArchivedWhy = awayWhy(cell)
	default:
		b.addWish(column.Field, cell)
	}
}

// addContacts takes in the numbers or addresses of a cell. Google writes several with " ::: " between; elsewhere
// people put semicolons and lines, which belong to the value where its label has a column of its own.
func (b *builder) addContacts(kind models.ContactKind, column Column, cell string) {
	field := FieldPhoneLabel
	if kind == models.ContactEmail {
		field = FieldEmailLabel
	}
	label, labelled := b.sibling(field, column.Group)
	if !labelled {
		label = b.mapping.words().label(column.Label)
		split := ";\n"
		if kind == models.ContactEmail {
			split = ";,\n"
		}
		cell = strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(split, r) }), " ::: ")
	}
	for _, value := range strings.Split(cell, " ::: ") {
		if value = strings.TrimSpace(value); saysSomething(value) {
			b.person.Customer.Contacts = append(b.person.Customer.Contacts, models.Contact{Kind: kind, Label: label, Value: value})
		}
	}
}

// saysSomething tells a value from the dash or question mark people put where there is none.
func saysSomething(value string) bool {
	return models.Fold(value) != "" && strings.Trim(value, "-–—?./ ") != ""
}

// sibling gives the cell of the column of the group that has the field, and whether there is such a column.
func (b *builder) sibling(field Field, group string) (cell string, there bool) {
	for i, column := range b.mapping.Columns {
		if column.Field != field || column.Group != group || group == "" {
			continue
		}
		if i < len(b.row.Cells) {
			cell = strings.TrimPrefix(strings.TrimSpace(unguard(b.row.Cells[i])), "* ") // Google's star is for the main one
		}
		return cell, true
	}
	return "", false
}

func (b *builder) addAddress(column Column, cell string) {
	a := b.addresses[column.Group]
	if a == nil {
		if b.addresses == nil {
			b.addresses = map[string]*address{}
		}
		a = &address{}
		b.addresses[column.Group] = a
		b.groups = append(b.groups, column.Group)
	}
	switch column.Field {
	case FieldStreet:
		a.street = joinLines(a.street, cell)
	case FieldCity:
		a.city = first(a.city, cell)
	case FieldRegion:
		a.region = first(a.region, cell)
	case FieldZip:
		a.zip = first(a.zip, cell)
	case FieldCountry:
		a.country = first(a.country, cell)
	}
}

func (b *builder) addNote(column Column, cell string) {
	if column.Label != "" {
		cell = fmt.Sprintf("%s: %s", column.Label, cell)
	}
	note := models.Remember{Text: cell}
	if on, ok := b.sibling(FieldNotedOn, column.Group); ok {
		note.NotedOn = models.Day(on)
	}
	if on, ok := b.sibling(FieldStillOn, column.Group); ok {
		note.StillOn = models.Day(on)
	}
	b.person.Customer.Remember = append(b.person.Customer.Remember, note)
}

// build gives the person.
func (b *builder) build() models.ImportRow {
	b.mapping.noteUnread(&b.person, b.row.unread)
	c := &b.person.Customer
	c.Name = first(c.Name, joinWith(" ", b.firstName, b.middle, b.last))
	if c.Name == "" {
		c.Name = b.company
	} else if b.company != "" && models.Fold(b.company) != models.Fold(c.Name) {
		c.Remember = append(c.Remember, models.Remember{Text: b.company})
	}
	c.Address = b.whole
	for _, group := range b.groups {
		if a := b.addresses[group]; b.whole != "" && *a == (address{country: a.country}) {
			c.Country = first(c.Country, a.country)
		}
		c.Address = first(c.Address, b.addresses[group].String())
	}
	settleEarlier(&c.Earlier)
	return b.person
}
