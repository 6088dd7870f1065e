package models

import "slices"

// CustomerOrder is how a list of customers is sorted.
type CustomerOrder string

// The orders.
const (
	OrderName    CustomerOrder = ""
	OrderSeen    CustomerOrder = "seen"    // who was here last comes first
	OrderBrought CustomerOrder = "brought" // who brought most
	OrderSpent   CustomerOrder = "spent"   // who spent most
)

// CustomerOrders are all of them, in the order a list offers them.
var CustomerOrders = []CustomerOrder{OrderName, OrderSeen, OrderBrought, OrderSpent}

// by is the ORDER BY on the customer c; without a filter each has an index of its own.
func (o CustomerOrder) by() string {
	switch o {
	case OrderSeen:
		return "c.last_at DESC, c.name_key, c.id"
	case OrderBrought:
		return "c.brought_n DESC, c.name_key, c.id"
	case OrderSpent:
		return "c.spent DESC, c.name_key, c.id"
	}
	return "c.name_key, c.id"
}

// CustomerFilter says which customers a list shows: those that every field which is set lets through. With Text the best
// matches come first, at most 200; without it the list is sorted by Sort.
type CustomerFilter struct {
	Text       string
	Said       []VisitID // where Text is short, the visits at which it was said: what FindSaidBy has found, or none so far
	Set        CustomerSet
	Rungs      []Rung     // any of them; none is all
	Activities []Activity // any of them; none is all
	Tag        TagID
	Source     SourceID
	AsksFor    StaffID      // who asked for them by name
	SeenSince  Day          // the last visit was on that day or later
	SeenBefore Day          // the last visit was before that day, or there was none
	May        []Permission // there is an address or a number for each of them, and they did not ask us to leave it out
	Sort       CustomerOrder

	Offset, Limit int
}

// validate gives the Problem of the first field that says nothing known: a list may come from another program.
func (f CustomerFilter) validate() error {
	known := f.Set == CustomersAll || f.Set == CustomersArchived || slices.Contains(CustomerSets, f.Set)
	known = known && slices.Contains(CustomerOrders, f.Sort)
	for _, r := range f.Rungs {
		known = known && slices.Contains(Rungs, r)
	}
	for _, a := range f.Activities {
		known = known && slices.Contains(Activities, a)
	}
	for _, p := range f.May {
		known = known && slices.Contains(Permissions, p)
	}
	switch {
	case !known:
		return problem("filter", "choice")
	case !f.SeenSince.Valid() || !f.SeenBefore.Valid():
		return problem("filter", "date")
	}
	return nil
}

// Plain tells whether nothing but the group, and a text, narrows the list.
func (f CustomerFilter) Plain() bool {
	return len(f.Rungs)+len(f.Activities)+len(f.May) == 0 && f.Tag == 0 && f.Source == 0 && f.AsksFor == 0 && f.SeenSince == "" && f.SeenBefore == ""
}

// from is the table as c for a group in an order, with the index of those who are in the group.
func (f CustomerFilter) from() string {
	switch {
	case f.Set == CustomersArchived:
		return "customer c INDEXED BY customer_archived"
	case f.Set == CustomersRegulars && f.Sort == OrderName:
		return "customer c INDEXED BY customer_repeat"
	case f.Set == CustomersAdvocates && f.Sort == OrderName:
		return "customer c INDEXED BY customer_advocate"
	}
	return "customer c"
}

// everybody tells whether the list is the whole book.
func (f CustomerFilter) everybody() bool { return f.Set == CustomersAll && f.Plain() }
