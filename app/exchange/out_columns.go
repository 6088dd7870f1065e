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
func columnsOf(customers *models.CustomerExport) []outColumn {
	columns := outColumns(customers.Phones, customers.Emails, customers.Notes)
	if customers.Earlier {
		columns = append(columns, earlierColumns(customers.Decimals)...)
	}
	if customers.Tags {
		columns = append(columns, outColumn{"Tags", func(c models.CustomerOut) string { return tagsText(c.Tags) }})
	}
	if customers.Reach {
		columns = append(columns, outColumn{"Likes to be reached", func(c models.CustomerOut) string { return reachText(c.ReachBy) }})
	}
	if customers.Invited {
		columns = append(columns, outColumn{"Asked to recommend us on", func(c models.CustomerOut) string { return string(c.InvitedOn) }})
	}
	if customers.Archived {
		columns = append(columns, goneColumns()...)
	}
	return columns
}

// earlierColumns are what an old program had counted.
func earlierColumns(decimals int) []outColumn {
	return []outColumn{
		{"Visits before this book", func(c models.CustomerOut) string { return countText(c.Earlier.VisitN) }},
		{"Spent before this book", func(c models.CustomerOut) string { return spentText(c.Earlier, decimals) }},
		{"First seen before this book", func(c models.CustomerOut) string { return string(c.Earlier.FirstOn) }},
		{"Last seen before this book", func(c models.CustomerOut) string { return string(c.Earlier.LastOn) }},
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

// outColumns are the columns for a book in which nobody has more than so many phones, e-mails and notes. The names of
// the numbers and addresses are those of Google's, which other address books read as well.
func outColumns(phones, emails, notes int) []outColumn {
	columns := []outColumn{
		{"Name", func(c models.CustomerOut) string { return c.Name }},
		{"Preferred name", func(c models.CustomerOut) string { return c.PreferredName }},
	}
	columns = append(columns, contactColumns("Phone", models.ContactPhone, phones)...)
	columns = append(columns, contactColumns("E-mail", models.ContactEmail, emails)...)
	columns = append(columns,
		outColumn{"Address", func(c models.CustomerOut) string { return c.Address }},
		outColumn{"Country", func(c models.CustomerOut) string { return c.Country }},
		outColumn{"Birthday", func(c models.CustomerOut) string { return c.Birthday }})
	for i := range notes {
		columns = append(columns, noteColumns(i)...)
	}
	return append(columns,
		outColumn{"Source", func(c models.CustomerOut) string { return c.Source }},
		outColumn{"Brought by", func(c models.CustomerOut) string { return c.BroughtBy }},
		outColumn{"No post", func(c models.CustomerOut) string { return asked(c.NoPost, c.NoPostOn) }},
		outColumn{"No phone", func(c models.CustomerOut) string { return asked(c.NoPhone, c.NoPhoneOn) }},
		outColumn{"No e-mail", func(c models.CustomerOut) string { return asked(c.NoEmail, c.NoEmailOn) }})
}

// asked gives the day on which somebody asked for something, "yes" where that is not known, and "" where they did not.
func asked(did bool, on models.Day) string {
	switch {
	case !did:
		return ""
	case on == "":
		return "yes"
	}
	return string(on)
}

// goneColumns say of those in the archive since when and why they are.
func goneColumns() []outColumn {
	return []outColumn{
		{"Put away on", func(c models.CustomerOut) string { return string(c.ArchivedOn) }},
		{"Put away because", func(c models.CustomerOut) string { return string(c.ArchivedWhy) }},
	}
}

// contactColumns are a label and a value for each contact of the kind.
func contactColumns(name string, kind models.ContactKind, n int) []outColumn {
	var columns []outColumn
	for i := range n {
		columns = append(columns,
			outColumn{fmt.Sprintf("%s %d - Label", name, i+1), func(c models.CustomerOut) string { return contactAt(c, kind, i).Label }},
			outColumn{fmt.Sprintf("%s %d - Value", name, i+1), func(c models.CustomerOut) string { return contactAt(c, kind, i).Value }})
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
func noteColumns(i int) []outColumn {
	note := func(c models.CustomerOut) models.Remember {
		if i < len(c.Remember) {
			return c.Remember[i]
		}
		return models.Remember{}
	}
	return []outColumn{
		{fmt.Sprintf("Note %d", i+1), func(c models.CustomerOut) string { return note(c).Text }},
		{fmt.Sprintf("Noted on %d", i+1), func(c models.CustomerOut) string { return string(note(c).NotedOn) }},
		{fmt.Sprintf("Still true on %d", i+1), func(c models.CustomerOut) string { return string(note(c).StillOn) }},
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
