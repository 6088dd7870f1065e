package views

import (
	"time"

	"goodturn/models"
	"goodturn/views/kit"
)

// momentPart is a field for a day with a time, and the moment it stands for. What was not touched is kept to the
// second: its words would mean another moment after midnight.
type momentPart struct {
	entry  *kit.DateField
	field  *kit.Field
	shown  string        // what the moment was written as
	moment models.Moment // 0 for none
}

// newMomentPart makes an empty one; a day that is typed without a time gets that of now.
func newMomentPart(label string, now func() time.Time, onChange func()) *momentPart {
	p := &momentPart{entry: kit.NewMomentField(now, kit.DayOrderHere())}
	also(&p.entry.OnChanged, onChange)
	p.field = kit.NewField(label, p.entry)
	return p
}

// show writes a moment, or else the words that were typed and are none.
func (p *momentPart) show(m models.Moment, words string) {
	p.moment = m
	p.entry.SetText("")
	if m != 0 {
		p.entry.SetMoment(m.In(time.UTC)) // the field writes it in the shop's own time
	}
	p.shown = p.entry.Text
	if words != "" {
		p.entry.SetText(words)
	}
}

// read gives the moment in the field, 0 for an empty one, and the words where they are none.
func (p *momentPart) read() (models.Moment, string) {
	if p.entry.Text == p.shown {
		return p.moment, ""
	}
	at, err := p.entry.Moment()
	if err != nil {
		return p.moment, p.entry.Text
	}
	return models.MomentOf(at), ""
}

// problem is a moment that cannot be read; name is the form's for the field.
func (p *momentPart) problem(name string) error {
	if _, words := p.read(); words == "" {
		return nil
	}
	_, err := p.entry.Moment()
	return kit.InField(name, err)
}
