package app

import (
	"cmp"
	"slices"
	"strings"

	"goodturn/models"
)

// ThanksOrder is how a printed list of people to thank is sorted.
type ThanksOrder string

// The orders.
const (
	ThanksLongest ThanksOrder = "" // whoever waits longest first
	ThanksByName  ThanksOrder = "name"
	ThanksByHow   ThanksOrder = "how"   // what is written before what is said, as ways are offered
	ThanksByPlace ThanksOrder = "place" // by postal code, street after street, for whoever brings them round
)

// ThanksOrders are all of them, in the order a choice offers them.
var ThanksOrders = []ThanksOrder{ThanksLongest, ThanksByName, ThanksByHow, ThanksByPlace}

// SortThanks gives rows, which are in the order of the longest waiting, in another; grouped puts those thanked in the same way together
// first. Rows that are alike stay as they were.
func SortThanks(rows []models.ThankYouRow, order ThanksOrder, grouped bool) []models.ThankYouRow {
	type keyed struct {
		way int
		key string
		row models.ThankYouRow
	}
	sorted := make([]keyed, len(rows))
	for i, t := range rows {
		sorted[i] = keyed{key: thanksKey(t, order), row: t}
		if grouped || order == ThanksByHow {
			sorted[i].way = slices.Index(models.Channels, t.Channel)
		}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return cmp.Or(cmp.Compare(a.way, b.way), strings.Compare(a.key, b.key)) })
	out := make([]models.ThankYouRow, len(rows))
	for i := range sorted {
		out[i] = sorted[i].row
	}
	return out
}

// thanksKey is what a row is sorted by beside the way it is given in. Whoever has no address, or wants no post, comes after those with one.
func thanksKey(t models.ThankYouRow, order ThanksOrder) string {
	const last = "\uffff"
	switch order {
	case ThanksByName:
		return models.Fold(t.Name)
	case ThanksByPlace:
		lines := linesOf(t.Address)
		if len(lines) == 0 || t.NoPost {
			return last
		}
		return cmp.Or(PostalCode(lines), last) + "\x00" + models.Fold(strings.Join(lines, " "))
	}
	return ""
}
