package views

import (
	"strconv"
	"time"

	"goodturn/models"
	"goodturn/views/kit"
)

// logWords puts requests into the words in which they leave the log. It asks nothing of the shop file, so it may be used beside the window.
type logWords struct {
	zone *time.Location
	shop models.Shop // whose money amounts are in
}

func newLogWords(w *Window) (logWords, error) {
	shop, err := w.store().Shop()
	return logWords{zone: w.app.Now().Location(), shop: shop}, err
}

// logColumns are the columns of a file, by the key of what they are called.
var logColumns = []string{"day", "time", "customer", "thing", "quantity", "reason", "outcome", "offered", "taken", "price", "worth", "spent", "servedBy", "theirWords", "understood"}

func logHeaders() []string {
	headers := make([]string, len(logColumns))
	for i, column := range logColumns {
		headers[i] = kit.T("log.column." + column)
	}
	return headers
}

// cells are a request in those columns.
func (l logWords) cells(row models.LogOut) []string {
	at := row.At.In(l.zone)
	return []string{at.Format(time.DateOnly), at.Format("15:04"), row.Customer, row.Item, strconv.Itoa(row.Quantity), l.reason(row), l.outcome(row), offeredText(row.Offers),
		row.Accepted, l.money(row.AcceptedFor), l.money(row.Worth), l.money(row.Spent), row.ServedBy, row.TheirWords, row.Understood}
}

// reason is why it was not there; "" of a thing that was.
func (l logWords) reason(row models.LogOut) string {
	if row.Reason == models.ReasonNone {
		return ""
	}
	return reasonWord(row.Reason)
}

// outcome is what came of it.
func (l logWords) outcome(row models.LogOut) string {
	if row.Cancelled {
		return kit.T("log.cancelled")
	}
	word, _ := requestWord(row.State)
	return word
}

// offeredText is what was offered and what they said; "" where nothing was.
func offeredText(offers []models.Alternative) string {
	if len(offers) == 0 {
		return ""
	}
	return offersText(offers)
}

// money writes an amount; "" where none was noted.
func (l logWords) money(amount models.Money) string {
	if amount == 0 {
		return ""
	}
	return kit.FormatMoney(l.shop.Symbol, l.shop.Decimals, int64(amount))
}

// linesText says how many requests there are.
func linesText(n int) string {
	if n == 0 {
		return kit.T("log.count.none")
	}
	return kit.TN("log.count", n, "Count", kit.Count(n))
}
