package models

import (
	"cmp"
	"slices"
	"strings"
)

// fact is what filters and orders ask of one customer.
type fact struct {
	id       CustomerID
	name     string // their name_key
	archived bool
	lastAt   int64
	spent    int64
	// As the columns of the same names count them.
	visitDays, brought, asked, praised, reviews, lastDay, loyalDay, gapTwice int32

	source SourceID
	no     uint8 // a bit for each of Permissions that they asked us not to use, the first the lowest
	has    uint8 // a bit for each that the book has an address or a number for
	tags   []TagID
	asks   []StaffID // whom they asked for by name
}

// facts are what filters and orders ask of everybody in the book and in the archive, held in memory: asked of the file, each
// count and each page of a filtered list would be a walk along a hundred thousand rows, a tenth of a second and more. They are
// read once, by and by (see loadSome), and each row that is changed later is read again before the next answer. The file stays
// the truth: a test holds both equal after whatever is done.
type facts struct {
	load    loading
	byID    map[CustomerID]*fact
	shelves [2][]ordered // the book, and the archive

	// The answer given last, for the list reads it a page at a time.
	asked string
	found []CustomerID
}

// ordered is everybody on a shelf in one of the CustomerOrders, in which those stand in the same place.
type ordered []*fact

// closed are the Permissions by which they cannot be reached: they asked us not to, or there is no address or number.
func (f *fact) closed() uint8 { return f.no | ^f.has }

func (f *fact) shelf() int {
	if f.archived {
		return 1
	}
	return 0
}

// compare tells which of two comes first in the order, as CustomerOrder.by does.
func (o CustomerOrder) compare(a, b *fact) int {
	var first int
	switch o {
	case OrderSeen:
		first = cmp.Compare(b.lastAt, a.lastAt)
	case OrderBrought:
		first = cmp.Compare(b.brought, a.brought)
	case OrderSpent:
		first = cmp.Compare(b.spent, a.spent)
	}
	if first != 0 {
		return first
	}
	if first = strings.Compare(a.name, b.name); first != 0 {
		return first
	}
	return cmp.Compare(a.id, b.id)
}

// standsAs tells whether two facts of one customer stand in the same places.
func (f *fact) standsAs(other *fact) bool {
	return f.archived == other.archived && f.name == other.name && f.lastAt == other.lastAt && f.brought == other.brought && f.spent == other.spent
}

// fewMoved is up to how many are moved one by one; to sort all anew is quicker for more.
const fewMoved = 200

// renew puts fresh facts in the place of what was known of ids; those of whom there is nothing fresh are gone.
func (m *facts) renew(ids []CustomerID, fresh map[CustomerID]*fact) {
	m.asked = ""
	var out, in []*fact
	for _, id := range ids {
		was, now := m.byID[id], fresh[id]
		switch {
		case was == nil && now == nil:
		case was != nil && now != nil && was.standsAs(now):
			*was = *now
		default:
			out, in = append(out, was), append(in, now)
		}
	}
	out = slices.DeleteFunc(out, func(f *fact) bool { return f == nil })
	in = slices.DeleteFunc(in, func(f *fact) bool { return f == nil })
	if len(out)+len(in) > fewMoved {
		m.moveMany(out, in)
		return
	}
	for _, f := range out {
		m.takeOut(f)
	}
	for _, f := range in {
		m.putIn(f)
	}
}

func (m *facts) takeOut(f *fact) {
	delete(m.byID, f.id)
	for i, order := range CustomerOrders {
		shelf := &m.shelves[f.shelf()][i]
		if at, found := slices.BinarySearchFunc(*shelf, f, order.compare); found {
			*shelf = slices.Delete(*shelf, at, at+1)
		}
	}
}

func (m *facts) putIn(f *fact) {
	m.byID[f.id] = f
	for i, order := range CustomerOrders {
		shelf := &m.shelves[f.shelf()][i]
		at, _ := slices.BinarySearchFunc(*shelf, f, order.compare)
		*shelf = slices.Insert(*shelf, at, f)
	}
}

func (m *facts) moveMany(out, in []*fact) {
	gone := make(map[*fact]bool, len(out))
	for _, f := range out {
		gone[f] = true
		delete(m.byID, f.id)
	}
	for _, f := range in {
		m.byID[f.id] = f
	}
	for shelf := range m.shelves {
		for i, order := range CustomerOrders {
			stand := slices.DeleteFunc(m.shelves[shelf][i], func(f *fact) bool { return gone[f] })
			for _, f := range in {
				if f.shelf() == shelf {
					stand = append(stand, f)
				}
			}
			slices.SortFunc(stand, order.compare)
			m.shelves[shelf][i] = stand
		}
	}
}
