package models

import (
	"encoding/json"
	"fmt"
	"strings"
)

// The activity log tells what was changed, when, and from what to what. Every change, Undo and Redo writes it in its
// own transaction; nothing ever takes a line back.

// Thing is a sort of thing that the owner would name, by its table in the shop file.
type Thing string

// The things the activity log tells of.
const (
	ThingShop        Thing = "shop"
	ThingStaff       Thing = "staff"
	ThingSource      Thing = "source"
	ThingCustomer    Thing = "customer" // with contacts and remember-notes
	ThingSpecialist  Thing = "specialist"
	ThingItem        Thing = "item"
	ThingVisit       Thing = "visit" // with requests and alternatives
	ThingWant        Thing = "want"
	ThingReferralIn  Thing = "referral_in"
	ThingReferralOut Thing = "referral_out"
	ThingPraise      Thing = "praise"
	ThingThankYou    Thing = "thank_you"
	ThingFollowUp    Thing = "follow_up"
	ThingImport      Thing = "import" // a list of people, added and, once taken back, removed
	ThingAdvertSpend Thing = "advert_spend"
)

// Event is what happened to a thing.
type Event string

// The events of the activity log.
const (
	Added     Event = "added"
	Changed   Event = "changed"
	TakenOut  Event = "taken_out" // it is in the bin
	WasBack   Event = "put_back"  // out of the bin
	Removed   Event = "removed"   // for good: by the Undo of its adding, or out of the bin
	WasErased Event = "erased"    // a person, at their wish
)

// Via is by which way a change came about.
type Via string

// The ways of a change.
const (
	ByOwner Via = ""
	ByUndo  Via = "undo"
	ByRedo  Via = "redo"
)

// ActivityID is the number of a line of the activity log; later lines have higher ones.
type ActivityID int64

// ActivityRow is one line of the activity log.
type ActivityRow struct {
	ID         ActivityID
	At         Moment
	Event      Event
	Via        Via
	Thing      Thing
	ThingID    int64
	CustomerID CustomerID    // whom it is about; 0 for nobody, and for those removed since
	Customer   string        // as they are called now
	Label      string        // what the thing was called then: a person's name, what a visit asked for, an import's file; "" for those with no name
	People     int           // of an import, how many customers it added or filled in
	Fields     []FieldChange `gorm:"-"`
}

// FieldChange is one field from what to what. Values are written as the file keeps them; those of FieldName are the
// names of today, "" where there is nobody of the kind any more.
type FieldChange struct {
	ActivityField
	From, To string
	Who      CustomerID // of a field that names a customer: whose name To is, or From where To is nobody
}

// ActivityFilter chooses lines of the activity log; its zero value is all.
type ActivityFilter struct {
	CustomerID CustomerID
	Thing      Thing
	ThingID    int64      // of one of those things; 0 for any
	Before     ActivityID // only lines before this one, for the next page; 0 for the newest
	Limit      int
}

// Activity gives the lines the filter chooses, newest first.
func (s *Store) Activity(f ActivityFilter) ([]ActivityRow, error) {
	where, args := []string{"1"}, []any{}
	if f.CustomerID != 0 {
		where, args = append(where, "a.customer_id = ?"), append(args, f.CustomerID)
	}
	if f.Thing != "" {
		thing := "a.thing = ?"
		if f.CustomerID != 0 {
			thing = "+" + thing // of one customer there are few lines, of a sort of thing most of them
		}
		where, args = append(where, thing), append(args, f.Thing)
	}
	if f.ThingID != 0 {
		where, args = append(where, "a.thing_id = ?"), append(args, f.ThingID)
	}
	if f.Before != 0 {
		where, args = append(where, "a.id < ?"), append(args, int64(f.Before))
	}
	var rows []struct {
		ActivityRow
		Written string
	}
	err := s.db.Raw(`SELECT a.id, a.at, a.event, a.via, a.thing, a.thing_id, a.customer_id, coalesce(i.file, a.label) AS label, a.fields AS written,
		ifnull(i.added + i.filled, 0) AS people,
		CASE WHEN c.id IS NULL THEN '' ELSE `+nameOf("c")+` END AS customer
		FROM activity a LEFT JOIN customer c ON c.id = a.customer_id LEFT JOIN import i ON i.id = a.thing_id AND a.thing = 'import'
		WHERE `+strings.Join(where, " AND ")+` ORDER BY a.id DESC LIMIT ?`, append(args, f.Limit)...).Scan(&rows).Error
	if err != nil {
		return nil, explain(err)
	}
	lines := make([]ActivityRow, len(rows))
	for i, row := range rows {
		lines[i] = row.ActivityRow
		if lines[i].Fields, err = s.readFields(row.Written); err != nil {
			return nil, fmt.Errorf("activity %d: %w", row.ID, explain(err))
		}
	}
	return lines, nil
}

// fieldNote is a FieldChange as the log keeps it: ids in place of names, so that who is erased is erased here too.
type fieldNote struct {
	Field string `json:"field"` // table.column
	From  any    `json:"from"`
	To    any    `json:"to"`
}

func (s *Store) readFields(written string) ([]FieldChange, error) {
	if written == "" {
		return nil, nil
	}
	var notes []fieldNote
	if err := numbered(written, &notes); err != nil {
		return nil, err
	}
	changes := make([]FieldChange, 0, len(notes))
	for _, note := range notes {
		field, known := fieldNamed(note.Field)
		if !known {
			continue // of a program that kept another field
		}
		change := FieldChange{ActivityField: field}
		for _, side := range []struct {
			value any
			text  *string
		}{{note.From, &change.From}, {note.To, &change.To}} {
			text, err := s.fieldText(field, side.value)
			if err != nil {
				return nil, err
			}
			*side.text = text
			if id, ok := side.value.(json.Number); ok && field.names == "customer" {
				n, _ := id.Int64()
				change.Who = CustomerID(n)
			}
		}
		changes = append(changes, change)
	}
	return changes, nil
}

// fieldText writes a value out; of an id it gives whose it is.
func (s *Store) fieldText(field ActivityField, value any) (string, error) {
	if value == nil {
		return "", nil
	}
	if field.names == "" {
		return fmt.Sprint(value), nil
	}
	name := "name"
	if field.names == "customer" {
		name = nameOf("x")
	}
	var text string
	return text, s.db.Raw("SELECT ifnull((SELECT "+name+" FROM "+field.names+" x WHERE x.id = ?), '')", fmt.Sprint(value)).Row().Scan(&text)
}

// numbered reads JSON with its numbers as they are written: an id is no floating-point number.
func numbered(text string, into any) error {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(into)
}
