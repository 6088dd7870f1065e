package views

import (
	"errors"
	"strings"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// slipPerson is whom a slip is for, as far as we know them.
type slipPerson struct{ name, phone string }

// personOf is the customer as a slip names them.
func personOf(c *models.Customer) slipPerson {
	name := c.Name
	if name == "" {
		name = c.PreferredName
	}
	return slipPerson{name, c.Phone()}
}

// shopReach is how to reach the shop, in one line.
func shopReach(shop models.Shop) string {
	return slipLine(append(strings.Split(shop.Address, "\n"), shop.Phone, shop.Email)...)
}

// slipLine puts what is there beside each other: there is little room on a slip.
func slipLine(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, " · ")
}

// specialistSlip sends a customer to a specialist: whom to go to and what it is about, for themselves; and to tear off, who sends them.
func specialistSlip(shop models.Shop, who slipPerson, to *models.Specialist, r *models.Request, consent bool) slip {
	s := slip{of: slipSpecialist, label: kit.T("slip.to", "Name", to.Name), words: paper.SlipWords{Title: kit.T("slip.to.title")}}
	s.parts = append(s.parts, paper.SlipPart{Heading: to.Name, Text: someLinesOf(to.Trades, slipLine(to.Phone, to.Email), slipLine(strings.Split(to.Address, "\n")...))},
		paper.SlipPart{Label: kit.T("slip.about"), Text: thingText(r)})
	if r.TheirWords != "" {
		s.parts = append(s.parts, paper.SlipPart{Label: kit.T("slip.words"), Text: r.TheirWords})
	}
	if r.Understood != "" {
		s.parts = append(s.parts, paper.SlipPart{Label: kit.T("slip.understood"), Text: r.Understood})
	}
	s.tear = tearOff(shop, who, s.parts[1].Text, consent)
	return s
}

// tearOff is what the customer hands over there: who sent them and with what, and what we would like to hear of it. Their number is on it
// only where they agreed.
func tearOff(shop models.Shop, who slipPerson, about string, consent bool) *paper.SlipTear {
	tear := &paper.SlipTear{Hint: kit.T("slip.tear.hint"), Title: kit.T("slip.tear.title", "Shop", shop.Name), Reach: shopReach(shop),
		Name: kit.T("slip.from.someone", "Shop", shop.Name), About: about, Fields: []string{kit.T("slip.tear.came"), kit.T("slip.tear.went")}, Thanks: kit.T("slip.tear.thanks")}
	if who.name != "" {
		tear.Name = kit.T("slip.from.name", "Name", who.name, "Shop", shop.Name)
	}
	if consent && who.phone != "" {
		tear.About = kit.T("slip.tear.about", "About", about, "Phone", who.phone)
	}
	return tear
}

// understoodSlip says what was asked for in the customer's words and as we understood it, to be signed or taken along.
func understoodSlip(w *Window, who slipPerson, v *models.Visit) slip {
	s := slip{of: slipUnderstood, label: kit.T("slip.understood.label"),
		words: paper.SlipWords{Title: kit.T("slip.understood.title"), Sign: kit.T("slip.sign")}}
	if who.name != "" {
		s.parts = append(s.parts, paper.SlipPart{Label: kit.T("slip.for"), Text: who.name})
	}
	for i := range v.Requests {
		s.parts = append(s.parts, requestParts(&v.Requests[i])...)
	}
	if v.PromisedFor != 0 {
		s.parts = append(s.parts, paper.SlipPart{Label: kit.T("slip.ready"), Text: paperMoment(v.PromisedFor.In(w.app.Now().Location()))})
	}
	return s
}

// paperMoment writes a moment so that it is still right when the slip is read another day.
func paperMoment(at time.Time) string {
	return kit.T("slip.moment", "Day", kit.LongDay(at), "Time", kit.Clock(at))
}

// requestParts are one thing asked for, what was said about it, and what was agreed on in its place.
func requestParts(r *models.Request) []paper.SlipPart {
	parts := []paper.SlipPart{{Heading: thingText(r)}}
	if r.TheirWords != "" {
		parts = append(parts, paper.SlipPart{Label: kit.T("slip.words"), Text: r.TheirWords})
	}
	if r.Understood != "" {
		parts = append(parts, paper.SlipPart{Label: kit.T("slip.understood"), Text: r.Understood})
	}
	for i := range r.Alternatives {
		if a := &r.Alternatives[i]; a.State == models.AlternativeAccepted {
			parts = append(parts, paper.SlipPart{Label: kit.T("slip.instead"), Text: someLinesOf(offerText(a), dueText(a))})
		}
	}
	last := &parts[len(parts)-1]
	last.Tick, last.Ticked = kit.T("slip.agreed"), r.Agreed
	return parts
}

// dueText is when what was offered should be here, where a day was named.
func dueText(a *models.Alternative) string {
	if a.DueOn == "" {
		return ""
	}
	return kit.T("slip.due", "Day", kit.BirthdayText(string(a.DueOn)))
}

// thingText is what was asked for, and how many.
func thingText(r *models.Request) string {
	if r.Quantity > 1 {
		return kit.T("slip.many", "N", r.Quantity, "Item", r.Item)
	}
	return r.Item
}

// someLinesOf puts what is there below each other.
func someLinesOf(lines ...string) string {
	var there []string
	for _, line := range lines {
		if line != "" {
			there = append(there, line)
		}
	}
	return strings.Join(there, "\n")
}

// showSentSlip offers the slip of somebody who was sent to a specialist before.
func showSentSlip(w *Window, o models.ReferralOutRow) {
	s, err := w.sentSlip(o)
	if errors.Is(err, models.ErrNotFound) {
		w.Say(kit.T("slip.left"))
		return
	}
	if err != nil {
		w.Trouble(err)
		return
	}
	showSlips(w, []slip{s})
}

func (w *Window) sentSlip(o models.ReferralOutRow) (slip, error) {
	shop, err := w.store().Shop()
	if err != nil {
		return slip{}, err
	}
	to, err := w.store().Specialist(o.SpecialistID)
	if err != nil {
		return slip{}, err
	}
	r := &models.Request{Item: o.Need}
	if o.RequestID != 0 {
		if r, err = w.store().Request(o.RequestID); err != nil {
			return slip{}, err
		}
		r.Item = o.Need
	}
	return specialistSlip(shop, slipPerson{o.Customer, o.Phone}, to, r, o.Consent), nil
}
