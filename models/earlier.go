package models

import (
	"gorm.io/gorm"
)

// Earlier is what an old program had counted of a customer before this book was kept, as it said it. It counts for
// nothing here: rung and activity rest on the visits in this book. The zero value is that nothing is known.
type Earlier struct {
	ID      CustomerID // whose it is; the store sets it
	VisitN  int
	Spent   Money
	FirstOn Day // when they first came
	LastOn  Day // when they last did
}

// Most that an old program may have counted: beyond it is a mistake of the file.
const (
	MaxEarlierVisits = 1_000_000
	MaxEarlierSpent  = Money(1_000_000_000_000_000)
)

// Known tells whether the old program said anything.
func (e Earlier) Known() bool {
	return e.VisitN != 0 || e.Spent != 0 || e.FirstOn != "" || e.LastOn != ""
}

// validate gives the Problem of the first thing that cannot be kept.
func (e Earlier) validate() error {
	switch {
	case e.VisitN < 0 || e.VisitN > MaxEarlierVisits:
		return problem("earlierVisits", "earlier.visits")
	case e.Spent < 0 || e.Spent > MaxEarlierSpent:
		return problem("earlierSpent", "earlier.spent")
	case !e.FirstOn.Valid():
		return problem("earlierFirst", "date")
	case !e.LastOn.Valid():
		return problem("earlierLast", "date")
	case e.FirstOn != "" && e.LastOn != "" && e.FirstOn > e.LastOn:
		return problem("earlierLast", "earlier.order")
	}
	return nil
}

// and gives what two cards of one person say together.
func (e Earlier) and(other Earlier) Earlier {
	e.VisitN = min(e.VisitN+other.VisitN, MaxEarlierVisits)
	e.Spent = min(e.Spent+other.Spent, MaxEarlierSpent)
	if e.FirstOn == "" || other.FirstOn != "" && other.FirstOn < e.FirstOn {
		e.FirstOn = other.FirstOn
	}
	e.LastOn = max(e.LastOn, other.LastOn)
	if e.LastOn != "" && e.LastOn < e.FirstOn {
		e.LastOn = "" // one knew the last day alone, and the other came first after it
	}
	return e
}

// earlierOf gives what is known of the customer.
func earlierOf(db *gorm.DB, id CustomerID) (Earlier, error) {
	var e Earlier
	err := db.Where("id = ?", id).Limit(1).Find(&e).Error
	return e, err
}

// saveEarlier makes what is known that of c.Earlier.
func saveEarlier(tx *gorm.DB, c *Customer) error {
	if !c.Earlier.Known() {
		c.Earlier = Earlier{}
		return tx.Exec("DELETE FROM earlier WHERE id = ?", c.ID).Error
	}
	c.Earlier.ID = c.ID
	e := c.Earlier
	return tx.Exec(`INSERT INTO earlier (id, visit_n, spent, first_on, last_on) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET (visit_n, spent, first_on, last_on) = (excluded.visit_n, excluded.spent, excluded.first_on, excluded.last_on)
		WHERE (visit_n, spent, first_on, last_on) IS NOT (excluded.visit_n, excluded.spent, excluded.first_on, excluded.last_on)`,
		c.ID, e.VisitN, e.Spent, e.FirstOn, e.LastOn).Error
}
