package models

import (
	"slices"
	"strings"
)

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
	Set        CustomerSet
	Rungs      []Rung     // any of them; none is all
	Activities []Activity // any of them; none is all
	Tag        TagID
	Source     SourceID
	AsksFor    StaffID // who asked for them by name
	SeenSince  Day     // the last visit was on that day or later
	SeenBefore Day     // the last visit was before that day, or there was none
	May        []Permission
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
		known = known && permissionColumns[p] != ""
	}
	switch {
	case !known:
		return problem("filter", "choice")
	case !f.SeenSince.Valid() || !f.SeenBefore.Valid():
		return problem("filter", "date")
	}
	return nil
}

// permissionColumns are the wishes that stand against each way to reach somebody.
var permissionColumns = map[Permission]string{PermitPost: "no_post", PermitPhone: "no_phone", PermitEmail: "no_email"}

// plain tells whether nothing but the group narrows the list.
func (f CustomerFilter) plain() bool {
	return len(f.Rungs)+len(f.Activities)+len(f.May) == 0 && f.Tag == 0 && f.Source == 0 && f.AsksFor == 0 && f.SeenSince == "" && f.SeenBefore == ""
}

// where is the condition of the filter, apart from its text, on the customer c. Its values are numbers and known words, written
// out so that it fits into any query.
func (s *Store) where(f CustomerFilter) string {
	conditions := []string{f.Set.where()}
	if len(f.Rungs) > 0 {
		conditions = append(conditions, s.rung()+" IN ("+quoted(f.Rungs)+")")
	}
	if len(f.Activities) > 0 {
		conditions = append(conditions, s.activity()+" IN ("+quoted(f.Activities)+")")
	}
	if f.Tag != 0 {
		conditions = append(conditions, "c.id IN (SELECT k.customer_id FROM customer_tag k WHERE k.tag_id = "+number(int(f.Tag))+")")
	}
	if f.Source != 0 {
		conditions = append(conditions, "c.source_id = "+number(int(f.Source)))
	}
	if f.AsksFor != 0 {
		conditions = append(conditions, "c.id IN (SELECT v.customer_id FROM visit v WHERE v.asked_for = "+number(int(f.AsksFor))+" AND v.deleted_at = 0)")
	}
	if f.SeenSince != "" {
		conditions = append(conditions, "c.last_day_no >= "+number(dayNo(f.SeenSince)))
	}
	if f.SeenBefore != "" {
		conditions = append(conditions, "c.last_day_no < "+number(dayNo(f.SeenBefore)))
	}
	for _, p := range f.May {
		conditions = append(conditions, "c."+permissionColumns[p]+" = 0")
	}
	return strings.Join(conditions, " AND ")
}

// from is the table as c, with the index that holds all a filter asks where the filter asks something; left to itself
// SQLite walks that one for everything.
func (f CustomerFilter) from() string {
	switch {
	case f.Set == CustomersArchived:
		return "customer c INDEXED BY customer_archived"
	case !f.plain():
		return "customer c INDEXED BY customer_facts"
	case f.Set == CustomersRegulars && f.Sort == OrderName:
		return "customer c INDEXED BY customer_repeat"
	case f.Set == CustomersAdvocates && f.Sort == OrderName:
		return "customer c INDEXED BY customer_advocate"
	}
	return "customer c"
}

func quoted[T ~string](words []T) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = "'" + strings.ReplaceAll(string(w), "'", "''") + "'"
	}
	return strings.Join(parts, ", ")
}

// rung is rungOf for today, written out.
func (s *Store) rung() string {
	return strings.ReplaceAll(rungOf, "@yearAgo", number(s.rungArgs()["yearAgo"].(int)))
}

// activity is what activityOf tells, of the customer c as SQL for today.
func (s *Store) activity() string {
	const words = `(CASE WHEN c.visit_day_n = 0 THEN '' WHEN 2 * (@today - c.last_day_no) <= @gap THEN 'active'
		WHEN 4 * (@today - c.last_day_no) <= 3 * @gap THEN 'due' WHEN 2 * (@today - c.last_day_no) <= 3 * @gap THEN 'drifting' ELSE 'lapsed' END)`
	return strings.NewReplacer("@today", number(dayNo(s.Today())), "@gap", "iif(c.gap_twice = 0, 2 * (SELECT usual_gap FROM shop), c.gap_twice)").Replace(words)
}

// everybody tells whether the list is the whole book.
func (f CustomerFilter) everybody() bool { return f.Set == CustomersAll && f.plain() }
