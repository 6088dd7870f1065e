package exchange

import (
	"fmt"
	"strings"

	"goodturn/models"
)

// outColumn is a column of our own tables: its name, which Look knows again, and what stands in it.
type outColumn struct {
	name  string
	value func(models.CustomerOut) string
}

// columnsOf are the columns that the customers need.
func (w Words) columnsOf(customers *models.CustomerExport) []outColumn {
	columns := w.outColumns(customers.Phones, customers.Emails, customers.Notes)
	if customers.Earlier {
		columns = append(columns, w.earlierColumns(customers.Decimals)...)
	}
	if customers.Tags {
		columns = append(columns, outColumn{w.column(FieldTags, 1), func(c models.CustomerOut) string { return tagsText(c.Tags) }})
	}
	if customers.Reach {
		columns = append(columns, outColumn{w.column(FieldReachBy, 1), func(c models.CustomerOut) string { return w.reach(c.ReachBy) }})
	}
	if customers.Invited {
		columns = append(columns, outColumn{w.column(FieldInvitedOn, 1), func(c models.CustomerOut) string { return string(c.InvitedOn) }})
	}
	if customers.Archived {
		columns = append(columns, w.goneColumns()...)
	}
	return columns
}

// earlierColumns are what an old program had counted.
func (w Words) earlierColumns(decimals int) []outColumn {
	return []outColumn{
		{w.column(FieldVisits, 1), func(c models.CustomerOut) string { return countText(c.Earlier.VisitN) }},
		{w.column(FieldSpent, 1), func(c models.CustomerOut) string { return spentText(c.Earlier, decimals) }},
		{w.column(FieldFirstSeen, 1), func(c models.CustomerOut) string { return string(c.Earlier.FirstOn) }},
		{w.column(FieldLastSeen, 1), func(c models.CustomerOut) string { return string(c.Earlier.LastOn) }},
	}
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func spentText(e models.Earlier, decimals int) string {
	if e.Spent == 0 {
		return ""
	}
	return formatAmount(e.Spent, decimals)
}

// outColumns are the columns for a book in which nobody has more than so many phones, e-mails and notes. In English the names of
// the numbers and addresses are those of Google's, which other address books read as well.
func (w Words) outColumns(phones, emails, notes int) []outColumn {
	columns := []outColumn{
		{w.column(FieldName, 1), func(c models.CustomerOut) string { return c.Name }},
		{w.column(FieldPreferred, 1), func(c models.CustomerOut) string { return c.PreferredName }},
	}
	columns = append(columns, w.contactColumns(FieldPhoneLabel, FieldPhone, models.ContactPhone, phones)...)
	columns = append(columns, w.contactColumns(FieldEmailLabel, FieldEmail, models.ContactEmail, emails)...)
	columns = append(columns,
		outColumn{w.column(FieldAddress, 1), func(c models.CustomerOut) string { return c.Address }},
		outColumn{w.column(FieldCountry, 1), func(c models.CustomerOut) string { return c.Country }},
		outColumn{w.column(FieldBirthday, 1), func(c models.CustomerOut) string { return c.Birthday }})
	for i := range notes {
		columns = append(columns, w.noteColumns(i)...)
	}
	return append(columns,
		outColumn{w.column(FieldSource, 1), func(c models.CustomerOut) string { return c.Source }},
		outColumn{w.column(FieldReferredBy, 1), func(c models.CustomerOut) string { return c.BroughtBy }},
		outColumn{w.column(FieldNoPost, 1), func(c models.CustomerOut) string { return w.asked(c.NoPost, c.NoPostOn) }},
		outColumn{w.column(FieldNoPhone, 1), func(c models.CustomerOut) string { return w.asked(c.NoPhone, c.NoPhoneOn) }},
		outColumn{w.column(FieldNoEmail, 1), func(c models.CustomerOut) string { return w.asked(c.NoEmail, c.NoEmailOn) }})
}

// asked gives the day on which somebody asked for something, a yes where that is not known, and "" where they did not.
func (w Words) asked(did bool, on models.Day) string {
	switch {
	case !did:
		return ""
	case on == "":
		return w.yes()
	}
	return string(on)
}

// goneColumns say of those in the archive since when and why they are.
func (w Words) goneColumns() []outColumn {
	return []outColumn{
		{w.column(FieldPutAwayOn, 1), func(c models.CustomerOut) string { return string(c.ArchivedOn) }},
		{w.column(FieldPutAwayWhy, 1), func(c models.CustomerOut) string { return w.away(c.ArchivedWhy) }},
	}
}

// contactColumns are a label and a value for each contact of the kind.
func (w Words) contactColumns(label, value Field, kind models.ContactKind, n int) []outColumn {
	var columns []outColumn
	for i := range n {
		columns = append(columns,
			outColumn{w.column(label, i+1), func(c models.CustomerOut) string { return contactAt(c, kind, i).Label }},
			outColumn{w.column(value, i+1), func(c models.CustomerOut) string { return contactAt(c, kind, i).Value }})
	}
	return columns
}

// contactAt gives the i-th contact of the kind, or none.
func contactAt(c models.CustomerOut, kind models.ContactKind, i int) models.Contact {
	for _, contact := range c.Contacts {
		if contact.Kind != kind {
			continue
		}
		if i == 0 {
			return contact
		}
		i--
	}
	return models.Contact{}
}

// noteColumns are a note with its days.
func (w Words) noteColumns(i int) []outColumn {
	note := func(c models.CustomerOut) models.Remember {
		if i < len(c.Remember) {
			return c.Remember[i]
		}
		return models.Remember{}
	}
	return []outColumn{
		{w.column(FieldNote, i+1), func(c models.CustomerOut) string { return note(c).Text }},
		{w.column(FieldNotedOn, i+1), func(c models.CustomerOut) string { return string(note(c).NotedOn) }},
		{w.column(FieldStillOn, i+1), func(c models.CustomerOut) string { return string(note(c).StillOn) }},
	}
}

// headerOf gives the header.
func headerOf(columns []outColumn) []string {
	header := make([]string, len(columns))
	for i, column := range columns {
		header[i] = column.name
	}
	return header
}

// cellsOf gives the row of a customer.
func cellsOf(columns []outColumn, c models.CustomerOut) []string {
	cells := make([]string, len(columns))
	for i, column := range columns {
		cells[i] = strings.ReplaceAll(column.value(c), "\r", "")
	}
	return cells
}
