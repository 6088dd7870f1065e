package views

import (
	"errors"
	"slices"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// onSave stores the customer, and who brought them, in one go.
func (f *customerForm) onSave() {
	c, err := f.read()
	if err = errors.Join(c.CheckAll(), err); err == nil {
		err = f.put(c)
	}
	if err != nil {
		f.refuse(err)
		return
	}
	f.draft.leave()
	f.sheet.Close()
	said := "customers.form.added"
	if f.was.ID != 0 {
		said = "customers.form.changed"
	}
	change := f.w.store().LastChange()
	if f.onSaved != nil {
		f.onSaved(c.ID)
	}
	if f.w.store().LastChange() == change { // said last, so that what the opening of the card says does not take Undo away
		f.w.Did(kit.T(said, "Name", c.CalledName()))
	}
}

// put saves c and sets its ID. With a referrer it is one change, stored whole or not at all.
func (f *customerForm) put(c *models.Customer) error {
	if f.broughtBy == nil || !f.broughtBy.given() {
		return f.w.store().SaveCustomer(c)
	}
	referrer, err := f.broughtBy.read()
	if err != nil {
		return err
	}
	// The store sets the ID of who is added even where the whole change then fails; c must not get it.
	added := *c
	r := &models.ReferralIn{Referrer: referrer, Referee: &added, FromBefore: f.broughtBy.before.On(),
		StaffID: idFrom[models.StaffID](f.broughtBy.staff.Value())}
	if err := f.w.store().SaveReferral(r); err != nil {
		return err
	}
	c.ID = r.RefereeID
	return nil
}

// refuse shows what the owner has to put right beside its field.
func (f *customerForm) refuse(err error) {
	if p, ok := models.IsProblem(err); ok && p.Field == "fromBefore" && f.broughtBy != nil {
		p.Args = map[string]any{"Day": f.w.dayText(p.Args["Day"].(models.Day))}
		err = p
		f.broughtBy.asked.Show()
	}
	f.w.Trouble(f.form.Show(err))
	f.sheet.Refit()
}

// read makes the customer of what stands in the fields, and gives joined what of it cannot be read. Nothing of the one in
// the book is touched.
func (f *customerForm) read() (*models.Customer, error) {
	birthday, err := f.readBirthday()
	c := *f.was
	c.Draft = f.draft.name
	c.Name, c.PreferredName, c.Birthday = f.name.Text, f.called.Text, birthday
	c.Contacts = slices.Concat(f.phones.read(), f.emails.read())
	c.Tags = f.tags.Tags()
	f.place.read(&c)
	c.SourceID = idFrom[models.SourceID](f.source.Value())
	err = errors.Join(err, f.permissions.read(&c))
	c.Remember = readNotes(f.remember.Text, f.was.Remember)
	return &c, err
}

// notesText writes notes one a line.
func notesText(notes []models.Remember) string {
	lines := make([]string, len(notes))
	for i, note := range notes {
		lines[i] = noteLine(note)
	}
	return strings.Join(lines, "\n")
}

func noteLine(note models.Remember) string { return strings.Join(strings.Fields(note.Text), " ") }

// readNotes makes a note of every line. A line that was there before keeps its note, with the day it was made.
func readNotes(text string, before []models.Remember) []models.Remember {
	kept := slices.Clone(before)
	var notes []models.Remember
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		i := slices.IndexFunc(kept, func(note models.Remember) bool { return noteLine(note) == line })
		if i < 0 {
			notes = append(notes, models.Remember{Text: line})
			continue
		}
		notes = append(notes, kept[i])
		kept = slices.Delete(kept, i, i+1)
	}
	return notes
}
