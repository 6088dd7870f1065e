package exchange

import (
	"context"
	"io"
	"strings"

	"goodturn/models"
)

// readCards gives each vCard as a row.
func readCards(ctx context.Context, in io.Reader, row func(Row) error) error {
	lines := newCardLines(in)
	var card *card
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := lines.next()
		if err == io.EOF {
			if card != nil {
				return row(Row{Line: card.line, Problem: trouble("openCard", "Line", card.line)})
			}
			return nil
		}
		if err != nil {
			if _, ours := models.IsProblem(err); !ours {
				err = because(trouble("unreadable"), err)
			}
			return err
		}
		switch value := strings.TrimSpace(p.value); {
		case p.name == "BEGIN" && strings.EqualFold(value, "VCARD"):
			if card != nil { // the one before never ended
				err = row(Row{Line: card.line, Problem: trouble("openCard", "Line", card.line)})
			}
			card = newCard(p.line)
		case card == nil:
		case p.name == "END" && strings.EqualFold(value, "VCARD"):
			err = row(card.row())
			card = nil
		default:
			err = card.add(p)
		}
		if err != nil {
			return err
		}
	}
}

// card gathers what one vCard tells.
type card struct {
	line   int
	n      int
	person models.ImportRow
	said   Row    // what it tells beside the person
	named  string // the name put together from N
	org    string
	labels map[string]string // Apple's own labels, by group
	groups []string          // of the contacts, in their order
	adr    string            // the address put together
	spent  string            // of our own cards: an amount
	label  string            // the address as it is written on an envelope
	bad    error
}

func newCard(line int) *card {
	return &card{line: line, labels: map[string]string{}, person: models.ImportRow{Line: line}}
}

// add takes one property in.
func (c *card) add(p property) error {
	if c.n++; c.n > maxProperties {
		return trouble("longRow", "Line", c.line)
	}
	text := unescape(p.value)
	person := &c.person.Customer
	switch p.name {
	case "FN":
		person.Name = first(person.Name, text)
	case "N":
		c.named = first(c.named, nameOf(parts(p.value)))
	case "NICKNAME":
		person.PreferredName = first(person.PreferredName, text)
	case "ORG":
		c.org = first(c.org, strings.Join(strings.Fields(strings.Join(parts(p.value), " ")), " "))
	case "TEL":
		c.addContact(models.ContactPhone, strings.TrimPrefix(text, "tel:"), p)
	case "EMAIL":
		c.addContact(models.ContactEmail, strings.TrimPrefix(text, "mailto:"), p)
	case "ADR":
		c.address(parts(p.value))
		c.label = first(c.label, p.param("LABEL"))
	case "LABEL":
		c.label = first(c.label, text)
	case "BDAY":
		c.birthday(text, p)
	case "NOTE":
		person.Remember = append(person.Remember, models.Remember{Text: text, NotedOn: models.Day(p.param("X-NOTED-ON")), StillOn: models.Day(p.param("X-STILL-ON"))})
	case "CATEGORIES":
		person.Tags = append(person.Tags, cardTags(p.value)...)
	case "X-ABLABEL":
		c.labels[p.group] = strings.TrimSuffix(strings.TrimPrefix(text, "_$!<"), ">!$_")
	default:
		c.addOwn(p.name, text)
	}
	return nil
}

// addOwn takes in what only our own cards say.
func (c *card) addOwn(name, text string) {
	person := &c.person.Customer
	switch name {
	case "X-GOODTURN-SOURCE":
		c.person.Source = text
	case "X-GOODTURN-BROUGHT-BY":
		c.person.ReferredBy = text
	case "X-GOODTURN-NO-POST":
		person.NoPost, person.NoPostOn = askedFor(text)
	case "X-GOODTURN-NO-PHONE":
		person.NoPhone, person.NoPhoneOn = askedFor(text)
	case "X-GOODTURN-NO-EMAIL":
		person.NoEmail, person.NoEmailOn = askedFor(text)
	case "X-GOODTURN-REACH-BY":
		addReach(&c.said, &c.person, text)
	case "X-GOODTURN-INVITED-ON":
		addInvited(&c.said, &c.person, text, models.Day(text))
	case "X-GOODTURN-PUT-AWAY-ON":
		putAway(person, text, models.Day(text))
	case "X-GOODTURN-PUT-AWAY-BECAUSE":
		person.ArchivedWhy = models.ArchiveReason(text)
	default:
		c.earlier(name, text)
	}
}

// address takes in the first address. One whose lines all stand in the place of the street is our own: its country is
// the customer's.
func (c *card) address(a []string) {
	if c.adr != "" {
		return
	}
	if len(a) == 7 && a[2] != "" && joinLines(a[0], a[1], a[3], a[4], a[5]) == "" {
		c.adr, c.person.Customer.Country = a[2], a[6]
		return
	}
	c.adr = adrText(a)
}

// earlier takes in what an old program counted, from our own cards.
func (c *card) earlier(name, text string) {
	e := &c.person.Customer.Earlier
	switch name {
	case "X-GOODTURN-VISITS":
		e.VisitN, _ = parseCount(text)
	case "X-GOODTURN-SPENT":
		c.spent = text
	case "X-GOODTURN-FIRST-SEEN":
		e.FirstOn = models.Day(text)
	case "X-GOODTURN-LAST-SEEN":
		e.LastOn = models.Day(text)
	}
}

// cardLabels are the types of a contact that say something to people, with the label they become: see Words.label.
var cardLabels = []struct{ kind, label string }{{"cell", "mobile"}, {"fax", "fax"}, {"home", "home"}, {"work", "work"}}

func (c *card) addContact(kind models.ContactKind, value string, p property) {
	contact := models.Contact{Kind: kind, Value: strings.TrimSpace(value)}
	if contact.Value == "" {
		return
	}
	for _, l := range cardLabels {
		if contact.Label == "" && p.is(l.kind) {
			contact.Label = l.label
		}
	}
	c.person.Customer.Contacts = append(c.person.Customer.Contacts, contact)
	c.groups = append(c.groups, p.group)
}

// birthday takes in a day as 1972-05-04, 19720504, --0504, --05-04, or Apple's year 1604 for none.
func (c *card) birthday(text string, p property) {
	text = strings.TrimSpace(text)
	if text == "" || c.person.Customer.Birthday != "" {
		return
	}
	day, _, _ := strings.Cut(text, "T")
	parsed, ok := parseDate(day, YearFirst, 0)
	if !ok {
		c.said.doubtBirthday(&c.person, text)
		return
	}
	if omitted := p.param("X-APPLE-OMIT-YEAR"); omitted != "" && strings.HasPrefix(parsed, omitted+"-") {
		parsed = "-" + parsed[len(omitted):]
	}
	c.person.Customer.Birthday = parsed
}

// row gives the card as a row.
func (c *card) row() Row {
	person := &c.person.Customer
	for i, group := range c.groups {
		if label, ok := c.labels[group]; ok && group != "" {
			person.Contacts[i].Label = label
		}
	}
	person.Name = first(person.Name, first(c.named, c.org))
	if c.org != "" && models.Fold(c.org) != models.Fold(person.Name) {
		person.Remember = append(person.Remember, models.Remember{Text: c.org})
	}
	// A card must have a name; of those known by a number alone it is the number.
	for _, contact := range person.Contacts {
		if contact.Value == person.Name {
			person.Name = ""
		}
	}
	person.Address = first(c.label, c.adr)
	c.person.Problem = c.bad
	return Row{Line: c.line, Card: &c.person, spent: c.spent, unread: c.said.unread}
}

// first gives have, or say where there is nothing yet.
func first(have, say string) string {
	if strings.TrimSpace(have) != "" {
		return have
	}
	return say
}

// nameOf puts a name together: family, given, more, before, after.
func nameOf(n []string) string {
	for len(n) < 5 {
		n = append(n, "")
	}
	return strings.Join(strings.Fields(strings.Join([]string{n[3], n[1], n[2], n[0], n[4]}, " ")), " ")
}

// adrText puts an address together: box, extension, street, city, region, postal code, country.
func adrText(a []string) string {
	for len(a) < 7 {
		a = append(a, "")
	}
	return address{street: joinLines(a[0], a[1], a[2]), city: a[3], region: a[4], zip: a[5], country: a[6]}.String()
}
