package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// earlierText is what an old program had counted before this book, each thing it said on a line of its own; "" where
// it said nothing.
func earlierText(w *Window, shop models.Shop, e models.Earlier) string {
	var lines []string
	if e.VisitN > 0 {
		lines = append(lines, kit.TN("customers.earlier.visits", e.VisitN))
	}
	if e.Spent > 0 {
		lines = append(lines, kit.T("customers.earlier.spent", "Amount", kit.FormatMoney(shop.Symbol, shop.Decimals, int64(e.Spent))))
	}
	if e.FirstOn != "" {
		lines = append(lines, kit.T("customers.earlier.first", "Day", w.dayText(e.FirstOn)))
	}
	if e.LastOn != "" {
		lines = append(lines, kit.T("customers.earlier.last", "Day", w.dayText(e.LastOn)))
	}
	return strings.Join(lines, "\n")
}
