package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// backChoice is when to get back to the customer.
type backChoice string

// The choices. Until the owner chooses, the form proposes one that follows from the answers.
const (
	backUnsaid  backChoice = ""
	backNot     backChoice = "no"
	backIn3Days backChoice = "soon"
	backArrives backChoice = "arrives" // the want tells us: nothing of its own is kept
	backOnDay   backChoice = "day"
)

// backDays is how soon "in 3 days" is.
const backDays = 3

// backPart asks when to get back to the customer, and about what.
type backPart struct {
	w        *Window
	chips    *kit.Chips
	day      *kit.DateField
	dayField *kit.Field
	about    *kit.Entry
	field    *kit.Field
	details  *fyne.Container // asked beneath: which day, about what
	arrives  bool            // an order was accepted
	said     bool            // the owner chose; nothing is proposed any more
	stored   models.Day      // the day as the log has it, which may be over; "" for none
	onChange func()
}

func newBackPart(w *Window, onChange func()) *backPart {
	p := &backPart{w: w, onChange: onChange}
	p.chips = kit.NewChips(p.choices(), string(backNot), p.onChip)
	p.day = kit.NewDateField(w.app.Now, kit.DayOrderHere())
	p.day.SetPlaceHolder(kit.T("visit.back.day.place"))
	also(&p.day.OnChanged, onChange)
	p.dayField = kit.NewField("", p.day)
	p.about = kit.NewEntry(kit.T("visit.back.about"))
	also(&p.about.OnChanged, onChange)
	p.details = kit.Columns([]float32{2, 3}, 8, 320, p.dayField, kit.NewField("", p.about))
	p.details.Hide()
	p.field = kit.NewField(kit.T("visit.back"), p.chips)
	return p
}

// choices are the chips: "when it arrives" is one of them only where something was ordered.
func (p *backPart) choices() []kit.Choice {
	values := []backChoice{backNot, backIn3Days}
	if p.arrives {
		values = append(values, backArrives)
	}
	var choices []kit.Choice
	for _, v := range append(values, backOnDay) {
		choices = append(choices, kit.Choice{Value: string(v), Label: kit.T("visit.back." + string(v))})
	}
	return choices
}

func (p *backPart) onChip(string) {
	p.said = true
	p.showDetails()
	if p.value() == backOnDay {
		p.w.focusIn(p.dayField)
	}
	p.onChange()
}

func (p *backPart) value() backChoice { return backChoice(p.chips.Value()) }

// propose chooses what follows from the answers, as long as the owner has not chosen.
func (p *backPart) propose(ordered, thinking bool) {
	if p.arrives != ordered {
		p.arrives = ordered
		p.chips.SetChoices(p.choices())
	}
	switch {
	case p.said && (p.value() != backArrives || ordered):
		return
	case ordered:
		p.chips.SetValue(string(backArrives))
	case thinking:
		p.chips.SetValue(string(backIn3Days))
	default:
		p.chips.SetValue(string(backNot))
	}
	p.showDetails()
}

func (p *backPart) showDetails() {
	p.dayField.Hidden = p.value() != backOnDay
	p.details.Hidden = p.value() != backOnDay && p.value() != backIn3Days
	p.details.Refresh()
}

// show writes t into the fields.
func (p *backPart) show(t visitTyped) {
	p.said, p.stored = t.Back != backUnsaid, ""
	if t.Entry.Visit.ID != 0 {
		p.stored = t.Entry.FollowUpOn
	}
	p.arrives = t.Back == backArrives
	p.chips.SetChoices(p.choices())
	p.chips.SetValue(string(backNot))
	if p.said {
		p.chips.SetValue(string(t.Back))
	}
	p.day.SetText(t.BackOn)
	if t.BackOn == "" && t.Back == backOnDay {
		p.day.SetDay(string(t.Entry.FollowUpOn))
	}
	p.about.SetText(t.Entry.FollowUpWhy)
	p.showDetails()
}

// read takes the fields into t.
func (p *backPart) read(t *visitTyped) {
	t.Back, t.BackOn, t.Entry.FollowUpOn = backUnsaid, "", ""
	if p.said {
		t.Back = p.value()
	}
	switch p.value() {
	case backIn3Days:
		t.Entry.FollowUpOn = p.w.store().Today().AddDays(backDays)
	case backOnDay:
		t.Entry.FollowUpOn, t.BackOn = dayIn(p.day)
	}
	t.Entry.FollowUpWhy = strings.TrimSpace(p.about.Text)
}

// problem is a day that cannot be read or is over, or none where one was to be picked.
func (p *backPart) problem() error {
	if p.value() != backOnDay {
		return nil
	}
	day, err := p.day.Day()
	switch {
	case err != nil:
	case day == "":
		err = models.Problem{Key: "visit.back.day"}
	case models.Day(day) < p.w.store().Today() && models.Day(day) != p.stored:
		err = models.Problem{Key: "later.over"}
	}
	return kit.InField("followUpOn", err)
}
