package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// earlierText is what an old program had counted before this book, each thing it said on a line of its own; "" where
// it said nothing.
func (c *customerCard) earlierText(e models.Earlier) string {
	var lines []string
	if e.VisitN > 0 {
		lines = append(lines, kit.TN("customers.earlier.visits", e.VisitN))
	}
	if e.Spent > 0 {
		lines = append(lines, kit.T("customers.earlier.spent", "Amount", c.money(e.Spent)))
	}
	if e.FirstOn != "" {
		lines = append(lines, kit.T("customers.earlier.first", "Day", c.w.dayText(e.FirstOn)))
	}
	if e.LastOn != "" {
		lines = append(lines, kit.T("customers.earlier.last", "Day", c.w.dayText(e.LastOn)))
	}
	return strings.Join(lines, "\n")
}
