package models

import (
	"slices"
	"strings"
)

// fill adds to somebody of the book what the row says and the book does not. What the book says stands.
func (im *importer) fill(known, row *Customer) {
	var columns []string
	set := func(column string, have *string, say string) {
		if *have == "" && say != "" {
			*have = say
			columns = append(columns, column)
		}
	}
	set("name", &known.Name, row.Name)
	set("preferred_name", &known.PreferredName, row.PreferredName)
	if known.Address == "" {
		set("country", &known.Country, row.Country)
	}
	set("address", &known.Address, row.Address)
	set("birthday", &known.Birthday, row.Birthday)
	set("reach_by", (*string)(&known.ReachBy), string(row.ReachBy))
	set("invited_on", (*string)(&known.InvitedOn), string(row.InvitedOn))
	if known.SourceID == 0 && row.SourceID != 0 {
		known.SourceID = row.SourceID
		columns = append(columns, "source_id")
	}
	if !known.Earlier.Known() && row.Earlier.Known() {
		known.Earlier = row.Earlier
		columns = append(columns, earlierColumn)
	}
	// What somebody asked for holds, whoever noted it.
	says := row.wishes()
	for i, have := range known.wishes() {
		if say := says[i]; !*have.no && *say.no {
			*have.no, *have.day = true, *say.day
			column := wishColumns[Permissions[i]]
			columns = append(columns, column, column+"_on")
		}
	}
	keepAddress(known, row)
	parts := im.fillParts(known, row)
	parts = im.fillTags(known, row) || parts
	if len(columns) == 0 && !parts {
		im.result.Skipped++
		return
	}
	im.book.add(known)
	if known.ID >= CustomerID(im.ids["customer"].first) && slices.Contains(im.fresh, known.ID) {
		im.result.Filled++
		return // not written yet
	}
	known.UpdatedAt = im.at
	im.touched[known.ID] = append(im.touched[known.ID], columns...)
	im.result.Filled++
}

// keepAddress makes the row's address something to remember where the card has another: it may be the newer one.
func keepAddress(known, row *Customer) {
	if row.Address != "" && Fold(row.Address) != Fold(known.Address) {
		row.Remember = append(row.Remember, Remember{Text: strings.ReplaceAll(row.Address, "\n", ", ")})
	}
}

// earlierColumn stands among the columns of customer for the row of earlier: it is filled in as a whole or not at all.
const earlierColumn = "earlier"

// fillParts adds the contacts and notes that are not on the card yet, and tells whether there were any.
func (im *importer) fillParts(known, row *Customer) (any bool) {
	for _, contact := range row.Contacts {
		if !slices.ContainsFunc(known.Contacts, contact.same) {
			known.Contacts, any = append(known.Contacts, contact), true
		}
	}
	for _, note := range row.Remember {
		same := func(other Remember) bool { return Fold(other.Text) == Fold(note.Text) }
		if !slices.ContainsFunc(known.Remember, same) {
			known.Remember, any = append(known.Remember, note), true
		}
	}
	return any
}

// same tells whether two contacts are one, however written.
func (c Contact) same(other Contact) bool {
	if c.Kind != other.Kind {
		return false
	}
	if key := contactKey(c); key != "" {
		return key == contactKey(other)
	}
	return Fold(c.Value) == Fold(other.Value)
}

// write stores what the chunk added and filled in.
func (im *importer) write() error {
	customers := batch{table: "customer", columns: "id, name, name_key, preferred_name, address, country, birthday, source_id, no_post, no_phone, no_email, no_post_on, no_phone_on, no_email_on, reach_by, invited_on, state, archived_on, archived_why, created_at, updated_at"}
	contacts := batch{table: "contact", columns: "id, customer_id, kind, label, value, position"}
	notes := batch{table: "remember", columns: "id, customer_id, text, noted_on, still_on, position"}
	earlier := batch{table: "earlier", columns: "id, visit_n, spent, first_on, last_on"}
	var archived [][]any
	search := batch{table: "customer_search", columns: "id, key, short"}
	for _, id := range im.fresh {
		c := im.people[id]
		nameKey, key, short := c.Keys()
		customers.add(c.ID, c.Name, nameKey, c.PreferredName, c.Address, c.Country, c.Birthday, orNull(c.SourceID), bit(c.NoPost), bit(c.NoPhone), bit(c.NoEmail), c.NoPostOn, c.NoPhoneOn, c.NoEmailOn,
			c.ReachBy, c.InvitedOn, c.State, c.ArchivedOn, c.ArchivedWhy, c.CreatedAt, c.UpdatedAt)
		if c.State == CustomerArchived {
			archived = append(archived, []any{c.ID, "state"}) // so that who the owner puts there since is told from them
		}
		im.addParts(c, &contacts, &notes)
		earlier.addEarlier(c)
		search.add(c.ID, key, short)
	}
	if err := im.writeFilled(&contacts, &notes, &earlier); err != nil {
		return err
	}
	for _, b := range []*batch{&customers, &contacts, &notes, &earlier, &search} {
		if err := b.flush(im.tx); err != nil {
			return err
		}
	}
	if len(archived) > 0 {
		if err := im.noteColumns(archived); err != nil {
			return err
		}
	}
	return im.writeTags()
}

// addParts gives the contacts and notes without an id one, and adds them to the batches.
func (im *importer) addParts(c *Customer, contacts, notes *batch) {
	for i := range c.Contacts {
		if contact := &c.Contacts[i]; contact.ID == 0 {
			contact.ID = ContactID(im.ids["contact"].next())
			contacts.add(contact.ID, c.ID, contact.Kind, contact.Label, contact.Value, i)
		}
	}
	for i := range c.Remember {
		note := &c.Remember[i]
		if note.ID != 0 {
			continue
		}
		note.ID = RememberID(im.ids["remember"].next())
		if note.NotedOn == "" {
			note.NotedOn = im.s.Today()
		}
		notes.add(note.ID, c.ID, note.Text, note.NotedOn, note.StillOn, i)
	}
}

// addEarlier adds what an old program counted of the customer, where it did.
func (b *batch) addEarlier(c *Customer) {
	if e := c.Earlier; e.Known() {
		b.add(c.ID, e.VisitN, e.Spent, e.FirstOn, e.LastOn)
	}
}

// writeFilled stores those who were filled in.
func (im *importer) writeFilled(contacts, notes, earlier *batch) error {
	var changed [][]any
	for id, columns := range im.touched {
		c := im.people[id]
		nameKey, key, short := c.Keys()
		im.addParts(c, contacts, notes)
		if slices.Contains(columns, earlierColumn) {
			earlier.addEarlier(c)
		}
		changed = append(changed, []any{c.ID, c.Name, nameKey, c.PreferredName, c.Address, c.Country, c.Birthday, orNull(c.SourceID), bit(c.NoPost), bit(c.NoPhone), bit(c.NoEmail),
			c.NoPostOn, c.NoPhoneOn, c.NoEmailOn, c.ReachBy, c.InvitedOn, im.at, key, short, strings.Join(columns, ",")})
		im.refilled = im.refilled || int64(id) < im.ids["customer"].first
	}
	if len(changed) == 0 {
		return nil
	}
	rows, err := asJSON(changed)
	if err != nil {
		return err
	}
	err = im.tx.Exec(`UPDATE customer SET (name, name_key, preferred_name, address, country, birthday, source_id, no_post, no_phone, no_email, no_post_on, no_phone_on, no_email_on, reach_by, invited_on, updated_at) =
		(v.value ->> 1, v.value ->> 2, v.value ->> 3, v.value ->> 4, v.value ->> 5, v.value ->> 6, v.value ->> 7, v.value ->> 8, v.value ->> 9, v.value ->> 10,
		 v.value ->> 11, v.value ->> 12, v.value ->> 13, v.value ->> 14, v.value ->> 15, v.value ->> 16)
		FROM json_each(?) v WHERE customer.id = v.value ->> 0`, rows).Error
	if err != nil {
		return err
	}
	err = im.tx.Exec(`UPDATE customer_search SET (key, short) = (v.value ->> 17, v.value ->> 18) FROM json_each(?) v
		WHERE customer_search.id = v.value ->> 0`, rows).Error
	if err != nil {
		return err
	}
	return im.noteFilled(changed)
}

// orNull gives an id as json_each hands it on.
func orNull[T any](id ID[T]) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
