package models

import "gorm.io/gorm"

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
	ThingImport:      "SELECT ''", // see Import.note
}

// noteThing writes the line of one thing.
func (s *Store) noteThing(tx *gorm.DB, t *thingChange, changes []*rowChange, via Via) error {
	event, fields := t.event(), t.fields()
	if event == Changed && len(fields) == 0 {
		return nil
	}
	who, err := t.customer(tx)
	if err != nil {
		return err
	}
	return writeLine(tx, line{At: MomentOf(s.now()), Event: event, Via: via, Thing: t.thing, ThingID: t.id, CustomerID: who,
		LastName: t.lastName(), Fields: listed(fields), Along: listed(t.along(changes))})
}

// lastName is what a thing that went was called. Nobody is named who is not in the book any more.
func (t *thingChange) lastName() string {
	if t.thing == ThingCustomer || t.own == nil {
		return ""
	}
	name, _ := t.own.Was["name"].(string)
	return name
}

// line is a row of the table activity, of which writeLine makes the label.
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

func writeLine(tx *gorm.DB, l line) error {
	return tx.Exec(`INSERT INTO activity (at, event, via, thing, thing_id, customer_id, label, fields, along)
		VALUES (@At, @Event, @Via, @Thing, @id, (SELECT id FROM customer WHERE id = @CustomerID), coalesce((`+labels[l.Thing]+`), @LastName), @Fields, @Along)`,
		map[string]any{"At": l.At, "Event": l.Event, "Via": l.Via, "Thing": l.Thing, "id": l.ThingID, "CustomerID": l.CustomerID,
			"LastName": l.LastName, "Fields": l.Fields, "Along": l.Along}).Error
}
