package models

import (
	"strings"

	"gorm.io/gorm"
)

// labels are, for the things that have one, the query of what a thing is called, apart from the customer it is about.
var labels = map[Thing]string{
	ThingCustomer: "SELECT " + nameOf("x") + " FROM customer x WHERE x.id = @id", ThingShop: "SELECT name FROM shop WHERE id = @id",
	ThingStaff: "SELECT name FROM staff WHERE id = @id", ThingSource: "SELECT name FROM source WHERE id = @id",
	ThingSpecialist: "SELECT name FROM specialist WHERE id = @id", ThingItem: "SELECT name FROM item WHERE id = @id",
	ThingVisit: `SELECT group_concat(name, ', ') FROM (SELECT i.name FROM request r JOIN item i ON i.id = r.item_id
		WHERE r.visit_id = @id ORDER BY r.position LIMIT 3)`,
	ThingWant:        "SELECT i.name FROM want w JOIN item i ON i.id = w.item_id WHERE w.id = @id",
	ThingReferralOut: "SELECT p.name FROM referral_out o JOIN specialist p ON p.id = o.specialist_id WHERE o.id = @id",
	ThingThankYou:    "SELECT p.name FROM thank_you t JOIN specialist p ON p.id = t.specialist_id WHERE t.id = @id",
	ThingReferralIn:  "SELECT p.name FROM referral_in r JOIN specialist p ON p.id = r.referrer_specialist_id WHERE r.id = @id",
	ThingFollowUp:    "SELECT substr(why, 1, 80) FROM follow_up WHERE id = @id",
	ThingPraise:      "SELECT substr(text, 1, 80) FROM praise WHERE id = @id",
	ThingImport:      "SELECT ''", // see Import.note
	ThingAdvertSpend: "SELECT s.name || ', ' || a.month FROM advert_spend a JOIN source s ON s.id = a.source_id WHERE a.id = @id",
}

// lineOf gives the line of one thing; any tells whether there is anything to say of it.
func (s *Store) lineOf(tx *gorm.DB, t *thingChange, changes []*rowChange, via Via) (l line, any bool, err error) {
	event, fields := t.event(), t.fields()
	if event == Changed && len(fields) == 0 {
		return line{}, false, nil
	}
	who, err := t.customer(tx)
	return line{At: MomentOf(s.now()), Event: event, Via: via, Thing: t.thing, ThingID: t.id, CustomerID: who,
		LastName: t.lastName(), Fields: listed(fields), Along: listed(t.along(changes))}, true, err
}

// lastName is what a thing that went was called. Nobody is named who is not in the book any more.
func (t *thingChange) lastName() string {
	if t.thing == ThingCustomer || t.own == nil {
		return ""
	}
	name, _ := t.own.Was["name"].(string)
	return name
}

// line is a row of the table activity, of which writeLines makes the label.
type line struct {
	At            Moment
	Event         Event
	Via           Via
	Thing         Thing
	ThingID       int64
	CustomerID    int64
	LastName      string // the label of what is not there any more
	Fields, Along string
}

func writeLine(tx *gorm.DB, l line) error { return writeLines(tx, []line{l}) }

// writeLines writes the lines in their order, those of one sort of thing that follow each other by one statement. Of who was erased
// a line tells only that something was done.
func writeLines(tx *gorm.DB, lines []line) error {
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].Thing == lines[0].Thing {
			n++
		}
		rows := make([][]any, n)
		for i, l := range lines[:n] {
			rows[i] = []any{l.At, l.Event, l.Via, l.Thing, l.ThingID, l.CustomerID, l.LastName, l.Fields, l.Along}
		}
		written, err := asJSON(rows)
		if err != nil {
			return err
		}
		label := strings.ReplaceAll(labels[lines[0].Thing], "@id", "(l.value ->> 4)")
		err = tx.Exec(`INSERT INTO activity (at, event, via, thing, thing_id, customer_id, label, fields, along)
			SELECT l.value ->> 0, l.value ->> 1, l.value ->> 2, l.value ->> 3, l.value ->> 4, c.id, iif(c.state = 'erased', '', coalesce((`+label+`), l.value ->> 6)),
				iif(c.state = 'erased', '', l.value ->> 7), iif(c.state = 'erased', '', l.value ->> 8)
			FROM json_each(?) l LEFT JOIN customer c ON c.id = l.value ->> 5 ORDER BY l.key`, written).Error
		if err != nil {
			return err
		}
		lines = lines[n:]
	}
	return nil
}
